package dev.backendadvisor.conversation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps conversations in memory, the most recently used ones, until the process ends.
public final class PassingConversations implements ConversationStore {
  private final int most;
  private final int turnsEach;
  private final LinkedHashMap<String, List<Turn>> conversations =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Turn> turns = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();

  /// Keeps so many.
  ///
  /// @param most conversations at most; the one unused longest goes first
  /// @param turnsEach turns at most in each; the oldest goes first
  public PassingConversations(int most, int turnsEach) {
    if (most < 1 || turnsEach < 1) {
      throw new IllegalArgumentException("At least one conversation with one turn must fit.");
    }
    this.most = most;
    this.turnsEach = turnsEach;
  }

  @Override
  public synchronized Optional<List<Turn>> turns(String conversation) {
    return Optional.ofNullable(conversations.get(conversation)).map(List::copyOf);
  }

  @Override
  public synchronized Optional<Turn> turn(String answer) {
    return Optional.ofNullable(turns.get(answer));
  }

  @Override
  public synchronized void append(Turn turn) {
    List<Turn> own = conversations.computeIfAbsent(turn.conversation(), id -> new ArrayList<>());
    own.add(turn);
    turns.put(turn.answer(), turn);
    if (own.size() > turnsEach) {
      turns.remove(own.removeFirst().answer());
    }
    if (conversations.size() > most) {
      Iterator<List<Turn>> oldest = conversations.values().iterator();
      List<Turn> gone = oldest.next();
      gone.forEach(one -> turns.remove(one.answer()));
      places.values().removeIf(gone.getFirst().conversation()::equals);
      oldest.remove();
    }
  }

  @Override
  public synchronized Optional<String> at(String place) {
    return Optional.ofNullable(places.get(place));
  }

  @Override
  public synchronized void settle(String place, String conversation) {
    places.putIfAbsent(place, conversation);
  }

  @Override
  public synchronized boolean forget(String conversation) {
    List<Turn> own = conversations.remove(conversation);
    places.values().removeIf(conversation::equals);
    if (own != null) {
      own.forEach(gone -> turns.remove(gone.answer()));
    }
    return own != null;
  }
}
