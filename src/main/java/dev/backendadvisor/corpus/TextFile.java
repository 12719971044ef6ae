package dev.backendadvisor.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A file's text: strict UTF-8, without byte order mark, with `\n` as line end.
///
/// @param path the path below its folder
/// @param shown the path as the author knows it
/// @param text the whole text
record TextFile(String path, String shown, String text) {
  /// The text of a file; a problem and nothing when it is not UTF-8.
  static Optional<TextFile> of(CorpusFile file, Problems problems) {
    byte[] bytes = file.content();
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(rest, decoded, true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) normalize(text).chars().filter(one -> one == '\n').count();
      problems.error(
          file.shown(),
          line,
          "byte %d (0x%02X) is not UTF-8; save the file as UTF-8"
              .formatted(rest.position() + 1, bytes[rest.position()]));
      return Optional.empty();
    }
    return Optional.of(new TextFile(file.path(), file.shown(), normalize(text)));
  }

  private static String normalize(String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
  }
}
