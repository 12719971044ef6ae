package dev.backendadvisor.app;

import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.llm.ModelAnswerer;
import dev.backendadvisor.llm.ModelSettings;
import dev.backendadvisor.llm.Provider;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says which model words the answers, and whether it is there.
@Command(
    name = "models",
    description =
        "Says which language model is configured, whether it answers, in which form, and what it"
            + " may cost.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  private final World world;

  @Mixin private ModelOptions model = new ModelOptions();

  ModelsCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() {
    Optional<ModelSettings> settings = model.settings(world);
    if (settings.isEmpty()) {
      world
          .out()
          .println(
              "No model is configured; rules word the answers. Set ADVISOR_MODEL=%s, and its provider's key, as in %s, to have a model word them."
                  .formatted(Provider.understood(), Provider.OPENAI.keyVariable()));
      return CommandLine.ExitCode.OK;
    }
    ModelSettings own = settings.get();
    Optional<String> trouble = new ModelAnswerer(own, new RuleAnswerer()).trouble();
    world
        .out()
        .println(
            "%s at %s, %s, %s."
                .formatted(
                    own.model(),
                    own.baseUrl(),
                    own.key().isPresent() ? "with a key" : "without a key",
                    trouble.orElse("answers")));
    world.out().println(model.terms());
    return trouble.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
  }
}
