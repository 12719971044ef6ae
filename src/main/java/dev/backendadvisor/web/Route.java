package dev.backendadvisor.web;

import java.util.Optional;

/// A route of the server.
///
/// @param method as in `GET`
/// @param path with its parameters by name: `/api/answers/{id}`
record Route(String method, String path) {
  private static final String PARAMETER = "/{";

  /// The path before its first parameter, when that may be an id that is a secret: all of the path
  /// that a problem may repeat.
  Optional<String> stem() {
    int parameter = path.indexOf(PARAMETER);
    return parameter < 0 ? Optional.empty() : Optional.of(path.substring(0, parameter));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
