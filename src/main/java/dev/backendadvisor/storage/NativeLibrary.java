package dev.backendadvisor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// The native file of SQLite, unpacked only while it is being loaded.
///
/// Left to itself the driver leaves 1 MB in the temporary folder for each process that is killed.
/// Linux lets a loaded file be deleted at once.
final class NativeLibrary {
  private static final String FOLDER = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /// Loads the library, once; elsewhere than on Linux, or when somebody else named a folder, leaves
  /// that to the driver.
  ///
  /// @throws IOException when there is none for this machine, or it cannot be unpacked
  static synchronized void load() throws IOException {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    if (!linux || System.getProperty(FOLDER) != null) {
      return;
    }
    Path folder = Files.createTempDirectory("advisor-sqlite");
    Path file = folder.resolve(LibraryLoaderUtil.getNativeLibName());
    try (InputStream stream = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException(resource + " is not on the class path");
      }
      Files.copy(stream, file);
      System.setProperty(FOLDER, folder.toString());
      SQLiteJDBCLoader.initialize();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }
}
