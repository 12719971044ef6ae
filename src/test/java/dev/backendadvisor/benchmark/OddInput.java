package dev.backendadvisor.benchmark;

import dev.backendadvisor.web.OddRequests;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Prints how long the server takes for lines that broke programs elsewhere, in every place of a
/// request: each is sent again when it took long, since a busy machine is slow at times and only a
/// bad line is slow each time.
final class OddInput {
  private static final long MOST = 50_000_000;
  private static final int TRIES = 5;
  private static final int MEGABYTES = 256;

  private OddInput() {}

  /// Sends every line, or every so-many-th.
  public static void main(String[] words) throws IOException, InterruptedException {
    int step = words.length == 0 ? 1 : Integer.parseInt(words[0]);
    List<String> lines = OddRequests.lines();
    Map<Integer, Integer> statuses = new TreeMap<>();
    var times = LongStream.builder();
    int late = 0;
    int again = 0;
    try (Subject subject = Subject.start(Files.createTempDirectory("campaign"), true, MEGABYTES);
        HttpClient client = HttpClient.newHttpClient()) {
      subject.warmUp(Collections.nCopies(500, Request.question("Node.js or Java?")));
      int at = 0;
      for (OddRequests.Place place : OddRequests.places()) {
        for (at = at % step; at < lines.size(); at += step) {
          var request = place.request().apply(subject.address(), lines.get(at));
          if (request.isEmpty()) {
            continue;
          }
          long best = Long.MAX_VALUE;
          for (int tries = 0; tries < TRIES && best > MOST; tries++) {
            again += tries > 0 ? 1 : 0;
            best = Math.min(best, time(client, request.get().build(), statuses));
          }
          times.add(best);
          if (best > MOST) {
            late++;
            print("%.1f ms at best: %s ← %s", best / 1e6, place.name(), lines.get(at));
          }
        }
      }
      print("left running: %s", subject.status());
    }
    long[] sorted = times.build().sorted().toArray();
    print(
        "%,d requests: p50 %.2f, p99 %.2f, slowest %.2f ms; %d above 50 ms, %d sent again; statuses"
            + " %s",
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        late,
        again,
        statuses);
    System.exit(0);
  }

  private static long time(HttpClient client, HttpRequest request, Map<Integer, Integer> statuses)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var response = client.send(request, HttpResponse.BodyHandlers.discarding());
    long took = System.nanoTime() - start;
    statuses.merge(response.statusCode(), 1, Integer::sum);
    return took;
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
