package dev.backendadvisor.evaluation;

import dev.backendadvisor.corpus.CorpusFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A TREC collection in one file, read as if each document were a Markdown page named by its
/// number.
final class TrecDocuments {
  private static final Pattern DOCUMENT =
      Pattern.compile("<doc>(.*?)</doc>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private TrecDocuments() {}

  static List<CorpusFile> read(Path file) throws IOException {
    List<CorpusFile> pages = new ArrayList<>();
    var document = DOCUMENT.matcher(Files.readString(file));
    while (document.find()) {
      String number = element(document.group(1), "docno");
      String title = element(document.group(1), "title").replaceAll("\\s+", " ");
      String page = "# " + title + "\n\n" + element(document.group(1), "text") + "\n";
      String path = number + ".md";
      pages.add(new CorpusFile(path, file + "#" + number, page.getBytes(StandardCharsets.UTF_8)));
    }
    return pages;
  }

  private static String element(String document, String name) {
    int start = document.indexOf("<" + name + ">");
    int end = document.indexOf("</" + name + ">");
    return start < 0 || end < start
        ? ""
        : document.substring(start + name.length() + 2, end).strip();
  }
}
