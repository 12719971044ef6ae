package dev.backendadvisor.app;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Feedback;
import dev.backendadvisor.conversation.Turn;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One conversation in a text file: its id on the first line, then a line a question, each with the
/// id of its answer. The answers themselves are not kept.
final class ConversationFile implements ConversationStore {
  private static final Pattern LINE = Pattern.compile("(m_[\\w-]+) (.+)");

  private final Path file;
  private final List<Asked> asked = new ArrayList<>();
  private Optional<String> id = Optional.empty();

  /// Reads the file, which need not exist yet.
  ///
  /// @throws Trouble when it is no such file
  ConversationFile(Path file) {
    this.file = file;
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return;
    }
    if (!lines.getFirst().matches("c_[\\w-]+")) {
      throw notOne(1);
    }
    id = Optional.of(lines.getFirst());
    for (int line = 1; line < lines.size(); line++) {
      Matcher parts = LINE.matcher(lines.get(line));
      if (!parts.matches()) {
        throw notOne(line + 1);
      }
      asked.add(new Asked(parts.group(1), parts.group(2)));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (CharacterCodingException foreign) {
      throw new Trouble(file + " is no text in UTF-8; name another file with --conversation.");
    } catch (IOException unreadable) {
      throw Trouble.with(unreadable);
    }
  }

  private Trouble notOne(int line) {
    return new Trouble(
        file + ":" + line + ": this is no conversation kept by ask; name another file.");
  }

  /// The conversation's id; none before its first question.
  Optional<String> id() {
    return id;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public Optional<List<Asked>> asked(String conversation, int most) {
    return id.filter(conversation::equals)
        .map(own -> List.copyOf(asked.subList(Math.max(0, asked.size() - most), asked.size())));
  }

  @Override
  public Keeping begin(Turn first) {
    write(first.conversation() + "\n" + line(first));
    id = Optional.of(first.conversation());
    asked.add(new Asked(first.answer(), first.words()));
    return Keeping.KEPT;
  }

  @Override
  public Keeping append(Turn next) {
    write(line(next));
    asked.add(new Asked(next.answer(), next.words()));
    return Keeping.KEPT;
  }

  private static String line(Turn turn) {
    return turn.answer() + " " + turn.words().replaceAll("\\R", " ").strip() + "\n";
  }

  private void write(String lines) {
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw Trouble.with(full);
    }
  }

  @Override
  public Optional<List<Turn>> turns(String conversation, int most) {
    throw new UnsupportedOperationException("the answers are not kept");
  }

  @Override
  public Optional<Turn> turn(String answer) {
    return Optional.empty();
  }

  @Override
  public Optional<Turn> requested(UUID request) {
    return Optional.empty();
  }

  @Override
  public Optional<String> at(String place) {
    return Optional.empty();
  }

  @Override
  public void settle(String place, String conversation) {
    throw new UnsupportedOperationException("a file is the only place of its conversation");
  }

  @Override
  public Optional<Given> profile(String conversation) {
    return Optional.empty();
  }

  @Override
  public boolean give(String conversation, Given profile) {
    throw new UnsupportedOperationException("ask is given no profile");
  }

  @Override
  public boolean claim(UUID request, Duration lease) {
    return true;
  }

  @Override
  public void release(UUID request) {}

  @Override
  public boolean judge(Feedback feedback) {
    throw new UnsupportedOperationException("ask takes no feedback");
  }

  @Override
  public List<Feedback> feedback(String answer) {
    return List.of();
  }

  @Override
  public boolean share(String share, String conversation) {
    throw new UnsupportedOperationException("ask shares nothing");
  }

  @Override
  public Optional<List<Turn>> shared(String share, int most) {
    return Optional.empty();
  }

  @Override
  public boolean forget(String conversation) {
    throw new UnsupportedOperationException("ask forgets nothing; delete " + file);
  }
}
