package dev.backendadvisor.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Phrases and what they mean, matched word by word; the longest wins.
final class Phrases<V> {
  private final Node<V> root = new Node<>();

  private static final class Node<V> {
    final Map<String, Node<V>> next = new HashMap<>();
    Optional<V> value = Optional.empty();
  }

  /// A phrase that was found.
  ///
  /// @param value what it means
  /// @param length how many tokens it has
  record Found<V>(V value, int length) {}

  /// Adds a phrase; the first meaning given to it stays.
  void add(List<String> words, V value) {
    if (words.isEmpty()) {
      return;
    }
    Node<V> node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, key -> new Node<>());
    }
    if (node.value.isEmpty()) {
      node.value = Optional.of(value);
    }
  }

  /// The meaning of exactly this phrase.
  Optional<V> get(List<String> words) {
    Node<V> node = root;
    for (String word : words) {
      node = node.next.get(word);
      if (node == null) {
        return Optional.empty();
      }
    }
    return node.value;
  }

  /// The longest phrase that starts at a token. A name may stand within it: "find Java developers".
  ///
  /// @param form the form in which a token's word was added
  Optional<Found<V>> longest(List<Token> tokens, int at, Function<Token, String> form) {
    Optional<Found<V>> found = Optional.empty();
    Node<V> node = root;
    for (int next = at; next < tokens.size(); next++) {
      Token token = tokens.get(next);
      if (token.named() && next > at) {
        continue;
      }
      node = token.named() ? null : node.next.get(form.apply(token));
      if (node == null) {
        return found;
      }
      if (node.value.isPresent()) {
        found = Optional.of(new Found<>(node.value.get(), next + 1 - at));
      }
    }
    return found;
  }
}
