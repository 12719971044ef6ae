package dev.backendadvisor.question;

import dev.backendadvisor.question.Reading.CriterionMention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Writes a turn so that it can be understood without the ones before it.
final class Standalone {
  private static final Set<String> POSSESSIVE = Set.of("its", "their");

  private final Map<String, String> writtenNames = new HashMap<>();

  /// @param names the technologies' written names by id
  Standalone(Map<String, String> names) {
    writtenNames.putAll(names);
  }

  /// The turn's words when it takes nothing. Otherwise its words with a pronoun replaced ("is it
  /// fast"), the earlier question with the new name put in ("and Python?"), or its words after a
  /// list of what it is about ("why?").
  ///
  /// @param named the tokens of a text with its names marked
  String of(String words, Mentions own, Carry carry, Function<String, List<Token>> named) {
    if (carry.from().isEmpty()) {
      return words;
    }
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
    String before = carry.from().get().question().reading().standalone();
    if (carry.form() && taken.isEmpty() && own.named() == 1) {
      List<int[]> old = names(named.apply(before));
      List<int[]> fresh = names(own.all());
      if (old.size() == 1 && fresh.size() == 1) {
        return before.substring(0, old.getFirst()[0])
            + words.substring(fresh.getFirst()[0], fresh.getFirst()[1])
            + before.substring(old.getFirst()[1]);
      }
    }
    carry.criteria().stream().map(CriterionMention::from).distinct().forEach(taken::add);
    return taken.isEmpty() ? words : String.join(", ", taken) + ": " + words;
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
