package dev.backendadvisor.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells Slack's requests from others, by the signature over time and body that [Slack
/// describes](https://docs.slack.dev/authentication/verifying-requests-from-slack).
///
/// Bolt has a check of its own. It compares in a time that depends on the signature and lets
/// requests from the future through, so it is not used.
final class SignatureCheck {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

  /// How far a request may be from now, either way.
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec secret;
  private final InstantSource clock;

  SignatureCheck(String secret, InstantSource clock) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// Whether Slack sent this, lately.
  ///
  /// @param headers by lower-case name
  boolean accepts(Map<String, List<String>> headers, byte[] body) {
    Optional<String> timestamp = only(headers, "x-slack-request-timestamp").filter(this::isRecent);
    Optional<String> signature = only(headers, "x-slack-signature");
    return timestamp.isPresent()
        && signature.isPresent()
        && MessageDigest.isEqual(
            sign(timestamp.get(), body).getBytes(StandardCharsets.UTF_8),
            signature.get().getBytes(StandardCharsets.UTF_8));
  }

  /// The signature a request of this time and body has: `v0=` and lower-case hexadecimal digits.
  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean isRecent(String timestamp) {
    if (!TIMESTAMP.matcher(timestamp).matches()) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
  }

  /// The value of a header that came once.
  private static Optional<String> only(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
