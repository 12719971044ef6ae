package dev.backendadvisor.conversation;

import java.time.LocalDate;
import java.util.Map;

/// Counts nothing.
record NoTally() implements Tally {
  @Override
  public void count(String what) {}

  @Override
  public Map<LocalDate, Map<String, Long>> since(LocalDate first) {
    return Map.of();
  }
}
