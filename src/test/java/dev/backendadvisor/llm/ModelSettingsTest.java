package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which model is meant, and what is said when that cannot be told.
class ModelSettingsTest {
  private static final Map<String, String> KEY = Map.of("OPENAI_API_KEY", "sk-hidden");
  private static final String UNDERSTOOD =
      "--model (or ADVISOR_MODEL) must be openai:NAME, anthropic:NAME, gemini:NAME or ollama:NAME,"
          + " with the model's name for NAME";

  private static ModelSettings of(String model, Map<String, String> variables) {
    return ModelSettings.of(model, name -> Optional.ofNullable(variables.get(name)));
  }

  private static String refused(String model, Map<String, String> variables) {
    return String.valueOf(
        assertThrows(ModelSettings.Unusable.class, () -> of(model, variables)).getMessage());
  }

  @Test
  void a_key_is_enough_for_the_usual_server() {
    ModelSettings settings = of("openai:gpt-4.1-mini", KEY);
    assertEquals("gpt-4.1-mini", settings.name());
    assertEquals("openai:gpt-4.1-mini", settings.model());
    assertEquals(URI.create("https://api.openai.com/v1"), settings.baseUrl());
  }

  @Test
  void another_server_may_want_no_key_and_models_may_have_colons_and_slashes() {
    ModelSettings settings =
        of("openai:org/llama3.2:3b", Map.of("OPENAI_BASE_URL", "http://localhost:11434/v1"));
    assertEquals("org/llama3.2:3b", settings.name());
    assertEquals(Optional.empty(), settings.key());
  }

  @Test
  void each_provider_has_its_own_key_and_its_own_server() {
    ModelSettings claude = of("anthropic:claude-x", Map.of("ANTHROPIC_API_KEY", "hidden"));
    assertEquals(URI.create("https://api.anthropic.com/v1"), claude.baseUrl());
    ModelSettings gemini = of("gemini:gemini-x", Map.of("GEMINI_API_KEY", "hidden"));
    assertEquals(URI.create("https://generativelanguage.googleapis.com/v1beta"), gemini.baseUrl());
    assertEquals(
        "anthropic:x needs a key: set ANTHROPIC_API_KEY, or ANTHROPIC_API_KEY_FILE to a file that"
            + " holds it, or ANTHROPIC_BASE_URL to a server that wants none.",
        refused("anthropic:x", KEY));
  }

  @Test
  void ollama_wants_no_key_and_is_looked_for_on_this_machine() {
    ModelSettings settings = of("ollama:llama3.2", Map.of());
    assertEquals(URI.create("http://127.0.0.1:11434/v1"), settings.baseUrl());
    assertEquals(Optional.empty(), settings.key());
  }

  @Test
  void a_server_named_without_a_path_has_the_usual_one() {
    Map<String, String> hosts =
        Map.of(
            "OLLAMA_BASE_URL", "http://gpu:11434",
            "ANTHROPIC_BASE_URL", "https://proxy.example.org/",
            "GEMINI_BASE_URL", "https://proxy.example.org/google",
            "OPENAI_BASE_URL", "https://models.example.org");
    assertEquals(URI.create("http://gpu:11434/v1"), of("ollama:x", hosts).baseUrl());
    assertEquals(URI.create("https://proxy.example.org/v1"), of("anthropic:x", hosts).baseUrl());
    assertEquals(URI.create("https://proxy.example.org/google"), of("gemini:x", hosts).baseUrl());
    assertEquals(URI.create("https://models.example.org"), of("openai:x", hosts).baseUrl());
  }

  @Test
  void the_key_is_shown_to_nobody() {
    assertFalse(of("openai:x", KEY).toString().contains("hidden"));
  }

  @Test
  void a_provider_that_is_not_understood_is_named() {
    assertEquals(
        UNDERSTOOD + "; 'watson' is no provider understood here.", refused("watson:x", KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4.1", "openai:", "openai:two words", "sk-secret", ":x", "OPENAI:x"})
  void words_that_name_no_model_are_not_repeated(String model) {
    assertEquals(UNDERSTOOD + ".", refused(model, KEY));
  }

  @Test
  void without_a_key_it_says_what_to_set() {
    assertEquals(
        "openai:x needs a key: set OPENAI_API_KEY, or OPENAI_API_KEY_FILE to a file that holds it,"
            + " or OPENAI_BASE_URL to a server that wants none.",
        refused("openai:x", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "k\u00e9y", "line\nbreak"})
  void a_key_that_is_none_is_not_repeated(String key) {
    String said = refused("openai:x", Map.of("OPENAI_API_KEY", key));
    assertEquals("OPENAI_API_KEY must be a key: one word of letters, digits and signs.", said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:11434",
        "ftp://example.org",
        "https://",
        "https://user:secret@example.org/v1",
        "https://example.org/v1?key=secret",
        "https://example.org/v1#secret",
        "https://exa mple.org",
      })
  void an_address_that_cannot_be_used_is_not_repeated(String url) {
    String said = refused("openai:x", Map.of("OPENAI_BASE_URL", url));
    assertTrue(said.startsWith("OPENAI_BASE_URL must be an address such as"), said);
    assertFalse(said.contains("secret"), said);
  }

  @Test
  void a_model_is_given_less_time_than_an_answer() {
    ModelSettings.Limits usual = ModelSettings.Limits.defaults();
    assertEquals(Duration.ofSeconds(25), usual.within(Duration.ofSeconds(30)).total());
    assertEquals(Duration.ofSeconds(25), usual.within(Duration.ofSeconds(90)).total());
    assertEquals(Duration.ofSeconds(10), usual.within(Duration.ofSeconds(12)).total());
  }

  /// Faults 11 and 13: what cannot be reached is given up within 1.5 s, what drips within 30 s.
  @Test
  void nobody_waits_long_by_default() {
    ModelSettings.Limits limits = ModelSettings.Limits.defaults();
    var unreachable = limits.name().plus(limits.connect());
    assertTrue(unreachable.compareTo(Duration.ofMillis(1_500)) < 0, limits::toString);
    assertTrue(limits.turnedAway().compareTo(Duration.ofMillis(1_500)) < 0, limits::toString);
    assertTrue(limits.total().compareTo(Duration.ofSeconds(30)) < 0, limits::toString);
    ModelSettings.Limits again = limits.hurried(Duration.ofMillis(300));
    assertEquals(Duration.ofMillis(300), again.name().plus(again.connect()));
  }
}
