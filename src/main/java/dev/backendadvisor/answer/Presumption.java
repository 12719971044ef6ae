package dev.backendadvisor.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a yes-or-no question about a version takes to be the case: that it is looked after, or that
/// it is not. Where it takes neither, no yes and no no answers it.
enum Presumption {
  /// "Is Node 24 still maintained?"
  CARED_FOR,
  /// "Is Node 18 dead?"
  OVER,
  /// "Node 18 in production, should I be worried?"
  TROUBLE,
  /// "Which of them …?"
  NEITHER;

  private static final Set<String> CARE =
      Set.of(
          ("support supported supports maintained maintain patched patches updates alive safe"
                  + " secure ok okay fine good current lts")
              .split(" "));

  private static final Set<String> OVERS =
      Set.of(
          ("unsupported eol end-of-life ended dead dying over expired outdated obsolete deprecated"
                  + " abandoned discontinued old")
              .split(" "));

  private static final Set<String> TROUBLES =
      Set.of(
          ("worried worry worrying concerned afraid scared panic problem problems risky risk"
                  + " dangerous danger bad trouble unsafe insecure screwed upgrade update migrate"
                  + " move")
              .split(" "));

  private static final Pattern OUT = Pattern.compile("\\bout of\\b|\\bend of (?:life|support)\\b");

  private static final Pattern NO_LONGER = Pattern.compile("\\b(?:no longer|no more)\\b");

  /// What makes it a question of another kind: its answer is a day.
  private static final Pattern FOR_A_DAY =
      Pattern.compile("\\b(?:when|until|till|date|dates|day|long)\\b");

  /// What some words presume.
  static Presumption of(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    List<String> all = Words.of(lower);
    if (FOR_A_DAY.matcher(lower).find()
        || all.stream()
            .anyMatch(word -> !word.equals("no") && SpanSupport.NEGATIONS.contains(word))) {
      return NEITHER;
    }
    Set<Presumption> found = new HashSet<>();
    boolean over = OUT.matcher(lower).find() || all.stream().anyMatch(OVERS::contains);
    boolean care = all.stream().anyMatch(CARE::contains);
    if (NO_LONGER.matcher(lower).find()) {
      found.add(care ? OVER : NEITHER);
    } else if (over) {
      found.add(OVER);
    } else if (care) {
      found.add(CARED_FOR);
    }
    if (all.stream().anyMatch(TROUBLES::contains)) {
      found.add(TROUBLE);
    }
    boolean both = found.contains(CARED_FOR) && found.size() > 1;
    return both || found.isEmpty() ? NEITHER : found.iterator().next();
  }

  /// Whether it is about being looked after or not, whatever its words: of a version, the days of
  /// its support tell.
  boolean asksForCare() {
    return this == TROUBLE || this == CARED_FOR;
  }

  /// What answers it straight when support is past.
  String toPast() {
    return switch (this) {
      case CARED_FOR -> "No. ";
      case OVER, TROUBLE -> "Yes. ";
      case NEITHER -> "";
    };
  }
}
