package dev.backendadvisor.question;

import dev.backendadvisor.question.Reading.CriterionMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Writes a turn so that it can be understood without the ones before it.
final class Standalone {
  private static final Set<String> DISMISSING = Set.of("forget", "ignore", "omit", "drop", "mind");
  private static final Set<String> POSSESSIVE = Set.of("its", "their");

  private final Map<String, String> writtenNames;
  private final Map<String, String> purposes;
  private final Set<String> emptyWords;

  /// @param names the technologies' written names by id
  /// @param purposes the criteria's names by id, as they stand after "for"
  Standalone(English english, Map<String, String> names, Map<String, String> purposes) {
    this.writtenNames = Map.copyOf(names);
    this.purposes = Map.copyOf(purposes);
    this.emptyWords = english.words("stop words");
  }

  /// The turn's words when it takes nothing. Otherwise its words with a pronoun replaced ("is it
  /// fast"), the earlier question with the new name put in ("and Python?"), or its words after a
  /// list of what they are about ("what about memory?").
  ///
  /// @param named the tokens of a text with its names marked
  String of(String words, Mentions own, Carry carry, Function<String, List<Token>> named) {
    if (carry.from().isEmpty()) {
      return words;
    }
    String before = carry.from().get().question().reading().standalone().strip();
    List<String> taken = new ArrayList<>();
    carry.technologies().forEach(id -> taken.add(writtenNames.getOrDefault(id, id)));
    taken.addAll(carry.names());
    if (carry.pronoun() >= 0 && !taken.isEmpty()) {
      Token pronoun = own.text().get(carry.pronoun());
      String owns = POSSESSIVE.contains(pronoun.word()) ? "'s" : "";
      return words.substring(0, pronoun.start())
          + String.join(" and ", taken)
          + owns
          + words.substring(pronoun.end());
    }
    if (carry.form() && taken.isEmpty() && own.named() == 1 && own.excluded().isEmpty()) {
      List<int[]> old = names(named.apply(before));
      List<int[]> fresh = names(own.all());
      if (old.size() == 1 && fresh.size() == 1) {
        return before.substring(0, old.getFirst()[0])
            + words.substring(fresh.getFirst()[0], fresh.getFirst()[1])
            + before.substring(old.getFirst()[1]);
      }
    }
    if (carry.form()
        && !(carry.technologies().isEmpty() && carry.names().isEmpty())
        && carry.from().get().question() instanceof Question.Comparison
        && saysNothingMore(own)) {
      return comparison(own, carry);
    }
    if (carry.form()
        && taken.isEmpty()
        && carry.from().get().question() instanceof Question.Recommendation) {
      return narrowed(before, words.strip());
    }
    carry.criteria().stream().map(CriterionMention::from).distinct().forEach(taken::add);
    return taken.isEmpty() ? words : String.join(", ", taken) + ": " + words;
  }

  /// `Which one should we use for chat, not Java?`
  private static String narrowed(String before, String words) {
    String more = words.replaceAll("[.?!\\s]+$", "");
    boolean joins = more.toLowerCase(Locale.ROOT).matches("(?:and|or|for|with|in|on|if|when)\\b.*");
    return before.replaceAll("[.?!\\s]+$", "") + (joins ? " " : ", ") + more + "?";
  }

  /// Whether a turn is made of names, words for criteria and words that mean nothing by themselves.
  private boolean saysNothingMore(Mentions own) {
    Sentences text = own.text();
    boolean[] told = new boolean[text.size()];
    for (CriterionFinder.Found one : own.meant()) {
      Arrays.fill(told, one.start(), one.start() + one.length(), true);
    }
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      boolean empty =
          token.kind() == Token.Kind.MARK
              || (token.kind() == Token.Kind.WORD
                  && (emptyWords.contains(token.word()) || DISMISSING.contains(token.word())));
      if (!(told[at] || own.all().get(at).named() || empty)) {
        return false;
      }
    }
    return true;
  }

  /// `Node.js, Python or Java for real-time traffic?`
  private String comparison(Mentions own, Carry carry) {
    Set<String> names = new LinkedHashSet<>();
    carry.technologies().forEach(id -> names.add(writtenNames.getOrDefault(id, id)));
    names.addAll(carry.names());
    own.technologies().forEach(id -> names.add(writtenNames.getOrDefault(id, id)));
    names.addAll(own.unknown());
    Set<String> criteria = new LinkedHashSet<>(own.criteria().keySet());
    carry.criteria().forEach(one -> criteria.add(one.criterion()));
    List<String> purpose =
        criteria.stream().map(id -> purposes.getOrDefault(id, id)).limit(3).toList();
    List<String> out =
        own.excluded().stream().map(id -> writtenNames.getOrDefault(id, id)).toList();
    return list(List.copyOf(names), " or ")
        + (purpose.isEmpty() ? "" : " for " + list(purpose, " and "))
        + (out.isEmpty() ? "" : ", not " + list(out, " or "))
        + "?";
  }

  private static String list(List<String> things, String last) {
    return things.size() < 2
        ? String.join("", things)
        : String.join(", ", things.subList(0, things.size() - 1)) + last + things.getLast();
  }

  /// Where names stand in a text, each with the version behind it.
  private static List<int[]> names(List<Token> tokens) {
    List<int[]> names = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.named()) {
        boolean version =
            at + 1 < tokens.size() && !VersionFinder.number(tokens.get(at + 1).word()).isEmpty();
        names.add(new int[] {token.start(), version ? tokens.get(at + 1).end() : token.end()});
      }
    }
    return names;
  }
}
