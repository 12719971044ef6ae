package dev.backendadvisor.app;

/// Something a person can put right. Its message is shown as it is, and the exit code is 2.
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Says what, where and what to do.
  Trouble(String what) {
    super(what);
  }
}
