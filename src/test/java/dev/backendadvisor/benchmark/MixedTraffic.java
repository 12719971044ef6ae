package dev.backendadvisor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Prints how the advisor bears the traffic of a busy site: questions whole and event by event, in
/// new conversations and old ones, opinions on them, searches, recommendations, conversations read
/// again; with storage on, then off, in slices whose first and last tell whether it gets slower or
/// larger.
final class MixedTraffic {
  private static final int RATE = 50;
  private static final int SLICES = 5;
  private static final int WARM_UP = 600;
  private static final int MEGABYTES = 256;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> questions;
  private final Deciding deciding;
  private final Random chance = new Random(1);
  private int asked;

  private MixedTraffic() {
    var files = new CorpusFolder(List.of(Path.of("corpus"))).read();
    Corpus corpus = new CorpusReader().read(files.files(), files.problems());
    this.questions = Questions.about(corpus);
    this.deciding = new Deciding(corpus);
  }

  /// Runs for so many seconds with storage and as many without, 300 unless told.
  public static void main(String[] words) throws IOException, InterruptedException {
    int seconds = words.length == 0 ? 300 : Integer.parseInt(words[0]);
    var traffic = new MixedTraffic();
    double on = traffic.run(true, seconds);
    double off = traffic.run(false, seconds);
    print("p99 with storage / without: %.2f", on / off);
    System.exit(0);
  }

  /// The p99 of all slices.
  private double run(boolean storage, int seconds) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("campaign");
    try (Subject subject = Subject.start(data, storage, MEGABYTES)) {
      print("%nStorage %s, %d requests a second for %d s", storage ? "on" : "off", RATE, seconds);
      var connection = new Connection(subject.address());
      List<JsonNode> answers = new ArrayList<>();
      for (int i = 0; i < WARM_UP; i++) {
        answers.add(MAPPER.readTree(connection.send(Request.question(next())).body()));
      }
      print("%-8s %8s %8s %8s %8s   %s", "", "p50 ms", "p99 ms", "most ms", "errors", "");
      var load = new SteadyLoad(subject.address());
      List<Double> slowest = new ArrayList<>();
      for (int slice = 1; slice <= SLICES; slice++) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < RATE * seconds / SLICES; i++) {
          requests.add(request(answers.get(chance.nextInt(answers.size()))));
        }
        SteadyLoad.Figures figures = load.measure(requests, RATE);
        slowest.add(figures.slowest());
        print(
            "%d of %d   %8.2f %8.2f %8.2f %8d   %s",
            slice,
            SLICES,
            figures.median(),
            figures.slowest(),
            figures.worst(),
            figures.bad(),
            subject.figures());
      }
      print("left running: %s", subject.status());
      return slowest.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  /// One request of the mixture.
  ///
  /// @param before an answer given before
  private Request request(JsonNode before) {
    String conversation = before.path("conversation").textValue();
    String answer = before.path("id").textValue();
    int die = chance.nextInt(20);
    if (die < 5) {
      return Request.question(next());
    }
    if (die == 5) {
      var body = MAPPER.createObjectNode();
      body.put("answer", answer).put("helpful", chance.nextBoolean());
      return Request.post("/api/feedback", body.toString());
    }
    if (die < 9) {
      return Request.question(next()).streamed();
    }
    if (die < 11) {
      var body = MAPPER.createObjectNode();
      body.put("message", "And which is easier to learn?").put("conversation", conversation);
      return Request.post("/api/chat", body.toString());
    }
    if (die < 14) {
      return Request.get("/api/search?q=" + URLEncoder.encode(next(), StandardCharsets.UTF_8));
    }
    if (die < 16) {
      return Request.post("/api/recommendations", deciding.body());
    }
    return die < 18
        ? Request.get("/api/conversations/" + conversation)
        : Request.get("/api/answers/" + answer);
  }

  private String next() {
    return questions.get(asked++ % questions.size());
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
