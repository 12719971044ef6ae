package dev.backendadvisor.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which model words the answers, where it is asked, and how long it is waited for.
///
/// @param provider who is asked
/// @param name the model's name there
/// @param baseUrl where its API begins
/// @param key what opens it; none for a server of one's own that wants none
/// @param limits how long, and how much
public record ModelSettings(
    Provider provider, String name, URI baseUrl, Optional<Secret> key, Limits limits) {
  private static final Pattern MODEL = Pattern.compile("([a-z]+):([\\w.:/@+-]{1,200})");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  /// Bounds on one request.
  ///
  /// @param name how long the server's name may take to be looked up
  /// @param connect how long a connection may take
  /// @param idle how long the model may be silent, before its first token too
  /// @param total how long it may take altogether; less than what an answer may take
  /// @param calls requests at once; more questions are answered by rules
  /// @param bytes of one response at most
  /// @param lineBytes of one line of it at most
  public record Limits(
      Duration name,
      Duration connect,
      Duration idle,
      Duration total,
      int calls,
      int bytes,
      int lineBytes) {
    private static final Limits DEFAULTS =
        new Limits(
            Duration.ofMillis(600),
            Duration.ofMillis(800),
            Duration.ofSeconds(8),
            Duration.ofSeconds(25),
            32,
            2 << 20,
            64 << 10);

    /// What is right where nothing else is known.
    public static Limits defaults() {
      return DEFAULTS;
    }

    /// The same, but done in time for an answer that may take so long.
    public Limits within(Duration answer) {
      Duration most = answer.multipliedBy(5).dividedBy(6);
      return new Limits(
          name, connect, idle, total.compareTo(most) < 0 ? total : most, calls, bytes, lineBytes);
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
    return new ModelSettings(provider, name, baseUrl, key, other);
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
