package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads what people say, and ties it to the evidence once that is known.
final class Sayings {
  private static final List<String> KEYS =
      List.of("id", "technology", "about", "says", "denies", "limit", "for", "against", "within");

  private final Declarations declarations;
  private final Problems problems;
  private final Register<Entry> entries;

  Sayings(Declarations declarations, Problems problems) {
    this.declarations = declarations;
    this.problems = problems;
    this.entries = new Register<>("the saying", "sayings.yaml", problems);
  }

  /// Technologies must be known by now.
  void read(YamlFile file) {
    for (Entry entry : file.entries("saying", KEYS)) {
      String id = entry.required("id");
      if (entry.has("technology")) {
        Declarations.known(declarations.technologies(), "technology", entry);
      }
      if (!entry.has("says")) {
        entry.require("says", Optional.empty());
      }
      if (!entry.has("for") && !entry.has("against")) {
        entry.breakOn(
            "id", "saying '%s' has evidence neither 'for' nor 'against' it; add one".formatted(id));
      }
      entries.put(id, entry, entry.broken() ? Optional.empty() : Optional.of(entry));
    }
  }

  /// The sayings with their evidence; one whose evidence is not there is left out. What a folder
  /// laid over this one hides goes without a complaint, since its author cannot mend it here.
  ///
  /// @param overlaid whether a file, as shown, lies below another folder
  List<Saying> with(List<Evidence> evidence, Predicate<String> overlaid) {
    List<Saying> sayings = new ArrayList<>();
    for (Entry entry : entries.values()) {
      Optional<String> technology = entry.optional("technology");
      List<Evidence> pro = recorded(entry, "for", technology, evidence, overlaid);
      List<Evidence> contra = recorded(entry, "against", technology, evidence, overlaid);
      List<Evidence> within = recorded(entry, "within", technology, evidence, overlaid);
      Optional<String> limit = entry.optional("limit").filter(words -> stands(entry, words));
      if (!entry.broken() && !(pro.isEmpty() && contra.isEmpty())) {
        sayings.add(
            new Saying(
                entry.required("id"),
                technology,
                entry.list("about"),
                entry.list("says"),
                entry.list("denies"),
                limit,
                pro,
                contra,
                within));
      }
    }
    return sayings;
  }

  private List<Evidence> recorded(
      Entry entry,
      String key,
      Optional<String> technology,
      List<Evidence> evidence,
      Predicate<String> overlaid) {
    List<Evidence> found = new ArrayList<>();
    for (String sentence : entry.list(key)) {
      List<Evidence> records =
          evidence.stream()
              .filter(one -> one.sentence().replaceAll("\\s+", " ").equals(sentence))
              .toList();
      records.stream()
          .filter(one -> technology.filter(id -> !id.equals(one.technology())).isEmpty())
          .findFirst()
          .or(() -> records.stream().findFirst())
          .ifPresentOrElse(
              found::add,
              () -> {
                if (overlaid.test(entry.file())) {
                  return;
                }
                entry.markBroken();
                problems.error(
                    entry.file(),
                    entry.line(key),
                    "no evidence is recorded on '%s'; copy a sentence of an evidence file exactly"
                        .formatted(sentence));
              });
    }
    return found;
  }

  /// Whether the words that limit a denial have no figure of their own.
  private boolean stands(Entry entry, String limit) {
    boolean plain = limit.chars().noneMatch(Character::isDigit);
    if (!plain) {
      problems.error(
          entry.file(), entry.line("limit"), "'limit' has figures; leave them to the sentences");
    }
    return plain;
  }
}
