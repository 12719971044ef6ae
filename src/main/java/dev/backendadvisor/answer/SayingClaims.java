package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Saying;
import dev.backendadvisor.question.Assertion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Claims that are among what people say, of which the corpus notes the evidence on both sides.
///
/// A claim is a saying when it has its words, and little else. It asserts or denies it: by the
/// saying's own words for either, turned round by each negation beside them.
final class SayingClaims {
  /// A claim with more telling words beside the saying's own says something else.
  private static final int MOST_BESIDE = 3;

  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "never", "cannot", "nobody", "none", "without", "hardly", "nothing");

  private final Brief brief;

  SayingClaims(Brief brief) {
    this.brief = brief;
  }

  /// A saying found in a claim.
  ///
  /// @param saying the saying
  /// @param asserted whether the claim asserts it, rather than the contrary
  /// @param place where what it says stands in the claim; of two sayings, what is said last is what
  ///   is claimed
  /// @param length how many of the claim's words it has
  private record Found(Saying saying, boolean asserted, int place, int length) {}

  /// How a claim stands, when it is a saying.
  Optional<Judgement> judge(Assertion claim) {
    return find(claim.text(), claim.reading().technologies())
        .map(this::judge)
        .map(judgement -> claim.extreme() ? judgement.notBeyond() : judgement);
  }

  private Optional<Found> find(String text, List<String> technologies) {
    List<String> words = words(text);
    return brief.corpus().sayings().stream()
        .filter(one -> isOf(one, technologies))
        .flatMap(one -> find(one, text, words).stream())
        .max(Comparator.comparingInt(Found::place).thenComparingInt(Found::length));
  }

  /// Whether a saying can be of what a claim names. Where it names no technology, only a saying is
  /// meant that is known by its topic, as the GIL is: "X is dead" is said of many.
  private boolean isOf(Saying saying, List<String> technologies) {
    return saying.technology().isEmpty()
        || (technologies.isEmpty()
            ? Collections.disjoint(saying.about(), saying.says())
                && Collections.disjoint(saying.about(), saying.denies())
            : technologies.equals(List.of(saying.technology().get())));
  }

  private Optional<Found> find(Saying saying, String text, List<String> words) {
    boolean[] topic = new boolean[words.size()];
    boolean[] said = new boolean[words.size()];
    boolean[] denied = new boolean[words.size()];
    int about = longest(words, saying.about(), topic);
    int says = longest(words, saying.says(), said);
    int denies = longest(words, saying.denies(), denied);
    if ((about == 0 && !saying.about().isEmpty()) || (says == 0 && denies == 0)) {
      return Optional.empty();
    }
    boolean asserts = says >= denies;
    boolean[] all = asserts ? said : denied;
    int place = last(all);
    for (int at = 0; at < all.length; at++) {
      all[at] |= topic[at];
    }
    int turns = 0;
    Set<String> beside = new HashSet<>();
    for (int at = 0; at < words.size(); at++) {
      if (!all[at]) {
        turns += NEGATIONS.contains(words.get(at)) ? 1 : 0;
        beside.addAll(Words.stems(words.get(at)));
      }
    }
    beside.removeAll(NEGATIONS);
    Stream.of(saying.about(), saying.says(), saying.denies())
        .flatMap(List::stream)
        .forEach(phrase -> beside.removeAll(Words.stems(phrase)));
    brief.vocabulary().names().in(text).stream()
        .map(id -> brief.vocabulary().names().of(id))
        .forEach(name -> beside.removeAll(Words.stems(name)));
    beside.removeIf(stem -> !brief.vocabulary().names().in(stem).isEmpty());
    return beside.size() > MOST_BESIDE
        ? Optional.empty()
        : Optional.of(
            new Found(saying, asserts == (turns % 2 == 0), place, about + Math.max(says, denies)));
  }

  /// How many words the longest of some phrases takes; they are marked as taken.
  private static int longest(List<String> words, List<String> phrases, boolean[] taken) {
    int best = 0;
    int place = -1;
    for (String phrase : phrases) {
      List<String> sought = words(phrase);
      for (int at = 0; at + sought.size() <= words.size(); at++) {
        boolean fits = sought.size() > best;
        for (int next = 0; fits && next < sought.size(); next++) {
          fits = same(words.get(at + next), sought.get(next));
        }
        if (fits) {
          best = sought.size();
          place = at;
        }
      }
    }
    for (int at = place; at < place + best; at++) {
      taken[at] = true;
    }
    return best;
  }

  private static int last(boolean[] taken) {
    int last = taken.length - 1;
    while (last >= 0 && !taken[last]) {
      last--;
    }
    return last;
  }

  private static boolean same(String word, String other) {
    return word.equals(other) || Words.stem(word).equals(Words.stem(other));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Words.of(text.replaceAll("(?i)\\bcan[’']t\\b|\\bcannot\\b", "can not"))) {
      if (word.endsWith("n't")) {
        words.add(word.substring(0, word.length() - 3));
        words.add("not");
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private Judgement judge(Found found) {
    Saying saying = found.saying();
    List<Evidence> pro = ClaimJudge.weighty(found.asserted() ? saying.pro() : saying.contra());
    List<Evidence> contra = ClaimJudge.weighty(found.asserted() ? saying.contra() : saying.pro());
    Optional<String> limit = found.asserted() ? saying.limit() : Optional.empty();
    return new Judgement(
        finding(pro, contra, saying.within()),
        pro,
        contra,
        saying.within(),
        limit,
        Optional.empty());
  }

  private Finding finding(List<Evidence> pro, List<Evidence> contra, List<Evidence> within) {
    List<Evidence> weighty = ClaimJudge.ofWeight(pro);
    boolean against = !ClaimJudge.ofWeight(contra).isEmpty();
    if (against) {
      return weighty.isEmpty() ? Finding.CONTRADICTED : Finding.CONDITIONAL;
    }
    if (pro.isEmpty()) {
      return Finding.UNKNOWN;
    }
    if (!within.isEmpty()) {
      return Finding.CONDITIONAL;
    }
    if (weighty.isEmpty()) {
      return Finding.ONE_SOURCE;
    }
    if (weighty.stream().allMatch(one -> FactClaims.isOld(brief, one))) {
      return Finding.OUTDATED;
    }
    return ClaimJudge.origins(pro) < 2 && !ClaimJudge.speaksForItself(weighty)
        ? Finding.ONE_SOURCE
        : Finding.SUPPORTED;
  }
}
