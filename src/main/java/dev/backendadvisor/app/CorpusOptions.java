package dev.backendadvisor.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which corpus is read, and where what is computed from it is kept.
final class CorpusOptions implements Settings {
  private static final String CORPUS = "--corpus";
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  @Option(
      names = CORPUS,
      paramLabel = "DIR",
      description = {
        "Folder of Markdown to answer from; several, separated as in PATH or by repeating the"
            + " flag, overlay each other, the last on top.",
        "ADVISOR_CORPUS; the project's corpus folder."
      })
  private List<String> corpus = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Folder for the index and the database; made when missing.",
        "ADVISOR_DATA; the project's data folder."
      })
  private String data = "";

  @Option(
      names = "--embeddings",
      paramLabel = "on|off",
      defaultValue = "on",
      description = {
        "Whether passages are found by meaning too, not by words alone.",
        "ADVISOR_EMBEDDINGS; ${DEFAULT-VALUE}."
      })
  private String embeddings = "on";

  /// The folders to read, the last on top.
  List<Path> corpus(World world) {
    return corpus.isEmpty() ? usual(world) : folders(corpus.stream()).toList();
  }

  /// The folders to read when the command line names none.
  static List<Path> usual(World world) {
    String variable = world.environment().getOrDefault(Setting.variable(CORPUS), "");
    return variable.isBlank()
        ? List.of(world.home().resolve("corpus"))
        : folders(Stream.of(variable)).toList();
  }

  private static Stream<Path> folders(Stream<String> words) {
    return words
        .flatMap(SEPARATOR::splitAsStream)
        .filter(word -> !word.isBlank())
        .map(word -> new Setting(CORPUS, word).path("a folder"));
  }

  /// The folder for what is computed.
  Path data(World world) {
    return data.isBlank()
        ? world.home().resolve("data")
        : new Setting("--data", data).path("a folder");
  }

  /// Whether passages are found by meaning too.
  ///
  /// @throws Trouble when the value is neither `on` nor `off`
  boolean embeddings() {
    return new Setting("--embeddings", embeddings).on();
  }
}
