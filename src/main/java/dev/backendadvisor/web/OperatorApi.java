package dev.backendadvisor.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.retrieval.Generation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;

/// What the operator can see, behind the [OperatorGate].
final class OperatorApi {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OperatorGate gate;
  private final Supplier<Generation> generations;
  private final Supplier<Readiness> readiness;
  private final Answers answers;
  private final StreamWriter streams;

  OperatorApi(
      OperatorGate gate,
      Supplier<Generation> generations,
      Supplier<Readiness> readiness,
      Answers answers,
      StreamWriter streams) {
    this.gate = gate;
    this.generations = generations;
    this.readiness = readiness;
    this.answers = answers;
    this.streams = streams;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/admin/status", this::status);
  }

  private void status(Context context) {
    gate.check(context);
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
    Readiness now = readiness.get();
    ObjectNode status = MAPPER.createObjectNode();
    status.put("ready", now.ready());
    status.put("detail", now.detail());
    try (Generation generation = generations.get()) {
      Corpus corpus = generation.corpus();
      status
          .putObject("generation")
          .put("documents", corpus.documents().size())
          .put("embedded", generation.embedded());
    }
    status.putObject("answers").put("running", answers.running());
    status.putObject("streams").put("open", streams.open());
    context.result(status.toString());
  }
}
