package dev.backendadvisor.corpus;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Looks over a whole corpus as an editor would: what is readable, yet ought to be mended.
///
/// It leaves nothing out, so all it finds are warnings, and it takes its time, so it is for authors
/// and not for a server that reads a changed corpus.
public final class CorpusReview {
  /// Evidence older than so many half-lives of its criterion weighs less than an eighth.
  private static final int HALF_LIVES = 3;

  private static final double DAYS_A_YEAR = 365.25;

  /// Passages that share this much of their words in threes say the same.
  private static final double SAME = 0.7;

  private static final int SHINGLE = 3;

  /// A run of words in more passages than this is a turn of speech and tells none apart.
  private static final int COMMON = 20;

  private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}+#.]+");

  private final Corpus corpus;
  private final List<CorpusFile> files;
  private final LocalDate today;
  private final Problems problems = new Problems();

  private CorpusReview(Corpus corpus, List<CorpusFile> files, LocalDate today) {
    this.corpus = corpus;
    this.files = files;
    this.today = today;
  }

  /// What an author should look at.
  ///
  /// @param corpus what was read
  /// @param files the files it was read from
  /// @param today the day from which age is counted
  /// @param readWhole whether the embedding model reads a passage of a document to its end
  /// @return warnings by file and line
  public static List<CorpusProblem> of(
      Corpus corpus,
      List<CorpusFile> files,
      LocalDate today,
      BiPredicate<Document, Passage> readWhole) {
    var review = new CorpusReview(corpus, files, today);
    review.age();
    review.holes();
    review.voices();
    review.length(readWhole);
    review.repetition();
    return review.problems.sorted();
  }

  private void age() {
    for (Evidence record : corpus.evidence()) {
      Criterion criterion = corpus.criteria().get(record.criterion());
      if (criterion == null || record.rating().isEmpty()) {
        continue;
      }
      double years = ChronoUnit.DAYS.between(record.asOf().latest(), today) / DAYS_A_YEAR;
      if (years > HALF_LIVES * criterion.halfLife()) {
        warn(
            findings(record),
            record.sentence(),
            ("this evidence is of %s, and on '%s' evidence counts for little after %.0f years; look"
                    + " for newer, or drop its rating")
                .formatted(record.asOf(), criterion.id(), HALF_LIVES * criterion.halfLife()));
      }
    }
  }

  /// A technology that is compared on most criteria should say of the others why not.
  private void holes() {
    Set<List<String>> told = new HashSet<>();
    Map<String, Set<String>> rated = new LinkedHashMap<>();
    for (Evidence record : corpus.evidence()) {
      if (record.rating().isPresent()) {
        rated.computeIfAbsent(record.technology(), id -> new TreeSet<>()).add(record.criterion());
        told.add(List.of(record.technology(), record.criterion()));
      }
    }
    corpus.gaps().forEach(gap -> told.add(List.of(gap.technology(), gap.criterion())));
    rated.forEach(
        (technology, criteria) -> {
          if (criteria.size() * 2 <= corpus.criteria().size()) {
            return;
          }
          for (String criterion : corpus.criteria().keySet()) {
            if (!told.contains(List.of(technology, criterion))) {
              warn(
                  "technologies.yaml",
                  "id: " + technology,
                  "there is neither rated evidence nor a gap for %s on %s; add either"
                      .formatted(technology, criterion));
            }
          }
        });
  }

  /// Two origins of one publisher in one cell may be one voice.
  private void voices() {
    Map<List<String>, Map<String, Source>> byCell = new LinkedHashMap<>();
    for (Evidence record : corpus.evidence()) {
      Source source = record.source();
      if (record.rating().isEmpty() || source.readFrom() == Source.ReadFrom.SECONDARY) {
        continue; // a report of somebody's words is that voice's
      }
      var cell = List.of(source.publisher(), record.technology(), record.criterion());
      byCell.computeIfAbsent(cell, one -> new LinkedHashMap<>()).put(source.origin(), source);
    }
    byCell.forEach(
        (cell, byOrigin) -> {
          if (byOrigin.size() > 1) {
            Source last = List.copyOf(byOrigin.values()).getLast();
            warn(
                "sources.yaml",
                "id: " + last.id(),
                "%s counts as %d voices for %s on %s (origins %s); give its sources one origin"
                    .formatted(
                        cell.get(0),
                        byOrigin.size(),
                        cell.get(1),
                        cell.get(2),
                        String.join(", ", byOrigin.keySet())));
          }
        });
  }

  private void length(BiPredicate<Document, Passage> readWhole) {
    for (Document document : corpus.documents().values()) {
      for (Passage passage : document.passages()) {
        if (!readWhole.test(document, passage)) {
          warn(
              document.id() + ".md",
              firstLine(passage),
              "this passage is longer than the embedding model reads; break it into paragraphs, or"
                  + " give it a heading of its own");
        }
      }
    }
  }

  /// Near-duplicates, by the share of common word triples (Broder, "On the resemblance and
  /// containment of documents", 1997).
  private void repetition() {
    record Place(Document document, Passage passage, Set<String> shingles) {}
    List<Place> places = new ArrayList<>();
    Map<String, List<Integer>> byShingle = new HashMap<>();
    for (Document document : corpus.documents().values()) {
      for (Passage passage : document.passages()) {
        Set<String> shingles = shingles(passage.text());
        shingles.forEach(
            one -> byShingle.computeIfAbsent(one, key -> new ArrayList<>()).add(places.size()));
        places.add(new Place(document, passage, shingles));
      }
    }
    for (int at = 0; at < places.size(); at++) {
      Place place = places.get(at);
      Map<Integer, Integer> shared = new HashMap<>();
      for (String shingle : place.shingles()) {
        List<Integer> others = byShingle.getOrDefault(shingle, List.of());
        if (others.size() <= COMMON) {
          for (int other : others) {
            if (other < at) {
              shared.merge(other, 1, Integer::sum);
            }
          }
        }
      }
      for (var each : shared.entrySet()) {
        Place other = places.get(each.getKey());
        int all = place.shingles().size() + other.shingles().size() - each.getValue();
        if (each.getValue() >= SAME * all) {
          warn(
              place.document().id() + ".md",
              firstLine(place.passage()),
              "this passage says almost the same as one of %s (“%s”); keep one"
                  .formatted(other.document().id(), firstLine(other.passage())));
        }
      }
    }
  }

  private static Set<String> shingles(String text) {
    String[] words = WORD.split(text.toLowerCase(Locale.ROOT));
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.length; i++) {
      shingles.add(String.join(" ", List.of(words).subList(i, i + SHINGLE)));
    }
    return shingles;
  }

  private static String firstLine(Passage passage) {
    return passage.text().strip().lines().findFirst().orElse("");
  }

  private static String findings(Evidence record) {
    return record.span().document() + ".evidence.yaml";
  }

  /// Warns at the line of the file that holds the words, in the last folder that has the file.
  private void warn(String path, String words, String what) {
    Optional<CorpusFile> file =
        files.stream().filter(one -> one.path().equals(path)).reduce((first, last) -> last);
    problems.warning(
        file.map(CorpusFile::shown).orElse(path),
        file.map(one -> line(one, words)).orElse(0),
        what);
  }

  private static int line(CorpusFile file, String words) {
    List<String> lines = new String(file.content(), StandardCharsets.UTF_8).lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).contains(words)) {
        return at + 1;
      }
    }
    return 0;
  }
}
