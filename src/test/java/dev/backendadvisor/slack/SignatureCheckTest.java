package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String TIME = "1531420618";
  private static final byte[] BODY =
      "token=x&text=Node%20or%20Python%3F".getBytes(StandardCharsets.UTF_8);
  private static final SignatureCheck CHECK = check(1531420618);
  private static final String SIGNATURE = CHECK.sign(TIME, BODY);

  private static SignatureCheck check(long now) {
    return new SignatureCheck(SECRET, InstantSource.fixed(Instant.ofEpochSecond(now)));
  }

  @TestFactory
  Stream<DynamicTest> published_examples_are_judged_as_stated() throws IOException {
    List<JsonNode> examples = new ArrayList<>();
    try (var file = SignatureCheckTest.class.getResourceAsStream("signatures.json")) {
      new ObjectMapper().readTree(file).forEach(examples::add);
    }
    assertEquals(4, examples.size());
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.path("name").asText(),
                    () -> {
                      var check =
                          new SignatureCheck(
                              example.path("signing_secret").asText(),
                              InstantSource.fixed(
                                  Instant.ofEpochSecond(example.path("now").asLong())));
                      assertEquals(
                          example.path("valid").asBoolean(),
                          check.accepts(
                              headers(
                                  example.path("timestamp").asText(),
                                  example.path("signature").asText()),
                              example.path("body").asText().getBytes(StandardCharsets.UTF_8)));
                    }));
  }

  @Test
  void a_request_may_be_five_minutes_off_either_way() {
    for (long seconds : new long[] {-300, -299, 0, 299, 300}) {
      assertTrue(
          check(1531420618 + seconds).accepts(headers(TIME, SIGNATURE), BODY),
          () -> seconds + " s apart");
    }
    for (long seconds : new long[] {-86_400, -301, 301, 86_400}) {
      assertFalse(
          check(1531420618 + seconds).accepts(headers(TIME, SIGNATURE), BODY),
          () -> seconds + " s apart");
    }
  }

  @Test
  void headers_must_come_once_each() {
    List<String> time = List.of(TIME);
    List<String> signature = List.of(SIGNATURE);
    assertTrue(accepts(time, signature));
    assertFalse(accepts(List.of(), signature));
    assertFalse(accepts(time, List.of()));
    assertFalse(accepts(List.of(TIME, TIME), signature));
    assertFalse(accepts(time, List.of(SIGNATURE, SIGNATURE)));
    assertFalse(accepts(time, List.of("v0=0", SIGNATURE)));
    assertFalse(CHECK.accepts(Map.of(), BODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "-1531420618",
        "+1531420618",
        " 1531420618",
        "1531420618 ",
        "1531420618.0",
        "01531420618",
        "1531420618000",
        "99999999999999999999999",
        "0x5b47a18a",
        "١٥٣١٤٢٠٦١٨"
      })
  void another_spelling_of_the_time_is_refused(String time) {
    assertFalse(accepts(List.of(time), List.of(SIGNATURE)));
    String signed = CHECK.sign(time, BODY);
    boolean zeros = time.equals("01531420618");
    assertEquals(zeros, accepts(List.of(time), List.of(signed)));
  }

  @Test
  void another_spelling_of_the_signature_is_refused() {
    for (String other :
        List.of(
            "",
            "v0=",
            SIGNATURE.substring(3),
            SIGNATURE.replace("v0=", "v1="),
            SIGNATURE.replace("v0=", "V0="),
            SIGNATURE.toUpperCase(java.util.Locale.ROOT),
            "v0=" + SIGNATURE.substring(3).toUpperCase(java.util.Locale.ROOT),
            SIGNATURE + " ",
            SIGNATURE + "," + SIGNATURE,
            SIGNATURE + "0")) {
      assertFalse(accepts(List.of(TIME), List.of(other)), other);
    }
  }

  @Test
  void the_body_is_checked_byte_by_byte_whatever_it_means_as_text() {
    byte[] odd = {(byte) 0xff, 0, (byte) 0xc3};
    byte[] replaced = new String(odd, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    String signature = CHECK.sign(TIME, odd);
    assertTrue(CHECK.accepts(headers(TIME, signature), odd));
    assertFalse(CHECK.accepts(headers(TIME, signature), replaced));
  }

  @Test
  void no_mutation_of_a_valid_request_is_accepted() {
    var random = new Random(20261125);
    int accepted = 0;
    for (int at = 0; at < 100_000; at++) {
      byte[][] parts = {
        TIME.getBytes(StandardCharsets.UTF_8), SIGNATURE.getBytes(StandardCharsets.UTF_8), BODY
      };
      int part = random.nextInt(parts.length);
      byte[] before = parts[part];
      parts[part] = mutated(before, random);
      if (!Arrays.equals(before, parts[part])
          && CHECK.accepts(
              headers(
                  new String(parts[0], StandardCharsets.ISO_8859_1),
                  new String(parts[1], StandardCharsets.ISO_8859_1)),
              parts[2])) {
        accepted++;
      }
    }
    assertEquals(0, accepted);
  }

  /// Changes, adds, drops or swaps bytes here and there.
  private static byte[] mutated(byte[] bytes, Random random) {
    List<Byte> out = new ArrayList<>();
    for (byte one : bytes) {
      out.add(one);
    }
    for (int times = 1 + random.nextInt(3); times > 0 && !out.isEmpty(); times--) {
      int at = random.nextInt(out.size());
      switch (random.nextInt(5)) {
        case 0 -> out.set(at, (byte) (out.get(at) ^ 1 << random.nextInt(8)));
        case 1 -> out.set(at, (byte) random.nextInt(256));
        case 2 -> out.add(at, (byte) random.nextInt(256));
        case 3 -> out.remove(at);
        default -> out.set(at, out.get(random.nextInt(out.size())));
      }
    }
    byte[] mutated = new byte[out.size()];
    for (int at = 0; at < mutated.length; at++) {
      mutated[at] = out.get(at);
    }
    return mutated;
  }

  private static boolean accepts(List<String> time, List<String> signature) {
    return CHECK.accepts(
        Map.of("x-slack-request-timestamp", time, "x-slack-signature", signature), BODY);
  }

  private static Map<String, List<String>> headers(String time, String signature) {
    return Map.of(
        "x-slack-request-timestamp", List.of(time), "x-slack-signature", List.of(signature));
  }
}
