package dev.backendadvisor.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The folders a corpus is kept in: later ones overlay earlier ones.
///
/// Markdown and YAML files are read, whatever else lies there is not looked at, nor is anything
/// whose name starts with a dot. A file that cannot be read is a [CorpusProblem], and the rest is
/// read.
public final class CorpusFolder {
  /// How many bytes a file may have, when nothing else is asked for.
  public static final long FILE_LIMIT = 8L << 20;

  private static final int ATTEMPTS = 3;

  private final List<Path> folders;
  private final long fileLimit;
  private final Opening opening;

  /// How a file's bytes are reached.
  interface Opening {
    /// The bytes from the file's start.
    InputStream open(Path file) throws IOException;
  }

  /// What the folders hold.
  ///
  /// @param files by folder, then by path
  /// @param problems the files that could not be read
  public record Contents(List<CorpusFile> files, List<CorpusProblem> problems) {
    /// Copies the lists.
    public Contents {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }

    /// The generation these files make, without reading what they say: [Corpus#generation].
    public String generation() {
      return Digest.generation(files);
    }
  }

  private record Found(Path file, String path, BasicFileAttributes attributes) {}

  /// Folders with files of the usual size.
  ///
  /// @throws CorpusFolderException when one of them is not a folder that can be read
  public CorpusFolder(List<Path> folders) {
    this(folders, FILE_LIMIT);
  }

  /// Folders with files of another size.
  ///
  /// @param fileLimit how many bytes a file may have
  /// @throws CorpusFolderException when one of them is not a folder that can be read
  public CorpusFolder(List<Path> folders, long fileLimit) {
    this(folders, fileLimit, Files::newInputStream);
  }

  CorpusFolder(List<Path> folders, long fileLimit, Opening opening) {
    this.folders = folders.stream().distinct().toList();
    this.fileLimit = fileLimit;
    this.opening = opening;
    this.folders.forEach(CorpusFolder::check);
  }

  private static void check(Path folder) {
    if (!Files.exists(folder)) {
      throw new CorpusFolderException(
          "--corpus: there is no folder '%s'; create it, or name the folder that holds your Markdown files"
              .formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new CorpusFolderException(
          "--corpus: '%s' is a file, not a folder; name the folder it lies in".formatted(folder));
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw new CorpusFolderException(
          "--corpus: the folder '%s' may not be read; give this user the right to read it"
              .formatted(folder));
    }
  }

  /// Reads the folders as they are now.
  ///
  /// @throws CorpusFolderException when a whole folder is gone
  public Contents read() {
    Problems problems = new Problems();
    List<CorpusFile> files = new ArrayList<>();
    for (Path folder : folders) {
      for (Found found : walk(folder, problems)) {
        read(found, files, problems);
      }
    }
    return new Contents(files, problems.sorted());
  }

  /// A digest of the files' names, sizes and times: when it differs, something was changed. It
  /// reads no file.
  ///
  /// @throws CorpusFolderException when a whole folder is gone
  public String fingerprint() {
    List<String> words = new ArrayList<>();
    for (Path folder : folders) {
      words.add(folder.toString());
      for (Found found : walk(folder, new Problems())) {
        words.add(found.path());
        words.add(Long.toString(found.attributes().size()));
        words.add(found.attributes().lastModifiedTime().toString());
        words.add(String.valueOf(found.attributes().fileKey()));
      }
    }
    return Digest.of(words);
  }

  private static List<Found> walk(Path folder, Problems problems) {
    check(folder);
    Walk walk = new Walk(folder, problems);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      problems.error(folder.toString(), 0, "the folder cannot be read: " + reason(e));
    }
    walk.found.sort(Comparator.comparing(Found::path));
    return walk.found;
  }

  private void read(Found found, List<CorpusFile> files, Problems problems) {
    String shown = found.file().toString();
    if (!found.attributes().isRegularFile()) {
      problems.error(
          shown, 0, "this is not a regular file, or a link to nothing; replace or remove it");
      return;
    }
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        BasicFileAttributes before = Files.readAttributes(found.file(), BasicFileAttributes.class);
        if (before.size() > fileLimit) {
          problems.error(
              shown,
              0,
              "the file has %d bytes, more than the limit of %d; split it"
                  .formatted(before.size(), fileLimit));
          return;
        }
        byte[] content = bytes(found.file(), before.size());
        BasicFileAttributes after = Files.readAttributes(found.file(), BasicFileAttributes.class);
        if (content.length == after.size()
            && before.lastModifiedTime().equals(after.lastModifiedTime())) {
          files.add(new CorpusFile(found.path(), shown, content));
          return;
        }
      }
      problems.error(
          shown, 0, "the file keeps changing while it is read; it is read once it stays still");
    } catch (IOException e) {
      problems.error(shown, 0, "the file cannot be read: " + reason(e));
    }
  }

  /// One byte more than expected tells that the file has grown.
  private byte[] bytes(Path file, long expected) throws IOException {
    try (InputStream in = opening.open(file)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, expected + 1));
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access is denied; give this user the right to read it";
      case NoSuchFileException gone -> "it has gone; nothing needs to be done if it was deleted";
      case FileSystemLoopException loop -> "a link leads back to a folder above; remove the link";
      default -> e.getMessage() + "; check the disk and the file";
    };
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final URI base;
    private final Problems problems;
    private final List<Found> found = new ArrayList<>();

    Walk(Path folder, Problems problems) {
      this.folder = folder;
      this.base = folder.toUri();
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && isCorpusFile(file)) {
        try {
          found.add(new Found(file, path(file), attributes));
        } catch (CharacterCodingException e) {
          problems.error(file.toString(), 0, "the file's name is not UTF-8; rename it");
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!isHidden(file)) {
        problems.error(file.toString(), 0, "this cannot be read: " + reason(e));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      if (e != null) {
        problems.error(directory.toString(), 0, "the folder cannot be read: " + reason(e));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path file) {
      return !file.equals(folder) && file.getFileName().toString().startsWith(".");
    }

    private static boolean isCorpusFile(Path file) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".md") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /// The path below the folder, from the name's bytes: the same whatever the system's encoding.
    private String path(Path file) throws CharacterCodingException {
      String raw = base.relativize(file.toUri()).toASCIIString();
      ByteBuffer bytes = ByteBuffer.allocate(raw.length());
      for (int i = 0; i < raw.length(); i++) {
        if (raw.charAt(i) == '%') {
          bytes.put((byte) Integer.parseInt(raw.substring(i + 1, i + 3), 16));
          i += 2;
        } else {
          bytes.put((byte) raw.charAt(i));
        }
      }
      String path = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
  }
}
