package dev.backendadvisor.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the findings of one page: each ties a sentence to what it says of technologies.
final class Findings {
  private static final List<String> FINDING_KEYS =
      List.of(
          "sentence",
          "source",
          "as-of",
          "basis",
          "confidence",
          "condition",
          "recorded",
          "says",
          "answers",
          "leaves-open");
  private static final List<String> SAYING_KEYS =
      List.of(
          "technology", "criterion", "rating", "gist", "value", "versions", "support", "condition");
  private static final List<String> SUPPORT_KEYS = List.of("version", "from", "long-term", "until");

  /// Where a finding notes what its source says.
  private static final List<String> NOTED =
      List.of("recorded", "value", "versions", "support", "condition", "as-of");

  private final Page page;
  private final Declarations declarations;
  private final Problems problems;

  Findings(Page page, Declarations declarations, Problems problems) {
    this.page = page;
    this.declarations = declarations;
    this.problems = problems;
  }

  /// The evidence of one file, in the order declared.
  List<Evidence> read(YamlFile file) {
    List<Evidence> evidence = new ArrayList<>();
    for (Entry finding : file.entries("finding", FINDING_KEYS)) {
      evidence.addAll(read(finding));
    }
    return evidence;
  }

  private List<Evidence> read(Entry finding) {
    String sentence = finding.required("sentence");
    Optional<Source> source =
        finding
            .require("source", finding.optional("source"))
            .flatMap(id -> declarations.sources().find(id, finding.file(), finding.line("source")));
    Optional<PartialDate> asOf = finding.require("as-of", finding.date("as-of"));
    Optional<Evidence.Basis> basis =
        finding.require("basis", finding.choice("basis", Evidence.Basis.class));
    Optional<Evidence.Confidence> confidence =
        finding.require("confidence", finding.choice("confidence", Evidence.Confidence.class));
    Optional<String> condition = finding.optional("condition");
    List<String> answers = finding.list("answers");
    List<String> leavesOpen = finding.list("leaves-open");
    Optional<Slice> place = sentence.isEmpty() ? Optional.empty() : locate(sentence, finding);
    List<Entry> says = finding.entries("says", "'says' entry", SAYING_KEYS);
    if (says.isEmpty() && !finding.has("says")) {
      finding.require("says", Optional.empty());
    } else if (says.isEmpty()) {
      problems.error(
          finding.file(),
          finding.line("says"),
          "this finding says nothing; add '- technology: …' with 'criterion: …' below 'says'");
    }
    if (place.isPresent() && !says.isEmpty()) {
      source.ifPresent(one -> checkRecorded(sentence, one, finding, says));
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Entry saying : says) {
      String technology = Declarations.known(declarations.technologies(), "technology", saying);
      String criterion = Declarations.known(declarations.criteria(), "criterion", saying);
      Optional<Rating> rating = saying.rating("rating");
      Optional<String> gist = saying.optional("gist");
      Optional<String> value = saying.optional("value");
      List<String> versions = saying.list("versions");
      Optional<Evidence.Support> support =
          saying.entry("support", "'support' entry", SUPPORT_KEYS).flatMap(this::support);
      Optional<String> own = saying.optional("condition").or(() -> condition);
      if (place.isEmpty()
          || source.isEmpty()
          || asOf.isEmpty()
          || basis.isEmpty()
          || confidence.isEmpty()
          || saying.broken()) {
        continue;
      }
      evidence.add(
          new Evidence(
              page.span(place.get()),
              page.text().substring(place.get().start(), place.get().end()),
              technology,
              criterion,
              rating,
              gist.filter(words -> figuresStand("gist", words, sentence, saying)),
              value.filter(words -> figuresStand("value", words, sentence, saying)),
              own,
              versions,
              support,
              source.get(),
              asOf.get(),
              basis.get(),
              confidence.get(),
              answers,
              leavesOpen));
    }
    return evidence;
  }

  private Optional<Slice> locate(String sentence, Entry finding) {
    List<Slice> places = page.find(sentence);
    int line = finding.line("sentence");
    if (places.size() == 1) {
      checkWhole(places.getFirst(), finding);
      return Optional.of(places.getFirst());
    }
    if (places.size() > 1) {
      String lines =
          places.stream()
              .map(place -> Integer.toString(page.line(place)))
              .collect(Collectors.joining(" and "));
      problems.error(
          finding.file(),
          line,
          "the sentence stands %d times in %s (lines %s); reword one so that it stands once"
              .formatted(places.size(), page.shown(), lines));
    } else if (page.holdsAcrossBlocks(sentence)) {
      problems.error(
          finding.file(),
          line,
          "the sentence runs over a paragraph's end, a heading or code in %s; keep it inside one"
                  .formatted(page.shown())
              + " paragraph, list item or table row");
    } else {
      problems.error(
          finding.file(),
          line,
          "the sentence is not in %s; %s"
              .formatted(
                  page.shown(),
                  page.nearest(sentence)
                      .map("the nearest there is '%s'; copy it exactly"::formatted)
                      .orElse("copy it exactly from the page")));
    }
    return Optional.empty();
  }

  private void checkWhole(Slice place, Entry finding) {
    List<Slice> touched =
        page.sentences().stream()
            .filter(one -> one.start() < place.end() && place.start() < one.end())
            .toList();
    if (touched.size() > 1) {
      problems.warning(
          finding.file(),
          finding.line("sentence"),
          "these are %d sentences; quote the one that says it, or reword the page so that it is one"
              .formatted(touched.size()));
    } else if (touched.size() == 1 && !touched.getFirst().equals(place)) {
      problems.warning(
          finding.file(),
          finding.line("sentence"),
          "this is only a part of '%s'; quote the whole sentence"
              .formatted(page.words(touched.getFirst())));
    }
  }

  /// Whether each figure of the sentence was also noted when the source was read, so that a slip of
  /// the pen in the one shows in the other.
  private void checkRecorded(String sentence, Source source, Entry finding, List<Entry> says) {
    String noted =
        Stream.concat(Stream.of(finding), says.stream())
            .flatMap(entry -> NOTED.stream().flatMap(key -> entry.said(key).stream()))
            .collect(Collectors.joining(" "));
    String known =
        noted + " " + source.title() + " " + source.date().map(Object::toString).orElse("");
    List<String> missing = Figures.missing(sentence, known);
    if (!missing.isEmpty()) {
      problems.warning(
          finding.file(),
          finding.line("sentence"),
          "the sentence has %s, which no '%s' of this finding has; copy into 'recorded' what the"
                  .formatted(String.join(" and ", missing), String.join("', '", NOTED))
              + " source says, and compare");
    }
  }

  private boolean figuresStand(String key, String words, String sentence, Entry saying) {
    List<String> missing = Figures.missing(words, sentence);
    if (!missing.isEmpty()) {
      problems.error(
          saying.file(),
          saying.line(key),
          "'%s' has %s, which the sentence does not have; correct '%s' or the sentence"
              .formatted(key, String.join(" and ", missing), key));
      return false;
    }
    if (key.equals("gist")) {
      for (String name : Figures.missingNames(words, sentence)) {
        problems.warning(
            saying.file(),
            saying.line(key),
            "'gist' names '%s', which the sentence does not; use the sentence's own words"
                .formatted(name));
      }
    }
    return true;
  }

  private Optional<Evidence.Support> support(Entry entry) {
    String version = entry.required("version");
    Optional<LocalDate> from = entry.require("from", entry.day("from"));
    Optional<LocalDate> until = entry.require("until", entry.day("until"));
    Optional<LocalDate> longTerm = entry.day("long-term");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      entry.breakOn("until", "support ends before it starts; swap 'from' and 'until'");
    }
    return entry.broken() || from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evidence.Support(version, from.get(), longTerm, until.get()));
  }
}
