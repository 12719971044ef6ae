package dev.backendadvisor.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A store that is away when it is told to be.
public final class FalteringStore implements ConversationStore {
  /// Whether it can be written; reading is another matter.
  public volatile boolean writable = true;

  /// Whether it can be read.
  public volatile boolean readable = true;

  private final ConversationStore store;

  /// Stands in front of a store.
  public FalteringStore(ConversationStore store) {
    this.store = store;
  }

  private ConversationStore read() {
    if (!readable) {
      throw new Away("it cannot be read");
    }
    return store;
  }

  private ConversationStore write() {
    if (!writable) {
      throw new Away("it cannot be written");
    }
    return store;
  }

  @Override
  public boolean isShared() {
    return store.isShared();
  }

  @Override
  public Optional<List<Asked>> asked(String conversation, int most) {
    return read().asked(conversation, most);
  }

  @Override
  public Optional<List<Turn>> turns(String conversation, int most) {
    return read().turns(conversation, most);
  }

  @Override
  public Optional<Turn> turn(String answer) {
    return read().turn(answer);
  }

  @Override
  public Optional<Turn> requested(UUID request) {
    return read().requested(request);
  }

  @Override
  public Keeping begin(Turn first) {
    return write().begin(first);
  }

  @Override
  public Keeping append(Turn next) {
    return write().append(next);
  }

  @Override
  public Optional<String> at(String place) {
    return read().at(place);
  }

  @Override
  public void settle(String place, String conversation) {
    write().settle(place, conversation);
  }

  @Override
  public Optional<Given> profile(String conversation) {
    return read().profile(conversation);
  }

  @Override
  public boolean give(String conversation, Given profile) {
    return write().give(conversation, profile);
  }

  @Override
  public boolean claim(UUID request, Duration lease) {
    return write().claim(request, lease);
  }

  @Override
  public void release(UUID request) {
    write().release(request);
  }

  @Override
  public boolean judge(Feedback feedback) {
    return write().judge(feedback);
  }

  @Override
  public List<Feedback> feedback(String answer) {
    return read().feedback(answer);
  }

  @Override
  public boolean share(String share, String conversation) {
    return write().share(share, conversation);
  }

  @Override
  public Optional<List<Turn>> shared(String share, int most) {
    return read().shared(share, most);
  }

  @Override
  public boolean forget(String conversation) {
    return write().forget(conversation);
  }
}
