package dev.backendadvisor.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Lets those in who hold the operator's token. What they send is compared in a time that tells
/// nothing of the token, not even its length.
final class OperatorGate {
  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  OperatorGate(String token) {
    this.digest = digest(token);
  }

  /// Lets a request pass.
  ///
  /// @throws Refusal with 401 when it does not carry the token
  void check(Context context) {
    String given = context.header("Authorization");
    String token =
        given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? given.substring(SCHEME.length()).strip()
            : "";
    if (!MessageDigest.isEqual(digest, digest(token))) {
      context.header("WWW-Authenticate", SCHEME.strip());
      throw new Refusal(
          401, "Unauthorized", "Send the operator's token as Authorization: Bearer TOKEN.");
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
