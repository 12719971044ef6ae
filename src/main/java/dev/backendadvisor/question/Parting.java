package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Parts words that ask several things: "Is Node fast, and who uses it? Until when is Java 21
/// supported?"
final class Parting {
  private static final Set<String> LINKS = Set.of("and", "also", "plus", "but");
  private static final Set<String> SUBJECTS =
      Set.of("the", "a", "an", "there", "i", "we", "you", "my", "our", "this", "that", "not");
  private static final int SHORTEST = 3;

  private final Set<String> questionWords;
  private final Set<String> auxiliaries;
  private final Set<String> commands;
  private final Set<String> pronouns;
  private final Set<String> prepositions;

  Parting(English english) {
    this.questionWords = english.words("question words");
    this.auxiliaries = english.words("auxiliaries");
    this.commands = english.words("commands");
    this.pronouns = english.words("pronouns");
    this.prepositions = english.words("asking prepositions");
  }

  /// The stretches of words that each ask something, in order, with what is said before them; one
  /// or none when nothing is to be parted.
  List<String> of(String words, Sentences text) {
    List<int[]> pieces = new ArrayList<>();
    for (Sentences.Sentence sentence : text.sentences()) {
      pieces.addAll(pieces(text, sentence));
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int[] piece : pieces) {
      if (asks(text, piece[0], piece[1])) {
        int end = text.get(Math.min(piece[1], text.size() - 1)).end();
        boolean mark = piece[1] < text.size() && text.get(piece[1]).kind() == Token.Kind.MARK;
        parts.add(
            words
                .substring(from, mark ? end : text.get(piece[1] - 1).end())
                .replaceAll("^[\\s,;.]+|[\\s,;]+$", ""));
        from = mark ? end : text.get(piece[1] - 1).end();
      }
    }
    if (parts.size() > 1 && from < words.length()) {
      String rest = words.substring(from).replaceAll("^[\\s,;.?!]+", "");
      if (!rest.isBlank()) {
        parts.set(parts.size() - 1, parts.getLast() + " " + rest);
      }
    }
    return parts;
  }

  /// A sentence cut where a link is followed by another question.
  private List<int[]> pieces(Sentences text, Sentences.Sentence sentence) {
    List<int[]> pieces = new ArrayList<>();
    int from = sentence.from();
    for (int at = sentence.start() + 1; at + SHORTEST <= sentence.to(); at++) {
      if (LINKS.contains(text.get(at).word())
          && at - from >= SHORTEST
          && asks(text, from, at)
          && opens(text, at + 1, sentence.to())) {
        pieces.add(new int[] {from, at});
        from = at;
      }
    }
    pieces.add(new int[] {from, sentence.to()});
    return pieces;
  }

  /// Whether a stretch is a question of some substance.
  private boolean asks(Sentences text, int from, int to) {
    int start = from;
    while (start < to && (LINKS.contains(text.get(start).word()) || text.get(start).parts())) {
      start++;
    }
    for (int at = start; at < Math.min(to, start + 8); at++) {
      if (text.starts(at) || at == start) {
        if (opens(text, at, to)) {
          return true;
        }
      }
    }
    boolean marked = to < text.size() && text.get(to).word().equals("?");
    return marked
        && to - start >= SHORTEST
        && text.tokens().subList(start, to).stream()
            .anyMatch(
                token ->
                    auxiliaries.contains(token.word()) || questionWords.contains(token.word()));
  }

  /// Whether a question opens at a token.
  private boolean opens(Sentences text, int at, int to) {
    if (to - at < SHORTEST) {
      return false;
    }
    Token first = text.get(at);
    Token next = text.get(at + 1);
    if (questionWords.contains(first.word())
        || (prepositions.contains(first.word()) && questionWords.contains(next.word()))) {
      return true;
    }
    boolean subject =
        next.named() || pronouns.contains(next.word()) || SUBJECTS.contains(next.word());
    return (auxiliaries.contains(first.word()) && subject)
        || (commands.contains(first.word()) && at > 0 && !LINKS.contains(text.get(at - 1).word()));
  }
}
