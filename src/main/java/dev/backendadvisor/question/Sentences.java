package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tokens of a question, and where its sentences start and end.
final class Sentences {
  private final List<Token> tokens;
  private final boolean[] starts;
  private final List<Sentence> sentences = new ArrayList<>();

  /// A sentence as a stretch of tokens.
  ///
  /// @param from its first token
  /// @param start its first token after words such as "so, please tell me whether"
  /// @param to one past its last token; the mark that ends it stands there
  /// @param asks whether a question mark ends it
  /// @param embedded whether a question stands in front of the statement: "do you think that"
  record Sentence(int from, int start, int to, boolean asks, boolean embedded) {}

  /// Splits tokens into sentences.
  ///
  /// @param openers cues of what may stand before the sentence proper
  /// @param embedding words that make what follows them a statement
  Sentences(List<Token> tokens, Cues openers, Set<String> embedding) {
    this.tokens = List.copyOf(tokens);
    this.starts = new boolean[tokens.size() + 1];
    int from = 0;
    while (from < tokens.size()) {
      int to = from;
      while (to < tokens.size() && !tokens.get(to).endsSentence()) {
        to++;
      }
      if (to > from) {
        sentences.add(sentence(from, to, openers, embedding));
      }
      from = to + 1;
    }
  }

  private Sentences(List<Token> tokens, Sentences like) {
    this.tokens = List.copyOf(tokens);
    this.starts = like.starts.clone();
    this.sentences.addAll(like.sentences);
  }

  /// The same sentences made of other tokens, one for one.
  Sentences with(List<Token> others) {
    return new Sentences(others, this);
  }

  private Sentence sentence(int from, int to, Cues openers, Set<String> embedding) {
    starts[from] = true;
    int start = from;
    boolean moved = true;
    while (moved && start < to) {
      int next =
          tokens.get(start).parts()
              ? start + 1
              : openers.longestAt(this, start).map(Cue.Match::end).orElse(start);
      moved = next > start && next < to;
      start = moved ? next : start;
    }
    starts[start] = true;
    boolean asks = to < tokens.size() && tokens.get(to).word().equals("?");
    boolean embedded =
        start - from > 1
            && tokens.subList(from, start).stream()
                .anyMatch(token -> embedding.contains(token.word()));
    return new Sentence(from, start, to, asks, embedded);
  }

  int size() {
    return tokens.size();
  }

  Token get(int at) {
    return tokens.get(at);
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /// Whether a sentence, or its proper part, starts at a token.
  boolean starts(int at) {
    return starts[at];
  }

  /// Whether a sentence ends, or a comma stands, before a token.
  boolean ends(int at) {
    return at >= tokens.size() || tokens.get(at).parts();
  }
}
