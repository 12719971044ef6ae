package dev.backendadvisor.question;

import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Puts the one thing a turn names into the place of the one thing of its kind that the last
/// question named: "node one?" after "how big is the slim image of Python?", "and 22?" after "until
/// when is Node.js 24 supported?".
final class Substitution {
  private final Map<String, String> written;
  private final Function<String, Sentences> named;
  private final Set<String> fillers;

  /// @param written the technologies' written names by id
  /// @param named takes a text apart, with the names in it
  Substitution(English english, Map<String, String> written, Function<String, Sentences> named) {
    this.written = Map.copyOf(written);
    this.named = named;
    this.fillers = english.words("substitution fillers");
  }

  /// The last question with what the turn names in it; none when the turn says more than a name or
  /// a version, or the last question had none or several of its kind.
  Optional<Rewrite> of(Sentences turn, Earlier last) {
    List<Token> told =
        turn.tokens().stream()
            .filter(token -> token.kind() != Token.Kind.MARK)
            .filter(token -> token.named() || !fillers.contains(token.word()))
            .toList();
    Reading before = last.question().reading();
    if (told.size() != 1 || last.question() instanceof Question.Compound) {
      return Optional.empty();
    }
    Token own = told.getFirst();
    String version = VersionFinder.number(own.word());
    if (own.kind() == Token.Kind.TECHNOLOGY && !before.open().isEmpty()) {
      return only(before.technologies())
          .filter(id -> !id.equals(own.id()))
          .map(id -> put(before, written.getOrDefault(own.id(), own.word()), is(id)))
          .map(words -> rewrite(words, last));
    }
    return version.isEmpty() || own.named()
        ? Optional.empty()
        : only(before.versions().stream().map(Reading.VersionMention::version).distinct().toList())
            .map(
                one ->
                    put(before, version, token -> VersionFinder.number(token.word()).equals(one)))
            .map(words -> rewrite(words, last));
  }

  private static <T> Optional<T> only(List<T> list) {
    return list.size() == 1 ? Optional.of(list.getFirst()) : Optional.empty();
  }

  private static Predicate<Token> is(String id) {
    return token -> token.kind() == Token.Kind.TECHNOLOGY && token.id().equals(id);
  }

  /// The words of a question with something else in the places of some tokens.
  private String put(Reading before, String other, Predicate<Token> place) {
    StringBuilder words = new StringBuilder(before.standalone());
    for (Token token : named.apply(before.standalone()).tokens().reversed()) {
      if (place.test(token)) {
        words.replace(token.start(), token.end(), other);
      }
    }
    return words.toString();
  }

  private static Rewrite rewrite(String words, Earlier last) {
    return new Rewrite(
        words, "question", last.question().reading().standalone(), last.answer(), Manner.USUAL);
  }
}
