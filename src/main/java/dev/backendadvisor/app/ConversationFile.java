package dev.backendadvisor.app;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Turn;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import dev.backendadvisor.question.QuestionReader.Earlier;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One conversation in a text file: its id on the first line, then a line a question, each with the
/// id of its answer. The questions are read anew each time, so the file outlives the corpus.
final class ConversationFile implements ConversationStore {
  private static final Pattern LINE = Pattern.compile("(m_[\\w-]+) (.+)");

  private final Path file;
  private final List<Turn> turns = new ArrayList<>();
  private Optional<String> id = Optional.empty();

  /// Reads the file, which need not exist yet.
  ///
  /// @throws Trouble when it is no such file
  ConversationFile(Path file, QuestionReader reader) {
    this.file = file;
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return;
    }
    if (!lines.getFirst().matches("c_[\\w-]+")) {
      throw notOne(1);
    }
    id = Optional.of(lines.getFirst());
    List<Earlier> earlier = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      Matcher parts = LINE.matcher(lines.get(line));
      if (!parts.matches()) {
        throw notOne(line + 1);
      }
      Question question = reader.read(parts.group(2), List.copyOf(earlier));
      earlier.add(new Earlier(parts.group(1), question));
      turns.add(new Turn(parts.group(1), lines.getFirst(), parts.group(2), question, ""));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (CharacterCodingException foreign) {
      throw new Trouble(file + " is no text in UTF-8; name another file with --conversation.");
    } catch (IOException unreadable) {
      throw Trouble.with(unreadable);
    }
  }

  private Trouble notOne(int line) {
    return new Trouble(
        file + ":" + line + ": this is no conversation kept by ask; name another file.");
  }

  /// The conversation's id; none before its first question.
  Optional<String> id() {
    return id;
  }

  @Override
  public Optional<List<Turn>> turns(String conversation) {
    return id.filter(conversation::equals).map(own -> List.copyOf(turns));
  }

  @Override
  public Optional<Turn> turn(String answer) {
    return turns.stream().filter(turn -> turn.answer().equals(answer)).findFirst();
  }

  @Override
  public void append(Turn turn) {
    String line = turn.answer() + " " + turn.words().replaceAll("\\R", " ").strip() + "\n";
    String lines = turns.isEmpty() ? turn.conversation() + "\n" + line : line;
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw Trouble.with(full);
    }
    id = Optional.of(turn.conversation());
    turns.add(turn);
  }

  @Override
  public Optional<String> at(String place) {
    return Optional.empty();
  }

  @Override
  public void settle(String place, String conversation) {
    throw new UnsupportedOperationException("a file is the only place of its conversation");
  }

  @Override
  public boolean forget(String conversation) {
    throw new UnsupportedOperationException("ask forgets nothing; delete " + file);
  }
}
