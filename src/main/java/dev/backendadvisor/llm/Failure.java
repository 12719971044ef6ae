package dev.backendadvisor.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.output.FinishReason;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a model did not finish.
///
/// @param what as it follows the model's name: `is silent`
/// @param weight what follows from it for later questions
record Failure(String what, Weight weight) {
  static final Failure NO_ADDRESS =
      new Failure("has an address that takes long to look up", Weight.COUNTS);
  static final Failure SILENT = new Failure("is silent", Weight.COUNTS);
  static final Failure LATE = new Failure("takes too long", Weight.COUNTS);
  static final Failure TOO_LONG = new Failure("sends more than an answer can be", Weight.COUNTS);
  static final Failure GARBLED = new Failure("sends what cannot be read", Weight.COUNTS);
  static final Failure CUT = new Failure("broke off", Weight.COUNTS);
  static final Failure UNFIT = new Failure("wrote nothing that passed the check", Weight.COUNTS);
  static final Failure FULL = new Failure("has enough other questions", Weight.PASSES);
  static final Failure RESTING = new Failure("failed before", Weight.PASSES);
  static final Failure UNWANTED = new Failure("is no longer waited for", Weight.PASSES);

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
    return CUT;
  }

  /// The failure that something thrown tells of. Its message is left out: it may repeat what was
  /// asked.
  static Failure of(Throwable thrown) {
    Failure failure = GARBLED;
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      failure =
          switch (one) {
            case HttpException answered -> status(answered.statusCode());
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

  private static Failure status(int status) {
    return switch (status) {
      case 401, 403 -> new Failure("refused the key (" + status + ")", Weight.LASTS);
      case 404 -> away("is not there (404)");
      case 429 -> away("is asked too much (429)");
      default -> away("answered with status " + status);
    };
  }

  private static Failure away(String what) {
    return new Failure(what, Weight.COUNTS);
  }
}
