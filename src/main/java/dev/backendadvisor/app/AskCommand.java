package dev.backendadvisor.app;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.PassingSpending;
import dev.backendadvisor.format.AnswerJson;
import dev.backendadvisor.format.TerminalText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers one question in the terminal.
@Command(
    name = "ask",
    description = "Prints one answer, its sources numbered below.",
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
  private static final int LONGEST = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int COLUMNS = 80;
  private static final int WIDEST = 100;

  private final World world;

  @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "What you want to know.")
  private List<String> question = List.of();

  @Option(names = "--json", description = "Print the answer as the API gives it.")
  private boolean json;

  @Option(
      names = "--conversation",
      paramLabel = "FILE",
      description = "Go on with the conversation kept in this file; it is made when missing.")
  private @Nullable Path conversation;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private CorpusOptions corpus = new CorpusOptions();

  AskCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InterruptedException {
    String words = String.join(" ", question).strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw new Trouble("A question has 1 to 4,000 characters, not " + words.length() + ".");
    }
    Answerer answerer = model.answerer(world, PATIENCE);
    try (House house = House.toRead(world, corpus)) {
      Optional<ConversationFile> file =
          Optional.ofNullable(conversation).map(ConversationFile::new);
      ConversationStore store =
          file.<ConversationStore>map(one -> one).orElseGet(() -> new PassingConversations(1, 1));
      Answer answer =
          house
              .advisor(answerer, store, model.budget(new PassingSpending(1), world.clock()))
              .ask(
                  new Inquiry(words, file.flatMap(ConversationFile::id), Optional.empty()),
                  event -> {});
      if (json) {
        world.out().println(AnswerJson.write(answer));
      } else {
        int columns = world.columns() == 0 ? COLUMNS : Math.min(world.columns(), WIDEST);
        world.out().print(TerminalText.write(answer, columns, world.colours()));
      }
      world.out().flush();
      return 0;
    }
  }
}
