package dev.backendadvisor.corpus;

import java.util.List;
import java.util.Optional;

/// Something a team can choose: a language, a runtime, or a framework of one.
///
/// @param id lower case, as in `nodejs`
/// @param name as people write it, `Node.js`
/// @param aliases other words for it, without case: `node`, `javascript`
/// @param kind what it is
/// @param language the id of the technology a framework belongs to
/// @param inherits ids of the criteria on which a framework shares its language's evidence
public record Technology(
    String id,
    String name,
    List<String> aliases,
    Kind kind,
    Optional<String> language,
    List<String> inherits) {
  /// What a technology is.
  public enum Kind {
    /// A programming language with its usual runtime.
    LANGUAGE,
    /// Something that runs a language.
    RUNTIME,
    /// A library that shapes the program written with it.
    FRAMEWORK
  }

  /// Copies the lists.
  public Technology {
    aliases = List.copyOf(aliases);
    inherits = List.copyOf(inherits);
  }
}
