package dev.backendadvisor.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The sentence model all-MiniLM-L6-v2, quantised to 8 bits, run in this process by ONNX Runtime
/// with weights from the class path (Reimers and Gurevych, "Sentence-BERT", 2019).
///
/// One session serves all threads; each call runs on the calling thread alone, so throughput grows
/// with the callers, not inside a call.
public final class OnnxEmbedder implements Embedder, AutoCloseable {
  private static final String MODEL = "all-minilm-l6-v2-q";
  private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int DIMENSIONS = 384;

  /// How many word pieces are read, about 190 English words: what the model was made for.
  static final int WINDOW = 256;

  private static final int ROOM_FOR_WEIGHTS = 32 << 20;

  private final WordPieces tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxEmbedder(WordPieces tokenizer, OrtEnvironment environment, OrtSession session) {
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
  }

  /// Loads the model, which takes about half a second.
  ///
  /// @throws EmbeddingException when its files are missing or cannot be run on this machine
  public static OnnxEmbedder load() {
    try {
      return load(environment());
    } catch (IOException | OrtException | LinkageError e) {
      throw new EmbeddingException(
          "The embedding model " + MODEL + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static synchronized OrtEnvironment environment() throws IOException {
    try (var library = NativeLibrary.unpack()) {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    }
  }

  private static OnnxEmbedder load(OrtEnvironment environment) throws IOException, OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      var tokenizer = tokenizer();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      var session = environment.createSession(bytes(WEIGHTS), options);
      return new OnnxEmbedder(tokenizer, environment, session);
    }
  }

  /// The model's tokenizer.
  static WordPieces tokenizer() throws IOException {
    return WordPieces.of(text(TOKENIZER));
  }

  private static InputStream open(String resource) throws IOException {
    var stream = OnnxEmbedder.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException(resource + " is not on the class path");
    }
    return stream;
  }

  private static String text(String resource) throws IOException {
    try (var stream = open(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The resource outside the Java heap, which would otherwise keep the room for ever.
  private static ByteBuffer bytes(String resource) throws IOException {
    try (var stream = open(resource);
        var channel = Channels.newChannel(stream)) {
      var buffer = ByteBuffer.allocateDirect(ROOM_FOR_WEIGHTS).order(ByteOrder.nativeOrder());
      while (channel.read(buffer) >= 0) {
        if (!buffer.hasRemaining()) {
          throw new IOException(resource + " is larger than expected");
        }
      }
      return buffer.flip().slice();
    }
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] embed(String text) {
    long[] pieces = tokenizer.pieces(text, WINDOW);
    long[] ones = new long[pieces.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", tensor(pieces));
      inputs.put("attention_mask", tensor(ones));
      inputs.put("token_type_ids", tensor(new long[pieces.length]));
      try (var result = session.run(inputs)) {
        var hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
        if (hidden == null || hidden.remaining() != pieces.length * DIMENSIONS) {
          throw new EmbeddingException("The embedding model gave a vector of another size");
        }
        return unit(sum(hidden));
      }
    } catch (OrtException e) {
      throw new EmbeddingException("The embedding model failed: " + e.getMessage(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  /// The pieces' vectors added up, which points where their mean does.
  private static float[] sum(FloatBuffer hidden) {
    float[] sum = new float[DIMENSIONS];
    while (hidden.hasRemaining()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += hidden.get();
      }
    }
    return sum;
  }

  /// The vector scaled to length 1, in place.
  ///
  /// @throws EmbeddingException when it holds anything but finite numbers, or only zeros
  static float[] unit(float[] vector) {
    double squares = 0;
    for (float one : vector) {
      squares += (double) one * one;
    }
    // false for NaN and infinity as well
    if (!(squares > 0 && squares < Double.MAX_VALUE)) {
      throw new EmbeddingException("The embedding model gave a vector without a direction");
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  /// Frees the model. No call may run or follow.
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EmbeddingException("The embedding model cannot be closed: " + e.getMessage(), e);
    }
  }
}
