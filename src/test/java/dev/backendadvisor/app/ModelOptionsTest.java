package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.llm.ModelScripts;
import dev.backendadvisor.llm.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operator reads about the model, and what is asked of it.
class ModelOptionsTest {
  private static final String QUESTION = "What runs on one event loop?";
  private static final String MISSING =
      "advisor: OPENAI_API_KEY is set, but no model is named: set ADVISOR_MODEL=openai:NAME to have"
          + " it word answers; until then rules do.\n";

  @TempDir private Path home;

  @BeforeEach
  void write_a_corpus() throws IOException {
    Files.createDirectories(home.resolve("corpus"));
    Files.writeString(
        home.resolve("corpus/loop.md"),
        "# Loop\n\nNode.js runs JavaScript on one event loop per process.\n");
  }

  private Worlds worlds(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ADVISOR_EMBEDDINGS", "off");
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return new Worlds(home, environment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "ask", "models"})
  void a_provider_that_is_not_understood_gets_one_sentence_and_exit_code_2(String command) {
    Worlds worlds = worlds("ADVISOR_MODEL", "watson:x", "OPENAI_API_KEY", "sk-hidden");
    String[] words = command.equals("ask") ? new String[] {"ask", "x"} : new String[] {command};
    assertEquals(2, Main.run(worlds.world(), words));
    assertEquals(
        "advisor: --model (or ADVISOR_MODEL) must be openai:NAME, anthropic:NAME, gemini:NAME or"
            + " ollama:NAME, with the model's name for NAME; 'watson' is no provider understood"
            + " here.\n",
        worlds.err());
    assertEquals("", worlds.out());
  }

  @Test
  void a_key_without_a_model_is_answered_by_rules_and_told_what_is_missing() {
    Worlds worlds = worlds("OPENAI_API_KEY", "sk-hidden");
    assertEquals(0, Main.run(worlds.world(), "ask", "--json", QUESTION));
    assertEquals(MISSING, worlds.err());
    assertTrue(worlds.out().contains("\"writer\":{\"kind\":\"rules\"}"), worlds.out());
  }

  @Test
  void the_missing_model_is_one_of_the_keys_provider() {
    Worlds worlds = worlds("GEMINI_API_KEY", "hidden");
    assertEquals(0, Main.run(worlds.world(), "ask", QUESTION));
    assertTrue(worlds.err().contains("set ADVISOR_MODEL=gemini:NAME to have"), worlds.err());
  }

  @Test
  void serve_tells_what_is_missing_before_anything_else() {
    Worlds worlds = worlds("OPENAI_API_KEY", "sk-hidden", "ADVISOR_CORPUS", home + "/nowhere");
    assertEquals(2, Main.run(worlds.world(), "serve"));
    assertTrue(worlds.err().startsWith(MISSING), worlds.err());
  }

  @Test
  void a_file_may_hold_the_key() throws IOException {
    Path file = home.resolve("key");
    Files.writeString(file, "sk-from-file\n");
    try (ScriptedModel model = ScriptedModel.playing(ModelScripts.honest())) {
      Worlds worlds =
          worlds(
              "OPENAI_API_KEY_FILE",
              file.toString(),
              "OPENAI_BASE_URL",
              model.baseUrl().toString());
      assertEquals(
          0,
          Main.run(worlds.world(), "ask", "--json", "--model", "openai:scripted", QUESTION),
          worlds.err());
      assertEquals(
          "Bearer sk-from-file", model.requests().getFirst().headers().get("authorization"));
      assertTrue(
          worlds.out().contains("\"writer\":{\"kind\":\"model\",\"name\":\"scripted\"}"),
          worlds.out());
      assertEquals("", worlds.err());
    }
  }

  @Test
  void a_file_that_cannot_be_read_gets_one_sentence() {
    Worlds worlds =
        worlds("ADVISOR_MODEL", "openai:x", "OPENAI_API_KEY_FILE", home + "/no-such-key");
    assertEquals(2, Main.run(worlds.world(), "ask", "x"));
    assertEquals(
        "advisor: OPENAI_API_KEY_FILE: There is no file " + home + "/no-such-key.\n", worlds.err());
  }

  @Test
  void models_says_what_to_set() {
    Worlds worlds = worlds();
    assertEquals(0, Main.run(worlds.world(), "models"));
    assertEquals(
        "No model is configured; rules word the answers. Set ADVISOR_MODEL=openai:NAME,"
            + " anthropic:NAME, gemini:NAME or ollama:NAME, and its provider's key, as in"
            + " OPENAI_API_KEY, to have a model word them.\n",
        worlds.out());
  }

  @Test
  void models_says_whether_the_model_answers() throws IOException {
    try (ScriptedModel model = ScriptedModel.playing(ModelScripts.saying("ready"))) {
      String[] variables = {
        "ADVISOR_MODEL",
        "openai:scripted",
        "OPENAI_API_KEY",
        "sk-hidden",
        "OPENAI_BASE_URL",
        model.baseUrl().toString()
      };
      Worlds there = worlds(variables);
      assertEquals(0, Main.run(there.world(), "models"));
      assertEquals(
          "openai:scripted at "
              + model.baseUrl()
              + ", with a key, answers.\n"
              + "It writes lines, 2048 tokens an answer at most. No prices are set. It may cost"
              + " anything a day and anything a conversation.\n",
          there.out());
      assertEquals(1, model.requests().size());

      model.play(ModelScripts.status(401));
      Worlds refused = worlds(variables);
      assertEquals(2, Main.run(refused.world(), "models"));
      assertEquals(
          "openai:scripted at " + model.baseUrl() + ", with a key, refused the key (401).",
          refused.out().lines().findFirst().orElse(""));
      assertFalse((refused.out() + refused.err()).contains("hidden"));
    }
  }

  @Test
  void models_says_in_which_form_it_writes_and_what_it_may_cost() throws IOException {
    try (ScriptedModel model = ScriptedModel.playing(ModelScripts.saying("ready"))) {
      Worlds worlds = worlds("ADVISOR_MODEL", "ollama:x", "OLLAMA_BASE_URL", model.baseUrl() + "");
      String[] command = {
        "models",
        "--model-output=json",
        "--model-tokens=900",
        "--model-input-price=0.15",
        "--model-output-price=0.6",
        "--daily-budget=2",
        "--conversation-budget=0.05"
      };
      assertEquals(0, Main.run(worlds.world(), command), worlds.err());
      assertEquals(
          "It writes json, 900 tokens an answer at most. A million tokens cost 0.15 to read and 0.6"
              + " to write. It may cost 2 a day and 0.05 a conversation.",
          worlds.out().lines().skip(1).findFirst().orElse(""));
      String request = model.requests().getLast().body();
      assertTrue(request.contains("json_schema") && request.contains("900"), request);
    }
  }

  @Test
  void a_budget_of_nothing_is_kept_to_by_ask() throws IOException {
    try (ScriptedModel model = ScriptedModel.playing(ModelScripts.honest())) {
      String[] variables = {
        "ADVISOR_MODEL",
        "ollama:x",
        "OLLAMA_BASE_URL",
        model.baseUrl().toString(),
        "ADVISOR_MODEL_INPUT_PRICE",
        "1",
        "ADVISOR_DAILY_BUDGET",
        "0"
      };
      Worlds spent = worlds(variables);
      assertEquals(0, Main.run(spent.world(), "ask", "--json", QUESTION), spent.err());
      assertTrue(spent.out().contains("\"code\":\"over-budget\""), spent.out());
      assertEquals(0, model.requests().size());
      Worlds enough = worlds(variables);
      assertEquals(0, Main.run(enough.world(), "ask", "--json", "--daily-budget=1", QUESTION));
      assertTrue(enough.out().contains("\"kind\":\"model\""), enough.out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--model-output=xml, 'must be lines or json'",
    "--model-tokens=0, 'must be a whole number'",
    "--model-calls=none, 'must be a whole number'",
    "--model-silence=0, 'must be a whole number'",
    "--model-input-price=-1, 'must be an amount such as 0.15'",
    "--model-output-price=0.0001, 'must be an amount such as 0.15'",
    "--daily-budget=lots, 'must be an amount such as 0.15'",
    "--conversation-budget=1e3, 'must be an amount such as 0.15'",
    "--daily-budget=1, 'A budget needs prices: set --model-input-price'"
  })
  void a_wrong_value_gets_one_sentence_and_exit_code_2(String option, String sentence) {
    for (String command : new String[] {"serve", "ask", "models"}) {
      Worlds worlds = worlds("ADVISOR_MODEL", "ollama:x");
      String[] words =
          command.equals("ask")
              ? new String[] {"ask", option, "x"}
              : new String[] {command, option};
      assertEquals(2, Main.run(worlds.world(), words), command);
      assertTrue(worlds.err().contains(sentence), worlds.err());
      assertEquals(1, worlds.err().lines().count(), worlds.err());
    }
  }

  @Test
  void no_help_shows_a_key() {
    for (String command : new String[] {"serve", "ask", "models"}) {
      Worlds worlds = worlds("OPENAI_API_KEY", "sk-hidden", "ADVISOR_MODEL", "openai:x");
      assertEquals(0, Main.run(worlds.world(), command, "--help"));
      assertTrue(worlds.out().contains("--model"), worlds.out());
      assertFalse(worlds.out().contains("hidden"), worlds.out());
    }
  }
}
