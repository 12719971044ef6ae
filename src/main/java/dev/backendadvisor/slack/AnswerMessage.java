package dev.backendadvisor.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays an answer out: the verdict, the reasons as a list, what to know, the sources, and buttons
/// to ask on. Lengths are kept to what Slack takes while it is put together: 31 blocks at most, of
/// the 50 allowed.
final class AnswerMessage {
  /// The names of the buttons, each followed by its number.
  static final String BUTTON = "ask-";

  // Characters: of a sentence, whose markers need the rest of a section; of one made bold; of a
  // note; of the whole as text, of which Slack wants less than 4,000; of a button's label and
  // value.
  private static final int SENTENCE = 2_700;
  private static final int BOLD = 200;
  private static final int NOTE = 400;
  private static final int TEXT = 3_900;
  private static final int LABEL = 75;
  private static final int VALUE = 2_000;

  // So many at most.
  private static final int MARKERS = 20;
  private static final int NOTES = 6;
  private static final int SOURCES = 15;
  private static final int BUTTONS = 10;

  /// Where a text stands out by markup of its own, it is not made bold as well.
  private static final Pattern MARKUP = Pattern.compile("[*_~`]");

  private final Answer answer;
  private final Sections sections = new Sections();

  private AnswerMessage(Answer answer) {
    this.answer = answer;
  }

  /// Lays an answer out.
  ///
  /// @param question said above the answer, when those who read it have not seen it asked
  /// @param talk names the talk it belongs to, for whoever presses a button; at most 255 characters
  static Message of(Answer answer, Optional<String> question, String talk) {
    return new AnswerMessage(answer).message(question, talk);
  }

  private Message message(Optional<String> question, String talk) {
    List<String> asked =
        question.map(words -> "Asked: " + Mrkdwn.escape(words, NOTE, "…")).stream().toList();
    List<String> body = body();
    List<String> notes = notes();
    List<String> sources = sources();
    boolean asksBack = !answer.choices().isEmpty();
    List<Answer.Choice> choices = choices();
    List<String> labels = labels(choices);

    List<LayoutBlock> blocks = new ArrayList<>();
    asked.forEach(line -> blocks.add(context(List.of(line))));
    body.forEach(text -> blocks.add(section(text)));
    if (asksBack && !choices.isEmpty()) {
      blocks.add(buttons(choices, talk));
    }
    if (!notes.isEmpty()) {
      blocks.add(context(notes));
    }
    sources.forEach(line -> blocks.add(context(List.of(line))));
    if (!asksBack && !choices.isEmpty()) {
      blocks.add(buttons(choices, talk));
    }
    String text =
        asksBack
            ? text(asked, body, labels, notes, sources)
            : text(asked, body, notes, sources, labels);
    return new Message(text, blocks);
  }

  private List<String> body() {
    boolean first = true;
    boolean listing = false;
    for (CheckedSentence sentence : answer.sentences()) {
      boolean item = !first && isItem(sentence);
      boolean apart = item != listing || sentence.before().equals("\n\n");
      if (!first && apart) {
        sections.next();
      }
      sections.add(item ? "\n" : " ", written(sentence, item, first));
      listing = item;
      first = false;
    }
    return sections.finish();
  }

  /// Whether a sentence stands in the list: what was a list before, and every reason.
  private static boolean isItem(CheckedSentence sentence) {
    boolean reason =
        sentence.part() != Part.VERDICT
            && sentence.part() != Part.QUESTION
            && !sentence.citations().isEmpty();
    return reason || sentence.before().equals("\n- ");
  }

  private String written(CheckedSentence sentence, boolean item, boolean first) {
    String text = Mrkdwn.escape(sentence.text(), SENTENCE, Sections.MORE);
    boolean bold =
        first
            && answer.kind() != Answer.Kind.SMALLTALK
            && text.length() <= BOLD
            && text.equals(text.strip())
            && !MARKUP.matcher(text).find();
    String markers =
        sentence.citations().stream()
            .limit(MARKERS)
            .map(number -> "\u00a0[" + number + "]")
            .collect(Collectors.joining());
    return (item ? "• " : "") + (bold ? "*" + text + "*" : text) + markers;
  }

  private List<String> notes() {
    Stream<String> notices = answer.notices().stream().map(notice -> notice.text());
    Stream<String> nearest =
        answer.nearest().stream()
            .map(one -> one.heading().isEmpty() ? one.title() : one.title() + ": " + one.heading())
            .reduce((one, other) -> one + " · " + other)
            .map(all -> "Nearest in what I have read: " + all)
            .stream();
    return Stream.concat(notices, nearest)
        .limit(NOTES)
        .map(note -> Mrkdwn.escape(note, NOTE, "…"))
        .toList();
  }

  private List<String> sources() {
    List<String> lines =
        answer.citations().stream()
            .limit(SOURCES)
            .map(SourceLine::of)
            .collect(Collectors.toCollection(ArrayList::new));
    int left = answer.citations().size() - lines.size();
    if (left > 0) {
      lines.add("… " + left + " more sources in the full answer");
    }
    return lines;
  }

  /// What to press: the answers to the question asked back, else questions worth asking next.
  private List<Answer.Choice> choices() {
    Stream<Answer.Choice> choices =
        answer.choices().isEmpty()
            ? answer.suggestions().stream().map(words -> new Answer.Choice(words, words))
            : answer.choices().stream();
    return choices
        .filter(one -> one.message().length() <= VALUE && !one.label().isBlank())
        .limit(BUTTONS)
        .toList();
  }

  private static List<String> labels(List<Answer.Choice> choices) {
    return choices.stream().map(one -> "› " + Mrkdwn.escape(one.label(), LABEL, "…")).toList();
  }

  @SafeVarargs
  private static String text(List<String>... parts) {
    StringBuilder text = new StringBuilder();
    int room = TEXT - Sections.MORE.length() - 1;
    for (String line : Stream.of(parts).flatMap(List::stream).toList()) {
      if (text.length() + line.length() > room) {
        return text.append('\n').append(Sections.MORE).toString();
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    return text.toString();
  }

  private static LayoutBlock section(String text) {
    return SectionBlock.builder().text(markdown(text)).build();
  }

  private static LayoutBlock context(List<String> texts) {
    return ContextBlock.builder()
        .elements(texts.stream().map(AnswerMessage::markdown).collect(Collectors.toList()))
        .build();
  }

  /// Verbatim, so that Slack makes no links and no mentions of words that look like some.
  private static MarkdownTextObject markdown(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static LayoutBlock buttons(List<Answer.Choice> choices, String talk) {
    List<BlockElement> buttons = new ArrayList<>();
    for (Answer.Choice choice : choices) {
      String label = Mrkdwn.escape(choice.label(), LABEL, "…");
      buttons.add(
          ButtonElement.builder()
              .actionId(BUTTON + buttons.size())
              .text(PlainTextObject.builder().text(label).emoji(false).build())
              .value(choice.message())
              .build());
    }
    return ActionsBlock.builder().blockId(talk).elements(buttons).build();
  }
}
