package dev.backendadvisor.question;

import dev.backendadvisor.question.QuestionReader.Earlier;
import dev.backendadvisor.question.Reading.CarriedOver;
import dev.backendadvisor.question.Reading.CriterionMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a turn takes from the one before.
///
/// @param from the question it leans on; none when it is whole
/// @param technologies ids of the technologies taken
/// @param names unknown names taken
/// @param criteria criteria taken
/// @param form whether the form is taken
/// @param manner how the answer is to be told
/// @param pronoun the token that stands for what is taken, -1 for none
record Carry(
    Optional<Earlier> from,
    List<String> technologies,
    List<String> names,
    List<CriterionMention> criteria,
    boolean form,
    Manner manner,
    int pronoun) {
  /// Nothing: the turn is whole.
  static final Carry NOTHING =
      new Carry(Optional.empty(), List.of(), List.of(), List.of(), false, Manner.USUAL, -1);

  Carry {
    technologies = List.copyOf(technologies);
    names = List.copyOf(names);
    criteria = List.copyOf(criteria);
  }

  /// The same, to be told in a manner.
  Carry in(Manner other) {
    return new Carry(from, technologies, names, criteria, form, other, pronoun);
  }

  /// The same as a reading lists it.
  List<CarriedOver> list() {
    List<CarriedOver> list = new ArrayList<>();
    from.ifPresent(
        last -> {
          technologies.forEach(id -> list.add(new CarriedOver("technology", id, last.answer())));
          names.forEach(name -> list.add(new CarriedOver("name", name, last.answer())));
          criteria.forEach(
              one -> list.add(new CarriedOver("criterion", one.criterion(), last.answer())));
          if (form) {
            list.add(new CarriedOver("form", last.question().form(), last.answer()));
          }
        });
    return list;
  }

  /// The tokens of the turn with what is taken put in: in the pronoun's place, or in front.
  List<Token> complete(List<Token> tokens) {
    List<Token> taken = new ArrayList<>();
    technologies.forEach(id -> taken.add(name(Token.Kind.TECHNOLOGY, id, id)));
    names.forEach(one -> taken.add(name(Token.Kind.NAME, Tokenizer.normal(one), "")));
    List<Token> complete = new ArrayList<>();
    List<Token> own = new ArrayList<>(tokens);
    for (Token one : taken) {
      if (pronoun >= 0 && one.equals(taken.getFirst())) {
        Token place = own.get(pronoun);
        own.set(
            pronoun,
            new Token(one.kind(), one.word(), place.start(), place.end(), false, false, one.id()));
      } else {
        complete.add(one);
        complete.add(new Token(Token.Kind.MARK, ";", 0, 0, false, false, ""));
      }
    }
    complete.addAll(own);
    return complete;
  }

  private static Token name(Token.Kind kind, String word, String id) {
    return new Token(kind, word, 0, 0, false, false, id);
  }
}
