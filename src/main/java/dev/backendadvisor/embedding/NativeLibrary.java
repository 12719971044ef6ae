package dev.backendadvisor.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The native files of ONNX Runtime, unpacked only while they are being loaded.
///
/// Left to itself the runtime unpacks 23 MB into the temporary folder at each start and leaves them
/// there when the process is killed. Linux lets a loaded file be deleted at once.
final class NativeLibrary implements AutoCloseable {
  private static final String FOLDER = "onnxruntime.native.path";
  private static final Map<String, String> MACHINES =
      Map.of("amd64", "linux-x64", "x86_64", "linux-x64", "aarch64", "linux-aarch64");
  private static final List<String> FILES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

  private final List<Path> unpacked = new ArrayList<>();

  /// Unpacks the files where the runtime looks for them; elsewhere than on Linux, or when somebody
  /// else named a folder, does nothing.
  static NativeLibrary unpack() throws IOException {
    var library = new NativeLibrary();
    String machine = MACHINES.get(System.getProperty("os.arch", ""));
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    if (!linux || machine == null || System.getProperty(FOLDER) != null) {
      return library;
    }
    try {
      Path folder = Files.createTempDirectory("advisor-onnxruntime");
      library.unpacked.add(folder);
      for (String name : FILES) {
        String resource = "/ai/onnxruntime/native/" + machine + "/" + name;
        try (var stream = NativeLibrary.class.getResourceAsStream(resource)) {
          if (stream == null) {
            throw new IOException(resource + " is not on the class path");
          }
          Path file = folder.resolve(name);
          library.unpacked.addFirst(file);
          Files.copy(stream, file);
        }
      }
      System.setProperty(FOLDER, folder.toString());
      return library;
    } catch (IOException | RuntimeException e) {
      library.close();
      throw e;
    }
  }

  /// Deletes what was unpacked, once it is loaded.
  @Override
  public void close() throws IOException {
    for (Path path : unpacked) {
      Files.deleteIfExists(path);
    }
  }
}
