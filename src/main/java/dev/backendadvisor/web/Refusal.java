package dev.backendadvisor.web;

import dev.backendadvisor.format.Problem;
import java.util.concurrent.TimeUnit;

/// A request that is not served, and why. Thrown by handlers, sent as a [Problem].
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String detail;
  private final long retryAfter;

  Refusal(int status, String title, String detail) {
    this(status, title, detail, status == 503 ? 1 : 0);
  }

  private Refusal(int status, String title, String detail, long retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /// Somebody who asks for more than their share.
  ///
  /// @param what there was too much of, as in `Too many questions from your address`
  /// @param wait nanoseconds until it may be asked again
  static Refusal tooOften(String what, long wait) {
    long seconds = Math.max(1, Math.ceilDiv(wait, TimeUnit.SECONDS.toNanos(1)));
    return new Refusal(
        429, "Too many requests", what + "; ask again in " + seconds + " s.", seconds);
  }

  static Refusal tooManyStreams(int most) {
    return new Refusal(
        429,
        "Too many requests",
        "Your address reads " + most + " answers at once already; ask again when one is done.",
        1);
  }

  static Refusal malformed(String detail) {
    return new Refusal(400, "Malformed request", detail);
  }

  static Refusal tooLarge(int limit) {
    return new Refusal(
        413, "Body too large", "A body may have " + limit + " bytes at most; send a shorter one.");
  }

  /// One and the same for an address that is none, and an id that never was, is no more, or is of
  /// another kind.
  static Refusal nothingHere() {
    return new Refusal(
        404,
        "Not found",
        "There is nothing here: the address or an id in it is wrong, or it is no longer kept.");
  }

  static Refusal storeAway() {
    return new Refusal(
        503,
        "Store away",
        "Nothing that is kept can be read, changed or deleted at the moment; try again in a"
            + " moment.");
  }

  static Refusal busy() {
    return new Refusal(
        503, "Busy", "Too many questions are being answered; ask again in a second.");
  }

  static Refusal stopping() {
    return new Refusal(503, "Stopping", "The server is being stopped; ask again in a moment.");
  }

  static Refusal late(long seconds) {
    return new Refusal(
        503,
        "Too slow",
        "No answer was found within " + seconds + " s; ask again, or less at once.");
  }

  static Refusal fault() {
    return new Refusal(
        500,
        "Internal error",
        "Something went wrong on our side; ask again. The log says what, beside this"
            + " X-Request-Id.");
  }

  int status() {
    return status;
  }

  /// Seconds after which it may be asked again; 0 when that would not help.
  long retryAfter() {
    return retryAfter;
  }

  Problem problem(String instance) {
    return new Problem(status, title, detail, instance);
  }
}
