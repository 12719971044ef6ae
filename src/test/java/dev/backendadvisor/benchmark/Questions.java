package dev.backendadvisor.benchmark;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Questions as people ask them, no two the same: one for each two technologies and a criterion, in
/// an order and in forms that are the same in every run.
final class Questions {
  private static final List<String> FORMS =
      List.of(
          "Is %1$s better than %2$s for %3$s?",
          "%1$s or %2$s for %3$s?",
          "%1$s vs %2$s: which one for %3$s?",
          "Is it true that %1$s beats %2$s at %3$s?",
          "When should I use %1$s instead of %2$s if I need %3$s?",
          "Our team knows %2$s, but we need %3$s. Should we move to %1$s?",
          "Which should we choose for %3$s, %1$s or %2$s?",
          "What are the pros and cons of %1$s against %2$s for %3$s?",
          "What do I lose on %3$s when I take %1$s and not %2$s?");

  private Questions() {}

  static List<String> about(Corpus corpus) {
    var chance = new Random(1);
    Set<String> questions = new LinkedHashSet<>();
    for (Technology one : corpus.technologies().values()) {
      for (Technology other : corpus.technologies().values()) {
        for (Criterion criterion : corpus.criteria().values()) {
          if (!one.equals(other)) {
            String form = FORMS.get(chance.nextInt(FORMS.size()));
            questions.add(
                String.format(Locale.ROOT, form, one.name(), other.name(), criterion.name()));
          }
        }
      }
    }
    List<String> mixed = new ArrayList<>(questions);
    Collections.shuffle(mixed, chance);
    return mixed;
  }
}
