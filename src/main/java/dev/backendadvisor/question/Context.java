package dev.backendadvisor.question;

import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Completes a turn that leans on the one before: "and Python?", "what about memory?", "is it
/// faster than Java?", "why?". A question that is whole takes nothing.
final class Context {
  private static final int FRAGMENT = 4;

  private final Cues continuers;
  private final Cues mereContinuers;
  private final Cues references;
  private final Cues expletives;
  private final Set<String> pronouns;
  private final Set<String> pluralPronouns;
  private final Set<String> verbs;
  private final Set<String> questionWords;
  private final Direction direction;

  Context(English english, Direction direction) {
    this.continuers = english.cues("continuers");
    this.mereContinuers = english.cues("mere continuers");
    this.references = english.cues("reference cues");
    this.expletives = english.cues("expletives");
    this.pronouns = english.words("pronouns");
    this.pluralPronouns = english.words("plural pronouns");
    this.verbs = english.words("verbs");
    this.questionWords = english.words("question words");
    this.direction = direction;
  }

  /// What a turn takes from the one before.
  ///
  /// @param from the question it leans on; none when it is whole
  /// @param technologies whether its technologies
  /// @param criteria whether its criteria
  /// @param form whether its form
  /// @param pronoun the token that stands for its technologies, -1 for none
  record Carry(
      Optional<Earlier> from, boolean technologies, boolean criteria, boolean form, int pronoun) {
    static final Carry NOTHING = new Carry(Optional.empty(), false, false, false, -1);
  }

  /// What is named in a turn itself.
  ///
  /// @param technologies how many technologies, ruled out or not
  /// @param names how many unknown names
  /// @param criteria how many criteria
  record Own(int technologies, int names, int criteria) {}

  /// Decides what a turn takes.
  Carry carry(Sentences text, Own own, List<Earlier> earlier) {
    Optional<Earlier> last =
        earlier.stream()
            .filter(turn -> !(turn.question() instanceof Question.Smalltalk))
            .reduce((one, next) -> next);
    if (last.isEmpty() || text.sentences().isEmpty()) {
      return Carry.NOTHING;
    }
    int named = own.technologies() + own.names();
    if (named == 0 && mereContinuers.in(text)) {
      return new Carry(last, true, own.criteria() == 0, true, -1);
    }
    boolean continues = continuers.in(text);
    boolean fragment = text.tokens().stream().noneMatch(token -> verbs.contains(token.word()));
    if (fragment && named < 2) {
      return fragment(text, own, last, continues);
    }
    return sentence(text, own, last, continues);
  }

  private Carry fragment(Sentences text, Own own, Optional<Earlier> last, boolean continues) {
    boolean asksItself =
        text.tokens().stream().anyMatch(token -> questionWords.contains(token.word()));
    int named = own.technologies() + own.names();
    if (!continues
        && (asksItself || text.size() > FRAGMENT + 1 || (named > 0) == (own.criteria() > 0))) {
      return sentence(text, own, last, false);
    }
    boolean several =
        last.map(turn -> turn.question())
            .filter(question -> question instanceof Question.Comparison)
            .isPresent();
    boolean choice =
        last.map(turn -> turn.question())
            .filter(question -> question instanceof Question.Recommendation)
            .isPresent();
    boolean held = direction.holdsAgainst(text);
    boolean technologies = own.technologies() == 0 && own.names() == 0 || several || held;
    return new Carry(last, technologies, own.criteria() == 0 || choice, !held, -1);
  }

  private Carry sentence(Sentences text, Own own, Optional<Earlier> last, boolean continues) {
    int known = last.map(turn -> turn.question().reading().technologies().size()).orElse(0);
    int named = own.technologies() + own.names();
    if (known == 0 || named > 1) {
      return Carry.NOTHING;
    }
    boolean compares = direction.comparesIn(text);
    int pronoun = pronoun(text, known);
    if (pronoun >= 0 && (named == 0 || compares) && !expletives.in(text)) {
      return new Carry(last, true, false, false, pronoun);
    }
    if (named == 0 && ((known > 1 && references.in(text)) || (continues && !asksAnew(text)))) {
      return new Carry(last, true, false, false, -1);
    }
    boolean open = named == 1 && compares && !has(text, "than") && !has(text, "most");
    boolean another =
        last.map(turn -> turn.question().reading().technologies())
            .filter(before -> before.stream().anyMatch(id -> !isNamed(text, id)))
            .isPresent();
    return open && another && opensPolar(text)
        ? new Carry(last, true, own.criteria() == 0, false, -1)
        : Carry.NOTHING;
  }

  private static boolean asksAnew(Sentences text) {
    return has(text, "should");
  }

  private boolean opensPolar(Sentences text) {
    return text.sentences().stream()
        .anyMatch(
            sentence ->
                verbs.contains(text.get(sentence.start()).word())
                    && !questionWords.contains(text.get(sentence.start()).word()));
  }

  private static boolean isNamed(Sentences text, String id) {
    return text.tokens().stream().anyMatch(token -> token.id().equals(id));
  }

  private static boolean has(Sentences text, String word) {
    return text.tokens().stream().anyMatch(token -> token.word().equals(word));
  }

  /// The first pronoun that no name of the turn itself explains.
  private int pronoun(Sentences text, int known) {
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      if (token.named()) {
        return -1;
      }
      boolean singular = pronouns.contains(token.word()) && !pluralPronouns.contains(token.word());
      if (singular
          || (pluralPronouns.contains(token.word()) && known > 1)
          || token.word().equals("they")) {
        return at;
      }
    }
    return -1;
  }

  /// The turn's words with what it takes put in.
  ///
  /// @param text the turn's tokens
  /// @param words the turn's words
  /// @param carry what it takes
  /// @param before the technologies named in the earlier words, by place there
  /// @param names the technologies' written names, by id
  String standalone(
      Sentences text, String words, Carry carry, List<Token> before, Map<String, String> names) {
    if (carry.from().isEmpty()) {
      return words;
    }
    Reading last = carry.from().get().question().reading();
    List<String> written = new ArrayList<>();
    last.technologies().forEach(id -> written.add(names.getOrDefault(id, id)));
    if (carry.pronoun() >= 0) {
      Token pronoun = text.get(carry.pronoun());
      boolean singular = !pluralPronouns.contains(pronoun.word()) && !written.isEmpty();
      String instead = singular ? written.getFirst() : String.join(" and ", written);
      String owned = Set.of("its", "their").contains(pronoun.word()) ? "'s" : "";
      return words.substring(0, pronoun.start()) + instead + owned + words.substring(pronoun.end());
    }
    List<Token> own = text.tokens().stream().filter(Token::named).toList();
    boolean replaces = !carry.technologies() && own.size() == 1 && before.size() == 1;
    if (replaces && carry.form()) {
      String name = words.substring(own.getFirst().start(), own.getFirst().end());
      Token old = before.getFirst();
      return last.standalone().substring(0, old.start())
          + name
          + last.standalone().substring(old.end());
    }
    if (carry.form() && (carry.criteria() || written.isEmpty())) {
      return last.standalone() + " " + words;
    }
    return String.join(", ", written) + ": " + words;
  }
}
