package dev.backendadvisor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backendadvisor.conversation.ConversationStore.Given;
import dev.backendadvisor.conversation.ConversationStore.Keeping;
import dev.backendadvisor.conversation.Turn;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Something to be written that may wait until the database can do it. Done twice, it is as if done
/// once.
///
/// @param <T> what comes of it
sealed interface Deed<T> {
  /// Does it, within a transaction.
  T in(Session session) throws SQLException;

  /// A conversation begins.
  ///
  /// @param turn its first turn
  record Begun(Turn turn) implements Deed<Keeping> {
    @Override
    public Keeping in(Session session) throws SQLException {
      int isNew =
          session.change(
              "insert into conversations (id, turns, changed_at) values (?, 1, ?)"
                  + " on conflict (id) do nothing",
              turn.conversation(),
              turn.at().toEpochMilli());
      if (add(session, turn, 1)) {
        return Keeping.KEPT;
      }
      if (isNew > 0) {
        session.change("delete from conversations where id = ?", turn.conversation());
      }
      return Keeping.REPEATED;
    }
  }

  /// A conversation goes on.
  ///
  /// @param turn its next turn
  record Appended(Turn turn) implements Deed<Keeping> {
    @Override
    public Keeping in(Session session) throws SQLException {
      // first of all, so that on a database with many writers the others wait here
      int there =
          session.change(
              "update conversations set turns = turns + 1,"
                  + " changed_at = case when changed_at < ? then ? else changed_at end"
                  + " where id = ?",
              turn.at().toEpochMilli(),
              turn.at().toEpochMilli(),
              turn.conversation());
      if (there == 0) {
        return Keeping.FORGOTTEN;
      }
      Optional<Integer> number =
          session.first(
              row -> row.getInt(1),
              "select turns from conversations where id = ?",
              turn.conversation());
      if (add(session, turn, number.orElseThrow())) {
        return Keeping.KEPT;
      }
      session.change(
          "update conversations set turns = turns - 1 where id = ?", turn.conversation());
      return Keeping.REPEATED;
    }
  }

  /// A conversation is given a profile.
  ///
  /// @param conversation its id
  /// @param profile the profile
  record Gave(String conversation, Given profile) implements Deed<Boolean> {
    @Override
    public Boolean in(Session session) throws SQLException {
      return session.change(
              "insert into profiles (conversation, after_answer, json)"
                  + " select id, ?, ? from conversations where id = ?"
                  + " on conflict (conversation) do update"
                  + " set after_answer = excluded.after_answer, json = excluded.json",
              profile.after().orElse(null),
              profile.json().getBytes(UTF_8),
              conversation)
          > 0;
    }
  }

  /// A conversation is held at a place.
  ///
  /// @param place the place's name
  /// @param conversation the conversation's id
  record Settled(String place, String conversation) implements Deed<Boolean> {
    @Override
    public Boolean in(Session session) throws SQLException {
      return session.change(
              "insert into places (place, conversation)"
                  + " select ?, id from conversations where id = ?"
                  + " on conflict (place) do nothing",
              place,
              conversation)
          > 0;
    }
  }

  /// An event is taken on.
  ///
  /// @param event its id
  /// @param at when, in milliseconds since 1970
  record Took(String event, long at) implements Deed<Boolean> {
    /// How long an event is remembered: longer than is promised, so that a clock put right does not
    /// undo the promise.
    static final Duration KEPT = Duration.ofHours(48);

    @Override
    public Boolean in(Session session) throws SQLException {
      return session.change(
              "insert into events (id, taken_at) values (?, ?)"
                  + " on conflict (id) do update set taken_at = excluded.taken_at"
                  + " where events.taken_at < ?",
              event,
              at,
              at - KEPT.toMillis())
          > 0;
    }
  }

  /// @return whether it was added; not when its answer is there already, or its request has made
  ///   another
  private static boolean add(Session session, Turn turn, int number) throws SQLException {
    int added =
        session.change(
            "insert into turns (conversation, number, answer, request, words, json, answered_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            turn.conversation(),
            number,
            turn.answer(),
            turn.request().map(UUID::toString).orElse(null),
            turn.words().getBytes(UTF_8),
            turn.json().getBytes(UTF_8),
            turn.at().toEpochMilli());
    if (turn.request().isPresent()) {
      session.change("delete from claims where request = ?", turn.request().get().toString());
    }
    return added > 0;
  }
}
