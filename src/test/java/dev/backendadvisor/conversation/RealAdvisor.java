package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.answer.Draft;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.PastTurn;
import dev.backendadvisor.answer.Purse;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.answer.Scribe;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.OnnxEmbedder;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.PassageIndex;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The advisor with the corpus as it stands, on one fixed day; it finds by words unless told else.
/// Notes every sentence that was refused.
public final class RealAdvisor implements AutoCloseable {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Corpus corpus;
  private final PassageIndex index;
  private final List<DraftSentence> refused = Collections.synchronizedList(new ArrayList<>());
  private final Advisor advisor;

  RealAdvisor() {
    this(new RuleAnswerer());
  }

  /// Whose answers are worded by someone else.
  public RealAdvisor(Answerer answerer) {
    this(answerer, new PassingConversations(1_000, 50));
  }

  /// Who keeps turns elsewhere.
  public RealAdvisor(ConversationStore conversations) {
    this(new RuleAnswerer(), conversations);
  }

  /// Whose answers are worded by someone else, and whose turns are kept elsewhere.
  public RealAdvisor(Answerer answerer, ConversationStore conversations) {
    this(answerer, conversations, List.of(Path.of("corpus")), Optional.empty(), TODAY);
  }

  /// Who finds by meaning too.
  public static RealAdvisor byMeaning() {
    return byMeaning(Path.of("corpus"));
  }

  /// Who has read another folder and finds by meaning too.
  static RealAdvisor byMeaning(Path folder) {
    var real =
        new RealAdvisor(
            new RuleAnswerer(),
            new PassingConversations(1_000, 50),
            List.of(folder),
            Optional.of(CompletableFuture.completedFuture(Remembering.REAL)),
            TODAY);
    try {
      real.index.awaitVectors(Duration.ofMinutes(5));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return real;
  }

  /// The real embedder, which embeds nothing twice: the corpus has some thousand texts, and is
  /// opened by many tests.
  private record Remembering(Embedder real, Map<String, float[]> known) implements Embedder {
    static final Embedder REAL = new Remembering(OnnxEmbedder.load(), new ConcurrentHashMap<>());

    @Override
    public String model() {
      return real.model();
    }

    @Override
    public int dimensions() {
      return real.dimensions();
    }

    @Override
    public float[] embed(String text) {
      return known.computeIfAbsent(text, real::embed).clone();
    }
  }

  /// Who has read other folders, the last on top.
  public static RealAdvisor of(Path... folders) {
    return on(TODAY, folders);
  }

  /// Who has read other folders and answers on another day.
  static RealAdvisor on(LocalDate day, Path... folders) {
    return new RealAdvisor(
        new RuleAnswerer(),
        new PassingConversations(1_000, 50),
        List.of(folders),
        Optional.empty(),
        day);
  }

  /// Whose answers are worded by someone else, for money.
  public RealAdvisor(Answerer answerer, Budget budget) {
    this(
        answerer,
        new PassingConversations(1_000, 50),
        List.of(Path.of("corpus")),
        Optional.empty(),
        TODAY,
        Optional.of(budget));
  }

  /// Whose answers are worded by someone else, and who has read these folders, the last on top.
  public RealAdvisor(Answerer answerer, Path... folders) {
    this(answerer, new PassingConversations(1_000, 50), List.of(folders), Optional.empty(), TODAY);
  }

  private RealAdvisor(
      Answerer answerer,
      ConversationStore conversations,
      List<Path> folders,
      Optional<CompletableFuture<Embedder>> embedder,
      LocalDate day) {
    this(answerer, conversations, folders, embedder, day, Optional.empty());
  }

  private RealAdvisor(
      Answerer answerer,
      ConversationStore conversations,
      List<Path> folders,
      Optional<CompletableFuture<Embedder>> embedder,
      LocalDate day,
      Optional<Budget> budget) {
    var contents = new CorpusFolder(folders).read();
    var reader = new CorpusReader();
    this.corpus = reader.read(contents.files(), contents.problems());
    this.index = PassageIndex.inMemory(reader, embedder);
    index.update(corpus, contents.files());
    var clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    this.advisor =
        new CorpusAdvisor(
            index::current,
            new Answerer() {
              @Override
              public Draft answer(Brief brief, Scribe check) {
                return RealAdvisor.this.answer(answerer, brief, check);
              }

              @Override
              public Optional<String> standalone(String words, List<PastTurn> past, Purse purse) {
                return answerer.standalone(words, past, purse);
              }
            },
            conversations,
            budget.orElseGet(() -> Budget.open(clock)),
            new Ids(new SecureRandom()),
            clock);
  }

  private Draft answer(Answerer answerer, Brief brief, Scribe check) {
    return answerer.answer(
        brief,
        new Scribe() {
          @Override
          public void compare(Comparison comparison) {
            check.compare(comparison);
          }

          @Override
          public void recommend(CitedRecommendation recommendation) {
            check.recommend(recommendation);
          }

          @Override
          public boolean say(DraftSentence sentence) {
            boolean stands = check.say(sentence);
            if (!stands) {
              refused.add(sentence);
            }
            return stands;
          }
        });
  }

  /// Answers a question that starts a conversation.
  public Answer ask(String question) {
    return advisor.ask(Inquiry.of(question), event -> {});
  }

  /// The advisor itself.
  public Advisor advisor() {
    return advisor;
  }

  Corpus corpus() {
    return corpus;
  }

  /// The corpus it answers from; close it after use.
  public Generation generation() {
    return index.current();
  }

  /// What was put to the check and did not pass.
  public List<DraftSentence> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    index.close();
  }
}
