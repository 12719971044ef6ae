package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Firmness;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides whether a sentence says of a calculation what the rules say of it, in other words.
///
/// [CitationCheck] computes a result again, but many sentences name the right leader and no figure:
/// "Node.js is said to be ahead of Python", "Node.js is ahead of Python, which is dying". So a
/// sentence that others word is held to the rules' own: the same technologies in the same order,
/// the same yes or no, the same criteria, as firm, no word that tells anything else. Only who is
/// ahead of whom may be put otherwise; every other result is said in the rules' words.
public final class Rewording {
  /// Who is ahead stands directly before those behind.
  private static final Pattern AHEAD =
      Pattern.compile(
          "[^.,;:!?]*\\b(?:ahead of|(?:better|stronger)\\b[^.,;:!?]*\\bthan|over|leads) \\W?$");

  private static final Pattern PART = Pattern.compile("[,;:.!?]+(?:\\s|$)");

  private static final Set<String> AHEAD_WORDS =
      stems("ahead better stronger leads edge choice option than over");

  private static final Set<String> CHOOSING = stems("choose pick take");

  private static final Set<String> FIRMLY = stems("clearly firmly clear firm");

  private static final Set<String> FAIRLY = stems("fairly probably slightly somewhat narrowly");

  /// Words that tell nothing by themselves.
  private static final Set<String> NEUTRAL = stems("yes no here come comes compared evidence says");

  /// Words without a meaning of their own that make a statement another one.
  private static final Set<String> TURNING =
      Set.of(
          ("can could may might must shall should will would was were been if how what which who"
                  + " whom whose why where when once yet while whereas but or nor without")
              .split(" "));

  private final TechnologyNames names;
  private final Set<String> criteria = new HashSet<>();

  /// Rewording in the corpus's names.
  ///
  /// @param brief what the answer is made from
  public Rewording(Brief brief) {
    names = brief.vocabulary().names();
    brief.corpus().criteria().values().forEach(one -> criteria.addAll(Words.stems(one.name())));
    criteria.removeAll(AHEAD_WORDS);
  }

  /// Whether a sentence says what the rules' sentence says.
  ///
  /// @param sentence the sentence in other words
  /// @param rules the rules' sentence
  /// @param result what both are about
  public boolean keeps(String sentence, String rules, Calculation result) {
    return sentence.equals(rules)
        || (result instanceof Calculation.Leads leads
            && keepsSense(sentence, rules)
            && putsAhead(sentence)
            && bringsNothing(sentence, rules, leads.firmness()));
  }

  /// Whether the first technology named is put ahead of the next, and no word elsewhere turns that
  /// round.
  private boolean putsAhead(String sentence) {
    List<TechnologyNames.Place> places = names.places(sentence);
    if (places.size() < 2) {
      return false;
    }
    String before = sentence.substring(0, places.get(0).start());
    String between = sentence.substring(places.get(0).end(), places.get(1).start());
    String after = sentence.substring(places.get(1).end());
    return AHEAD.matcher(between).matches()
        && Words.of(before + " " + after).stream().noneMatch(AHEAD_WORDS::contains)
        && Words.of(between + " " + after).stream().noneMatch(CHOOSING::contains);
  }

  private boolean keepsSense(String sentence, String rules) {
    Opening opening = Opening.of(sentence);
    return names.in(sentence).equals(names.in(rules))
        && (opening == Opening.NEITHER || opening == Opening.of(rules))
        && opening.rest(sentence).stream().noneMatch(SpanSupport.NEGATIONS::contains)
        && Words.stems(sentence).stream().noneMatch(denied(rules)::contains)
        && criteriaIn(sentence).equals(criteriaIn(rules));
  }

  /// What a part of the rules' sentence says is not so: without its "no" no word of it is kept.
  private static Set<String> denied(String rules) {
    Set<String> denied = new HashSet<>();
    for (String part : PART.split(rules)) {
      boolean isDenied = false;
      for (String word : Words.of(part)) {
        if (isDenied && !Words.EMPTY.contains(word)) {
          denied.add(Words.stem(word));
        }
        isDenied |= SpanSupport.NEGATIONS.contains(word);
      }
    }
    return denied;
  }

  private static boolean bringsNothing(String sentence, String rules, Firmness firmness) {
    Set<String> words = new HashSet<>(Words.of(rules));
    Set<String> stems = new HashSet<>(Words.stems(rules));
    boolean hedged = Words.of(rules).stream().anyMatch(FAIRLY::contains);
    boolean firm = firmness == Firmness.FIRM && !hedged;
    for (Set<String> more : List.of(NEUTRAL, AHEAD_WORDS, CHOOSING, firm ? FIRMLY : FAIRLY)) {
      words.addAll(more);
      stems.addAll(more);
    }
    return stems.containsAll(Words.stems(sentence))
        && Words.of(sentence).stream()
            .filter(word -> TURNING.contains(word) || SpanSupport.DIRECTIONS.contains(word))
            .allMatch(words::contains);
  }

  private Set<String> criteriaIn(String text) {
    Set<String> named = new HashSet<>(Words.stems(text));
    named.retainAll(criteria);
    return named;
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>(Words.of(words));
    stems.addAll(Words.stems(words));
    return Set.copyOf(stems);
  }

  /// The yes or no a sentence opens with.
  private enum Opening {
    YES("yes|probably yes"),
    NO("no|not|rather not|probably not"),
    NEITHER("");

    private final Pattern words;

    Opening(String words) {
      this.words = Pattern.compile("^(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    static Opening of(String text) {
      return YES.words.matcher(text).find() ? YES : NO.words.matcher(text).find() ? NO : NEITHER;
    }

    List<String> rest(String text) {
      Matcher opening = words.matcher(text);
      return Words.of(opening.find() ? text.substring(opening.end()) : text);
    }
  }
}
