package dev.backendadvisor.app;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusFolderException;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.PassageIndex;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Keeps the index like the corpus folders: looks at them again and again, and indexes them anew
/// when a file was changed. As long as nothing can be read, the last good generation stays.
final class CorpusWatch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(CorpusWatch.class.getName());

  private final CorpusFolder folder;
  private final CorpusReader reader;
  private final PassageIndex index;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("corpus-watch").unstarted(work));
  private String seen = "";
  private Set<String> told = Set.of();

  CorpusWatch(CorpusFolder folder, CorpusReader reader, PassageIndex index) {
    this.folder = folder;
    this.reader = reader;
    this.index = index;
  }

  /// Looks at the folders again after each pause.
  ///
  /// @param every the pause; zero never looks
  void start(Duration every) {
    if (every.isPositive()) {
      var unused =
          looking.scheduleWithFixedDelay(
              this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Whether the index was made from the folders as they are.
  boolean isCurrent() {
    try (Generation current = index.current()) {
      return isOf(current, folder.read());
    }
  }

  /// Looks once, and indexes what has changed. Whatever goes wrong is logged once, and looked at
  /// again the next time.
  synchronized void look() {
    Set<String> problems = new LinkedHashSet<>();
    try {
      String now = folder.fingerprint();
      if (now.equals(seen)) {
        return;
      }
      seen = "";
      CorpusFolder.Contents contents = folder.read();
      try (Generation current = index.current()) {
        if (isOf(current, contents) && current.corpus().problems().isEmpty()) {
          seen = now;
          told = Set.of();
          return;
        }
      }
      Corpus corpus = reader.read(contents.files(), contents.problems());
      corpus.problems().forEach(problem -> problems.add(problem.toString()));
      if (!contents.files().isEmpty() || contents.problems().isEmpty()) {
        index(corpus, contents.files());
      }
      if (contents.problems().isEmpty()) {
        seen = now;
      }
    } catch (CorpusFolderException gone) {
      problems.add(gone.getMessage() + "; the last generation stays");
    } catch (UncheckedIOException disk) {
      problems.add("The index cannot be written: " + disk.getMessage());
    } catch (RuntimeException fault) {
      if (!told.contains(fault.toString())) {
        LOG.log(Level.ERROR, "The corpus could not be indexed", fault);
      }
      told = Set.of(fault.toString());
      return;
    }
    problems.stream()
        .filter(problem -> !told.contains(problem))
        .forEach(problem -> LOG.log(Level.WARNING, problem));
    told = problems;
  }

  private void index(Corpus corpus, List<CorpusFile> files) {
    try (Generation before = index.current()) {
      if (before.corpus().generation().equals(corpus.generation())
          && before.corpus().problems().equals(corpus.problems())) {
        return;
      }
    }
    index.update(corpus, files);
    LOG.log(
        Level.INFO,
        () ->
            "The corpus is indexed; documents: "
                + corpus.documents().size()
                + ", records of evidence: "
                + corpus.evidence().size()
                + ", problems: "
                + corpus.problems().size());
  }

  /// Whether a generation was made from files like these.
  private static boolean isOf(Generation generation, CorpusFolder.Contents contents) {
    return contents.problems().isEmpty()
        && contents.generation().equals(generation.corpus().generation());
  }

  @Override
  public void close() {
    looking.shutdownNow();
    synchronized (this) {
      // a look under way has ended
    }
  }
}
