package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes a request that is sent twice one turn: the second gets the first one's answer.
final class Retries {
  private static final int REMEMBERED = 10_000;

  private final Map<UUID, CompletableFuture<Answer>> requests = new LinkedHashMap<>();

  /// Answers, or waits for the answer that the same request already has coming.
  Answer once(
      Optional<UUID> request,
      Consumer<AnswerEvent> events,
      Function<Consumer<AnswerEvent>, Answer> answer) {
    if (request.isEmpty()) {
      return answer.apply(events);
    }
    var mine = new CompletableFuture<Answer>();
    CompletableFuture<Answer> first = remember(request.get(), mine);
    if (first != mine) {
      Answer known = first.join();
      replay(known, events);
      return known;
    }
    try {
      Answer made = answer.apply(events);
      mine.complete(made);
      return made;
    } catch (RuntimeException failure) {
      forget(request.get());
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private static void replay(Answer answer, Consumer<AnswerEvent> events) {
    events.accept(
        new AnswerEvent.Understood(answer.id(), answer.conversation(), answer.understood()));
    answer.comparison().ifPresent(one -> events.accept(new AnswerEvent.Compared(one)));
    answer.citations().forEach(one -> events.accept(new AnswerEvent.Cited(one)));
    answer.sentences().forEach(one -> events.accept(new AnswerEvent.Said(one)));
    answer.notices().forEach(one -> events.accept(new AnswerEvent.Noticed(one)));
    events.accept(new AnswerEvent.Done(answer));
  }

  private synchronized CompletableFuture<Answer> remember(
      UUID request, CompletableFuture<Answer> mine) {
    CompletableFuture<Answer> first = requests.putIfAbsent(request, mine);
    if (requests.size() > REMEMBERED) {
      requests.remove(requests.keySet().iterator().next());
    }
    return first == null ? mine : first;
  }

  private synchronized void forget(UUID request) {
    requests.remove(request);
  }
}
