package dev.backendadvisor.conversation;

class PassingSpendingTest extends SpendingContract {
  private final SpendingLedger ledger = new PassingSpending(1_000);

  @Override
  protected SpendingLedger ledger() {
    return ledger;
  }
}
