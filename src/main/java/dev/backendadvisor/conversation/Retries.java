package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes a request that is sent twice at once one turn: the second waits for the first one's
/// answer. A request that was answered before is known to the [ConversationStore].
final class Retries {
  private final Map<UUID, CompletableFuture<Answer>> running = new ConcurrentHashMap<>();

  /// Answers, or waits for the answer that the same request already has coming.
  Answer once(
      Optional<UUID> request,
      Consumer<AnswerEvent> events,
      Function<Consumer<AnswerEvent>, Answer> answer) {
    if (request.isEmpty()) {
      return answer.apply(events);
    }
    var mine = new CompletableFuture<Answer>();
    CompletableFuture<Answer> first = running.putIfAbsent(request.get(), mine);
    if (first != null) {
      Answer known = await(first);
      replay(known, events);
      return known;
    }
    try {
      Answer made = answer.apply(events);
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error failure) {
      mine.completeExceptionally(failure);
      throw failure;
    } finally {
      running.remove(request.get());
    }
  }

  private static Answer await(CompletableFuture<Answer> first) {
    try {
      return first.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed;
    }
  }

  private static void replay(Answer answer, Consumer<AnswerEvent> events) {
    events.accept(
        new AnswerEvent.Understood(answer.id(), answer.conversation(), answer.understood()));
    answer.comparison().ifPresent(one -> events.accept(new AnswerEvent.Compared(one)));
    answer.recommendation().ifPresent(one -> events.accept(new AnswerEvent.Recommended(one)));
    answer.citations().forEach(one -> events.accept(new AnswerEvent.Cited(one)));
    answer.sentences().forEach(one -> events.accept(new AnswerEvent.Said(one)));
    answer.notices().forEach(one -> events.accept(new AnswerEvent.Noticed(one)));
    events.accept(new AnswerEvent.Done(answer));
  }
}
