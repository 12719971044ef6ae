package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The declarations of one kind by id. A later folder's replaces an earlier one's of the same id.
final class Register<T> {
  private record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  private final String noun;
  private final String home;
  private final Problems problems;
  private final Map<String, T> values = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /// @param noun what one is called: `technology`
  /// @param home the file that declares them: `technologies.yaml`
  Register(String noun, String home, Problems problems) {
    this.noun = noun;
    this.home = home;
    this.problems = problems;
  }

  /// Enters a declaration; without a value its id is known, but was left out.
  void put(String id, Entry entry, Optional<T> value) {
    Place place = places.get(id);
    if (place != null && place.file().equals(entry.file())) {
      problems.error(
          entry.file(),
          entry.line(),
          "%s '%s' is declared twice, first at %s; remove one".formatted(noun, id, place));
      return;
    }
    places.put(id, new Place(entry.file(), entry.line()));
    value.ifPresentOrElse(one -> values.put(id, one), () -> values.remove(id));
  }

  /// What an id stands for; reported when it stands for nothing.
  Optional<T> find(String id, String file, int line) {
    Optional<T> found = Optional.ofNullable(values.get(id));
    if (found.isEmpty()) {
      problems.error(file, line, missing(id));
    }
    return found;
  }

  /// Why an id stands for nothing, and what to do.
  String missing(String id) {
    if (places.containsKey(id)) {
      return "%s '%s' was left out because of an error; correct %s first"
          .formatted(noun, id, places.get(id));
    }
    String known =
        Nearest.word(id, values.keySet()).map("did you mean '%s'? Else "::formatted).orElse("");
    return "%s '%s' is not declared; %sdeclare it in %s".formatted(noun, id, known, home);
  }

  /// Takes a declaration back that something laid over it has overtaken; nothing is reported.
  void withdraw(String id) {
    values.remove(id);
  }

  /// The file an id is declared in.
  String file(String id) {
    return place(id).file();
  }

  /// Replaces each value that was entered; nothing is reported.
  void replaceAll(UnaryOperator<T> change) {
    values.replaceAll((id, value) -> change.apply(value));
  }

  /// Reports something wrong with a declaration that stays.
  void error(String id, String what) {
    Place place = place(id);
    problems.error(place.file(), place.line(), what);
  }

  /// Reports something about a declaration that an author should look at.
  void warning(String id, String what) {
    Place place = place(id);
    problems.warning(place.file(), place.line(), what);
  }

  private Place place(String id) {
    return places.getOrDefault(id, new Place(home, 0));
  }

  /// Whether an id is entered and was not left out.
  boolean holds(String id) {
    return values.containsKey(id);
  }

  List<T> values() {
    return new ArrayList<>(values.values());
  }
}
