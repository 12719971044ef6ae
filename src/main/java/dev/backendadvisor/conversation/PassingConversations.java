package dev.backendadvisor.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Keeps conversations in memory, the most recently used ones, until the process ends.
public final class PassingConversations implements ConversationStore {
  private final int most;
  private final int turnsEach;
  private final LinkedHashMap<String, List<Turn>> conversations =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Turn> byAnswer = new LinkedHashMap<>();
  private final Map<UUID, Turn> byRequest = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, Given> profiles = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Feedback>> feedback = new LinkedHashMap<>();
  private final Map<String, Share> shares = new LinkedHashMap<>();

  private record Share(String conversation, List<Turn> turns) {}

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
  public boolean isShared() {
    return false;
  }

  @Override
  public Optional<List<Asked>> asked(String conversation, int most) {
    return turns(conversation, most)
        .map(own -> own.stream().map(turn -> new Asked(turn.answer(), turn.words())).toList());
  }

  @Override
  public synchronized Optional<List<Turn>> turns(String conversation, int most) {
    return Optional.ofNullable(conversations.get(conversation))
        .map(own -> List.copyOf(own.subList(Math.max(0, own.size() - most), own.size())));
  }

  @Override
  public synchronized Optional<Turn> turn(String answer) {
    return Optional.ofNullable(byAnswer.get(answer));
  }

  @Override
  public synchronized Optional<Turn> requested(UUID request) {
    return Optional.ofNullable(byRequest.get(request));
  }

  @Override
  public synchronized Keeping begin(Turn first) {
    if (isRepeated(first)) {
      return Keeping.REPEATED;
    }
    conversations.put(first.conversation(), new ArrayList<>());
    add(first);
    if (conversations.size() > most) {
      forget(conversations.keySet().iterator().next());
    }
    return Keeping.KEPT;
  }

  @Override
  public synchronized Keeping append(Turn next) {
    if (!conversations.containsKey(next.conversation())) {
      return Keeping.FORGOTTEN;
    }
    if (isRepeated(next)) {
      return Keeping.REPEATED;
    }
    add(next);
    return Keeping.KEPT;
  }

  /// Always, since no other server has these conversations.
  @Override
  public boolean claim(UUID request, Duration lease) {
    return true;
  }

  @Override
  public void release(UUID request) {}

  private boolean isRepeated(Turn turn) {
    return turn.request().filter(byRequest::containsKey).isPresent();
  }

  private void add(Turn turn) {
    List<Turn> own = conversations.getOrDefault(turn.conversation(), List.of());
    own.add(turn);
    byAnswer.put(turn.answer(), turn);
    turn.request().ifPresent(request -> byRequest.put(request, turn));
    if (own.size() > turnsEach) {
      drop(own.removeFirst());
    }
  }

  private void drop(Turn turn) {
    byAnswer.remove(turn.answer());
    feedback.remove(turn.answer());
    turn.request().ifPresent(byRequest::remove);
  }

  @Override
  public synchronized Optional<String> at(String place) {
    return Optional.ofNullable(places.get(place));
  }

  @Override
  public synchronized void settle(String place, String conversation) {
    if (conversations.containsKey(conversation)) {
      places.putIfAbsent(place, conversation);
    }
  }

  @Override
  public synchronized Optional<Given> profile(String conversation) {
    return Optional.ofNullable(profiles.get(conversation));
  }

  @Override
  public synchronized boolean give(String conversation, Given profile) {
    boolean there = conversations.containsKey(conversation);
    if (there) {
      profiles.put(conversation, profile);
    }
    return there;
  }

  @Override
  public synchronized boolean judge(Feedback given) {
    boolean there = byAnswer.containsKey(given.answer());
    if (there) {
      feedback
          .computeIfAbsent(given.answer(), none -> new TreeMap<>())
          .put(given.citation().orElse(0), given);
    }
    return there;
  }

  @Override
  public synchronized List<Feedback> feedback(String answer) {
    return List.copyOf(feedback.getOrDefault(answer, Map.of()).values());
  }

  @Override
  public synchronized boolean share(String share, String conversation) {
    List<Turn> own = conversations.get(conversation);
    if (own != null) {
      shares.put(share, new Share(conversation, List.copyOf(own)));
    }
    return own != null;
  }

  @Override
  public synchronized Optional<List<Turn>> shared(String share, int most) {
    return Optional.ofNullable(shares.get(share))
        .map(Share::turns)
        .map(turns -> turns.subList(Math.max(0, turns.size() - most), turns.size()));
  }

  @Override
  public synchronized boolean forget(String conversation) {
    List<Turn> own = conversations.remove(conversation);
    if (own == null) {
      return false;
    }
    own.forEach(this::drop);
    places.values().removeIf(conversation::equals);
    profiles.remove(conversation);
    shares.values().removeIf(share -> share.conversation().equals(conversation));
    return true;
  }
}
