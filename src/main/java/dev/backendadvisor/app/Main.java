package dev.backendadvisor.app;

import dev.backendadvisor.corpus.CorpusFolderException;
import dev.backendadvisor.llm.ModelSettings;
import dev.backendadvisor.retrieval.DataFolderException;
import dev.backendadvisor.storage.StorageException;
import dev.backendadvisor.web.WebServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: finds the command asked for, and turns whatever goes wrong into a sentence.
@Command(
    name = "advisor",
    description =
        "Answers questions about choosing back-end technology. Without a command it serves.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class Main {
  private static final Logger LOG = System.getLogger(Main.class.getName());

  /// Held, since a logger that nobody holds forgets its level.
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  /// What the process may answer with.
  private static final Map<String, String> EXIT_CODES =
      Map.of("0", "done", "1", "the program is at fault", "2", "there is something to put right");

  private Main() {}

  /// Runs the command asked for and ends the process with its exit code.
  public static void main(String[] words) {
    LUCENE.setLevel(java.util.logging.Level.SEVERE);
    System.exit(run(World.here(), words));
  }

  /// Runs the command asked for.
  ///
  /// @return the exit code: 0 done, 1 the program is at fault, 2 there is something to put right
  static int run(World world, String... words) {
    boolean serves =
        words.length == 0
            || words[0].startsWith("-")
                && Stream.of("-h", "--help", "-V", "--version").noneMatch(words[0]::equals);
    return commandLine(world)
        .execute(
            serves
                ? Stream.concat(Stream.of("serve"), Stream.of(words)).toArray(String[]::new)
                : words);
  }

  /// The commands. A setting that is not on the command line comes from the environment.
  static CommandLine commandLine(World world) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new ServeCommand(world))
            .addSubcommand(new AskCommand(world))
            .addSubcommand(new SearchCommand(world))
            .addSubcommand(new CheckCommand(world))
            .addSubcommand(new RecheckCommand(world))
            .addSubcommand(new RehearseCommand(world))
            .addSubcommand(new ModelsCommand(world))
            .addSubcommand(
                new CommandLine(new EvaluateCommand(world))
                    .addSubcommand(new EvaluateCommand.Retrieval(world))
                    .addSubcommand(new EvaluateCommand.FollowUps(world))
                    .addSubcommand(new EvaluateGateCommand(world)));
    line.setOut(world.out());
    line.setErr(world.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setDefaultValueProvider(
        argument ->
            argument instanceof OptionSpec option && Setting.isOne(option)
                ? world.environment().get(Setting.variable(option.longestName()))
                : null);
    line.setParameterExceptionHandler((wrong, unused) -> refuse(wrong));
    line.setExecutionExceptionHandler((thrown, command, unused) -> explain(thrown, command));
    line.getCommandSpec().versionProvider(() -> new String[] {version()});
    line.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(EXIT_CODES);
    return line;
  }

  private static int refuse(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String suggestion =
        wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()
            ? " Did you mean " + unmatched.getSuggestions().getFirst() + "?"
            : "";
    command
        .getErr()
        .println(
            "advisor: %s.%s ./%s --help lists what there is."
                .formatted(
                    wrong.getMessage(), suggestion, command.getCommandSpec().qualifiedName(" ")));
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(Exception thrown, CommandLine command) {
    if (thrown instanceof Trouble
        || thrown instanceof CorpusFolderException
        || thrown instanceof DataFolderException
        || thrown instanceof StorageException
        || thrown instanceof ModelSettings.Unusable
        || thrown instanceof WebServer.CannotListen) {
      command.getErr().println("advisor: " + thrown.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    LOG.log(Level.ERROR, "This is a fault of the program; ADVISOR_TRACES=full shows where", thrown);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "advisor " + (version == null ? "(not packaged)" : version);
  }
}
