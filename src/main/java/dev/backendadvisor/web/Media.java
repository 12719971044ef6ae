package dev.backendadvisor.web;

import java.util.List;
import java.util.Locale;

/// Media types, and which of them a client wants.
final class Media {
  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";
  static final String HTML = "text/html";
  static final String MARKDOWN = "text/markdown";

  private Media() {}

  /// The type offered that an `Accept` header likes best; among equals the one the header names
  /// first, then the one offered first ([RFC 9110
  /// §12.5.1](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1)).
  ///
  /// @throws Refusal with 406 when none is acceptable
  static String best(String accept, List<String> offered) {
    if (accept.isBlank()) {
      return offered.get(0);
    }
    String[] ranges = accept.toLowerCase(Locale.ROOT).split(",");
    String best = "";
    double most = 0;
    int earliest = Integer.MAX_VALUE;
    for (String type : offered) {
      int rank = -1;
      double quality = 0;
      int place = Integer.MAX_VALUE;
      for (int at = 0; at < ranges.length; at++) {
        String[] parts = ranges[at].split(";");
        int exactness = exactness(parts[0].strip(), type);
        if (exactness > rank) {
          rank = exactness;
          quality = quality(parts);
          place = exactness == 2 ? at : Integer.MAX_VALUE;
        }
      }
      if (quality > most || (quality == most && quality > 0 && place < earliest)) {
        best = type;
        most = quality;
        earliest = place;
      }
    }
    if (best.isEmpty()) {
      throw new Refusal(
          406, "Not acceptable", "This can be had as " + String.join(" or ", offered) + " only.");
    }
    return best;
  }

  private static int exactness(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    if (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1))) {
      return 1;
    }
    return range.equals("*/*") || range.equals("*") ? 0 : -1;
  }

  private static double quality(String[] parts) {
    for (int at = 1; at < parts.length; at++) {
      String parameter = parts[at].strip();
      if (parameter.startsWith("q=")) {
        try {
          return Math.clamp(Double.parseDouble(parameter.substring(2)), 0.0, 1.0);
        } catch (NumberFormatException unreadable) {
          return 0;
        }
      }
    }
    return 1;
  }
}
