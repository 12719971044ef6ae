package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Purse.Bill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What language models cost, and what is set aside for requests that run. Amounts are billionths
/// of what the providers bill in. Safe for use by many threads, and by every server that shares it:
/// each call is one step, of which all happens or nothing.
public interface SpendingLedger {
  /// What may be spent.
  ///
  /// @param day on one day, in UTC; none when there is no bound
  /// @param conversation on one conversation, on all days together; none when there is no bound
  record Caps(OptionalLong day, OptionalLong conversation) {
    /// No bounds.
    public static final Caps NONE = new Caps(OptionalLong.empty(), OptionalLong.empty());
  }

  /// An amount set aside.
  ///
  /// @param id its own, new for each
  /// @param day whose spending it is, in UTC
  /// @param conversation whose spending it is
  /// @param answer the id of the answer it is for; an answer may have several
  /// @param amount what the request may come to
  record Claim(String id, LocalDate day, String conversation, String answer, long amount) {}

  /// Which bound is in the way.
  enum Cap {
    /// That of the day.
    DAY,
    /// That of the conversation.
    CONVERSATION
  }

  /// What one day came to; what is set aside and not settled is in `cost` alone.
  ///
  /// @param day in UTC
  /// @param requests that were settled
  /// @param input tokens that models read
  /// @param output tokens they wrote
  /// @param cost in billionths
  record Day(LocalDate day, long requests, long input, long output, long cost) {}

  /// A request that was settled.
  ///
  /// @param at when it was
  /// @param answer the id of the answer it was for
  /// @param bill what it came to
  record Entry(Instant at, String answer, Bill bill) {}

  /// Sets an amount aside, if what is spent and set aside stays within the caps with it.
  ///
  /// @return the bound in the way; none when it is set aside
  /// @throws ConversationStore.Away when that cannot be told or noted
  Optional<Cap> reserve(Claim claim, Caps caps);

  /// Puts what a request came to in the place of what was set aside for it; once, however often it
  /// is told. What is never settled stays spent.
  ///
  /// @throws ConversationStore.Away when it cannot be noted
  void settle(Claim claim, Bill bill, Instant at);

  /// The latest days on which something was spent, the latest first.
  ///
  /// @throws ConversationStore.Away when that cannot be told
  List<Day> days(int most);

  /// The requests settled last, the last first.
  ///
  /// @throws ConversationStore.Away when that cannot be told
  List<Entry> latest(int most);
}
