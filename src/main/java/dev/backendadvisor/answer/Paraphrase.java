package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether a clause says what one text says, in other words.
///
/// Words that mean the same may stand for each other and function words may come and go. What makes
/// a statement true or false is held to strictly: every figure with its unit and limit, every name,
/// every negation, quantifier, modal verb, condition, direction and cause has to be found in the
/// text, with the words it decides about; none of the text may be left out that limits what the
/// clause keeps; and whatever could be exchanged keeps the company it has in the text.
final class Paraphrase {
  private static final GateWords ENGLISH = GateWords.english();

  private final Parsed said;
  private final Parsed text;
  private final Parsed more;
  private final Set<String> technologies;
  private final boolean isOpinion;

  /// @param said the clause
  /// @param text what it has to say: a quote or a gist
  /// @param more further words that belong to it: conditions, criteria, publishers
  /// @param technologies what the records of the span speak of
  /// @param isOpinion whether it is no more than what somebody says
  Paraphrase(Parsed said, Parsed text, Parsed more, Set<String> technologies, boolean isOpinion) {
    this.said = said;
    this.text = text;
    this.more = more;
    this.technologies = technologies;
    this.isOpinion = isOpinion;
  }

  /// Why not; nothing when it says the same.
  Optional<String> objection() {
    boolean something =
        said.tokens().stream().anyMatch(one -> one.kind() == Kind.CONTENT || one.isNumber());
    if (!something) {
      return Optional.of("says nothing");
    }
    return brought()
        .or(this::turned)
        .or(() -> new Denials(said, text).objection())
        .or(() -> new Powers(said, text).objection())
        .or(() -> new Figures(said, text).objection())
        .or(this::repeated)
        .or(() -> isOpinion ? new Attribution(said, text).objection() : Optional.empty())
        .or(() -> new Tense(said, text).shifted())
        .or(() -> new Company(said, text).exchanged());
  }

  /// What stands neither in the text nor beside it.
  private Optional<String> brought() {
    for (Token one : said.tokens()) {
      boolean known =
          switch (one.kind()) {
            case EMPTY, POWER -> true;
            case UNIT -> text.has(one) || more.has(one) || one.word().equals("times");
            case TECHNOLOGY -> text.has(one) || technologies.contains(one.word());
            case NAME, CONTENT, FIGURE, DATE -> text.has(one) || more.has(one);
          };
      if (!known) {
        return Optional.of("brings " + one.word());
      }
    }
    return Optional.empty();
  }

  /// No word of the clause stands against one of the text, unless the text has it too, with the
  /// same word beside it.
  private Optional<String> turned() {
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      if (one.kind() == Kind.TECHNOLOGY) {
        continue;
      }
      boolean opposed =
          text.tokens().stream().anyMatch(other -> ENGLISH.areOpposite(one.plain(), other.plain()));
      boolean reversed =
          text.tokens().stream().anyMatch(other -> ENGLISH.areAntonyms(one.plain(), other.plain()));
      if (reversed
          && text.tokens().stream().noneMatch(other -> other.plain().equals(one.plain()))) {
        return Optional.of("turns " + one.word());
      }
      long mine = said.tokens().stream().filter(other -> other.plain().equals(one.plain())).count();
      long given = text.tokens().stream().filter(one::matches).count();
      if (opposed && (mine > given || !standsSo(i, one))) {
        return Optional.of("turns " + one.word());
      }
    }
    return Optional.empty();
  }

  private boolean standsSo(int place, Token one) {
    List<Token> beside = said.around(place, 1, 1);
    for (int i = 0; i < text.tokens().size(); i++) {
      Token other = text.tokens().get(i);
      if (one.matches(other) && !ENGLISH.areOpposite(one.plain(), other.plain())) {
        List<Token> near = text.around(i, 2, 2);
        if (Parsed.share(beside, near)) {
          return true;
        }
      }
    }
    return false;
  }

  /// No name is told more often than in the text, and a technology only when none is left out for
  /// it.
  private Optional<String> repeated() {
    boolean lacking =
        text.tokens().stream()
            .filter(one -> one.kind() == Kind.TECHNOLOGY)
            .anyMatch(one -> count(said, one) == 0);
    for (Token one : said.tokens()) {
      long given = count(text, one);
      boolean more = given > 0 && count(said, one) > given;
      if (more && (one.kind() == Kind.NAME || one.kind() == Kind.TECHNOLOGY && lacking)) {
        return Optional.of("repeats " + one.word());
      }
    }
    return Optional.empty();
  }

  private static long count(Parsed parsed, Token name) {
    return parsed.tokens().stream()
        .filter(one -> one.kind() == name.kind() && one.word().equals(name.word()))
        .count();
  }
}
