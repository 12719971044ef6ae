package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.Purse;
import dev.backendadvisor.answer.Purse.Permission;
import dev.backendadvisor.conversation.SpendingLedger.Cap;
import dev.backendadvisor.conversation.SpendingLedger.Caps;
import dev.backendadvisor.conversation.SpendingLedger.Claim;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// What language models may cost: so much a day, in UTC, and so much a conversation.
///
/// @param ledger what they did cost
/// @param caps what they may
/// @param clock tells the day
public record Budget(SpendingLedger ledger, Caps caps, Clock clock) {
  private static final System.Logger LOG = System.getLogger(Budget.class.getName());

  /// A budget without a bound, whose account ends with the process.
  public static Budget open(Clock clock) {
    return new Budget(new PassingSpending(1_000), Caps.NONE, clock);
  }

  /// The purse that pays for one answer. While the ledger is away it pays nothing.
  ///
  /// @param conversation the id of its conversation
  /// @param answer its id
  Purse purse(String conversation, String answer) {
    return most -> {
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      var claim = new Claim(UUID.randomUUID().toString(), day, conversation, answer, most);
      try {
        Optional<Cap> inTheWay = ledger.reserve(claim, caps);
        return inTheWay.isPresent()
            ? new Permission.Refused(overBudget(because(inTheWay.get())))
            : new Permission.Granted(bill -> settle(claim, bill));
      } catch (ConversationStore.Away away) {
        return new Permission.Refused(
            overBudget("What the language model has cost so far cannot be looked up"));
      }
    };
  }

  private void settle(Claim claim, Purse.Bill bill) {
    try {
      ledger.settle(claim, bill, clock.instant());
    } catch (ConversationStore.Away away) {
      LOG.log(
          Level.WARNING,
          "What an answer cost could not be noted; what was set aside for it counts as spent");
    }
  }

  private static String because(Cap cap) {
    return switch (cap) {
      case DAY -> "What the language model may cost today is spent";
      case CONVERSATION -> "What the language model may cost in this conversation is spent";
    };
  }

  private static Notice overBudget(String why) {
    return new Notice(Notice.Code.OVER_BUDGET, why + ", so rules worded this answer.");
  }
}
