package dev.backendadvisor.slack;

import java.util.Locale;

/// What is said when there is no answer to give.
final class StockTexts {
  static final Message BUSY =
      Message.of("Too many questions are being answered right now; ask again in a minute.");
  static final Message STOPPING =
      Message.of("I am being restarted and did not get to the end; ask again in a minute.");
  static final Message FAULT =
      Message.of("Something went wrong on my side; ask again. My log says what.");

  static final Message FOREIGN_ADDRESS =
      Message.of("This came with an address to answer to that is not Slack's, so I do not use it.");

  private static final String EXAMPLES =
      """
      Ask me which back-end technology to choose, for what and why; I answer with sources. For example:
      • %1$sIs Node.js better than Python for a chat application?
      • %1$sWhen does support for Node.js 20 end?\
      """;

  private StockTexts() {}

  /// How to ask.
  ///
  /// @param before what is written before a question: `/advisor `
  static Message help(String before) {
    return Message.of(EXAMPLES.formatted(Mrkdwn.escape(before)));
  }

  /// That somebody's question was taken on.
  static Message looking(String question) {
    return Message.of("Looking up: " + Mrkdwn.escape(question, 400, "…"));
  }

  static Message tooLong(int most, int length) {
    return Message.of(
        String.format(
            Locale.ROOT,
            "A question may have %,d characters, and this one has %,d; ask a shorter one.",
            most,
            length));
  }

  static Message late(long seconds) {
    return Message.of(
        "I found no answer within " + seconds + " seconds; ask again, or less at once.");
  }
}
