package dev.backendadvisor.question;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the technologies ruled out: "not Java", "anything but PHP", "without Java or PHP".
final class Exclusions {
  private static final Set<String> LINKS = Set.of("or", "and", "nor", ",", "/");

  private final Cues cues;
  private final Cues guards;

  Exclusions(English english) {
    this.cues = english.cues("exclusion cues");
    this.guards = english.cues("exclusion guards");
  }

  /// The places of the tokens that name them.
  Set<Integer> find(Sentences text) {
    Set<Integer> guarded = new HashSet<>();
    guards.all(text).forEach(match -> guarded.add(match.first()));
    Set<Integer> excluded = new HashSet<>();
    for (Cue.Match match : cues.all(text)) {
      int at = match.first();
      if (at < 0 || guarded.contains(at)) {
        continue;
      }
      excluded.add(at);
      while (at + 2 < text.size()
          && LINKS.contains(text.get(at + 1).word())
          && text.get(at + 2).named()
          && !isClause(text, at + 3)) {
        at += 2;
        excluded.add(at);
      }
    }
    return excluded;
  }

  /// Whether a verb follows, so that a new clause has begun: "not Java, Node is fine".
  private static boolean isClause(Sentences text, int at) {
    return at < text.size()
        && List.of("is", "are", "would", "can", "seems").contains(text.get(at).word());
  }
}
