package dev.backendadvisor.slack;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.EventLedger;
import dev.backendadvisor.conversation.Inquiry;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Answers questions after they were acknowledged, each once, so many at a time.
final class Answering {
  private static final System.Logger LOG = System.getLogger(Answering.class.getName());

  private final SlackSettings.Limits limits;
  private final Advisor advisor;
  private final ConversationStore conversations;
  private final EventLedger events;
  private final Delivery delivery;
  private final Work answers;
  private final Work apologies;

  Answering(
      SlackSettings.Limits limits,
      Advisor advisor,
      ConversationStore conversations,
      EventLedger events,
      Delivery delivery) {
    this.limits = limits;
    this.advisor = advisor;
    this.conversations = conversations;
    this.events = events;
    this.delivery = delivery;
    this.answers = new Work(limits.answers());
    this.apologies = new Work(limits.answers());
  }

  /// Takes a question on, to be answered unless it was before.
  ///
  /// @return whether there was room for it
  boolean takeOn(Asked asked) {
    return answers.start(() -> once(asked, () -> message(asked)));
  }

  /// Takes it on to say that there is no room for a question, unless it was answered before.
  ///
  /// @return whether there was room at least for that
  boolean apologise(Asked asked) {
    return apologies.start(() -> once(asked, () -> StockTexts.BUSY));
  }

  /// Takes nothing on any more.
  void stop() {
    answers.stop();
    apologies.stop();
  }

  /// Waits for what runs, and interrupts what takes longer.
  void finish(Duration grace) throws InterruptedException {
    answers.finish(grace);
    apologies.finish(Duration.ZERO);
  }

  /// Makes a message.
  @FunctionalInterface
  private interface Making {
    Message make() throws InterruptedException;
  }

  private void once(Asked asked, Making making) {
    try {
      if (events.take("slack:" + asked.event())) {
        delivery.send(making.make(), asked.address());
      }
    } catch (InterruptedException stopping) {
      LOG.log(Level.WARNING, "A reply in Slack was given up, as the server is being stopped");
    } catch (RuntimeException | Error fault) {
      LOG.log(Level.ERROR, "A question from Slack was left without a reply", fault);
    }
  }

  private Message message(Asked asked) {
    if (PlainWords.askHow(asked.words())) {
      return StockTexts.help("");
    }
    if (asked.words().length() > limits.question()) {
      return StockTexts.tooLong(limits.question(), asked.words().length());
    }
    var answer = new FutureTask<>(() -> ask(asked));
    Thread.ofVirtual().name("slack-answer").start(answer);
    try {
      return AnswerMessage.of(
          answer.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS),
          asked.pressed() ? Optional.of(asked.words()) : Optional.empty(),
          asked.talk());
    } catch (TimeoutException late) {
      return StockTexts.late(limits.deadline().toSeconds());
    } catch (InterruptedException stopping) {
      return StockTexts.STOPPING;
    } catch (ExecutionException fault) {
      LOG.log(Level.ERROR, "An answer in Slack failed", fault.getCause());
      return StockTexts.FAULT;
    } finally {
      answer.cancel(true);
    }
  }

  private Answer ask(Asked asked) {
    Optional<String> conversation = conversationAt(asked.place());
    Answer answer = ask(new Inquiry(asked.words(), conversation, Optional.empty()));
    if (!conversation.equals(Optional.of(answer.conversation()))) {
      settle(asked.place(), answer.conversation());
    }
    return answer;
  }

  /// None as well while the store is away, which keeps nobody from an answer.
  private Optional<String> conversationAt(String place) {
    try {
      return conversations.at(place);
    } catch (ConversationStore.Away away) {
      return Optional.empty();
    }
  }

  private void settle(String place, String conversation) {
    try {
      conversations.settle(place, conversation);
    } catch (ConversationStore.Away away) {
      LOG.log(Level.DEBUG, "A thread of Slack begins anew with its next question", away);
    }
  }

  /// Begins anew when the conversation was forgotten in the meantime.
  private Answer ask(Inquiry inquiry) {
    try {
      return advisor.ask(inquiry, event -> {});
    } catch (Advisor.UnknownConversation forgotten) {
      return advisor.ask(Inquiry.of(inquiry.message()), event -> {});
    }
  }
}
