package dev.backendadvisor.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which model words the answers, where it is asked, and how long it is waited for.
///
/// @param provider who is asked
/// @param name the model's name there
/// @param baseUrl where its API begins
/// @param key what opens it; none for a server of one's own that wants none
/// @param output the form it writes in
/// @param prices what it costs
/// @param limits how long, and how much
public record ModelSettings(
    Provider provider,
    String name,
    URI baseUrl,
    Optional<Secret> key,
    Output output,
    Prices prices,
    Limits limits) {
  private static final Pattern MODEL = Pattern.compile("([a-z]+):([\\w.:/@+-]{1,200})");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  /// Bounds on one request.
  ///
  /// @param name how long the server's name may take to be looked up
  /// @param connect how long a connection may take
  /// @param idle how long the model may be silent, before its first token too
  /// @param total how long it may take altogether; less than what an answer may take
  /// @param turnedAway how long it may take until a request that was turned away has been put
  ///   through again, or rules answer
  /// @param calls requests at once; more questions are answered by rules
  /// @param tokens the model may write, its thoughts included
  /// @param told whether the model is told so, where its protocol does not ask for it
  /// @param bytes of one response at most
  /// @param lineBytes of one line of it at most
  public record Limits(
      Duration name,
      Duration connect,
      Duration idle,
      Duration total,
      Duration turnedAway,
      int calls,
      int tokens,
      boolean told,
      int bytes,
      int lineBytes) {
    private static final Limits DEFAULTS =
        new Limits(
            Duration.ofMillis(600),
            Duration.ofMillis(800),
            Duration.ofSeconds(8),
            Duration.ofSeconds(25),
            Duration.ofMillis(1_400),
            32,
            2048,
            false,
            2 << 20,
            64 << 10);

    /// What is right where nothing else is known.
    public static Limits defaults() {
      return DEFAULTS;
    }

    /// The same, but done in time for an answer that may take so long.
    public Limits within(Duration answer) {
      return waiting(idle, least(total, answer.multipliedBy(5).dividedBy(6)));
    }

    /// The same with other patience.
    ///
    /// @param silence how long the model may be silent
    /// @param altogether how long it may take
    public Limits waiting(Duration silence, Duration altogether) {
      return new Limits(
          name, connect, silence, altogether, turnedAway, calls, tokens, told, bytes, lineBytes);
    }

    /// The same with other patience before a request is sent.
    ///
    /// @param lookUp how long the server's name may take to be looked up
    /// @param reach how long a connection may take
    public Limits reaching(Duration lookUp, Duration reach) {
      return new Limits(
          lookUp, reach, idle, total, turnedAway, calls, tokens, told, bytes, lineBytes);
    }

    /// The same with so many requests at once.
    public Limits calls(int most) {
      return new Limits(
          name, connect, idle, total, turnedAway, most, tokens, told, bytes, lineBytes);
    }

    /// The same with so many tokens an answer.
    ///
    /// @param tellsAlways whether the model is told so, whatever its protocol
    public Limits tokens(int most, boolean tellsAlways) {
      return new Limits(
          name, connect, idle, total, turnedAway, calls, most, tellsAlways, bytes, lineBytes);
    }

    /// How many tokens the model is told it may write, when it is told.
    OptionalInt toldTokens() {
      return told ? OptionalInt.of(tokens) : OptionalInt.empty();
    }

    /// The same, but with a connection within that time.
    Limits hurried(Duration left) {
      Duration each = left.dividedBy(2);
      return reaching(least(name, each), least(connect, each));
    }

    private static Duration least(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }

  /// What tokens cost, in billionths of what the provider bills in: where a million costs 0.15
  /// dollars, one costs 150 billionths of a dollar.
  ///
  /// @param input of a token it reads
  /// @param output of a token it writes
  public record Prices(long input, long output) {
    /// Nothing costs anything, or nobody counts.
    public static final Prices FREE = new Prices(0, 0);

    /// What a request costs, in billionths.
    long of(Usage usage) {
      return Math.addExact(
          Math.multiplyExact(usage.input(), input), Math.multiplyExact(usage.output(), output));
    }
  }

  /// Words that are shown to nobody.
  ///
  /// @param value the words
  public record Secret(String value) {
    @Override
    public String toString() {
      return "(secret)";
    }
  }

  /// A setting that cannot be used; its message says which, and what to do.
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /// Reads the settings.
  ///
  /// @param model as in `openai:NAME`
  /// @param variables the value of a variable of the environment, when it is set
  /// @throws Unusable when something is missing or wrong
  public static ModelSettings of(String model, Function<String, Optional<String>> variables) {
    Matcher parts = MODEL.matcher(model.strip());
    Provider provider =
        (parts.matches() ? Provider.named(parts.group(1)) : Optional.<Provider>empty())
            .orElseThrow(() -> new Unusable(notUnderstood(parts)));
    Optional<String> url = variables.apply(provider.urlVariable());
    Optional<Secret> key =
        variables.apply(provider.keyVariable()).map(one -> key(provider.keyVariable(), one));
    if (provider.wantsKey() && url.isEmpty() && key.isEmpty()) {
      throw new Unusable(
          model.strip()
              + " needs a key: set "
              + provider.keyVariable()
              + ", or "
              + provider.keyVariable()
              + "_FILE to a file that holds it, or "
              + provider.urlVariable()
              + " to a server that wants none.");
    }
    return new ModelSettings(
        provider,
        parts.group(2),
        url.map(one -> provider.address(url(provider.urlVariable(), one)))
            .orElse(provider.usualUrl()),
        key,
        Output.LINES,
        Prices.FREE,
        Limits.defaults());
  }

  /// Repeats no words that may be a key in the wrong place.
  private static String notUnderstood(Matcher parts) {
    String wanted =
        "--model (or ADVISOR_MODEL) must be "
            + Provider.understood()
            + ", with the model's name for NAME";
    return parts.matches()
        ? wanted + "; '" + parts.group(1) + "' is no provider understood here."
        : wanted + ".";
  }

  /// The same with other bounds.
  public ModelSettings with(Limits other) {
    return new ModelSettings(provider, name, baseUrl, key, output, prices, other);
  }

  /// The same in another form.
  public ModelSettings with(Output other) {
    return new ModelSettings(provider, name, baseUrl, key, other, prices, limits);
  }

  /// The same at other prices.
  public ModelSettings with(Prices other) {
    return new ModelSettings(provider, name, baseUrl, key, output, other, limits);
  }

  /// As in `openai:NAME`.
  public String model() {
    return provider.id() + ":" + name;
  }

  private static Secret key(String variable, String value) {
    if (!KEY.matcher(value).matches()) {
      throw new Unusable(variable + " must be a key: one word of letters, digits and signs.");
    }
    return new Secret(value);
  }

  /// Repeats no address that may hold a password.
  private static URI url(String variable, String value) {
    try {
      URI url = new URI(value);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException none) {
      // said below
    }
    throw new Unusable(
        variable
            + " must be an address such as https://example.org/v1, without a user, a password or"
            + " anything after the path.");
  }
}
