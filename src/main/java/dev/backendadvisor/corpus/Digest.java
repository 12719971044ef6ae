package dev.backendadvisor.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names content by its SHA-256.
final class Digest {
  private Digest() {}

  /// The version of a text: `sha256:` and the hex digest of its UTF-8 bytes.
  static String version(String text) {
    return "sha256:" + hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The generation that files make: a digest of their paths and contents, in order.
  static String generation(List<CorpusFile> files) {
    MessageDigest digest = sha256();
    for (CorpusFile file : files) {
      update(digest, file.path().getBytes(StandardCharsets.UTF_8));
      update(digest, file.content());
    }
    return "sha256:" + hex(digest.digest());
  }

  /// A digest of words.
  static String of(List<String> words) {
    MessageDigest digest = sha256();
    words.forEach(word -> update(digest, word.getBytes(StandardCharsets.UTF_8)));
    return hex(digest.digest());
  }

  /// Each part goes in with its length, so that no two lists of parts read alike.
  private static void update(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
