package dev.backendadvisor.app;

import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.llm.ModelAnswerer;
import dev.backendadvisor.llm.ModelSettings;
import dev.backendadvisor.llm.Provider;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which language model words the answers, if any does.
final class ModelOptions implements Settings {
  @Option(
      names = "--model",
      paramLabel = "PROVIDER:NAME",
      description = {
        "Language model to word answers: openai:NAME, anthropic:NAME, gemini:NAME or ollama:NAME;"
            + " without one, rules do."
            + " Its key comes from OPENAI_API_KEY (and so on) or the file named by"
            + " OPENAI_API_KEY_FILE, another server's address from OPENAI_BASE_URL.",
        "ADVISOR_MODEL; none."
      })
  private String model = "";

  /// Words answers; says at once when a key is there and no model is named.
  ///
  /// @param most how long an answer may take
  /// @throws ModelSettings.Unusable when a setting cannot be used
  Answerer answerer(World world, Duration most) {
    var rules = new RuleAnswerer();
    Optional<ModelSettings> settings = settings(world);
    if (settings.isEmpty()) {
      missing(world).ifPresent(world.err()::println);
      return rules;
    }
    ModelSettings own = settings.get();
    return new ModelAnswerer(own.with(own.limits().within(most)), rules);
  }

  /// The model's settings; none when no model is named.
  ///
  /// @throws ModelSettings.Unusable when a setting cannot be used
  Optional<ModelSettings> settings(World world) {
    if (model.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(ModelSettings.of(model, name -> new Secret(name).read(world.environment())));
  }

  /// What to set, when a key is there and no model is named.
  private static Optional<String> missing(World world) {
    return Arrays.stream(Provider.values())
        .filter(one -> new Secret(one.keyVariable()).read(world.environment()).isPresent())
        .findFirst()
        .map(
            one ->
                "advisor: %s is set, but no model is named: set ADVISOR_MODEL=%s:NAME to have it word answers; until then rules do."
                    .formatted(one.keyVariable(), one.id()));
  }
}
