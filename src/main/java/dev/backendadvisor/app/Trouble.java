package dev.backendadvisor.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Something a person can put right. Its message is shown as it is, and the exit code is 2.
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Says what, where and what to do.
  Trouble(String what) {
    super(what);
  }

  /// Says what is wrong with a file.
  static Trouble with(IOException file) {
    return new Trouble(
        switch (file) {
          case NoSuchFileException gone -> "There is no file " + gone.getFile() + ".";
          case AccessDeniedException denied ->
              denied.getFile() + " may not be used; give this user the right to.";
          default -> file.getMessage() == null ? file.toString() : file.getMessage();
        });
  }
}
