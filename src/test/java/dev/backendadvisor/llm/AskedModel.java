package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.Likeness;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.conversation.RealAdvisor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The advisor with the corpus as it stands, whose answers a scripted model words.
final class AskedModel implements AutoCloseable {
  static final String DEMO = "Is Node.js better than Python for a chat application?";

  /// How long clients may take to hang up.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final ModelSettings.Limits USUAL = ModelSettings.Limits.defaults();

  final ScriptedModel model;

  /// What has passed since the start, for whoever asks what time it is.
  final AtomicLong nanos = new AtomicLong();

  private final RealAdvisor advisor;
  private volatile ModelAnswerer answerer;
  private volatile Optional<Likeness> likeness = Optional.empty();

  AskedModel() throws IOException {
    model = ScriptedModel.playing(ModelScripts.honest());
    answerer = answerer(settings(model.baseUrl()));
    advisor = new RealAdvisor((brief, scribe) -> answerer.answer(measured(brief), scribe));
  }

  static ModelSettings settings(URI baseUrl) {
    return settings(Provider.OPENAI, baseUrl);
  }

  static ModelSettings settings(Provider provider, URI baseUrl) {
    Map<String, String> variables =
        Map.of(provider.urlVariable(), baseUrl.toString(), provider.keyVariable(), "sk-hidden");
    return ModelSettings.of(
        provider.id() + ":scripted", name -> Optional.ofNullable(variables.get(name)));
  }

  static ModelSettings.Limits patience(Duration idle, Duration total) {
    return USUAL.waiting(idle, total);
  }

  private ModelAnswerer answerer(ModelSettings settings) {
    return answerer(settings, host -> {});
  }

  private ModelAnswerer answerer(ModelSettings settings, Call.Resolver resolver) {
    return new ModelAnswerer(
        settings, new RuleAnswerer(), resolver, () -> System.nanoTime() + nanos.get());
  }

  /// Measures meanings so, until the next start.
  void measure(Likeness by) {
    likeness = Optional.of(by);
  }

  private Brief measured(Brief brief) {
    return new Brief(
        brief.question(),
        brief.corpus(),
        brief.vocabulary(),
        brief.matrix(),
        brief.hits(),
        brief.talk(),
        brief.today(),
        brief.model(),
        brief.profile(),
        brief.purse(),
        brief.past(),
        likeness.orElse(brief.likeness()));
  }

  /// Starts anew: nothing has failed yet.
  void restart(ScriptedModel.Script script) {
    restart(script, USUAL);
  }

  void restart(ScriptedModel.Script script, ModelSettings.Limits limits) {
    model.play(script);
    answerer = answerer(settings(model.baseUrl()).with(limits));
    likeness = Optional.empty();
  }

  /// Starts anew with a model that speaks as this provider does.
  void restart(Provider provider, ScriptedModel.Script script) {
    model.play(script);
    answerer = answerer(settings(provider, model.baseUrl()));
  }

  /// Starts anew with a model that speaks as this provider does, in this form.
  void restart(Provider provider, Output output, ScriptedModel.Script script) {
    model.play(script);
    answerer = answerer(settings(provider, model.baseUrl()).with(output));
  }

  /// Starts anew with a model at another address.
  void moveTo(URI baseUrl, Call.Resolver resolver, ModelSettings.Limits limits) {
    answerer = answerer(settings(baseUrl).with(limits), resolver);
  }

  Answer ask(String question) {
    return advisor.ask(question);
  }

  Answer ask(String question, Consumer<AnswerEvent> events) {
    return advisor.advisor().ask(Inquiry.of(question), events);
  }

  Optional<String> trouble() {
    return answerer.trouble();
  }

  static List<String> unavailable(Answer answer) {
    return answer.notices().stream()
        .filter(one -> one.code() == Notice.Code.MODEL_UNAVAILABLE)
        .map(Notice::text)
        .toList();
  }

  @Override
  public void close() throws IOException {
    advisor.close();
    model.close();
  }
}
