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
import java.util.HashMap;
import java.util.Map;

/// A sentence model run in this process by ONNX Runtime, with weights from the class path.
///
/// One session serves all threads; each call runs on the calling thread alone, so throughput grows
/// with the callers, not inside a call.
public final class OnnxEmbedder implements Embedder, AutoCloseable {
  private final EmbeddingModel model;
  private final WordPieces tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxEmbedder(EmbeddingModel model, WordPieces tokenizer, OrtSession session) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.environment = OrtEnvironment.getEnvironment();
    this.session = session;
  }

  /// Loads the model, which takes about half a second.
  ///
  /// @throws EmbeddingException when its files are missing or cannot be run on this machine
  public static OnnxEmbedder load() {
    return load(EmbeddingModel.MINILM);
  }

  static OnnxEmbedder load(EmbeddingModel model) {
    try (var options = new OrtSession.SessionOptions()) {
      var tokenizer = WordPieces.of(text(model.tokenizer()));
      var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      options.setCPUArenaAllocator(!Boolean.getBoolean("probe.noarena"));
      return new OnnxEmbedder(
          model, tokenizer, environment.createSession(bytes(model.weights()), options));
    } catch (IOException | OrtException | LinkageError e) {
      throw new EmbeddingException(
          "The embedding model " + model.id() + " cannot be loaded: " + e.getMessage(), e);
    }
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
      var buffer = ByteBuffer.allocateDirect(40 << 20).order(ByteOrder.nativeOrder());
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
    return model.id();
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  @Override
  public float[] embed(String text) {
    long[] pieces = tokenizer.pieces(text, model.window());
    long[] ones = new long[pieces.length];
    java.util.Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", tensor(pieces));
      inputs.put("attention_mask", tensor(ones));
      inputs.put("token_type_ids", tensor(new long[pieces.length]));
      try (var result = session.run(inputs)) {
        var hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
        if (hidden == null || hidden.remaining() != pieces.length * model.dimensions()) {
          throw new EmbeddingException("The embedding model gave a vector of another size");
        }
        return Vectors.unit(pooled(hidden, pieces.length));
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

  private float[] pooled(FloatBuffer hidden, int length) {
    float[] pooled = new float[model.dimensions()];
    return switch (model.pooling()) {
      case FIRST -> {
        hidden.get(pooled);
        yield pooled;
      }
      case MEAN -> {
        for (int piece = 0; piece < length; piece++) {
          for (int i = 0; i < pooled.length; i++) {
            pooled[i] += hidden.get();
          }
        }
        yield pooled;
      }
    };
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
