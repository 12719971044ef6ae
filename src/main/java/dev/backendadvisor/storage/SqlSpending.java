package dev.backendadvisor.storage;

import dev.backendadvisor.answer.Purse.Bill;
import dev.backendadvisor.conversation.SpendingLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What models cost, in a database: shared by all servers that have it.
final class SqlSpending implements SpendingLedger {
  private final Database database;
  private final Clock clock;

  SqlSpending(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The rows of the day and of the conversation are changed only if they stay within the caps, and
  /// in this order, in which others wait for them.
  @Override
  public Optional<Cap> reserve(Claim claim, Caps caps) {
    return database.write(
        session -> {
          String day = claim.day().toString();
          session.change(
              "insert into spending_by_day (day, requests, input, output, cost)"
                  + " values (?, 0, 0, 0, 0) on conflict (day) do nothing",
              day);
          int fitsDay =
              session.change(
                  "update spending_by_day set cost = cost + ? where day = ? and cost <= ?",
                  claim.amount(),
                  day,
                  most(caps.day(), claim));
          if (fitsDay == 0) {
            return Optional.of(Cap.DAY);
          }
          session.change(
              "insert into spending_by_conversation (conversation, cost, changed_at)"
                  + " values (?, 0, ?) on conflict (conversation) do nothing",
              claim.conversation(),
              clock.millis());
          int fitsConversation =
              session.change(
                  "update spending_by_conversation set cost = cost + ?, changed_at = ?"
                      + " where conversation = ? and cost <= ?",
                  claim.amount(),
                  clock.millis(),
                  claim.conversation(),
                  most(caps.conversation(), claim));
          if (fitsConversation == 0) {
            session.change(
                "update spending_by_day set cost = cost - ? where day = ?", claim.amount(), day);
            return Optional.of(Cap.CONVERSATION);
          }
          session.change(
              "insert into spending_requests (id, day, conversation, answer, amount)"
                  + " values (?, ?, ?, ?, ?)",
              claim.id(),
              day,
              claim.conversation(),
              claim.answer(),
              claim.amount());
          return Optional.empty();
        });
  }

  /// What may have been spent before for a claim to fit.
  private static long most(OptionalLong cap, Claim claim) {
    return cap.isPresent() ? cap.getAsLong() - claim.amount() : Long.MAX_VALUE;
  }

  @Override
  public void settle(Claim claim, Bill bill, Instant at) {
    var unused =
        database.write(
            session -> {
              int open =
                  session.change(
                      "update spending_requests set settled_at = ?, model = ?, input = ?,"
                          + " output = ?, cost = ?, reported = ?"
                          + " where id = ? and settled_at is null",
                      at.toEpochMilli(),
                      bill.model(),
                      bill.input(),
                      bill.output(),
                      bill.cost(),
                      bill.reported() ? 1 : 0,
                      claim.id());
              return open > 0 && add(session, claim, bill);
            });
  }

  private static boolean add(Session session, Claim claim, Bill bill) throws SQLException {
    String day = claim.day().toString();
    session.change(
        "update spending_by_day set requests = requests + 1, input = input + ?,"
            + " output = output + ?, cost = cost + ? where day = ?",
        bill.input(),
        bill.output(),
        bill.cost() - claim.amount(),
        day);
    session.change(
        "update spending_by_conversation set cost = cost + ? where conversation = ?",
        bill.cost() - claim.amount(),
        claim.conversation());
    return session.change(
            "update spending_requests set number ="
                + " (select requests from spending_by_day where spending_by_day.day = ?)"
                + " where id = ?",
            day,
            claim.id())
        > 0;
  }

  @Override
  public List<Day> days(int most) {
    return database.read(
        session ->
            session.list(
                row ->
                    new Day(
                        LocalDate.parse(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                "select day, requests, input, output, cost from spending_by_day"
                    + " where requests > 0 or cost <> 0 order by day desc limit ?",
                most));
  }

  @Override
  public List<Entry> latest(int most) {
    return database.read(
        session ->
            session.list(
                SqlSpending::entry,
                "select settled_at, answer, model, input, output, cost, reported"
                    + " from spending_requests where number is not null"
                    + " order by day desc, number desc limit ?",
                most));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        Instant.ofEpochMilli(row.getLong(1)),
        row.getString(2),
        new Bill(
            row.getString(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getInt(7) > 0));
  }

  /// Forgets which conversation and which answers it was spent on. The day's account stays.
  static void forget(Session session, String conversation) throws SQLException {
    session.change("delete from spending_requests where conversation = ?", conversation);
    session.change("delete from spending_by_conversation where conversation = ?", conversation);
  }

  /// Forgets what was spent on conversations that ended before.
  static void forgetBefore(Session session, long before) throws SQLException {
    session.change(
        "delete from spending_requests where conversation in"
            + " (select conversation from spending_by_conversation where changed_at < ?)",
        before);
    session.change("delete from spending_by_conversation where changed_at < ?", before);
  }
}
