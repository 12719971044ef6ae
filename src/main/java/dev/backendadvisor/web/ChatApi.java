package dev.backendadvisor.web;

import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.decision.DecisionModel;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Questions in, answers out: whole, or event by event.
final class ChatApi {
  private static final System.Logger LOG = System.getLogger(ChatApi.class.getName());

  /// Where questions are asked.
  static final String PATH = "/api/chat";

  private static final List<String> FORMS = List.of(Media.JSON, Media.EVENTS);

  private final Answers answers;
  private final Supplier<DecisionModel> decisions;
  private final Bodies bodies;
  private final StreamWriter writer;
  private final Visitors visitors;
  private final WebSettings.Limits limits;

  ChatApi(
      Answers answers,
      Supplier<DecisionModel> decisions,
      Bodies bodies,
      StreamWriter writer,
      Visitors visitors,
      WebSettings.Limits limits) {
    this.answers = answers;
    this.decisions = decisions;
    this.bodies = bodies;
    this.writer = writer;
    this.visitors = visitors;
    this.limits = limits;
  }

  void install(RoutesConfig routes) {
    routes.post(PATH, this::chat);
    routes.get("/api/answers/{id}", this::answer);
  }

  private void chat(Context context) throws IOException, InterruptedException {
    String form = Media.best(accept(context), FORMS);
    Inquiry inquiry = ChatBody.read(bodies.json(context), limits.question());
    inquiry.profile().ifPresent(profile -> RecommendationApi.checked(decisions.get(), profile));
    inquiry.conversation().ifPresent(visitors::turn);
    if (form.equals(Media.EVENTS)) {
      try (StreamWriter.Place place = writer.place(visitors.visitor(context))) {
        AnswerStream stream = answers.ask(inquiry, Boundary.requestId(context));
        stream.awaitStart(patience());
        tell(stream, () -> place.send(context, stream, 0, Optional.of(new Presence(context))));
      }
    } else {
      AnswerStream stream = answers.ask(inquiry, Boundary.requestId(context));
      tell(stream, () -> whole(context, stream, afterLooking(stream, new Presence(context))));
    }
  }

  @FunctionalInterface
  private interface Telling {
    void tell() throws IOException, InterruptedException;
  }

  /// Tells an answer to whoever asked; once they have left, nobody waits for it.
  private static void tell(AnswerStream stream, Telling telling) throws InterruptedException {
    try {
      telling.tell();
    } catch (IOException gone) {
      stream.leave();
      LOG.log(Level.DEBUG, "A reader left, or was cut off", gone);
    }
  }

  /// Waits for the answer as long as whoever asked is there.
  ///
  /// @return how much patience is left
  private Duration afterLooking(AnswerStream stream, Presence reader)
      throws IOException, InterruptedException {
    Duration left = patience();
    while (left.compareTo(Presence.LOOK) > 0 && stream.answer(Presence.LOOK).isEmpty()) {
      reader.check();
      left = left.minus(Presence.LOOK);
    }
    return left;
  }

  private void answer(Context context) throws IOException, InterruptedException {
    String form = Media.best(accept(context), FORMS);
    AnswerStream stream = answers.find(context.pathParam("id")).orElseThrow(Refusal::nothingHere);
    if (form.equals(Media.JSON)) {
      whole(context, stream, patience());
      return;
    }
    int last = lastEventId(context);
    if (stream.endsAt(last)) {
      // 204 is what tells a browser's EventSource not to come back
      context.status(204);
    } else {
      try (StreamWriter.Place place = writer.place(visitors.visitor(context))) {
        send(place, context, stream, last);
      }
    }
  }

  private void whole(Context context, AnswerStream stream, Duration patience)
      throws InterruptedException {
    String answer =
        stream.answer(patience).orElseThrow(() -> Refusal.late(limits.deadline().toSeconds()));
    context.contentType(Media.JSON).result(answer);
  }

  private static void send(
      StreamWriter.Place place, Context context, AnswerStream stream, int after)
      throws InterruptedException {
    try {
      place.send(context, stream, after, Optional.empty());
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "A reader left, or was cut off", gone);
    }
  }

  /// A little more than an answer may take, which the answer's own deadline ends.
  private Duration patience() {
    return limits.deadline().plusSeconds(1);
  }

  private static int lastEventId(Context context) {
    String given = context.header("Last-Event-ID");
    if (given == null || given.isBlank()) {
      return 0;
    }
    if (!given.matches("[0-9]{1,9}")) {
      throw Refusal.malformed("Last-Event-ID must be the id of an event of this answer.");
    }
    return Integer.parseInt(given);
  }

  static String accept(Context context) {
    String accept = context.header("Accept");
    return accept == null ? "" : accept;
  }
}
