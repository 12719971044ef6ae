package dev.backendadvisor.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.output.FinishReason;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a model did not finish.
///
/// @param what as it follows the model's name: `is silent`
/// @param weight what follows from it for later questions
/// @param again when the same may be asked again
record Failure(String what, Weight weight, Again again) {
  static final Failure NO_ADDRESS =
      new Failure("has an address that takes long to look up", Weight.COUNTS);
  static final Failure SILENT = new Failure("is silent", Weight.COUNTS);
  static final Failure LATE = new Failure("takes too long", Weight.COUNTS);
  static final Failure TOO_LONG = new Failure("sends more than an answer can be", Weight.COUNTS);
  static final Failure GARBLED = new Failure("sends what cannot be read", Weight.COUNTS);
  static final Failure CUT = new Failure("broke off", Weight.COUNTS);
  static final Failure UNFIT = new Failure("wrote nothing that passed the check", Weight.COUNTS);
  static final Failure REFUSED = new Failure("refused to answer", Weight.PASSES);
  static final Failure FULL = new Failure("has enough other questions", Weight.PASSES);
  static final Failure RESTING = new Failure("failed before", Weight.PASSES);
  static final Failure UNWANTED = new Failure("is no longer waited for", Weight.PASSES);

  /// A failure after which asking again would be no use.
  Failure(String what, Weight weight) {
    this(what, weight, Again.NEVER);
  }

  /// When the same may be asked again.
  ///
  /// @param worth whether it may help
  /// @param pause how long the server wants to be left alone, when it says so
  record Again(boolean worth, Optional<Duration> pause) {
    private static final Again NEVER = new Again(false, Optional.empty());
  }

  /// What follows from a failure for later questions.
  enum Weight {
    /// It will not change while the settings stay as they are.
    LASTS,
    /// A few in a row mean that the model is away.
    COUNTS,
    /// Nothing.
    PASSES
  }

  /// The failure a finished response tells of, when it was not finished by the model's own will.
  static Failure finished(@Nullable FinishReason reason) {
    if (reason == FinishReason.LENGTH) {
      return new Failure("came to the end of its allowance", Weight.PASSES);
    }
    if (reason == FinishReason.CONTENT_FILTER) {
      return new Failure("was stopped by its provider's filter", Weight.PASSES);
    }
    if (reason == FinishReason.TOOL_EXECUTION) {
      return new Failure("asked for a tool it was not given", Weight.COUNTS);
    }
    if (reason == FinishReason.OTHER) {
      return REFUSED;
    }
    return CUT;
  }

  /// The failure that something thrown tells of. Its message is left out: it may repeat what was
  /// asked.
  static Failure of(Throwable thrown) {
    Failure failure = GARBLED;
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      failure =
          switch (one) {
            case Wire.TurnedAway away -> status(away.statusCode(), away.pause());
            case HttpException answered -> status(answered.statusCode(), Optional.empty());
            case BoundedStream.Exceeded exceeded -> TOO_LONG;
            case BoundedStream.Broken broken -> CUT;
            case UnknownHostException unknown -> away("has an address that nobody knows");
            case HttpTimeoutException slow -> away("cannot be reached");
            case ConnectException refused -> away("cannot be reached");
            case SSLException untrusted -> away("cannot be reached safely (TLS)");
            default -> failure;
          };
    }
    return failure;
  }

  private static Failure status(int status, Optional<Duration> pause) {
    return switch (status) {
      case 401, 403 -> new Failure("refused the key (" + status + ")", Weight.LASTS);
      case 404 -> away("is not there (404)");
      case 429 -> passing("is asked too much (429)", pause);
      // 529 is Anthropic's word for too many askers
      case 500, 502, 503, 504, 529 -> passing("answered with status " + status, pause);
      default -> away("answered with status " + status);
    };
  }

  private static Failure passing(String what, Optional<Duration> pause) {
    return new Failure(what, Weight.COUNTS, new Again(true, pause));
  }

  private static Failure away(String what) {
    return new Failure(what, Weight.COUNTS);
  }
}
