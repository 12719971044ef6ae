package dev.backendadvisor.app;

import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.SpendingLedger;
import dev.backendadvisor.conversation.SpendingLedger.Caps;
import dev.backendadvisor.llm.ModelAnswerer;
import dev.backendadvisor.llm.ModelSettings;
import dev.backendadvisor.llm.Output;
import dev.backendadvisor.llm.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
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

  @Option(
      names = "--model-output",
      paramLabel = "FORM",
      defaultValue = "lines",
      description = {
        "Form the model writes in: lines, which every model can, or json, by a schema that its"
            + " provider holds it to.",
        "ADVISOR_MODEL_OUTPUT; ${DEFAULT-VALUE}."
      })
  private String output = "";

  @Option(
      names = "--model-silence",
      paramLabel = "SECONDS",
      defaultValue = "8",
      description = {
        "How long the model may be silent before rules finish the answer.",
        "ADVISOR_MODEL_SILENCE; ${DEFAULT-VALUE}."
      })
  private String silence = "";

  @Option(
      names = "--model-calls",
      paramLabel = "N",
      defaultValue = "32",
      description = {
        "Requests to the model at once; more questions are answered by rules.",
        "ADVISOR_MODEL_CALLS; ${DEFAULT-VALUE}."
      })
  private String calls = "";

  @Option(
      names = "--model-tokens",
      paramLabel = "N",
      defaultValue = "2048",
      description = {
        "Tokens the model may write for an answer, its thoughts included. It is told where there is"
            + " a budget, and where it is Anthropic's.",
        "ADVISOR_MODEL_TOKENS; ${DEFAULT-VALUE}."
      })
  private String tokens = "";

  @Option(
      names = "--model-input-price",
      paramLabel = "AMOUNT",
      defaultValue = "0",
      description = {
        "Price of a million tokens that the model reads, as in 0.15, in what its provider bills"
            + " in.",
        "ADVISOR_MODEL_INPUT_PRICE; ${DEFAULT-VALUE}."
      })
  private String inputPrice = "";

  @Option(
      names = "--model-output-price",
      paramLabel = "AMOUNT",
      defaultValue = "0",
      description = {
        "Price of a million tokens that it writes.",
        "ADVISOR_MODEL_OUTPUT_PRICE; ${DEFAULT-VALUE}."
      })
  private String outputPrice = "";

  @Option(
      names = "--daily-budget",
      paramLabel = "AMOUNT",
      description = {
        "What the model may cost a day, in UTC; beyond it rules answer.",
        "ADVISOR_DAILY_BUDGET; no bound."
      })
  private String dailyBudget = "";

  @Option(
      names = "--conversation-budget",
      paramLabel = "AMOUNT",
      description = {
        "What the model may cost a conversation; beyond it rules answer.",
        "ADVISOR_CONVERSATION_BUDGET; no bound."
      })
  private String conversationBudget = "";

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
  /// @throws Trouble when a value cannot be used
  Optional<ModelSettings> settings(World world) {
    ModelSettings.Prices prices = prices();
    Caps caps = caps();
    boolean bounded = !caps.equals(Caps.NONE);
    if (bounded && prices.equals(ModelSettings.Prices.FREE)) {
      throw new Trouble(
          "A budget needs prices: set --model-input-price and --model-output-price (or"
              + " ADVISOR_MODEL_INPUT_PRICE and ADVISOR_MODEL_OUTPUT_PRICE) to what a million"
              + " tokens cost.");
    }
    Output form = form();
    ModelSettings.Limits limits = limits(bounded);
    if (model.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        ModelSettings.of(model, name -> new Secret(name).read(world.environment()))
            .with(form)
            .with(prices)
            .with(limits));
  }

  private Output form() {
    return Arrays.stream(Output.values())
        .filter(one -> one.id().equals(output.strip()))
        .findFirst()
        .orElseThrow(() -> new Setting("--model-output", output).wrong("lines or json"));
  }

  private ModelSettings.Limits limits(boolean bounded) {
    ModelSettings.Limits usual = ModelSettings.Limits.defaults();
    var silent = Duration.ofSeconds(new Setting("--model-silence", silence).number(1, 3_600));
    int atOnce = new Setting("--model-calls", calls).number(1, 10_000);
    int most = new Setting("--model-tokens", tokens).number(1, 1_000_000);
    return usual.waiting(silent, usual.total()).calls(atOnce).tokens(most, bounded);
  }

  private ModelSettings.Prices prices() {
    return new ModelSettings.Prices(
        price("--model-input-price", inputPrice), price("--model-output-price", outputPrice));
  }

  /// A million tokens cost a thousandth of what a token costs in billionths.
  private static long price(String flag, String value) {
    return new Setting(flag, value).amount(1_000_000, 3);
  }

  /// What the model may cost, and what it did.
  ///
  /// @param ledger keeps the account
  /// @param clock tells the day
  /// @throws Trouble when a value cannot be used
  Budget budget(SpendingLedger ledger, Clock clock) {
    return new Budget(ledger, caps(), clock);
  }

  /// What the model may cost.
  ///
  /// @throws Trouble when a value cannot be used
  Caps caps() {
    return new Caps(
        cap("--daily-budget", dailyBudget), cap("--conversation-budget", conversationBudget));
  }

  private static OptionalLong cap(String flag, String value) {
    return value.isBlank()
        ? OptionalLong.empty()
        : OptionalLong.of(new Setting(flag, value).amount(1_000_000_000, 9));
  }

  /// In which form the model writes and what it costs, in a sentence each.
  ///
  /// @throws Trouble when a value cannot be used
  String terms() {
    String price =
        prices().equals(ModelSettings.Prices.FREE)
            ? "No prices are set."
            : "A million tokens cost %s to read and %s to write."
                .formatted(inputPrice.strip(), outputPrice.strip());
    return "It writes %s, %s tokens an answer at most. %s It may cost %s a day and %s a conversation."
        .formatted(
            form().id(), tokens.strip(), price, bound(dailyBudget), bound(conversationBudget));
  }

  private static String bound(String budget) {
    return budget.isBlank() ? "anything" : budget.strip();
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
