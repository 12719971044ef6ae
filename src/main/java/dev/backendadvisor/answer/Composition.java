package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Comparison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An answer as it is being written: keeps the layout, the length and what was said already.
final class Composition {
  /// No point is added to an answer once it is this long, in words.
  private static final int LONG_ENOUGH = 135;

  /// No answer is longer.
  private static final int LONGEST = 180;

  private final Brief brief;
  private final Scribe scribe;
  private final Set<Span> quoted = new HashSet<>();
  private final Set<String> joinedAlready = new HashSet<>();
  private final List<Calculation> computed = new ArrayList<>();
  private String first = "";
  private int kept;
  private int words;
  private int said;

  Composition(Brief brief, Scribe scribe) {
    this.brief = brief;
    this.scribe = scribe;
  }

  /// Keeps room for so many words that have to be said below.
  void keepRoom(int some) {
    kept = some;
  }

  /// Whether a calculation of a kind was told.
  boolean isSaid(Predicate<Calculation> kind) {
    return computed.stream().anyMatch(kind);
  }

  /// The technologies the first sentence names.
  List<String> namedFirst() {
    return brief.vocabulary().names().in(first);
  }

  /// The technologies side by side, before anything is said of them.
  void compare(Comparison comparison) {
    scribe.compare(comparison);
  }

  /// The choice made, before anything is said of it.
  void recommend(CitedRecommendation recommendation) {
    scribe.recommend(recommendation);
  }

  /// The first sentence, the straight answer.
  void verdict(String text, Ground ground) {
    add("", Part.VERDICT, text, ground);
  }

  /// A sentence that follows in the same paragraph.
  void then(Part part, String text, Ground ground) {
    add(" ", part, text, ground);
  }

  /// A point of a list, unless the answer is long enough.
  void point(Part part, String text, Ground ground) {
    if (words < LONG_ENOUGH - kept) {
      add("\n- ", part, text, ground);
    }
  }

  /// A point of a list that may not be left out.
  void item(Part part, String text, Ground ground) {
    add("\n- ", part, text, ground);
  }

  /// Whether the answer is long enough.
  boolean isLong() {
    return words >= LONG_ENOUGH - kept;
  }

  /// A sentence on its own at the end.
  void last(Part part, String text, Ground ground) {
    add("\n\n", part, text, ground);
  }

  /// Says what a record says, verbatim, unless it was said before.
  void quote(String before, Part part, String leadIn, Evidence record) {
    if (!isSaid(record) && (words < LONG_ENOUGH - kept || !before.equals("\n- "))) {
      add(before, part, leadIn + plain(record), sourced(record));
    }
  }

  /// Says what a sentence of the corpus says, verbatim, whether there is a record on it or not.
  void plainQuote(String before, Part part, Span span, String text) {
    if (quoted.add(span) && words < LONG_ENOUGH - kept) {
      add(before, part, text, new Ground.Sourced(List.of(span)));
    }
  }

  /// Whether no more than the verdict has been said. Whether nothing was said yet.
  boolean isEmpty() {
    return said == 0;
  }

  boolean isOnlyVerdict() {
    return said == 1;
  }

  /// Whether a record's sentence was used already.
  boolean isSaid(Evidence record) {
    return quoted.contains(record.span());
  }

  /// `Node.js` and its gist; the whole sentence when there is no gist.
  String gist(Evidence record) {
    return record
        .gist()
        .map(gist -> name(record.technology()) + " " + gist)
        .orElseGet(() -> plain(record).replaceAll("[.!]$", ""));
  }

  /// Two records against each other in one sentence, where that is fair; else the first in its own
  /// words, with its own setting.
  void contrast(String before, Part part, List<Evidence> sides) {
    if (sides.isEmpty() || (before.equals("\n- ") && words >= LONG_ENOUGH - kept)) {
      return;
    }
    Evidence one = sides.getFirst();
    Evidence other = sides.getLast();
    if (joins(one, other)) {
      String joined = gist(one) + ", while " + gist(other) + ".";
      if (!joinedAlready.add(joined)) {
        return;
      }
      add(before, part, joined, sourced(one, other));
    } else {
      quote(before, part, "", one);
    }
  }

  /// Whether two gists may share a sentence. Figures of different sources may not: they were taken
  /// in different settings.
  static boolean joins(Evidence one, Evidence other) {
    boolean figures =
        Statement.hasFigures(one.gist().orElse(""))
            && Statement.hasFigures(other.gist().orElse(""));
    return one.gist().isPresent()
        && other.gist().isPresent()
        && !one.span().equals(other.span())
        && (!figures || one.source().id().equals(other.source().id()));
  }

  /// Why, by one record: its gist, or its whole sentence when the gist has a figure whose setting
  /// it leaves out.
  void reason(Evidence record) {
    if (record.gist().filter(gist -> !Statement.hasFigures(gist)).isPresent()) {
      then(Part.REASON, gist(record) + ".", sourced(record));
    } else {
      quote(" ", Part.REASON, "", record);
    }
  }

  /// A point of a list made of one record, in the same way.
  void gistPoint(Part part, Evidence record) {
    if (record.gist().filter(gist -> !Statement.hasFigures(gist)).isPresent()) {
      point(part, gist(record) + ".", sourced(record));
    } else {
      quote("\n- ", part, "", record);
    }
  }

  /// A technology's name.
  String name(String technology) {
    return brief.vocabulary().names().of(technology);
  }

  /// A record's sentence as it is read, without Markdown's marks.
  static String plain(Evidence record) {
    return Statement.unmarked(record.sentence());
  }

  /// Rests on these records.
  static Ground sourced(Evidence... records) {
    return new Ground.Sourced(Stream.of(records).map(Evidence::span).distinct().toList());
  }

  /// Follows from a calculation that these records decide.
  static Ground computed(Calculation result, List<Evidence> records) {
    return new Ground.Computed(result, records.stream().map(Evidence::span).distinct().toList());
  }

  private void add(String before, Part part, String text, Ground ground) {
    int more = text.split("\\s+").length;
    boolean ruled =
        ground instanceof Ground.Computed one && one.result() instanceof Calculation.Ruled;
    if (words > 0 && words + more > LONGEST - (ruled ? 0 : kept)) {
      return;
    }
    if (ground instanceof Ground.Computed one) {
      computed.add(one.result());
    }
    if (words == 0) {
      first = text;
    }
    if (ground instanceof Ground.Sourced) {
      quoted.addAll(ground.spans());
    }
    String apart = before.isEmpty() && words > 0 ? "\n\n" : before;
    words += more;
    said++;
    scribe.say(new DraftSentence(apart, text, part, ground));
  }
}
