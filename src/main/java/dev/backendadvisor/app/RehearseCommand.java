package dev.backendadvisor.app;

import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Does once what a server does all day, for the Java machine to note which classes a start needs
/// and which methods are worth compiling first (JEP 483, 515). The launcher runs it after a build.
@Command(
    name = "rehearse",
    description = "Starts, answers some questions of its own and ends; run once after a build.",
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  private static final int QUESTIONS = 300;

  private static final List<String> FORMS =
      List.of(
          "Is %s better than %s for %s?",
          "%s or %s for %s?",
          "When should we use %s instead of %s if we need %s?",
          "Is it true that %s beats %s at %s?",
          "What are the pros and cons of %s against %s for %s?");

  private final World world;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  RehearseCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var any = WebSettings.defaults();
    var settings = new WebSettings(any.host(), 0, Set.of(), any.frameAncestors(), any.limits());
    var keeping = StorageSettings.in(corpus.data(world).resolve(StorageSettings.FILE));
    try (House house = House.toServe(world, corpus, keeping)) {
      ConversationStore conversations = house.storage().conversations();
      Advisor advisor = house.advisor(conversations);
      try (WebServer server = house.server(settings, advisor, conversations, List.of())) {
        server.start();
        house.awaitVectors();
        ask(URI.create(server.address()), questions(house));
      }
    }
    return 0;
  }

  /// Questions on what the corpus declares, in forms that every rule of answering meets.
  private static List<String> questions(House house) {
    List<String> questions = new ArrayList<>();
    try (Generation generation = house.generation()) {
      Corpus corpus = generation.corpus();
      List<String> names = corpus.technologies().values().stream().map(Technology::name).toList();
      for (Criterion criterion : corpus.criteria().values()) {
        for (int i = 0; i < names.size(); i++) {
          String other = names.get((i + 1) % names.size());
          String form = FORMS.get(questions.size() % FORMS.size());
          questions.add(form.formatted(names.get(i), other, criterion.name()));
        }
      }
    }
    return questions.subList(0, Math.min(QUESTIONS, questions.size()));
  }

  private static void ask(URI address, List<String> questions)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < questions.size(); i++) {
        String form = i % 4 == 0 ? "text/event-stream" : "application/json";
        var request =
            HttpRequest.newBuilder(address.resolve("/api/chat"))
                .header("Content-Type", "application/json")
                .header("Accept", form)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"message\":\"%s\"}".formatted(questions.get(i).replace("\"", ""))))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("A question was answered with " + answer.statusCode());
        }
      }
    }
  }
}
