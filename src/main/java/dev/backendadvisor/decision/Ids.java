package dev.backendadvisor.decision;

import java.util.Locale;

/// How constants are written for clients.
final class Ids {
  private Ids() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
