package dev.backendadvisor.slack;

/// A question that came from Slack.
///
/// @param event the id of what brought it, the same whenever Slack sends it again
/// @param words the question, without markup
/// @param team the workspace
/// @param channel the channel
/// @param talk what it belongs to in the channel: the time stamp of its thread, or the id of the
///   command that began it
/// @param pressed whether it was asked by a button, so that nobody has read it yet
/// @param address where the answer goes
record Asked(
    String event,
    String words,
    String team,
    String channel,
    String talk,
    boolean pressed,
    Address address) {
  /// As long as the name of a block of Slack's may be.
  private static final int LONGEST_TALK = 255;

  Asked {
    talk = talk.substring(0, Math.min(talk.length(), LONGEST_TALK));
  }

  /// The place where the conversation is held.
  String place() {
    return "slack:" + team + ":" + channel + ":" + talk;
  }
}
