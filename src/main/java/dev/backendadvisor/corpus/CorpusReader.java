package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Reads files into a [Corpus].
///
/// The same files make the same corpus, and no file can make it throw: what is wrong becomes a
/// [CorpusProblem] with its line, and the rest is read.
public final class CorpusReader {
  /// How many words a passage has at most, when nothing else is asked for.
  public static final int PASSAGE_WORDS = 90;

  private static final String PAGE = ".md";
  private static final String EVIDENCE = ".evidence.yaml";

  private static final List<String> DECLARATIONS =
      List.of(
          "technologies.yaml",
          "criteria.yaml",
          "sources.yaml",
          "policies.yaml",
          "gaps.yaml",
          "sayings.yaml");

  private final int passageWords;

  /// A reader of passages of the usual length.
  public CorpusReader() {
    this(PASSAGE_WORDS);
  }

  /// A reader of passages of another length.
  ///
  /// @param passageWords how many words a passage has at most; at least 1
  public CorpusReader(int passageWords) {
    if (passageWords < 1) {
      throw new IllegalArgumentException("A passage needs at least 1 word, not " + passageWords);
    }
    this.passageWords = passageWords;
  }

  /// Reads files, those of later folders after those of earlier ones: a later page or evidence file
  /// replaces an earlier one of the same path, declarations replace each other by id.
  public Corpus read(List<CorpusFile> files) {
    return read(files, List.of());
  }

  /// Reads files, and keeps the problems met while they were collected with its own.
  public Corpus read(List<CorpusFile> files, List<CorpusProblem> collecting) {
    Problems problems = new Problems();
    problems.add(collecting);
    Map<String, CorpusFile> latest = new TreeMap<>();
    Map<String, List<CorpusFile>> declaring = new LinkedHashMap<>();
    for (CorpusFile file : files) {
      String path = file.path().replaceFirst("\\.yml$", ".yaml");
      if (DECLARATIONS.contains(path)) {
        declaring.computeIfAbsent(path, one -> new ArrayList<>()).add(file);
      } else if (path.endsWith(PAGE) || path.endsWith(EVIDENCE)) {
        latest.put(path, file);
      } else {
        checkName(file, path, problems);
      }
    }
    Declarations declarations = new Declarations(problems);
    for (String path : DECLARATIONS) {
      for (CorpusFile file : declaring.getOrDefault(path, List.of())) {
        TextFile.of(file, problems)
            .map(text -> new YamlFile(text, problems))
            .ifPresent(yaml -> declare(declarations, path, yaml));
      }
    }
    declarations.checkReferences();
    List<String> folders = files.stream().map(CorpusFile::folder).distinct().toList();
    return assemble(Digest.generation(files), latest, folders, declarations, problems);
  }

  private static void declare(Declarations declarations, String path, YamlFile file) {
    switch (path) {
      case "technologies.yaml" -> declarations.readTechnologies(file);
      case "criteria.yaml" -> declarations.readCriteria(file);
      case "sources.yaml" -> declarations.readSources(file);
      case "policies.yaml" -> declarations.readPolicies(file);
      case "gaps.yaml" -> declarations.readGaps(file);
      case "sayings.yaml" -> declarations.sayings().read(file);
      default -> throw new IllegalArgumentException(path + " is not a declaration");
    }
  }

  private Corpus assemble(
      String generation,
      Map<String, CorpusFile> files,
      List<String> folders,
      Declarations declarations,
      Problems problems) {
    List<Document> documents = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    files.forEach(
        (path, file) -> {
          if (path.endsWith(PAGE)) {
            String id = path.substring(0, path.length() - PAGE.length());
            Optional<CorpusFile> findings = Optional.ofNullable(files.get(id + EVIDENCE));
            Optional<Page> page = page(id, file, problems);
            // A page laid over another to hide it hides what was found on that one too.
            if (page.isEmpty()
                && findings.filter(one -> one.folder().equals(file.folder())).isPresent()) {
              problems.error(
                  findings.get().shown(),
                  0,
                  "its page %s is no document; correct the page, or remove this file"
                      .formatted(file.shown()));
            }
            List<Evidence> own =
                page.map(one -> evidence(one, findings, declarations, problems)).orElse(List.of());
            evidence.addAll(own);
            List<String> sources = own.stream().map(one -> one.source().id()).distinct().toList();
            page.ifPresent(one -> documents.add(one.document(passageWords, sources)));
          } else if (!files.containsKey(page(path))) {
            problems.error(
                file.shown(),
                0,
                "there is no page '%s' for this evidence; add the page or rename this file"
                    .formatted(page(path)));
          }
        });
    declarations.checkGaps(
        evidence,
        one ->
            folders.indexOf(
                Objects.requireNonNull(files.get(one.span().document() + EVIDENCE)).folder()),
        shown -> folders.indexOf(shown.replaceFirst("gaps\\.ya?ml$", "")));
    return new Corpus(
        generation,
        documents,
        declarations.technologies().values(),
        declarations.criteria().values(),
        declarations.sources().values(),
        declarations.policies().values(),
        evidence,
        declarations.gaps().values(),
        declarations
            .sayings()
            .with(evidence, shown -> !shown.startsWith(folders.isEmpty() ? "" : folders.getLast())),
        problems.sorted());
  }

  private static String page(String evidencePath) {
    return evidencePath.substring(0, evidencePath.length() - EVIDENCE.length()) + PAGE;
  }

  private static Optional<Page> page(String id, CorpusFile file, Problems problems) {
    return TextFile.of(file, problems)
        .flatMap(
            text -> {
              FrontMatter front = FrontMatter.read(text, problems);
              return front.document() ? Optional.of(Page.of(text, id, front)) : Optional.empty();
            });
  }

  private static List<Evidence> evidence(
      Page page, Optional<CorpusFile> file, Declarations declarations, Problems problems) {
    return file.flatMap(one -> TextFile.of(one, problems))
        .map(text -> new YamlFile(text, problems))
        .map(yaml -> new Findings(page, declarations, problems).read(yaml))
        .orElse(List.of());
  }

  private static void checkName(CorpusFile file, String path, Problems problems) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (DECLARATIONS.contains(name)) {
      problems.warning(
          file.shown(), 0, "this is not read here; move it to the top of the corpus folder");
    } else if (name.equals(path)) {
      problems.warning(
          file.shown(),
          0,
          "this file is not read; %s"
              .formatted(
                  Nearest.word(name, DECLARATIONS)
                      .map("did you mean '%s'?"::formatted)
                      .orElse("declarations are " + String.join(", ", DECLARATIONS))));
    }
  }
}
