package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Likeness speaks against a sentence only when it is known, and against all that it rests on.
class LikenessTest {
  @Test
  void what_is_near_to_one_of_its_quotes_is_about_it() {
    Likeness near = (one, other) -> OptionalDouble.of(other.equals("near") ? 0.9 : 0.1);
    assertFalse(near.isFar("said", List.of("away", "near")));
    assertTrue(near.isFar("said", List.of("away", "away")));
  }

  @Test
  void what_is_near_to_its_quotes_together_is_about_them() {
    Likeness near = (one, other) -> OptionalDouble.of(other.equals("a b") ? 0.9 : 0.1);
    assertFalse(near.isFar("said", List.of("a", "b")));
  }

  @Test
  void what_is_not_known_speaks_against_nothing() {
    assertFalse(Likeness.UNKNOWN.isFar("said", List.of("away")));
  }
}
