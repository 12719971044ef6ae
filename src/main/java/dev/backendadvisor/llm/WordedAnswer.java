package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitationCheck;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.answer.Rewording;
import dev.backendadvisor.answer.Scribe;
import dev.backendadvisor.corpus.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An answer as it is told: by the model where its words hold, else by the rules. Whatever the
/// rules found is told by one of them, the verdict first, and nothing twice.
final class WordedAnswer {
  /// With further grounds an answer does not get longer than this, in words.
  private static final int LONG_ENOUGH = 200;

  /// A model that writes more lines than this is not listened to any longer.
  private static final int MOST_LINES = 40;

  private final Brief brief;
  private final Scribe scribe;
  private final Grounds grounds;
  private final List<DraftSentence> rules;
  private final Rewording rewording;

  /// Says beforehand what the scribe would say, so that only what stands is put to it.
  private final CitationCheck trial;

  private final Set<DraftSentence> told = new HashSet<>();
  private final Set<Integer> toldFurther = new HashSet<>();
  private int lines;
  private int words;
  private int byModel;
  private int refused;
  private int last = -1;
  private boolean listing;

  WordedAnswer(Brief brief, Scribe scribe, Grounds grounds, List<DraftSentence> rules) {
    this.brief = brief;
    this.scribe = scribe;
    this.grounds = grounds;
    this.rules = List.copyOf(rules);
    this.rewording = new Rewording(brief);
    this.trial = new CitationCheck(brief, event -> {});
  }

  /// A sentence that holds.
  ///
  /// @param text the sentence
  /// @param ground what it rests on
  /// @param grounds the numbered grounds that is
  private record Held(String text, Ground ground, List<Grounds.Numbered> grounds) {
    List<DraftSentence> rules() {
      return grounds.stream().flatMap(one -> one.rules().stream()).toList();
    }

    Part part() {
      return rules().stream().map(DraftSentence::part).findFirst().orElse(Part.FACT);
    }
  }

  /// Takes a line of the model. What does not hold is told as the rules tell it; what rests on
  /// nothing is passed over, since nothing could be held against it.
  void take(LineReader.Line line) {
    lines++;
    List<Grounds.Numbered> cited = grounds.numbered(line.grounds());
    if (cited.isEmpty()) {
      return;
    }
    Optional<Held> held = held(line.text(), cited);
    refused += held.isEmpty() ? 1 : 0;
    List<DraftSentence> verdict = rules.subList(0, 1);
    if (held.filter(one -> one.rules().equals(verdict)).isEmpty()) {
      verdict.forEach(this::tell);
    }
    held.ifPresentOrElse(this::tell, () -> cited.forEach(one -> one.rules().ifPresent(this::tell)));
  }

  /// Tells what is left, as the rules tell it.
  void finish() {
    rules.forEach(this::tell);
  }

  /// How many sentences are in the model's words.
  int byModel() {
    return byModel;
  }

  /// How many of the model's sentences did not hold.
  int refused() {
    return refused;
  }

  /// Whether the model has written enough.
  boolean isLongEnough() {
    return lines >= MOST_LINES;
  }

  /// The model's sentence on those of the cited grounds that carry it. A calculation carries it
  /// alone, when the sentence keeps to what the rules say of it.
  private Optional<Held> held(String text, List<Grounds.Numbered> cited) {
    for (Grounds.Numbered one : cited) {
      DraftSentence rule = one.rules().orElse(null);
      if (rule != null && rule.ground() instanceof Ground.Computed computed) {
        return rewording.keeps(text, rule.text(), computed.result()) && stands(text, computed)
            ? Optional.of(new Held(text, computed, List.of(one)))
            : Optional.empty();
      }
    }
    if (!stands(text, sourced(cited)) || isAboutElse(text, cited)) {
      return Optional.empty();
    }
    List<Grounds.Numbered> needed = cited;
    for (Grounds.Numbered one : cited) {
      List<Grounds.Numbered> fewer = needed.stream().filter(other -> !other.equals(one)).toList();
      needed = stands(text, sourced(fewer)) ? fewer : needed;
    }
    return needed.stream().allMatch(one -> isWholly(one, text))
        ? Optional.of(new Held(text, sourced(needed), needed))
        : Optional.empty();
  }

  /// Whether the sentence says all that a ground says, when that stands on several spans: half of
  /// it would leave the other half unsaid, or cited for nothing.
  private boolean isWholly(Grounds.Numbered ground, String text) {
    return ground.text().equals(text)
        || ground.spans().size() == 1
        || ground.spans().stream()
            .noneMatch(
                span -> {
                  List<Span> fewer = new ArrayList<>(ground.spans());
                  fewer.remove(span);
                  return stands(text, new Ground.Sourced(fewer));
                });
  }

  private boolean stands(String text, Ground ground) {
    return trial.say(new DraftSentence(" ", text, Part.FACT, ground));
  }

  /// Whether a sentence in words of its own is far in meaning from all it cites.
  private boolean isAboutElse(String text, List<Grounds.Numbered> cited) {
    if (cited.stream().anyMatch(one -> one.text().equals(text))) {
      return false;
    }
    List<String> quotes =
        sourced(cited).spans().stream()
            .flatMap(span -> brief.corpus().quote(span).stream())
            .toList();
    return brief.likeness().isFar(text, quotes);
  }

  private static Ground.Sourced sourced(List<Grounds.Numbered> grounds) {
    return new Ground.Sourced(
        grounds.stream().flatMap(one -> one.spans().stream()).distinct().toList());
  }

  private void tell(Held held) {
    List<DraftSentence> same = held.rules();
    boolean isNew =
        same.isEmpty()
            ? hasRoom(held.text()) && held.grounds().stream().noneMatch(this::isTold)
            : same.stream().noneMatch(told::contains);
    if (!isNew) {
      return;
    }
    int place = same.size() == 1 ? rules.indexOf(same.getFirst()) : -1;
    String usual = place < 0 ? " " : rules.get(place).before();
    if (say(held.text(), held.part(), held.ground(), place, usual)) {
      byModel++;
    }
    told.addAll(same);
    held.grounds().forEach(one -> toldFurther.add(one.number()));
  }

  private boolean isTold(Grounds.Numbered further) {
    return toldFurther.contains(further.number());
  }

  private void tell(DraftSentence rule) {
    if (told.add(rule)) {
      say(rule.text(), rule.part(), rule.ground(), rules.indexOf(rule), rule.before());
    }
  }

  /// Says a sentence: laid out as the rules have it when it follows the one it follows there, else
  /// as what it does in the answer asks for.
  private boolean say(String text, Part part, Ground ground, int place, String usual) {
    boolean follows = place == last + 1 && place >= 0;
    String before = follows ? usual : layout(part);
    listing |= before.equals("\n- ");
    last = place < 0 ? rules.size() : place;
    words += count(text);
    return scribe.say(new DraftSentence(before, text, part, ground));
  }

  private String layout(Part part) {
    return switch (part) {
      case QUESTION -> "\n\n";
      case VERDICT, REASON -> listing ? "\n- " : " ";
      case CONDITION, CAVEAT, FACT -> "\n- ";
    };
  }

  /// Whether a further sentence leaves room for all that the rules have yet to tell.
  private boolean hasRoom(String text) {
    int left =
        rules.stream().filter(one -> !told.contains(one)).mapToInt(one -> count(one.text())).sum();
    return words + left + count(text) <= LONG_ENOUGH;
  }

  private static int count(String text) {
    return text.split("\\s+").length;
  }
}
