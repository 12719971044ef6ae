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
  private static final List<String> FORMS = List.of(Media.JSON, Media.EVENTS);

  private final Answers answers;
  private final Supplier<DecisionModel> decisions;
  private final Bodies bodies;
  private final StreamWriter writer;
  private final WebSettings.Limits limits;

  ChatApi(
      Answers answers,
      Supplier<DecisionModel> decisions,
      Bodies bodies,
      StreamWriter writer,
      WebSettings.Limits limits) {
    this.answers = answers;
    this.decisions = decisions;
    this.bodies = bodies;
    this.writer = writer;
    this.limits = limits;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/chat", this::chat);
    routes.get("/api/answers/{id}", this::answer);
  }

  private void chat(Context context) throws IOException, InterruptedException {
    String form = Media.best(accept(context), FORMS);
    Inquiry inquiry = ChatBody.read(bodies.json(context), limits.question());
    inquiry.profile().ifPresent(profile -> RecommendationApi.checked(decisions.get(), profile));
    AnswerStream stream = answers.ask(inquiry, Boundary.requestId(context));
    var reader = new Presence(context);
    try {
      if (form.equals(Media.EVENTS)) {
        stream.awaitStart(patience());
        writer.send(context, stream, 0, Optional.of(reader));
      } else {
        whole(context, stream, afterLooking(stream, reader));
      }
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
      send(context, stream, last);
    }
  }

  private void whole(Context context, AnswerStream stream, Duration patience)
      throws InterruptedException {
    String answer =
        stream.answer(patience).orElseThrow(() -> Refusal.late(limits.deadline().toSeconds()));
    context.contentType(Media.JSON).result(answer);
  }

  private void send(Context context, AnswerStream stream, int after) throws InterruptedException {
    try {
      writer.send(context, stream, after, Optional.empty());
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
