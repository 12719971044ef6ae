package dev.backendadvisor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Feedback;
import dev.backendadvisor.conversation.Tally;
import dev.backendadvisor.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Conversations in a database.
final class SqlConversations implements ConversationStore {
  private static final String TURNS =
      "select answer, conversation, request, words, json, answered_at from turns ";

  private final Database database;
  private final WaitingRoom waiting;
  private final Tally tally;
  private final Clock clock;

  SqlConversations(Database database, WaitingRoom waiting, Tally tally, Clock clock) {
    this.database = database;
    this.waiting = waiting;
    this.tally = tally;
    this.clock = clock;
  }

  @Override
  public boolean isShared() {
    return database.isShared();
  }

  /// Reads, after what waits is written, if it can be, so that whoever reads finds what they wrote.
  /// While it waits, nobody knows of anything that it is not there.
  private <T> T read(Database.Work<T> work) {
    Optional<Away> waits = Optional.empty();
    try {
      waiting.settle();
    } catch (Away later) {
      waits = Optional.of(later);
    }
    T found = database.read(work);
    if (waits.isPresent() && (found.equals(Optional.empty()) || found.equals(List.of()))) {
      throw waits.get();
    }
    return found;
  }

  @Override
  public Optional<List<Asked>> asked(String conversation, int most) {
    return latest(
        row -> new Asked(row.getString(1), text(row, 2)),
        "select answer, words from turns where conversation = ? order by number desc limit ?",
        conversation,
        most);
  }

  @Override
  public Optional<List<Turn>> turns(String conversation, int most) {
    return latest(
        SqlConversations::turn,
        TURNS + "where conversation = ? order by number desc limit ?",
        conversation,
        most);
  }

  private <T> Optional<List<T>> latest(Session.Row<T> row, String select, String id, int most) {
    List<T> newestFirst = read(session -> session.list(row, select, id, most));
    return newestFirst.isEmpty() ? Optional.empty() : Optional.of(newestFirst.reversed());
  }

  @Override
  public Optional<Turn> turn(String answer) {
    return read(
        session -> session.first(SqlConversations::turn, TURNS + "where answer = ?", answer));
  }

  @Override
  public Optional<Turn> requested(UUID request) {
    return read(
        session ->
            session.first(SqlConversations::turn, TURNS + "where request = ?", request.toString()));
  }

  private static Turn turn(ResultSet row) throws SQLException {
    return new Turn(
        row.getString(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)).map(UUID::fromString),
        text(row, 4),
        text(row, 5),
        Instant.ofEpochMilli(row.getLong(6)));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return new String(row.getBytes(column), UTF_8);
  }

  @Override
  public Keeping begin(Turn first) {
    return waiting.write(new Deed.Begun(first));
  }

  @Override
  public Keeping append(Turn next) {
    return waiting.write(new Deed.Appended(next));
  }

  /// Where no other server has the database nothing is noted: within one, requests know each other.
  @Override
  public boolean claim(UUID request, Duration lease) {
    return !isShared()
        || database.write(
            session ->
                session.change(
                        "insert into claims (request, ends_at) values (?, ?)"
                            + " on conflict (request) do update set ends_at = excluded.ends_at"
                            + " where claims.ends_at < ?",
                        request.toString(),
                        clock.millis() + lease.toMillis(),
                        clock.millis())
                    > 0);
  }

  @Override
  public void release(UUID request) {
    if (isShared()) {
      database.write(
          session -> session.change("delete from claims where request = ?", request.toString()));
    }
  }

  @Override
  public Optional<String> at(String place) {
    return read(
        session ->
            session.first(
                row -> row.getString(1), "select conversation from places where place = ?", place));
  }

  @Override
  public void settle(String place, String conversation) {
    var unused = waiting.write(new Deed.Settled(place, conversation));
  }

  @Override
  public Optional<Given> profile(String conversation) {
    return read(
        session ->
            session.first(
                row -> new Given(Optional.ofNullable(row.getString(1)), text(row, 2)),
                "select after_answer, json from profiles where conversation = ?",
                conversation));
  }

  @Override
  public boolean give(String conversation, Given profile) {
    return waiting.write(new Deed.Gave(conversation, profile));
  }

  @Override
  public boolean judge(Feedback feedback) {
    waiting.settle();
    byte @Nullable [] reason = feedback.reason().map(words -> words.getBytes(UTF_8)).orElse(null);
    int taken =
        database.write(
            session ->
                session.change(
                    "insert into feedback (answer, citation, helpful, reason, given_at)"
                        + " select answer, ?, ?, ?, ? from turns where answer = ?"
                        + " on conflict (answer, citation) do update set"
                        + " helpful = excluded.helpful, reason = excluded.reason,"
                        + " given_at = excluded.given_at",
                    feedback.citation().orElse(0),
                    feedback.helpful() ? 1 : 0,
                    reason,
                    feedback.at().toEpochMilli(),
                    feedback.answer()));
    if (taken > 0) {
      tally.count(feedback.helpful() ? "helpful" : "unhelpful");
    }
    return taken > 0;
  }

  @Override
  public List<Feedback> feedback(String answer) {
    return read(
        session ->
            session.list(
                row ->
                    new Feedback(
                        answer,
                        Optional.of(row.getInt(1)).filter(citation -> citation > 0),
                        row.getInt(2) > 0,
                        Optional.ofNullable(row.getBytes(3)).map(words -> new String(words, UTF_8)),
                        Instant.ofEpochMilli(row.getLong(4))),
                "select citation, helpful, reason, given_at from feedback where answer = ?"
                    + " order by citation",
                answer));
  }

  @Override
  public boolean share(String share, String conversation) {
    waiting.settle();
    return database.write(
        session ->
            session.change(
                    "insert into shares (share, conversation, turns)"
                        + " select ?, id, turns from conversations where id = ?",
                    share,
                    conversation)
                > 0);
  }

  @Override
  public Optional<List<Turn>> shared(String share, int most) {
    return latest(
        SqlConversations::turn,
        "select answer, turns.conversation, request, words, json, answered_at from shares"
            + " join turns on turns.conversation = shares.conversation"
            + " and turns.number <= shares.turns"
            + " where share = ? order by number desc limit ?",
        share,
        most);
  }

  @Override
  public boolean forget(String conversation) {
    waiting.settle();
    return database.erase(session -> forget(session, conversation, Long.MAX_VALUE));
  }

  /// Forgets a conversation, unless it went on since.
  static boolean forget(Session session, String conversation, long before) throws SQLException {
    // first of all, so that nobody goes on with it meanwhile
    int there =
        session.change(
            "update conversations set turns = turns where id = ? and changed_at < ?",
            conversation,
            before);
    if (there == 0) {
      return false;
    }
    session.change(
        "delete from feedback where answer in (select answer from turns where conversation = ?)",
        conversation);
    for (String table : List.of("shares", "places", "profiles", "turns")) {
      session.change("delete from " + table + " where conversation = ?", conversation);
    }
    SqlSpending.forget(session, conversation);
    return session.change("delete from conversations where id = ?", conversation) > 0;
  }
}
