package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// An archive in the data folder: every file once in `files`, a list of them for each generation in
/// `generations`, both named by their SHA-256, and `versions.log`, which document version stands in
/// which file and since when it is superseded.
final class FolderArchive implements Archive {
  private static final String PAGE = ".md";

  private final IndexSettings settings;
  private final Clock clock;
  private final Function<List<CorpusFile>, Corpus> reader;
  private final HashedFiles files;
  private final HashedFiles generations;
  private final RecordLog log;
  private final Map<Version, Kept> versions = new HashMap<>();

  private record Version(String id, String version) {}

  /// @param supersededAt milliseconds since 1970; 0 for a version that is not superseded
  private record Kept(String path, String file, long supersededAt) {}

  private FolderArchive(
      IndexSettings settings,
      boolean writable,
      Clock clock,
      Function<List<CorpusFile>, Corpus> reader)
      throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.reader = reader;
    Path folder = settings.folder();
    this.files = new HashedFiles(folder.resolve("files"));
    this.generations = new HashedFiles(folder.resolve("generations"));
    Path versionsFile = folder.resolve("versions.log");
    if (writable) {
      files.create();
      generations.create();
      this.log = RecordLog.open(versionsFile, this::found);
    } else {
      this.log = RecordLog.openToRead(versionsFile, this::found);
    }
  }

  static FolderArchive open(
      IndexSettings settings, Clock clock, Function<List<CorpusFile>, Corpus> reader)
      throws IOException {
    return new FolderArchive(settings, true, clock, reader);
  }

  static FolderArchive openToRead(
      IndexSettings settings, Clock clock, Function<List<CorpusFile>, Corpus> reader)
      throws IOException {
    return new FolderArchive(settings, false, clock, reader);
  }

  private void found(long position, ByteBuffer payload) throws IOException {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(0, bytes);
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      versions.put(
          new Version(in.readUTF(), in.readUTF()),
          new Kept(in.readUTF(), in.readUTF(), in.readLong()));
    }
  }

  private static ByteBuffer record(Version version, Kept kept) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(version.id());
      out.writeUTF(version.version());
      out.writeUTF(kept.path());
      out.writeUTF(kept.file());
      out.writeLong(kept.supersededAt());
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  @Override
  public synchronized String keep(Corpus corpus, List<CorpusFile> corpusFiles) throws IOException {
    Map<String, String> hashes = new HashMap<>();
    var list = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(list)) {
      out.writeInt(corpusFiles.size());
      for (CorpusFile file : corpusFiles) {
        String hash = files.keep(file.content());
        hashes.put(file.path(), hash);
        out.writeUTF(file.path());
        out.writeUTF(file.shown());
        out.writeUTF(hash);
      }
    }
    files.sync();
    String name = generations.keep(list.toByteArray());
    generations.touch(name, clock.instant());
    generations.sync();
    noteVersions(corpus, hashes);
    return name;
  }

  private void noteVersions(Corpus corpus, Map<String, String> hashes) throws IOException {
    Map<Version, Kept> changes = new LinkedHashMap<>();
    Set<Version> current = new HashSet<>();
    for (Document document : corpus.documents().values()) {
      String path = document.id() + PAGE;
      String hash = hashes.get(path);
      if (hash != null) {
        var version = new Version(document.id(), document.version());
        current.add(version);
        var kept = new Kept(path, hash, 0);
        if (!kept.equals(versions.get(version))) {
          changes.put(version, kept);
        }
      }
    }
    versions.forEach(
        (version, kept) -> {
          if (kept.supersededAt() == 0 && !current.contains(version)) {
            changes.put(version, new Kept(kept.path(), kept.file(), clock.millis()));
          }
        });
    if (!changes.isEmpty()) {
      List<ByteBuffer> records = new ArrayList<>();
      for (var change : changes.entrySet()) {
        records.add(record(change.getKey(), change.getValue()));
      }
      log.append(records);
      versions.putAll(changes);
    }
  }

  @Override
  public Optional<List<CorpusFile>> files(String name) {
    try {
      List<CorpusFile> found = new ArrayList<>();
      for (Listed listed : listed(name)) {
        found.add(new CorpusFile(listed.path(), listed.shown(), files.read(listed.hash())));
      }
      return Optional.of(found);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private record Listed(String path, String shown, String hash) {}

  private List<Listed> listed(String name) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(generations.read(name)))) {
      List<Listed> listed = new ArrayList<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        listed.add(new Listed(in.readUTF(), in.readUTF(), in.readUTF()));
      }
      return listed;
    }
  }

  @Override
  public Optional<Document> version(String id, String version) {
    Kept kept;
    synchronized (this) {
      kept = versions.get(new Version(id, version));
    }
    if (kept == null) {
      return Optional.empty();
    }
    try {
      var file = new CorpusFile(kept.path(), kept.path(), files.read(kept.file()));
      return Optional.<Document>ofNullable(reader.apply(List.of(file)).documents().get(id))
          .filter(document -> document.version().equals(version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void tidy(String name) throws IOException {
    long oldest = clock.instant().minus(settings.cited()).toEpochMilli();
    versions.values().removeIf(kept -> kept.supersededAt() != 0 && kept.supersededAt() < oldest);
    List<String> newestFirst = generations.newestFirst();
    newestFirst.remove(name);
    newestFirst.addFirst(name);
    Set<String> needed = new HashSet<>();
    versions.values().forEach(kept -> needed.add(kept.file()));
    for (int i = 0; i < newestFirst.size(); i++) {
      if (i < settings.generations()) {
        try {
          listed(newestFirst.get(i)).forEach(listed -> needed.add(listed.hash()));
        } catch (NoSuchFileException e) {
          generations.delete(newestFirst.get(i));
        }
      } else {
        generations.delete(newestFirst.get(i));
      }
    }
    for (String hash : files.newestFirst()) {
      if (!needed.contains(hash)) {
        files.delete(hash);
      }
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
