package dev.backendadvisor.conversation;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Makes ids that are capabilities: whoever holds one may use it, so it cannot be guessed.
public final class Ids {
  private static final int BYTES = 16;

  private final RandomGenerator random;

  /// Draws from a generator, which must be a secure one outside of tests.
  public Ids(RandomGenerator random) {
    this.random = random;
  }

  /// `m_` and 128 random bits.
  public String answer() {
    return "m_" + bits();
  }

  /// `c_` and 128 random bits.
  public String conversation() {
    return "c_" + bits();
  }

  /// `s_` and 128 random bits.
  public String share() {
    return "s_" + bits();
  }

  private String bits() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
