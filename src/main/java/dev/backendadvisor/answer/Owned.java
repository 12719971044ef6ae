package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.List;

/// A figure with the technology or name it is told of.
///
/// @param figure the figure
/// @param figurePlace where it stands
/// @param owner the name
/// @param ownerPlace where that stands
record Owned(Token figure, int figurePlace, Token owner, int ownerPlace) {
  /// The figures of a sentence with what they are told of: the name after them, when no comma and
  /// only a few words stand between; else the last name before them.
  static List<Owned> in(Parsed parsed) {
    List<Owned> owned = new ArrayList<>();
    List<Token> tokens = parsed.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token figure = tokens.get(i);
      boolean version =
          i > 0
              && tokens.get(i - 1).kind() == Kind.TECHNOLOGY
              && !(i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.UNIT);
      if (figure.kind() != Kind.FIGURE || version) {
        continue;
      }
      int owner = nearest(tokens, i, true);
      owner = owner < 0 ? nearest(tokens, i, false) : owner;
      if (owner >= 0) {
        owned.add(new Owned(figure, i, tokens.get(owner), owner));
      }
    }
    return owned;
  }

  private static int nearest(List<Token> tokens, int figure, boolean technology) {
    int next = owner(tokens, figure, 1, technology);
    int last = owner(tokens, figure, -1, technology);
    return next >= 0 && (last < 0 || next - figure <= figure - last) ? next : last;
  }

  /// The next technology in a direction, when no comma, conjunction or figure stands between; -1
  /// when there is none.
  private static int owner(List<Token> tokens, int figure, int step, boolean technology) {
    for (int i = figure + step;
        i >= 0 && i < tokens.size() && Math.abs(i - figure) < 7;
        i += step) {
      Token one = tokens.get(i);
      if (one.segment() != tokens.get(figure).segment()) {
        return -1;
      }
      if (technology ? one.kind() == Kind.TECHNOLOGY : one.alias()) {
        return i;
      }
    }
    return -1;
  }
}
