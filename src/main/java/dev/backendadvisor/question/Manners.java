package dev.backendadvisor.question;

import dev.backendadvisor.question.Sentences.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the sentences that only say how an answer is to be told: "why?", "shorter, please".
final class Manners {
  /// What stands beside such a sentence and is this short says nothing: "Interesting. Why?"
  private static final int REMARK = 3;

  private final Map<Manner, Cues> cues = new EnumMap<>(Manner.class);
  private final Set<String> politeness;

  Manners(English english) {
    cues.put(Manner.WHY, english.cues("manner why"));
    cues.put(Manner.SURE, english.cues("manner sure"));
    cues.put(Manner.LONG, english.cues("manner long"));
    cues.put(Manner.SHORT, english.cues("manner short"));
    cues.put(Manner.PLAIN, english.cues("manner plain"));
    this.politeness = english.words("politeness");
  }

  /// What a turn says about the manner, and what else it says.
  ///
  /// @param manner the manner asked for
  /// @param rest the tokens of the other sentences; empty when they say nothing
  record Told(Manner manner, List<Token> rest) {
    Told {
      rest = List.copyOf(rest);
    }
  }

  /// Reads the manner a turn asks for.
  Told of(Sentences text) {
    Manner manner = Manner.USUAL;
    List<Token> rest = new ArrayList<>();
    int words = 0;
    for (Sentence sentence : text.sentences()) {
      Optional<Manner> here = of(text, sentence);
      if (here.isPresent()) {
        manner = here.get();
      } else {
        int end = Math.min(sentence.to() + 1, text.size());
        rest.addAll(text.tokens().subList(sentence.from(), end));
        words += sentence.to() - sentence.from();
      }
    }
    return manner == Manner.USUAL
        ? new Told(manner, text.tokens())
        : new Told(manner, words <= REMARK ? List.of() : rest);
  }

  private Optional<Manner> of(Sentences text, Sentence sentence) {
    for (Map.Entry<Manner, Cues> entry : cues.entrySet()) {
      for (int start : List.of(sentence.start(), sentence.from())) {
        int reached = entry.getValue().longestAt(text, start).map(Cue.Match::end).orElse(start);
        int end = Math.min(reached, sentence.to());
        if (end > start
            && text.tokens().subList(end, sentence.to()).stream().allMatch(this::polite)) {
          return Optional.of(entry.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private boolean polite(Token token) {
    return token.kind() == Token.Kind.MARK || politeness.contains(token.word());
  }
}
