package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void write_two_pages() throws IOException {
    write("b.md", "B.");
    write("a/z.md", "Z.");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CorpusFolder.Contents read() {
    return new CorpusFolder(List.of(folder)).read();
  }

  private static List<String> paths(CorpusFolder.Contents contents) {
    return contents.files().stream().map(CorpusFile::path).toList();
  }

  private static String problem(CorpusFolder.Contents contents) {
    assertEquals(1, contents.problems().size(), contents.problems()::toString);
    return contents.problems().getFirst().toString();
  }

  @Test
  void markdown_and_yaml_files_are_read_in_the_order_of_their_paths() throws IOException {
    write("sources.yaml", "");
    write("gaps.yml", "");
    write("picture.png", "no");
    write("notes.txt", "no");
    CorpusFolder.Contents contents = read();
    assertEquals(List.of("a/z.md", "b.md", "gaps.yml", "sources.yaml"), paths(contents));
    assertEquals(folder.resolve("b.md").toString(), contents.files().get(1).shown());
    assertArrayEquals("B.".getBytes(StandardCharsets.UTF_8), contents.files().get(1).content());
    assertEquals(List.of(), contents.problems());
  }

  @Test
  void later_folders_come_later(@TempDir Path over) throws IOException {
    Files.writeString(over.resolve("b.md"), "Other.");
    CorpusFolder.Contents contents = new CorpusFolder(List.of(folder, over)).read();
    assertEquals(List.of("a/z.md", "b.md", "b.md"), paths(contents));
    Corpus corpus = new CorpusReader().read(contents.files());
    assertEquals("Other.", corpus.document("b").orElseThrow().text());
  }

  @Test
  void hidden_files_and_folders_are_not_looked_at() throws IOException {
    write(".hidden.md", "no");
    write(".git/a.md", "no");
    assertEquals(List.of("a/z.md", "b.md"), paths(read()));
  }

  @Test
  void names_keep_their_letters() throws IOException {
    write("Ünïcödé 100%+#?.md", "U.");
    assertEquals(List.of("a/z.md", "b.md", "Ünïcödé 100%+#?.md"), paths(read()));
  }

  @Test
  void a_link_that_leads_back_is_reported_and_the_rest_read() throws IOException {
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    CorpusFolder.Contents contents = read();
    assertEquals(List.of("a/z.md", "b.md"), paths(contents));
    assertEquals(
        folder.resolve("a/loop")
            + ": this cannot be read: a link leads back to a folder above; remove the link",
        problem(contents));
  }

  @Test
  void a_link_to_nothing_is_reported_and_the_rest_read() throws IOException {
    Files.createSymbolicLink(folder.resolve("c.md"), folder.resolve("nothing"));
    CorpusFolder.Contents contents = read();
    assertEquals(List.of("a/z.md", "b.md"), paths(contents));
    assertEquals(
        folder.resolve("c.md")
            + ": this is not a regular file, or a link to nothing; replace or remove it",
        problem(contents));
  }

  @Test
  void a_file_above_the_limit_is_reported_and_the_rest_read() throws IOException {
    write("c.md", "twenty bytes of text");
    CorpusFolder.Contents contents = new CorpusFolder(List.of(folder), 19).read();
    assertEquals(List.of("a/z.md", "b.md"), paths(contents));
    assertEquals(
        folder.resolve("c.md") + ": the file has 20 bytes, more than the limit of 19; split it",
        problem(contents));
  }

  @Test
  void a_file_that_changes_while_it_is_read_is_read_again() throws IOException {
    boolean[] changed = {false};
    CorpusFolder.Contents contents =
        reading(
            file -> {
              if (!changed[0]) {
                changed[0] = true;
                Files.writeString(file, " More.", StandardOpenOption.APPEND);
              }
            });
    assertEquals(List.of(), contents.problems());
    assertEquals("B. More.", new String(contents.files().get(1).content(), StandardCharsets.UTF_8));
  }

  @Test
  void a_file_that_never_stays_still_is_reported_and_the_rest_read() {
    CorpusFolder.Contents contents =
        reading(file -> Files.writeString(file, " More.", StandardOpenOption.APPEND));
    assertEquals(List.of("a/z.md"), paths(contents));
    assertEquals(
        folder.resolve("b.md")
            + ": the file keeps changing while it is read; it is read once it stays still",
        problem(contents));
  }

  @Test
  void a_file_that_goes_while_it_is_read_is_reported_and_the_rest_read() {
    CorpusFolder.Contents contents = reading(Files::delete);
    assertEquals(List.of("a/z.md"), paths(contents));
    assertEquals(
        folder.resolve("b.md")
            + ": the file cannot be read: it has gone; nothing needs to be done if it was deleted",
        problem(contents));
  }

  @Test
  void a_file_without_the_right_to_read_is_reported_and_the_rest_read() {
    CorpusFolder.Contents contents =
        reading(
            file -> {
              throw new AccessDeniedException(file.toString());
            });
    assertEquals(List.of("a/z.md"), paths(contents));
    assertEquals(
        folder.resolve("b.md")
            + ": the file cannot be read: access is denied; give this user the right to read it",
        problem(contents));
  }

  private interface Disturbance {
    void disturb(Path file) throws IOException;
  }

  /// Reads the folder while something happens to `b.md` each time it is opened.
  private CorpusFolder.Contents reading(Disturbance disturbance) {
    return new CorpusFolder(
            List.of(folder),
            CorpusFolder.FILE_LIMIT,
            file -> {
              if (file.endsWith("b.md")) {
                disturbance.disturb(file);
              }
              return Files.newInputStream(file);
            })
        .read();
  }

  @Test
  void the_fingerprint_follows_every_change() throws IOException {
    CorpusFolder corpus = new CorpusFolder(List.of(folder));
    String first = corpus.fingerprint();
    assertEquals(first, corpus.fingerprint());
    write("picture.png", "no");
    assertEquals(first, corpus.fingerprint());
    write("b.md", "Better.");
    String edited = corpus.fingerprint();
    assertNotEquals(first, edited);
    write("c.md", "C.");
    String added = corpus.fingerprint();
    assertNotEquals(edited, added);
    Files.delete(folder.resolve("a/z.md"));
    assertNotEquals(added, corpus.fingerprint());
  }

  @Test
  void a_folder_that_is_not_there_says_so() {
    Path nowhere = folder.resolve("nowhere");
    CorpusFolderException e =
        assertThrows(CorpusFolderException.class, () -> new CorpusFolder(List.of(nowhere)));
    assertEquals(
        "--corpus: there is no folder '"
            + nowhere
            + "'; create it, or name the folder that holds your Markdown files",
        e.getMessage());
    Path file = folder.resolve("b.md");
    e = assertThrows(CorpusFolderException.class, () -> new CorpusFolder(List.of(file)));
    assertEquals(
        "--corpus: '" + file + "' is a file, not a folder; name the folder it lies in",
        e.getMessage());
  }
}
