package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Profile.Constraint.Kind;
import dev.backendadvisor.decision.Recommendation.Exclusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which technologies come into question for a profile.
final class Candidates {
  /// How many are weighed when none is named.
  private static final int USUAL = 3;

  private static final String LICENSING = "licensing";
  private static final double FREE_BUILDS = 3;

  private final Corpus corpus;
  private final Matrix matrix;
  private final LocalDate today;
  private final Profile profile;
  private final List<Exclusion> excluded = new ArrayList<>();
  private final List<String> options;

  Candidates(Corpus corpus, Matrix matrix, LocalDate today, Profile profile) {
    this.corpus = corpus;
    this.matrix = matrix;
    this.today = today;
    this.profile = profile;
    this.options = profile.technologies().isEmpty() ? usual() : among(named());
  }

  /// Their ids, sorted.
  List<String> options() {
    return options.stream().sorted().toList();
  }

  /// Those named that do not come into question, and why.
  List<Exclusion> excluded() {
    return excluded.stream().sorted(Comparator.comparing(Exclusion::technology)).toList();
  }

  /// Whether who knows one technology knows another: its own language, or what is made for the
  /// language.
  static boolean knows(Corpus corpus, String known, String other) {
    Technology one = corpus.technologies().get(known);
    Technology two = corpus.technologies().get(other);
    return known.equals(other)
        || (one != null && one.language().filter(other::equals).isPresent())
        || (two != null
            && two.kind() != Technology.Kind.LANGUAGE
            && two.language().filter(known::equals).isPresent());
  }

  private Set<String> named() {
    Set<String> named = new LinkedHashSet<>(profile.technologies());
    named.addAll(profile.values(Kind.NOT));
    return named;
  }

  private List<String> among(Set<String> technologies) {
    List<String> left = new ArrayList<>();
    for (String technology : technologies) {
      Optional<Exclusion> exclusion = exclusion(technology);
      exclusion.ifPresent(excluded::add);
      if (exclusion.isEmpty()) {
        left.add(technology);
      }
    }
    return left;
  }

  /// When nothing is named: what alone may be, else the best known languages, and those the team
  /// knows.
  private List<String> usual() {
    Set<String> only = new LinkedHashSet<>(profile.values(Kind.ONLY));
    if (!only.isEmpty()) {
      only.addAll(profile.values(Kind.NOT));
      return among(only);
    }
    List<String> left = among(bestKnown());
    Set<String> usual = new LinkedHashSet<>(left.subList(0, Math.min(USUAL, left.size())));
    Set<String> weighed = new LinkedHashSet<>(usual);
    for (String known : profile.values(Kind.TEAM_KNOWS)) {
      String language = language(known);
      if (left.contains(language)) {
        weighed.add(language);
      }
    }
    // of what nobody named, only what was ruled out by name or by the company is worth telling
    excluded.removeIf(one -> !one.constraint().equals(Kind.NOT.id()) && one.policy().isEmpty());
    return new ArrayList<>(weighed);
  }

  private Set<String> bestKnown() {
    Set<String> known = new LinkedHashSet<>();
    corpus.technologies().values().stream()
        .filter(one -> one.kind() == Technology.Kind.LANGUAGE && one.language().isEmpty())
        .map(Technology::id)
        .filter(one -> !matrix.cells(one).isEmpty())
        .sorted(
            Comparator.comparingInt((String one) -> matrix.cells(one).size())
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .forEach(known::add);
    known.addAll(profile.values(Kind.NOT));
    return known;
  }

  private String language(String technology) {
    Technology known = corpus.technologies().get(technology);
    return known == null ? technology : known.language().orElse(technology);
  }

  private Optional<Exclusion> exclusion(String technology) {
    List<String> only = profile.values(Kind.ONLY);
    if (profile.values(Kind.NOT).stream().anyMatch(one -> is(technology, one))) {
      return because(technology, Kind.NOT);
    }
    if (!only.isEmpty() && only.stream().noneMatch(one -> is(technology, one))) {
      return because(technology, Kind.ONLY);
    }
    List<String> platforms = profile.values(Kind.RUNS_ON);
    if (!platforms.isEmpty() && platforms.stream().noneMatch(one -> is(technology, one))) {
      return because(technology, Kind.RUNS_ON);
    }
    if (!profile.values(Kind.LICENCE).isEmpty() && mustBePaidFor(technology)) {
      return because(technology, Kind.LICENCE);
    }
    return policy(technology)
        .map(policy -> new Exclusion(technology, "policy", Optional.of(policy)));
  }

  /// Itself, or something of that language.
  private boolean is(String technology, String ruled) {
    return technology.equals(ruled) || language(technology).equals(ruled);
  }

  private boolean mustBePaidFor(String technology) {
    return matrix
        .cell(technology, LICENSING)
        .filter(cell -> cell.rating().middle() < FREE_BUILDS)
        .isPresent();
  }

  /// A company's rule binds what it builds, not what a person learns.
  private Optional<Policy> policy(String technology) {
    return corpus.policies().stream()
        .filter(one -> profile.goal() == Criterion.Goal.BUILD)
        .filter(one -> one.standing() != Policy.Standing.APPROVED)
        .filter(one -> is(technology, one.technology()))
        .filter(one -> one.expires().filter(date -> date.latest().isBefore(today)).isEmpty())
        .findFirst();
  }

  private static Optional<Exclusion> because(String technology, Kind kind) {
    return Optional.of(new Exclusion(technology, kind.id(), Optional.empty()));
  }
}
