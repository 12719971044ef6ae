package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      problems.error(file, line, "%s '%s' %s".formatted(noun, id, help(id)));
    }
    return found;
  }

  private String help(String id) {
    if (places.containsKey(id)) {
      return "was left out because of an error; correct " + places.get(id) + " first";
    }
    String known =
        Nearest.word(id, values.keySet()).map("did you mean '%s'? Else "::formatted).orElse("");
    return "is not declared; %sdeclare it in %s".formatted(known, home);
  }

  List<T> values() {
    return new ArrayList<>(values.values());
  }
}
