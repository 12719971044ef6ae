package dev.backendadvisor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Conversations in a database.
final class SqlConversations implements ConversationStore {
  private static final String TURNS =
      "select answer, conversation, request, words, json, answered_at from turns ";

  private final Database database;

  SqlConversations(Database database) {
    this.database = database;
  }

  @Override
  public Optional<List<Asked>> asked(String conversation, int most) {
    return latest(
        row -> new Asked(row.getString(1), text(row, 2)),
        "select answer, words from turns ",
        conversation,
        most);
  }

  @Override
  public Optional<List<Turn>> turns(String conversation, int most) {
    return latest(SqlConversations::turn, TURNS, conversation, most);
  }

  private <T> Optional<List<T>> latest(
      Session.Row<T> row, String select, String conversation, int most) {
    List<T> newestFirst =
        database.read(
            session ->
                session.list(
                    row,
                    select + "where conversation = ? order by number desc limit ?",
                    conversation,
                    most));
    return newestFirst.isEmpty() ? Optional.empty() : Optional.of(newestFirst.reversed());
  }

  @Override
  public Optional<Turn> turn(String answer) {
    return database.read(
        session -> session.first(SqlConversations::turn, TURNS + "where answer = ?", answer));
  }

  @Override
  public Optional<Turn> requested(UUID request) {
    return database.read(
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
  public void begin(Turn first) {
    database.write(
        session -> {
          boolean isNew = !isRepeated(session, first);
          if (isNew) {
            session.change(
                "insert into conversations (id, turns) values (?, 1)", first.conversation());
            add(session, first, 1);
          }
          return isNew;
        });
  }

  @Override
  public boolean append(Turn next) {
    return database.write(
        session -> {
          // first of all, so that on a database with many writers the others wait here
          int there =
              session.change(
                  "update conversations set turns = turns + 1 where id = ?", next.conversation());
          if (there > 0 && !isRepeated(session, next)) {
            Optional<Integer> number =
                session.first(
                    row -> row.getInt(1),
                    "select turns from conversations where id = ?",
                    next.conversation());
            add(session, next, number.orElseThrow());
          }
          return there > 0;
        });
  }

  private static boolean isRepeated(Session session, Turn turn) throws SQLException {
    return turn.request().isPresent()
        && session
            .first(
                row -> row.getInt(1),
                "select 1 from turns where request = ?",
                turn.request().get().toString())
            .isPresent();
  }

  private static void add(Session session, Turn turn, int number) throws SQLException {
    session.change(
        "insert into turns (conversation, number, answer, request, words, json, answered_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        turn.conversation(),
        number,
        turn.answer(),
        turn.request().map(UUID::toString).orElse(null),
        turn.words().getBytes(UTF_8),
        turn.json().getBytes(UTF_8),
        turn.at().toEpochMilli());
  }

  @Override
  public Optional<String> at(String place) {
    return database.read(
        session ->
            session.first(
                row -> row.getString(1), "select conversation from places where place = ?", place));
  }

  @Override
  public void settle(String place, String conversation) {
    database.write(
        session ->
            session.change(
                "insert into places (place, conversation)"
                    + " select ?, id from conversations where id = ?"
                    + " on conflict (place) do nothing",
                place,
                conversation));
  }

  @Override
  public Optional<Given> profile(String conversation) {
    return database.read(
        session ->
            session.first(
                row -> new Given(Optional.ofNullable(row.getString(1)), text(row, 2)),
                "select after_answer, json from profiles where conversation = ?",
                conversation));
  }

  @Override
  public boolean give(String conversation, Given profile) {
    return database.write(
        session ->
            session.change(
                    "insert into profiles (conversation, after_answer, json)"
                        + " select id, ?, ? from conversations where id = ?"
                        + " on conflict (conversation) do update"
                        + " set after_answer = excluded.after_answer, json = excluded.json",
                    profile.after().orElse(null),
                    profile.json().getBytes(UTF_8),
                    conversation)
                > 0);
  }

  @Override
  public boolean forget(String conversation) {
    return database.erase(
        session -> {
          session.change("delete from places where conversation = ?", conversation);
          session.change("delete from profiles where conversation = ?", conversation);
          session.change("delete from turns where conversation = ?", conversation);
          return session.change("delete from conversations where id = ?", conversation) > 0;
        });
  }
}
