package dev.backendadvisor.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What somebody tries who has seen an id, or a part of it, or none.
final class WrongIds {
  private WrongIds() {}

  /// Wrong ids made from a right one.
  static Set<String> from(String right) {
    Set<String> wrong = new LinkedHashSet<>();
    String prefix = right.substring(0, 2);
    String secret = right.substring(2);
    for (String other : List.of("c_", "m_", "s_", "C_", "M_", "c", "_", "", "c__", "c-", "x_")) {
      wrong.add(other + secret);
    }
    for (int length = 0; length < right.length(); length++) {
      wrong.add(right.substring(0, length));
    }
    for (String more : List.of("A", "=", "==", "x", " ", "\n", "\t", "\u200b", "/", ".", "~")) {
      wrong.add(right + more);
      wrong.add(more + right);
    }
    wrong.addAll(flipped(prefix, secret));
    for (int at = 0; at < right.length(); at++) {
      char one = right.charAt(at);
      char turned =
          Character.isUpperCase(one) ? Character.toLowerCase(one) : Character.toUpperCase(one);
      wrong.add(right.substring(0, at) + turned + right.substring(at + 1));
    }
    wrong.add(right.toUpperCase(Locale.ROOT));
    wrong.add(right.toLowerCase(Locale.ROOT));
    wrong.add(new StringBuilder(right).reverse().toString());
    wrong.add(right + right);
    wrong.add(right + "," + right);
    wrong.add("../" + right);
    wrong.add("%" + right);
    wrong.add(right.replace("_", "%5F"));
    wrong.add(prefix + "%");
    wrong.add(prefix + "_".repeat(secret.length()));
    wrong.add(prefix + "A".repeat(secret.length()));
    wrong.add(prefix + "' or '1'='1");
    wrong.add(right + "' --");
    wrong.add(wide(right));
    wrong.addAll(List.of("*", "null", "0", "-1", "..", "{id}", "x".repeat(5_000)));
    wrong.remove(right);
    wrong.remove("");
    return wrong;
  }

  /// One bit changed, each in turn; and the bits that stand for nothing at the end.
  private static List<String> flipped(String prefix, String secret) {
    List<String> flipped = new ArrayList<>();
    byte[] bytes = Base64.getUrlDecoder().decode(secret);
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      flipped.add(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
    }
    for (char last :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      flipped.add(prefix + secret.substring(0, secret.length() - 1) + last);
    }
    flipped.remove(prefix + secret);
    return flipped;
  }

  /// The same in letters that look alike, and that some normalise.
  private static String wide(String right) {
    var wide = new StringBuilder();
    right.chars().forEach(one -> wide.append((char) (one + 0xff01 - '!')));
    return wide.toString();
  }
}
