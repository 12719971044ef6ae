package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cues that say the same thing, kept by their first words so that few are tried at any place.
final class Cues {
  private final Map<String, List<Cue>> byWord = new HashMap<>();
  private final List<Cue> atNames = new ArrayList<>();
  private final List<Cue> atStarts = new ArrayList<>();
  private final List<Cue> anywhere = new ArrayList<>();

  Cues(List<Cue> cues) {
    for (Cue cue : cues) {
      Set<String> openings = cue.openings();
      if (!openings.isEmpty()) {
        openings.forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(cue));
      } else if (cue.opensWithName()) {
        atNames.add(cue);
      } else if (cue.opensSentence()) {
        atStarts.add(cue);
      } else {
        anywhere.add(cue);
      }
    }
  }

  /// Whether one of them is anywhere in the text.
  boolean in(Sentences text) {
    return first(text, 0, text.size()).isPresent();
  }

  /// The first of them that starts within a stretch of tokens.
  Optional<Cue.Match> first(Sentences text, int from, int to) {
    for (int at = from; at < to; at++) {
      Optional<Cue.Match> match = longestAt(text, at);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /// All of them, at most one a place.
  List<Cue.Match> all(Sentences text) {
    List<Cue.Match> matches = new ArrayList<>();
    for (int at = 0; at < text.size(); at++) {
      longestAt(text, at).ifPresent(matches::add);
    }
    return matches;
  }

  /// The longest of them that starts at a token.
  Optional<Cue.Match> longestAt(Sentences text, int at) {
    if (at >= text.size()) {
      return Optional.empty();
    }
    Token token = text.get(at);
    Optional<Cue.Match> best = Optional.empty();
    if (token.named()) {
      best = longest(best, atNames, text, at, -1);
    } else {
      best = longest(best, byWord.getOrDefault(token.word(), List.of()), text, at, -1);
    }
    if (text.starts(at)) {
      best = longest(best, atStarts, text, at, -1);
    }
    return longest(best, anywhere, text, at, -1);
  }

  /// Whether a word stands in the judged place of one of them.
  boolean judge(Sentences text, int judged) {
    for (int at = Math.max(0, judged - 8); at <= judged; at++) {
      Token token = text.get(at);
      if (longest(Optional.empty(), anywhere, text, at, judged).isPresent()
          || longest(Optional.empty(), atNames, text, at, judged).isPresent()
          || (text.starts(at) && longest(Optional.empty(), atStarts, text, at, judged).isPresent())
          || longest(
                  Optional.empty(), byWord.getOrDefault(token.word(), List.of()), text, at, judged)
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Cue.Match> longest(
      Optional<Cue.Match> best, List<Cue> cues, Sentences text, int at, int judged) {
    for (Cue cue : cues) {
      Optional<Cue.Match> match = cue.match(text, at, judged);
      if (match.isPresent() && (best.isEmpty() || match.get().end() > best.get().end())) {
        best = match;
      }
    }
    return best;
  }
}
