package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.PastTurn;
import dev.backendadvisor.conversation.Advisor.AnsweredBefore;
import dev.backendadvisor.conversation.Advisor.UnknownConversation;
import dev.backendadvisor.conversation.ConversationStore.Asked;
import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.ConversationStore.Given;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.format.ProfileJson;
import dev.backendadvisor.format.StoredAnswer;
import dev.backendadvisor.question.Offers;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A conversation as one answer finds it: what was asked before, and where the turn is kept. A
/// store that is away keeps nobody from an answer.
final class Dialogue implements Offers {
  /// How many turns are told in short.
  private static final int MOST_PAST = 3;

  private final ConversationStore store;
  private final String id;
  private final State state;
  private final List<Asked> asked;
  private final Optional<Given> given;

  private enum State {
    BEGINS,
    GOES_ON,
    UNREADABLE
  }

  private Dialogue(
      ConversationStore store, String id, State state, List<Asked> asked, Optional<Given> given) {
    this.store = store;
    this.id = id;
    this.state = state;
    this.asked = asked;
    this.given = given;
  }

  /// The conversation an inquiry goes on with, or a new one.
  ///
  /// @throws UnknownConversation when it is not there
  static Dialogue of(Inquiry inquiry, ConversationStore store, Ids ids) {
    if (inquiry.conversation().isEmpty()) {
      return new Dialogue(store, ids.conversation(), State.BEGINS, List.of(), Optional.empty());
    }
    String id = inquiry.conversation().get();
    try {
      List<Asked> asked =
          store.asked(id, EarlierQuestions.MOST).orElseThrow(UnknownConversation::new);
      return new Dialogue(store, id, State.GOES_ON, asked, store.profile(id));
    } catch (Away away) {
      return new Dialogue(store, id, State.UNREADABLE, List.of(), Optional.empty());
    }
  }

  /// The conversation's id.
  String id() {
    return id;
  }

  /// What was asked before, oldest first.
  List<Asked> asked() {
    return asked;
  }

  /// The last turns in short, oldest first.
  List<PastTurn> past() {
    List<PastTurn> past = new ArrayList<>();
    try {
      for (Asked one : asked.subList(Math.max(0, asked.size() - MOST_PAST), asked.size())) {
        store
            .turn(one.answer())
            .flatMap(turn -> StoredAnswer.firstSentence(turn.json()))
            .ifPresent(said -> past.add(new PastTurn(one.words(), said)));
      }
    } catch (Away away) {
      return List.of();
    }
    return past;
  }

  @Override
  public List<Offer> below(String answer) {
    try {
      return store.turn(answer).map(turn -> StoredAnswer.offers(turn.json())).orElse(List.of());
    } catch (Away away) {
      return List.of();
    }
  }

  /// What is known of whoever asks before this turn: what was given, and what was read from the
  /// words asked since.
  ///
  /// @param earlier the questions asked before, as they were read
  /// @param read adds what a question tells
  Profile profile(List<Earlier> earlier, BiFunction<Profile, Question, Profile> read) {
    Profile profile = given.flatMap(one -> ProfileJson.read(one.json())).orElse(Profile.EMPTY);
    int from = 0;
    for (int at = 0; at < earlier.size(); at++) {
      if (given.flatMap(Given::after).filter(earlier.get(at).answer()::equals).isPresent()) {
        from = at + 1;
      }
    }
    for (Earlier one : earlier.subList(from, earlier.size())) {
      profile = read.apply(profile, one.question());
    }
    return profile;
  }

  /// Keeps a profile that came with a turn.
  ///
  /// @return what to tell the reader when it was not kept
  Optional<Notice> give(Profile profile) {
    Optional<String> after =
        asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast().answer());
    try {
      return store.give(id, new Given(after, ProfileJson.write(profile)))
          ? Optional.empty()
          : notSaved("This conversation was deleted meanwhile, so its profile is not kept.");
    } catch (Away away) {
      return notSaved("The profile could not be kept, so the next answer will not know it.");
    }
  }

  /// Keeps a turn.
  ///
  /// @return what to tell the reader when it was not kept
  /// @throws AnsweredBefore when its request has made a turn meanwhile
  Optional<Notice> keep(Turn turn) {
    try {
      return switch (state == State.BEGINS ? store.begin(turn) : store.append(turn)) {
        case KEPT -> state == State.UNREADABLE ? answeredByItself() : Optional.empty();
        case REPEATED -> {
          turn.request()
              .flatMap(store::requested)
              .ifPresent(
                  first -> {
                    throw new AnsweredBefore(first);
                  });
          yield Optional.empty();
        }
        case FORGOTTEN ->
            state == State.UNREADABLE
                ? answeredByItself()
                : notSaved("This conversation was deleted meanwhile, so this turn is not kept.");
      };
    } catch (Away away) {
      return state == State.UNREADABLE
          ? answeredByItself()
          : notSaved(
              "This turn could not be kept, so a question that leans on it will not be"
                  + " understood.");
    }
  }

  private static Optional<Notice> answeredByItself() {
    return notSaved(
        "The turns before this one cannot be read at the moment, so it is answered by itself, and"
            + " may not be kept.");
  }

  private static Optional<Notice> notSaved(String why) {
    return Optional.of(new Notice(Notice.Code.CONVERSATION_NOT_SAVED, why));
  }
}
