package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether what is no more than somebody's word stays it.
final class Attribution {
  private static final GateWords ENGLISH = GateWords.english();

  /// Words that tell whose word it is in other ways: "by Oracle's count", "Oracle calls it".
  private static final Set<String> OTHERS_SAYING = Set.of("by", "calls", "called");

  private final Parsed said;
  private final Parsed text;

  Attribution(Parsed said, Parsed text) {
    this.said = said;
    this.text = text;
  }

  /// What is left out of it; nothing when it is still told whose word it is.
  Optional<String> objection() {
    List<Token> speakers = speakers();
    boolean named = speakers.stream().anyMatch(Token::isEntity);
    boolean kept =
        speakers.isEmpty()
            || speakers.stream().anyMatch(one -> said.tokens().stream().anyMatch(one::matches));
    boolean told = text.tokens().stream().anyMatch(one -> ENGLISH.isAttribution(one.word()));
    boolean tells =
        said.tokens().stream()
            .anyMatch(one -> named ? isSaid(one) : ENGLISH.isAttribution(one.word()));
    return kept && (tells || !told) ? Optional.empty() : Optional.of("drops whose word it is");
  }

  /// Whose word the text says it is: authors and articles, else names beside a word such as "says".
  private List<Token> speakers() {
    List<Token> tokens = text.tokens();
    List<Token> speakers =
        new ArrayList<>(tokens.stream().filter(one -> ENGLISH.isSpeaker(one.plain())).toList());
    for (int i = 0; speakers.isEmpty() && i < tokens.size(); i++) {
      if (ENGLISH.isSaying(tokens.get(i).word())) {
        tokens.subList(Math.max(0, i - 1), Math.min(tokens.size(), i + 2)).stream()
            .filter(Token::isEntity)
            .forEach(speakers::add);
      }
    }
    return speakers;
  }

  private static boolean isSaid(Token one) {
    return ENGLISH.isSaying(one.word()) || OTHERS_SAYING.contains(one.word());
  }
}
