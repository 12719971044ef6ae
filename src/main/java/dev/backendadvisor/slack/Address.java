package dev.backendadvisor.slack;

/// Where a message goes.
sealed interface Address {
  /// A thread of a channel, where everybody there reads it.
  ///
  /// @param channel the channel's id
  /// @param thread the time stamp of the thread's first message
  /// @param event the event answered, noted in the message
  record Channel(String channel, String thread, String event) implements Address {}

  /// The address that came with a command or a press, where only who asked reads it.
  ///
  /// @param url one that [ResponseUrls] trusts
  record Private(String url) implements Address {}
}
