package dev.backendadvisor.question;

import dev.backendadvisor.question.Offers.Offer;
import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Puts a turn that says little by itself into words of its own: "yes", "the second one", "what
/// about the other one?", "and if the team only knows Java?", or the answer to a question that the
/// advisor asked.
final class Rewrites {
  /// An answer to a question of ours is this long at most, in words and marks.
  private static final int REPLY = 12;

  private static final List<Set<String>> PLACES =
      List.of(
          Set.of("first", "1st", "1", "one", "former"),
          Set.of("second", "2nd", "2", "two"),
          Set.of("third", "3rd", "3", "three"),
          Set.of("fourth", "4th", "4", "four"),
          Set.of("fifth", "5th", "5", "five"),
          Set.of("sixth", "6th", "6", "six"));
  private static final Set<String> LAST = Set.of("last", "latter");

  private final Map<String, String> technologies;
  private final Map<String, String> criteria;
  private final Tokenizer tokenizer;
  private final Cues acceptances;
  private final Cues ordinals;
  private final Cues others;
  private final Cues teamKnows;
  private final Cues whyNot;
  private final Cues corrections;
  private final Predicate<Sentences> which;
  private final Set<String> ordinalWords;
  private final Set<String> emptyWords;
  private final Set<String> auxiliaries;
  private final Set<String> questionWords;
  private final Set<String> commands;

  /// @param technologies the technologies' written names by id
  /// @param criteria the criteria's names by id, as they stand after "for"
  /// @param which whether a turn asks which of those spoken of before
  Rewrites(
      English english,
      Tokenizer tokenizer,
      Map<String, String> technologies,
      Map<String, String> criteria,
      Predicate<Sentences> which) {
    this.which = which;
    this.technologies = Map.copyOf(technologies);
    this.criteria = Map.copyOf(criteria);
    this.tokenizer = tokenizer;
    this.acceptances = english.cues("acceptances");
    this.ordinals = english.cues("ordinals");
    this.others = english.cues("others");
    this.teamKnows = english.cues("team knows");
    this.whyNot = english.cues("why not");
    this.corrections = english.cues("corrections");
    this.ordinalWords = english.words("ordinal");
    this.emptyWords = english.words("stop words");
    this.auxiliaries = english.words("auxiliaries");
    this.questionWords = english.words("question words");
    this.commands = english.words("commands");
  }

  /// The words that stand for a turn; none when it speaks for itself.
  ///
  /// @param own what the turn names itself
  /// @param earlier the turns before it, oldest first
  /// @param offers what the advisor offered below its answers
  Optional<Rewrite> of(Mentions own, List<Earlier> earlier, Offers offers, String words) {
    if (earlier.isEmpty() || own.text().sentences().isEmpty()) {
      return Optional.empty();
    }
    Optional<Earlier> last = Context.last(earlier);
    if (own.named() == 0) {
      return reply(own, earlier, offers, words)
          .or(() -> last.filter(one -> others.in(own.text())).flatMap(one -> other(earlier, one)))
          .or(
              () ->
                  last.filter(one -> which.test(own.text()))
                      .flatMap(one -> both(earlier, one, words)));
    }
    if (own.technologies().size() != 1 || last.isEmpty()) {
      return Optional.empty();
    }
    String named = own.technologies().iterator().next();
    if (own.excluded().size() == 1 && corrections.in(own.text())) {
      return inPlace(own.excluded().iterator().next(), named, last.get());
    }
    boolean weighs = whyNot.in(own.text()) && !purpose(last.get()).isEmpty();
    return weighs || supposesTeam(own) ? Optional.of(team(named, last.get())) : Optional.empty();
  }

  /// The last question with one technology in the place of another.
  private Optional<Rewrite> inPlace(String wrong, String right, Earlier last) {
    List<String> before = last.question().reading().technologies();
    if (!before.contains(wrong)) {
      return Optional.empty();
    }
    List<String> meant =
        before.stream().map(one -> one.equals(wrong) ? right : one).distinct().toList();
    String purpose = purpose(last);
    return Optional.of(
        meant.size() == 1
            ? about(right, last)
            : asked(
                String.join(" or ", meant.stream().map(this::name).toList())
                    + (purpose.isEmpty() ? "?" : " for " + purpose + "?"),
                last));
  }

  private Optional<Rewrite> reply(
      Mentions own, List<Earlier> earlier, Offers offers, String words) {
    Sentences text = own.text();
    boolean asks = text.tokens().stream().anyMatch(token -> token.word().equals("?"));
    boolean accepts = !asks && isWhole(acceptances, text);
    boolean places = isWhole(ordinals, text);
    if (text.size() > REPLY || (asks && !places)) {
      return Optional.empty();
    }
    Optional<Earlier> answered =
        earlier.reversed().stream()
            .filter(turn -> !(turn.question() instanceof Question.Smalltalk))
            .findFirst();
    if (answered.isEmpty()) {
      return Optional.empty();
    }
    Optional<Earlier> last = Context.last(earlier);
    List<Offer> offered = offers.below(answered.get().answer());
    List<Offer> choices = offered.stream().filter(Offer::choice).toList();
    String from = answered.get().answer();
    if (accepts) {
      return choices.isEmpty()
          ? offered.stream().findFirst().map(one -> takenUp(one, from))
          : last.map(one -> again(one, Manner.SHORT));
    }
    if (places) {
      return nth(text, choices)
          .map(one -> takenUp(one, from))
          .or(() -> last.flatMap(one -> nthTechnology(text, one)))
          .or(() -> nth(text, offered).map(one -> takenUp(one, from)));
    }
    if (choices.isEmpty() || last.isEmpty() || isQuestion(text)) {
      return Optional.empty();
    }
    return choices.stream()
        .filter(choice -> means(text, choice.label()))
        .findFirst()
        .map(choice -> takenUp(choice, from))
        .or(
            () ->
                own.criteria().isEmpty() ? Optional.empty() : Optional.of(told(last.get(), words)));
  }

  /// What the advisor offered, as if it had been asked.
  private static Rewrite takenUp(Offer offer, String from) {
    return new Rewrite(offer.message(), "offer", offer.message(), from, Manner.USUAL);
  }

  private static Rewrite again(Earlier last, Manner manner) {
    String before = last.question().reading().standalone();
    return new Rewrite(before, "question", before, last.answer(), manner);
  }

  /// The earlier question with a fact added to it.
  private static Rewrite told(Earlier last, String words) {
    String before = last.question().reading().standalone().strip();
    String end = before.matches("(?s).*[.?!]") ? " " : ". ";
    return new Rewrite(
        before + end + words.strip(), "question", before, last.answer(), Manner.USUAL);
  }

  private boolean isQuestion(Sentences text) {
    Token first = text.get(text.sentences().getFirst().start());
    return questionWords.contains(first.word())
        || auxiliaries.contains(first.word())
        || commands.contains(first.word());
  }

  /// Whether a reply names a choice: all it says is part of the label.
  private boolean means(Sentences text, String label) {
    Set<String> named =
        tokenizer.tokens(label).stream().map(Token::word).collect(Collectors.toSet());
    List<String> said =
        text.tokens().stream()
            .filter(token -> token.kind() != Token.Kind.MARK)
            .map(Token::word)
            .filter(word -> !emptyWords.contains(word))
            .toList();
    return !said.isEmpty() && named.containsAll(said);
  }

  private Optional<Offer> nth(Sentences text, List<Offer> offered) {
    int place = place(text, offered.size());
    return place < offered.size() ? Optional.of(offered.get(place)) : Optional.empty();
  }

  private Optional<Rewrite> nthTechnology(Sentences text, Earlier last) {
    List<String> named = last.question().reading().technologies();
    int place = place(text, named.size());
    return named.size() > 1 && place < named.size()
        ? Optional.of(about(named.get(place), last))
        : Optional.empty();
  }

  /// Which one an ordinal means, from 0; beyond all when there are not so many.
  private int place(Sentences text, int size) {
    for (Token token : text.tokens().reversed()) {
      if (ordinalWords.contains(token.word()) && !token.word().equals("one")) {
        for (int place = 0; place < PLACES.size(); place++) {
          if (PLACES.get(place).contains(token.word())) {
            return place;
          }
        }
        return LAST.contains(token.word()) && size > 0 ? size - 1 : size;
      }
    }
    return 0;
  }

  /// "Which is cheaper?", when the last questions were about one technology each.
  private Optional<Rewrite> both(List<Earlier> earlier, Earlier last, String words) {
    if (last.question().reading().technologies().size() != 1) {
      return Optional.empty();
    }
    Set<String> spoken = new LinkedHashSet<>();
    for (Earlier turn : earlier.reversed()) {
      if (Context.startsAfresh(turn) || turn.question().reading().technologies().size() != 1) {
        break;
      }
      spoken.addAll(turn.question().reading().technologies());
    }
    List<String> names = spoken.stream().limit(3).map(this::name).toList();
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(asked(String.join(" or ", names.reversed()) + ": " + words.strip(), last));
  }

  /// The technology named before that the last question was not about, or not about first.
  private Optional<Rewrite> other(List<Earlier> earlier, Earlier last) {
    List<String> spoken = last.question().reading().technologies();
    if (spoken.size() > 1) {
      String first =
          last.question() instanceof Question.Comparison comparison
              ? comparison.proposed().orElse(spoken.getFirst())
              : spoken.getFirst();
      return spoken.size() == 2
          ? spoken.stream()
              .filter(one -> !one.equals(first))
              .findFirst()
              .map(one -> about(one, last))
          : Optional.empty();
    }
    for (Earlier turn : earlier.reversed()) {
      List<String> rest = new ArrayList<>(turn.question().reading().technologies());
      rest.removeAll(spoken);
      if (rest.size() == 1 && !spoken.isEmpty()) {
        return Optional.of(about(rest.getFirst(), last));
      }
      if (rest.size() > 1 && !spoken.isEmpty()) {
        String names = String.join(" or ", rest.stream().map(this::name).toList());
        String purpose = purpose(last);
        return Optional.of(
            asked(names + (purpose.isEmpty() ? "?" : " for " + purpose + "?"), last));
      }
      if (Context.startsAfresh(turn)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// One technology, on what the last question was about.
  private Rewrite about(String technology, Earlier last) {
    String name = name(technology);
    String purpose = purpose(last);
    return asked(
        purpose.isEmpty()
            ? "What are the pros and cons of " + name + "?"
            : "Is " + name + " good for " + purpose + "?",
        last);
  }

  private static Rewrite asked(String words, Earlier last) {
    return new Rewrite(
        words, "question", last.question().reading().standalone(), last.answer(), Manner.USUAL);
  }

  private String name(String technology) {
    return technologies.getOrDefault(technology, technology);
  }

  private boolean supposesTeam(Mentions own) {
    Sentences text = own.text();
    if (text.sentences().size() > 1 || !teamKnows.in(text)) {
      return false;
    }
    Token first = text.get(text.sentences().getFirst().start());
    boolean whatIf = text.tokens().stream().anyMatch(token -> token.word().equals("if"));
    return whatIf || !(questionWords.contains(first.word()) || auxiliaries.contains(first.word()));
  }

  /// How what the team knows compares with the others.
  private Rewrite team(String known, Earlier last) {
    List<String> rivals =
        last.question().reading().technologies().stream()
            .filter(one -> !one.equals(known))
            .map(this::name)
            .toList();
    String name = name(known);
    String purpose = purpose(last);
    String words =
        purpose.isEmpty()
            ? "When should we use " + name + "?"
            : rivals.isEmpty()
                ? "Is " + name + " good for " + purpose + "?"
                : "Is " + name + " better than " + list(rivals) + " for " + purpose + "?";
    return asked(words, last);
  }

  private String purpose(Earlier last) {
    return list(
        last.question().reading().criteria().stream()
            .map(one -> criteria.getOrDefault(one.criterion(), one.from()))
            .distinct()
            .limit(2)
            .toList());
  }

  private static String list(List<String> names) {
    return String.join(" and ", names);
  }

  /// Whether one cue takes up the whole turn, marks apart.
  private static boolean isWhole(Cues cues, Sentences text) {
    int end = text.size();
    while (end > 0 && text.get(end - 1).kind() == Token.Kind.MARK) {
      end--;
    }
    int at = 0;
    while (at < end) {
      int reached = cues.longestAt(text, at).map(Cue.Match::end).orElse(at);
      Token token = text.get(at);
      if (reached == at
          && token.kind() != Token.Kind.MARK
          && !(at > 0 && token.word().equals("please"))) {
        return false;
      }
      at = Math.max(reached, at + 1);
    }
    return end > 0;
  }
}
