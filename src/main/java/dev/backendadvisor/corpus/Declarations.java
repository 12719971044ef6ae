package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// The declarations beside the pages: what is compared, on what, and where it was read.
final class Declarations {
  private static final List<String> TECHNOLOGY_KEYS =
      List.of("id", "name", "aliases", "kind", "language", "inherits");
  private static final List<String> CRITERION_KEYS =
      List.of(
          "id",
          "name",
          "ahead",
          "explained-by",
          "kind",
          "words",
          "hints",
          "rubric",
          "half-life",
          "goals",
          "ask",
          "answers");
  private static final List<String> SOURCE_KEYS =
      List.of("id", "title", "publisher", "url", "date", "undated", "origin", "read-from");
  private static final List<String> POLICY_KEYS =
      List.of("technology", "standing", "owner", "expires", "reason");
  private static final List<String> GAP_KEYS = List.of("technology", "criterion", "reason");

  private static final int ANSWERS = 3;

  private final Problems problems;
  private final Register<Technology> technologies;
  private final Register<Criterion> criteria;
  private final Register<Source> sources;
  private final Register<Policy> policies;
  private final Register<Gap> gaps;
  private final Sayings sayings;

  Declarations(Problems problems) {
    this.problems = problems;
    technologies = new Register<>("technology", "technologies.yaml", problems);
    criteria = new Register<>("criterion", "criteria.yaml", problems);
    sources = new Register<>("source", "sources.yaml", problems);
    policies = new Register<>("the policy on", "policies.yaml", problems);
    gaps = new Register<>("the gap", "gaps.yaml", problems);
    sayings = new Sayings(this, problems);
  }

  Register<Technology> technologies() {
    return technologies;
  }

  Register<Criterion> criteria() {
    return criteria;
  }

  Register<Source> sources() {
    return sources;
  }

  Register<Policy> policies() {
    return policies;
  }

  Register<Gap> gaps() {
    return gaps;
  }

  Sayings sayings() {
    return sayings;
  }

  void readTechnologies(YamlFile file) {
    for (Entry entry : file.entries("technology", TECHNOLOGY_KEYS)) {
      String id = id(entry);
      String name = entry.required("name");
      Optional<Technology.Kind> kind =
          entry.require("kind", entry.choice("kind", Technology.Kind.class));
      List<String> aliases = entry.list("aliases");
      Optional<String> language = entry.optional("language");
      List<String> inherits = entry.list("inherits");
      if (!inherits.isEmpty() && language.isEmpty()) {
        problems.error(
            entry.file(),
            entry.line("inherits"),
            "'inherits' needs a language to inherit from; add 'language: …'");
        inherits = List.of();
      }
      List<String> inherited = inherits;
      put(
          technologies,
          id,
          entry,
          kind.map(one -> new Technology(id, name, aliases, one, language, inherited)));
    }
  }

  void readCriteria(YamlFile file) {
    for (Entry entry : file.entries("criterion", CRITERION_KEYS)) {
      String id = id(entry);
      String name = entry.required("name");
      Optional<Criterion.Kind> kind =
          entry.has("kind")
              ? entry.choice("kind", Criterion.Kind.class)
              : Optional.of(Criterion.Kind.QUALITY);
      Optional<String> ahead = entry.optional("ahead");
      List<String> explainedBy = entry.list("explained-by");
      List<String> words = entry.list("words");
      List<String> hints = entry.list("hints");
      SortedMap<Integer, String> rubric = entry.rubric("rubric");
      if (!entry.has("rubric")) {
        entry.require("rubric", Optional.empty());
      } else if (!rubric.keySet().containsAll(List.of(1, 3, 5))) {
        problems.warning(
            entry.file(),
            entry.line("rubric"),
            "the rubric of '%s' should say what 1, 3 and 5 mean; add the missing levels"
                .formatted(id));
      }
      Optional<Double> halfLife = entry.require("half-life", entry.positive("half-life"));
      List<Criterion.Goal> goals = goals(entry);
      Optional<String> ask = entry.optional("ask");
      List<String> answers = entry.list("answers");
      if (!answers.isEmpty() && answers.size() != ANSWERS) {
        entry.breakOn(
            "answers",
            "'answers' of '%s' must be three: for not at all, somewhat and much".formatted(id));
      }
      put(
          criteria,
          id,
          entry,
          kind.flatMap(
              one ->
                  halfLife.map(
                      years ->
                          new Criterion(
                              id,
                              name,
                              ahead,
                              explainedBy,
                              one,
                              words,
                              hints,
                              rubric,
                              years,
                              goals,
                              ask,
                              answers))));
    }
  }

  /// The goals a criterion helps to decide: all, when it does not say.
  private static List<Criterion.Goal> goals(Entry entry) {
    if (!entry.has("goals")) {
      return List.of(Criterion.Goal.values());
    }
    List<Criterion.Goal> goals = new ArrayList<>();
    for (String word : entry.list("goals")) {
      Optional<Criterion.Goal> goal =
          Stream.of(Criterion.Goal.values())
              .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
              .findFirst();
      if (goal.isEmpty()) {
        entry.breakOn(
            "goals", "'goals' lists '%s'; write build, learn, both or []".formatted(word));
      }
      goal.ifPresent(goals::add);
    }
    return goals;
  }

  void readSources(YamlFile file) {
    for (Entry entry : file.entries("source", SOURCE_KEYS)) {
      String id = id(entry);
      String title = entry.required("title");
      String publisher = entry.required("publisher");
      String origin = entry.required("origin");
      Optional<Source.ReadFrom> readFrom =
          entry.require("read-from", entry.choice("read-from", Source.ReadFrom.class));
      Optional<String> url = entry.optional("url");
      if (url.isPresent() && !url.get().matches("https?://\\S+")) {
        problems.error(
            entry.file(),
            entry.line("url"),
            "'url' must start with https:// or http://; leave it out when there is no address");
        url = Optional.empty();
      }
      Optional<PartialDate> date = entry.date("date");
      Optional<String> undated = entry.optional("undated");
      if (!entry.has("date") && undated.isEmpty()) {
        entry.breakOn(
            "id",
            "source '%s' has neither 'date' nor 'undated'; add 'date: YYYY[-MM[-DD]]', or"
                    .formatted(id)
                + " 'undated: …' with the reason");
      } else if (entry.has("date") && undated.isPresent()) {
        entry.breakOn(
            "undated", "source '%s' has both 'date' and 'undated'; keep one".formatted(id));
      } else if (undated.isEmpty()) {
        entry.require("date", date);
      }
      Optional<String> address = url;
      put(
          sources,
          id,
          entry,
          readFrom.map(
              read -> new Source(id, title, publisher, address, date, undated, origin, read)));
    }
  }

  /// Technologies must be known by now.
  void readPolicies(YamlFile file) {
    for (Entry entry : file.entries("policy", POLICY_KEYS)) {
      String technology = known(technologies, "technology", entry);
      Optional<Policy.Standing> standing =
          entry.require("standing", entry.choice("standing", Policy.Standing.class));
      String owner = entry.required("owner");
      String reason = entry.required("reason");
      Optional<PartialDate> expires = entry.date("expires");
      put(
          policies,
          technology,
          entry,
          standing.map(one -> new Policy(technology, one, owner, expires, reason)));
    }
  }

  /// Technologies and criteria must be known by now.
  void readGaps(YamlFile file) {
    for (Entry entry : file.entries("gap", GAP_KEYS)) {
      String technology = known(technologies, "technology", entry);
      String criterion = known(criteria, "criterion", entry);
      String reason = entry.required("reason");
      put(
          gaps,
          gap(technology, criterion),
          entry,
          Optional.of(new Gap(technology, criterion, reason)));
    }
  }

  /// Checks what the declarations say of each other, once all are read.
  void checkReferences() {
    technologies.replaceAll(
        one -> {
          String whose = "technology '%s': ".formatted(one.id());
          Optional<String> language = one.language().filter(technologies::holds);
          if (!language.equals(one.language())) {
            technologies.error(
                one.id(),
                whose + "its language is left out: " + technologies.missing(one.language().get()));
          }
          List<String> inherits = one.inherits().stream().filter(criteria::holds).toList();
          one.inherits().stream()
              .filter(id -> !criteria.holds(id))
              .forEach(
                  id ->
                      technologies.error(
                          one.id(), whose + "it cannot inherit: " + criteria.missing(id)));
          return new Technology(
              one.id(), one.name(), one.aliases(), one.kind(), language, inherits);
        });
    criteria.replaceAll(
        one -> {
          one.explainedBy().stream()
              .filter(id -> !criteria.holds(id))
              .forEach(
                  id ->
                      criteria.error(
                          one.id(),
                          "criterion '%s': it cannot be explained: ".formatted(one.id())
                              + criteria.missing(id)));
          return new Criterion(
              one.id(),
              one.name(),
              one.ahead(),
              one.explainedBy().stream().filter(criteria::holds).toList(),
              one.kind(),
              one.words(),
              one.hints(),
              one.rubric(),
              one.halfLife(),
              one.goals(),
              one.ask(),
              one.answers());
        });
    Map<String, String> owners = new HashMap<>();
    for (Technology one : technologies.values()) {
      Set<String> words = new TreeSet<>();
      words.add(one.name().toLowerCase(Locale.ROOT));
      one.aliases().forEach(alias -> words.add(alias.toLowerCase(Locale.ROOT)));
      for (String word : words) {
        String owner = owners.putIfAbsent(word, one.id());
        if (owner != null) {
          technologies.warning(
              one.id(),
              "'%s' names both '%s' and '%s'; give each its own names"
                  .formatted(word, owner, one.id()));
        }
      }
    }
  }

  /// A gap that has rated evidence is none. A folder laid over another fills its gaps silently,
  /// since its author cannot remove them there.
  ///
  /// @param evidence all findings
  /// @param layer how far up the folder of a finding's page lies; the lowest is 0
  /// @param gapLayer the same for the file that declares a gap
  void checkGaps(
      List<Evidence> evidence, ToIntFunction<Evidence> layer, ToIntFunction<String> gapLayer) {
    Map<String, Integer> rated = new HashMap<>();
    for (Evidence one : evidence) {
      if (one.rating().isPresent()) {
        rated.merge(gap(one.technology(), one.criterion()), layer.applyAsInt(one), Integer::max);
      }
    }
    for (Gap gap : gaps.values()) {
      String id = gap(gap.technology(), gap.criterion());
      Integer filled = rated.get(id);
      if (filled == null) {
        continue;
      }
      if (filled > gapLayer.applyAsInt(gaps.file(id))) {
        gaps.withdraw(id);
      } else {
        gaps.warning(id, "there is rated evidence for %s; remove the gap".formatted(id));
      }
    }
  }

  private static String gap(String technology, String criterion) {
    return technology + " on " + criterion;
  }

  /// The id under a key; the entry is broken when it stands for nothing.
  static String known(Register<?> register, String key, Entry entry) {
    String id = entry.required(key);
    if (!id.isEmpty() && register.find(id, entry.file(), entry.line(key)).isEmpty()) {
      entry.markBroken();
    }
    return id;
  }

  private static String id(Entry entry) {
    String id = entry.required("id");
    if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9.-]*")) {
      entry.breakOn(
          "id",
          "'id: %s' must be lower-case letters, digits, '-' and '.', as in 'nodejs'".formatted(id));
    }
    return id;
  }

  private static <T> void put(Register<T> register, String id, Entry entry, Optional<T> value) {
    if (!id.isEmpty()) {
      register.put(id, entry, entry.broken() ? Optional.empty() : value);
    }
  }
}
