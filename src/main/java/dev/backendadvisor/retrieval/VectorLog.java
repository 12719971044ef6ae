package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every vector ever computed, by model and text, so that nothing is embedded twice.
///
/// On disk it is append-only; without a place on disk, or when another process writes there, new
/// vectors live in memory.
final class VectorLog implements AutoCloseable {
  private static final int KEY_BYTES = 2 * Long.BYTES;

  private final Optional<RecordLog> log;
  private final boolean writable;
  private final Map<Key, Place> places = new HashMap<>();
  private final Map<Key, float[]> held = new HashMap<>();

  /// What a vector belongs to: the first half of SHA-256 over model and text.
  record Key(long high, long low) {
    static Key of(String model, String text) {
      var digest = Digests.sha256();
      digest.update(model.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      var bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new Key(bytes.getLong(), bytes.getLong());
    }
  }

  private record Place(long position, int length) {}

  private VectorLog(Optional<Path> file, boolean writable) throws IOException {
    this.writable = writable && file.isPresent();
    if (file.isEmpty() || (!writable && !Files.exists(file.get()))) {
      this.log = Optional.empty();
    } else if (writable) {
      this.log = Optional.of(RecordLog.open(file.get(), this::found));
    } else {
      this.log = Optional.of(RecordLog.openToRead(file.get(), this::found));
    }
  }

  static VectorLog inMemory() {
    try {
      return new VectorLog(Optional.empty(), false);
    } catch (IOException e) {
      throw new AssertionError("no file was asked for", e);
    }
  }

  static VectorLog open(Path file) throws IOException {
    return new VectorLog(Optional.of(file), true);
  }

  static VectorLog openToRead(Path file) throws IOException {
    return new VectorLog(Optional.of(file), false);
  }

  private void found(long position, ByteBuffer payload) {
    if (payload.remaining() > KEY_BYTES) {
      places.put(
          new Key(payload.getLong(0), payload.getLong(Long.BYTES)),
          new Place(position, payload.remaining()));
    }
  }

  /// Whether the vector is known.
  synchronized boolean has(Key key) {
    return places.containsKey(key) || held.containsKey(key);
  }

  /// The vector, when it is known.
  synchronized Optional<float[]> get(Key key) throws IOException {
    float[] inMemory = held.get(key);
    if (inMemory != null) {
      return Optional.of(inMemory);
    }
    Place place = places.get(key);
    if (place == null || log.isEmpty()) {
      return Optional.empty();
    }
    var numbers =
        log.get()
            .read(place.position(), place.length())
            .position(KEY_BYTES)
            .slice()
            .asFloatBuffer();
    float[] vector = new float[numbers.remaining()];
    numbers.get(vector);
    return Optional.of(vector);
  }

  /// Keeps vectors for good.
  synchronized void add(Map<Key, float[]> vectors) throws IOException {
    if (!writable || log.isEmpty()) {
      held.putAll(vectors);
      return;
    }
    List<Key> keys = new ArrayList<>();
    List<ByteBuffer> payloads = new ArrayList<>();
    vectors.forEach(
        (key, vector) -> {
          var payload = ByteBuffer.allocate(KEY_BYTES + vector.length * Float.BYTES);
          payload.putLong(key.high()).putLong(key.low());
          payload.asFloatBuffer().put(vector);
          keys.add(key);
          payloads.add(payload.rewind());
        });
    long[] positions = log.get().append(payloads);
    for (int i = 0; i < positions.length; i++) {
      places.put(keys.get(i), new Place(positions[i], payloads.get(i).remaining()));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (log.isPresent()) {
      log.get().close();
    }
  }
}
