package dev.backendadvisor.slack;

import java.util.ArrayList;
import java.util.List;

/// Packs sentences into sections that Slack takes, within a budget for all of them. What goes
/// beyond the budget is left out at a sentence, and the last section says so.
final class Sections {
  /// What stands for what was left out.
  static final String MORE = "… more in the full answer";

  /// Characters of one section; Slack takes 3,000.
  static final int LONGEST = 3_000;

  /// Sections of one message; what would begin another goes on in the last.
  private static final int MOST = 12;

  /// Characters of all sections, so that a message with its sources stays below what Slack takes.
  private static final int BUDGET = 9_000;

  private final List<String> done = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int left = BUDGET;
  private boolean full;

  /// Adds a sentence.
  ///
  /// @param between what parts it from the sentence before in the same section
  /// @param sentence marked up, so short that [#MORE] fits into a section behind it
  void add(String between, String sentence) {
    if (full) {
      return;
    }
    int length = open.length() + between.length() + sentence.length() + 1 + MORE.length();
    boolean fits = length <= LONGEST;
    if (!fits) {
      next();
    }
    left -= sentence.length();
    if (left < 0 || !fits && !open.isEmpty()) {
      full = true;
      open.append(open.isEmpty() ? "" : " ").append(MORE);
    } else {
      open.append(open.isEmpty() ? "" : between).append(sentence);
    }
  }

  /// Begins another section, if there may be one.
  void next() {
    if (!open.isEmpty() && done.size() < MOST - 1) {
      done.add(open.toString());
      open.setLength(0);
    }
  }

  /// The sections.
  List<String> finish() {
    if (!open.isEmpty()) {
      done.add(open.toString());
    }
    return List.copyOf(done);
  }
}
