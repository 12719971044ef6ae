package dev.backendadvisor.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Small corpora without files, for tests of what is done with a corpus.
public final class CorpusFixture {
  private CorpusFixture() {}

  /// A corpus of these documents, which all summarise one source.
  public static Corpus of(Document... documents) {
    return new Corpus(
        "fixture",
        Arrays.asList(documents),
        List.of(),
        List.of(),
        List.of(source()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /// A document of one passage that summarises the source `nodejs-guides`.
  ///
  /// @param id its id
  /// @param title its title
  /// @param text its text
  public static Document document(String id, String title, String text) {
    String version = version(text);
    var passage =
        new Passage(
            new Span(id, version, 0, text.length()), List.of("Runtime", "Event loops"), text);
    return new Document(
        id, version, title, text, List.of(passage), List.of(), List.of("nodejs-guides"));
  }

  private static Source source() {
    return new Source(
        "nodejs-guides",
        "Don't block the event loop",
        "OpenJS Foundation",
        Optional.empty(),
        Optional.empty(),
        Optional.of("a living document"),
        "nodejs",
        Source.ReadFrom.PRIMARY);
  }

  private static String version(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
