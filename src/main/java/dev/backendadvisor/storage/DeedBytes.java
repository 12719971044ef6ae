package dev.backendadvisor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backendadvisor.conversation.ConversationStore.Given;
import dev.backendadvisor.conversation.Turn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// How a deed is written down in the journal. Kinds keep their numbers for good.
final class DeedBytes {
  private static final int BEGUN = 1;
  private static final int APPENDED = 2;
  private static final int GAVE = 3;
  private static final int SETTLED = 4;
  private static final int TOOK = 5;

  private DeedBytes() {}

  static byte[] write(Deed<?> deed) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      switch (deed) {
        case Deed.Begun(Turn turn) -> {
          out.writeByte(BEGUN);
          write(out, turn);
        }
        case Deed.Appended(Turn turn) -> {
          out.writeByte(APPENDED);
          write(out, turn);
        }
        case Deed.Gave(String conversation, Given profile) -> {
          out.writeByte(GAVE);
          write(out, conversation);
          write(out, profile.after());
          write(out, profile.json());
        }
        case Deed.Settled(String place, String conversation) -> {
          out.writeByte(SETTLED);
          write(out, place);
          write(out, conversation);
        }
        case Deed.Took(String event, long at) -> {
          out.writeByte(TOOK);
          write(out, event);
          out.writeLong(at);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// @throws IOException when these are not the bytes of a deed
  static Deed<?> read(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return switch (in.readByte()) {
        case BEGUN -> new Deed.Begun(turn(in));
        case APPENDED -> new Deed.Appended(turn(in));
        case GAVE -> new Deed.Gave(text(in), new Given(optional(in), text(in)));
        case SETTLED -> new Deed.Settled(text(in), text(in));
        case TOOK -> new Deed.Took(text(in), in.readLong());
        default -> throw new IOException("of a kind that is not known");
      };
    }
  }

  private static void write(DataOutputStream out, Turn turn) throws IOException {
    write(out, turn.answer());
    write(out, turn.conversation());
    write(out, turn.request().map(UUID::toString));
    write(out, turn.words());
    write(out, turn.json());
    out.writeLong(turn.at().toEpochMilli());
  }

  private static Turn turn(DataInputStream in) throws IOException {
    return new Turn(
        text(in),
        text(in),
        optional(in).map(UUID::fromString),
        text(in),
        text(in),
        Instant.ofEpochMilli(in.readLong()));
  }

  private static void write(DataOutputStream out, Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      write(out, text.get());
    }
  }

  private static Optional<String> optional(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("torn");
    }
    return new String(in.readNBytes(length), UTF_8);
  }
}
