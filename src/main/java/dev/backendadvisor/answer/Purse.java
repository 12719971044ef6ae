package dev.backendadvisor.answer;

/// Pays for what a language model words, within what may be spent. Amounts are billionths of what
/// the provider bills in.
public interface Purse {
  /// Pays whatever comes, and keeps no account.
  Purse OPEN = most -> new Permission.Granted(bill -> {});

  /// Sets an amount aside before a model is asked.
  ///
  /// @param most what it may come to
  Permission reserve(long most);

  /// Whether an amount may be spent.
  sealed interface Permission {
    /// It is set aside.
    ///
    /// @param payment to be settled once, whatever comes of the request
    record Granted(Payment payment) implements Permission {}

    /// It may not.
    ///
    /// @param notice why, as a reader is told
    record Refused(Notice notice) implements Permission {}
  }

  /// An amount set aside.
  interface Payment {
    /// Pays what it came to, which may be nothing; the rest is free again.
    void settle(Bill bill);
  }

  /// What a request came to.
  ///
  /// @param model as in `openai:NAME`
  /// @param input tokens the model read
  /// @param output tokens it wrote
  /// @param cost in billionths
  /// @param reported whether the provider said how many tokens; else they were counted here
  record Bill(String model, long input, long output, long cost, boolean reported) {}
}
