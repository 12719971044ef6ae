package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.question.Manner;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Declines what no evidence bears on, before any rule can answer it by what it knows of something
/// else.
final class Bearing {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Abstention abstention;
  private final Aspect aspect;

  Bearing(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.abstention = new Abstention(brief, composition, findings);
    this.aspect = new Aspect(brief);
  }

  /// What to say instead of an answer by the rules; none when there is evidence for one.
  Optional<Draft> instead() {
    Optional<Reading.VersionMention> unheard =
        reading().versions().stream().filter(this::isNewerThanKnown).findFirst();
    if (unheard.isPresent()) {
      return Optional.of(
          abstention.onVersion(
              composition.name(unheard.get().technology()) + " " + unheard.get().version()));
    }
    Optional<Draft> unrecorded = new Unrecorded(brief, composition, findings).answer();
    if (unrecorded.isPresent()) {
      return unrecorded;
    }
    List<String> technologies = findings.technologies();
    List<String> criteria =
        findings.criteria().stream().filter(one -> !isOfTheirOwnTeam(one)).toList();
    // known to the team, or only spoken of: what is weighed is something else
    boolean aside =
        RecommendationRules.chooses(brief)
            && technologies.stream().noneMatch(brief.profile().technologies()::contains);
    if (!technologies.isEmpty()
        && !aside
        && !criteria.isEmpty()
        && !isRecorded(technologies, criteria)) {
      return Optional.of(
          told(technologies)
              .orElseGet(() -> abstention.onCriterion(technologies, criteria.getFirst())));
    }
    if (!technologies.isEmpty()
        && brief.question() instanceof Question.Comparison
        && technologies.size() < 2
        && knowsNames()) {
      return told(technologies);
    }
    boolean whole = criteria.isEmpty() && isOfAWhole();
    if (whole && !technologies.isEmpty() && !aspect.isEmpty()) {
      return Optional.of(
          told(technologies).orElseGet(() -> abstention.onAspect(technologies, aspect)));
    }
    return Optional.empty();
  }

  /// Whether it is their own team that somebody speaks of, which no evidence could know better.
  private boolean isOfTheirOwnTeam(String criterion) {
    return criterion.equals(DecisionModel.TEAM_FIT) && RecommendationRules.chooses(brief);
  }

  /// Whether the question names something that is no technology here, and the corpus speaks of it.
  private boolean knowsNames() {
    return !reading().unknownNames().isEmpty()
        && reading().unknownNames().stream()
            .allMatch(name -> Words.stems(name).stream().allMatch(brief.vocabulary()::knows));
  }

  private Reading reading() {
    return brief.question().reading();
  }

  /// Whether the form asks for all that is known of technologies.
  private boolean isOfAWhole() {
    return switch (brief.question()) {
      case Question.Comparison comparison -> true;
      case Question.ProsAndCons sides -> true;
      case Question.WhenToUse use -> true;
      case Question.Recommendation choice -> !choice.learn();
      case Question.Reconsideration choice -> false;
      case Question.Fact fact -> false;
      case Question.Claim claim -> false;
      case Question.Listing listing -> false;
      case Question.OtherChoice other -> false;
      case Question.Compound compound -> false;
      case Question.Unknowable unknowable -> false;
      case Question.Smalltalk talk -> false;
    };
  }

  /// Whether anything is recorded of one of the technologies, or of the language it inherits from,
  /// on one of the criteria.
  private boolean isRecorded(List<String> technologies, List<String> criteria) {
    boolean rated =
        technologies.stream()
            .anyMatch(
                technology ->
                    criteria.stream()
                        .anyMatch(one -> brief.matrix().cell(technology, one).isPresent()));
    return rated
        || brief.corpus().evidence().stream()
            .anyMatch(
                one ->
                    technologies.contains(one.technology()) && criteria.contains(one.criterion()));
  }

  /// What sentences say that speak of all the technologies and of what is asked about them.
  private Optional<Draft> told(List<String> technologies) {
    if (aspect.isEmpty() && reading().unknownNames().isEmpty()) {
      return Optional.empty();
    }
    Set<String> names =
        reading().unknownNames().stream()
            .flatMap(name -> Words.stems(name).stream())
            .collect(Collectors.toSet());
    // a technology only carried over draws every sentence on it near
    boolean named =
        reading().manner() != Manner.USUAL
            || reading().carriedOver().stream().noneMatch(one -> one.what().equals("technology"));
    List<SentenceChoice.Scored> found =
        new SentenceChoice(brief, findings)
            .best().stream()
                .filter(one -> speaksOf(one, technologies))
                .filter(one -> one.statement().telling().containsAll(names))
                .filter(
                    one ->
                        (named && one.meaning() >= AskedNames.PLAIN)
                            || aspect.coverage(carried(one)) > 0)
                .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new FactRules(brief, composition, findings).told(found));
  }

  private static Set<String> carried(SentenceChoice.Scored sentence) {
    return Set.copyOf(sentence.statement().telling());
  }

  private boolean speaksOf(SentenceChoice.Scored sentence, List<String> technologies) {
    return Stream.concat(
            sentence.statement().names().stream(),
            brief.corpus().evidenceIn(sentence.span()).stream().map(Evidence::technology))
        .toList()
        .containsAll(technologies);
  }

  /// Whether a version is newer than any the corpus names of its technology.
  private boolean isNewerThanKnown(Reading.VersionMention asked) {
    List<String> known =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(asked.technology()))
            .flatMap(
                one ->
                    Stream.concat(
                        one.support().map(Evidence.Support::version).stream(),
                        one.versions().stream()
                            .map(version -> version.substring(version.lastIndexOf(' ') + 1))))
            .filter(version -> version.matches("\\d+(?:\\.\\d+)*"))
            .toList();
    return !known.isEmpty() && known.stream().allMatch(one -> compare(asked.version(), one) > 0);
  }

  private static int compare(String one, String other) {
    String[] left = one.split("\\.");
    String[] right = other.split("\\.");
    for (int at = 0; at < Math.min(left.length, right.length); at++) {
      int difference = Integer.compare(number(left[at]), number(right[at]));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.substring(0, Math.min(9, digits.length())));
  }
}
