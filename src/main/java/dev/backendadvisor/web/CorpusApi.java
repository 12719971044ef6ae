package dev.backendadvisor.web;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.format.CorpusJson;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.SearchRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What was read, and what of it is found.
final class CorpusApi {
  private static final String LIMIT = "[0-9]{1,3}";

  private final Supplier<Generation> generations;
  private final int longestQuestion;

  CorpusApi(Supplier<Generation> generations, int longestQuestion) {
    this.generations = generations;
    this.longestQuestion = longestQuestion;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/search", this::search);
    routes.get("/api/documents", whole(CorpusJson::documents));
    routes.get("/api/technologies", whole(CorpusJson::technologies));
    routes.get("/api/criteria", whole(CorpusJson::criteria));
    routes.get("/api/documents/<id>", this::document);
  }

  private void search(Context context) {
    json(context);
    String words = context.queryParam("q");
    if (words == null || words.isBlank()) {
      throw Refusal.malformed("Say what to look for, as in /api/search?q=event+loop.");
    }
    if (words.codePointCount(0, words.length()) > longestQuestion) {
      throw Refusal.malformed("q may have " + longestQuestion + " characters at most.");
    }
    try (Generation generation = generations.get()) {
      var request = new SearchRequest(words, limit(context));
      context.result(CorpusJson.hits(generation.search(request)));
    }
  }

  private Handler whole(Function<Corpus, String> writer) {
    return context -> {
      json(context);
      try (Generation generation = generations.get()) {
        context.result(writer.apply(generation.corpus()));
      }
    };
  }

  private void document(Context context) {
    json(context);
    try (Generation generation = generations.get()) {
      Document document = generation.corpus().documents().get(context.pathParam("id"));
      if (document == null) {
        throw new Refusal(
            404, "Not found", "There is no such document; /api/documents lists all there are.");
      }
      String version = context.queryParam("version");
      if (version != null && !version.equals(document.version())) {
        throw new Refusal(
            404, "Not found", "This version is no longer kept; leave out version= for today's.");
      }
      context.result(CorpusJson.document(document, generation.corpus()));
    }
  }

  private static int limit(Context context) {
    String given = context.queryParam("limit");
    int limit = given == null ? 10 : given.matches(LIMIT) ? Integer.parseInt(given) : 0;
    if (limit < 1 || limit > 200) {
      throw Refusal.malformed("limit must be a number from 1 to 200.");
    }
    return limit;
  }

  private static void json(Context context) {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
  }
}
