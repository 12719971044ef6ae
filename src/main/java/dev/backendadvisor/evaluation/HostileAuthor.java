package dev.backendadvisor.evaluation;

import static dev.backendadvisor.evaluation.Forgeries.pick;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes hostile sentences over the sentences of a corpus that have evidence: the same corpus and
/// seed, the same sentences.
///
/// Whatever it writes is not said by the spans it cites. A change that would leave the meaning,
/// such as two members of a list exchanged, is not made.
final class HostileAuthor {
  private static final Pattern END = Pattern.compile("\\.$");
  private static final Pattern VERSIONED = Pattern.compile("(.+) ([\\d.]+)");

  private final Corpus corpus;
  private final long seed;
  private final HostileWords words = new HostileWords();
  private final Forgeries forgeries = new Forgeries(words);
  private final Distortions distortions = new Distortions(words);
  private final List<Original> originals;
  private final Set<String> told = new HashSet<>();

  HostileAuthor(Corpus corpus, long seed) {
    this.corpus = corpus;
    this.seed = seed;
    this.originals = Original.of(corpus);
    originals.forEach(one -> told.add(one.text()));
  }

  /// Every sentence of a kind.
  List<WordedCase> write(Malice malice) {
    List<WordedCase> all = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      var random = new Random(seed * 1_000_003 + malice.name().hashCode() * 31L + i);
      for (WordedCase one : new LinkedHashSet<>(made(malice, originals.get(i), random))) {
        if (!told.contains(one.sentence())) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private List<WordedCase> made(Malice malice, Original original, Random random) {
    return switch (malice) {
      case MERGED_FIGURE -> cite(malice, original, mergedFigure(original, random));
      case MERGED_CLAIM -> cite(malice, original, mergedClaim(original, random));
      case WRONG_SUBJECT -> cite(malice, original, wrongSubject(original, random));
      case WRONG_VERSION -> cite(malice, original, wrongVersion(original, random));
      case CAUSE_INVENTED -> {
        List<WordedCase> all =
            alone(malice, original, distortions.distorted(malice, original, random));
        all.addAll(cite(malice, original, causedByAnother(original, random)));
        yield all;
      }
      default ->
          alone(
              malice,
              original,
              malice.isStructural()
                  ? forgeries.forged(malice, original, random).stream().toList()
                  : distortions.distorted(malice, original, random));
    };
  }

  /// A lie with the other sentence it claims to rest on.
  private record Merged(Original other, String sentence) {}

  private static List<WordedCase> alone(Malice malice, Original original, List<String> sentences) {
    List<WordedCase> all = new ArrayList<>();
    sentences.forEach(
        one -> all.add(new WordedCase(malice.title(), List.of(original.span()), one)));
    return all;
  }

  private static List<WordedCase> cite(Malice malice, Original original, Optional<Merged> merged) {
    return merged.stream()
        .map(
            one -> {
              List<Span> spans =
                  one.other().span().equals(original.span())
                      ? List.of(original.span())
                      : List.of(original.span(), one.other().span());
              return new WordedCase(malice.title(), spans, one.sentence());
            })
        .toList();
  }

  /// Others on the same criterion that speak of another technology and not of this one.
  private List<Original> others(Original original) {
    String criterion = original.records().getFirst().criterion();
    return originals.stream()
        .filter(one -> one.records().getFirst().criterion().equals(criterion))
        .filter(one -> !one.isAbout(original.technology()) && !original.isAbout(one.technology()))
        .filter(one -> !areKin(one.technology(), original.technology()))
        .toList();
  }

  private boolean areKin(String one, String other) {
    return language(one).equals(language(other));
  }

  private String language(String id) {
    Technology technology = corpus.technologies().get(id);
    return technology == null ? id : technology.language().map(this::language).orElse(id);
  }

  private Optional<Merged> mergedFigure(Original original, Random random) {
    List<MatchResult> figures = Forgeries.figures(original.text());
    List<Original> others =
        others(original).stream().filter(one -> value(one).isPresent()).toList();
    Optional<String> own = value(original);
    if (figures.isEmpty() || others.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    Original other = pick(others, random);
    String figure = value(other).orElseThrow();
    return figures.stream()
        .filter(one -> one.group().equals(own.get()))
        .findFirst()
        .filter(one -> !original.tells(figure))
        .map(one -> new Merged(other, Forgeries.with(original.text(), one, figure)));
  }

  private static Optional<String> value(Original original) {
    return original.records().stream()
        .flatMap(one -> one.value().stream())
        .flatMap(value -> Forgeries.figures(value).stream())
        .map(MatchResult::group)
        .findFirst();
  }

  private Optional<Merged> mergedClaim(Original original, Random random) {
    List<Merged> made = new ArrayList<>();
    for (Original other : others(original)) {
      for (Evidence record : other.records()) {
        record
            .gist()
            .filter(
                gist ->
                    other.records().stream()
                        .allMatch(one -> !one.technology().equals(original.technology())))
            .filter(gist -> !isToldOf(original.technology(), gist))
            .filter(gist -> !isLike(original, gist))
            .ifPresent(
                gist ->
                    made.add(new Merged(other, name(original.technology()) + " " + gist + ".")));
      }
    }
    return made.isEmpty() ? Optional.empty() : Optional.of(pick(made, random));
  }

  /// Whether the sentence has most words of the gist: then it may say the same of its own subject.
  private static boolean isLike(Original original, String gist) {
    List<String> words = List.of(gist.toLowerCase(Locale.ROOT).split("\\W+"));
    Set<String> given =
        new HashSet<>(List.of(original.text().toLowerCase(Locale.ROOT).split("\\W+")));
    return 5 * words.stream().filter(given::contains).count() > 3L * words.size();
  }

  private boolean isToldOf(String technology, String gist) {
    return corpus.evidence().stream()
        .anyMatch(
            one ->
                one.technology().equals(technology) && one.gist().filter(gist::equals).isPresent());
  }

  private Optional<Merged> wrongSubject(Original original, Random random) {
    String name = original.names().get(original.technology());
    List<Original> others = others(original);
    if (name == null) {
      return Optional.empty();
    }
    Optional<String> language =
        Optional.ofNullable(corpus.technologies().get(original.technology()))
            .flatMap(Technology::language);
    if (language.isPresent()
        && !original.names().containsKey(language.get())
        && random.nextBoolean()) {
      return Optional.of(
          new Merged(original, Distortions.named(original.text(), name, name(language.get()))));
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Original other = pick(others, random);
    return Optional.of(
        new Merged(other, Distortions.named(original.text(), name, name(other.technology()))));
  }

  private Optional<Merged> wrongVersion(Original original, Random random) {
    for (Evidence record : original.records()) {
      for (String versioned : record.versions()) {
        Matcher parts = VERSIONED.matcher(versioned);
        if (!parts.matches()) {
          continue;
        }
        List<Original> others =
            originals.stream()
                .filter(one -> !one.equals(original))
                .filter(
                    one -> version(one, parts.group(1)).filter(v -> !original.tells(v)).isPresent())
                .toList();
        if (!others.isEmpty()) {
          Original other = pick(others, random);
          String version = version(other, parts.group(1)).orElseThrow();
          return Optional.of(
              new Merged(other, Distortions.named(original.text(), parts.group(2), version)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> version(Original original, String name) {
    return original.records().stream()
        .flatMap(one -> one.versions().stream())
        .map(VERSIONED::matcher)
        .filter(Matcher::matches)
        .filter(parts -> parts.group(1).equals(name))
        .map(parts -> parts.group(2))
        .findFirst();
  }

  /// Two facts, each told by its span, one made the cause of the other.
  private Optional<Merged> causedByAnother(Original original, Random random) {
    List<Original> same =
        originals.stream()
            .filter(one -> !one.equals(original))
            .filter(one -> one.technology().equals(original.technology()))
            .filter(one -> one.records().getFirst().gist().isPresent())
            .toList();
    Optional<String> gist = original.records().getFirst().gist();
    if (same.isEmpty() || gist.isEmpty()) {
      return Optional.empty();
    }
    Original other = pick(same, random);
    String name = name(original.technology());
    String reason = other.records().getFirst().gist().orElseThrow();
    String sentence =
        switch (random.nextInt(5)) {
          case 0 -> name + " " + gist.get() + " because it " + reason + ".";
          case 1 -> name + " " + gist.get() + ", so it " + reason + ".";
          case 2 -> name + " " + gist.get() + "; therefore " + name + " " + reason + ".";
          case 3 -> "Since " + name + " " + reason + ", it " + gist.get() + ".";
          default ->
              END.matcher(original.text()).replaceFirst("") + ", which is why it " + reason + ".";
        };
    return Optional.of(new Merged(other, sentence));
  }

  private String name(String id) {
    Technology technology = corpus.technologies().get(id);
    return technology == null ? id : technology.name();
  }
}
