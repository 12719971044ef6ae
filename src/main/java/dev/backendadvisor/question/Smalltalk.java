package dev.backendadvisor.question;

import dev.backendadvisor.question.Question.Smalltalk.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells small talk, which is made of nothing but set phrases and politeness.
final class Smalltalk {
  private final Map<Kind, Cues> cues = new EnumMap<>(Kind.class);
  private final Set<String> politeness;

  Smalltalk(English english) {
    cues.put(Kind.ABOUT, english.cues("abouts"));
    cues.put(Kind.THANKS, english.cues("thanks"));
    cues.put(Kind.FAREWELL, english.cues("farewells"));
    cues.put(Kind.DECLINE, english.cues("declines"));
    cues.put(Kind.FRESH_START, english.cues("fresh starts"));
    cues.put(Kind.GREETING, english.cues("greetings"));
    this.politeness = english.words("politeness");
  }

  /// The kind of small talk; none when anything else is said.
  Optional<Kind> kind(Sentences text) {
    Optional<Kind> kind = Optional.empty();
    int at = 0;
    while (at < text.size()) {
      int end = at;
      Optional<Kind> here = Optional.empty();
      for (Map.Entry<Kind, Cues> entry : cues.entrySet()) {
        int reached = entry.getValue().longestAt(text, at).map(Cue.Match::end).orElse(at);
        if (reached > end) {
          end = reached;
          here = Optional.of(entry.getKey());
        }
      }
      if (here.isPresent() && (kind.isEmpty() || rank(here.get()) > rank(kind.get()))) {
        kind = here;
      }
      Token token = text.get(at);
      if (end == at && !token.named() && (token.parts() || politeness.contains(token.word()))) {
        end = at + 1;
      }
      if (end == at) {
        return Optional.empty();
      }
      at = end;
    }
    return kind;
  }

  /// What comes first here outweighs what comes later.
  private static int rank(Kind kind) {
    return switch (kind) {
      case ABOUT -> 5;
      case FRESH_START -> 4;
      case DECLINE -> 3;
      case THANKS -> 2;
      case FAREWELL -> 1;
      case GREETING -> 0;
    };
  }
}
