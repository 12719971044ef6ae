package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.question.Reading.CarriedOver;
import dev.backendadvisor.question.Reading.CriterionMention;
import dev.backendadvisor.question.Reading.VersionMention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the visitor's words as data, with the vocabulary of one corpus.
///
/// Tokens → names → criteria, versions and exclusions → what the turn takes from the one before →
/// form. What it knows of English is data in `english.txt`. Immutable, so threads may share it; the
/// time a question takes grows linearly with its length.
public final class QuestionReader {
  private static final English ENGLISH = English.TABLES;

  private final Tokenizer tokenizer = new Tokenizer(ENGLISH);
  private final Stem stem = new Stem(ENGLISH);
  private final Cues openers = ENGLISH.cues("openers");
  private final Set<String> embedding = ENGLISH.words("embedding words");
  private final Set<String> stopWords = ENGLISH.words("stop words");
  private final Set<String> subjectWords = ENGLISH.words("subject words");
  private final Set<String> questionWords = ENGLISH.words("question words");
  private final Smalltalk smalltalk = new Smalltalk(ENGLISH);
  private final Exclusions exclusions = new Exclusions(ENGLISH);
  private final VersionFinder versions = new VersionFinder(ENGLISH);
  private final Direction direction = new Direction(ENGLISH, stem);
  private final Context context = new Context(ENGLISH, direction);
  private final Map<String, String> writtenNames = new HashMap<>();
  private final NameFinder names;
  private final FormReader forms;
  private final CriterionFinder criteria;

  /// Learns the names and words of a corpus.
  public QuestionReader(Corpus corpus) {
    this.names = new NameFinder(corpus, ENGLISH, tokenizer);
    Map<String, String> families = new HashMap<>();
    corpus
        .technologies()
        .values()
        .forEach(one -> one.language().ifPresent(language -> families.put(one.id(), language)));
    this.forms = new FormReader(ENGLISH, direction, families);
    this.criteria = new CriterionFinder(corpus.criteria().values(), tokenizer, stem);
    for (Technology technology : corpus.technologies().values()) {
      writtenNames.put(technology.id(), technology.name());
    }
  }

  /// A question asked before.
  ///
  /// @param answer the id of its answer
  /// @param question as it was read
  public record Earlier(String answer, Question question) {}

  /// What the words ask. Any words: those that ask nothing become a [Question.Fact] of confidence
  /// 0.
  ///
  /// @param words the visitor's words
  /// @param earlier the questions of the conversation so far with the ids of their answers, oldest
  ///   first
  public Question read(String words, List<Earlier> earlier) {
    List<Token> tokens = tokenizer.tokens(words);
    Optional<Question.Smalltalk.Kind> talk = smalltalk.kind(sentences(tokens));
    if (talk.isPresent()) {
      return new Question.Smalltalk(empty(words, 1), talk.get());
    }
    NameFinder.Found found = names.find(tokens, words, this::sentences, criterionStarts(tokens));
    Sentences named = sentences(found.tokens());
    Set<Integer> excludedPlaces = exclusions.find(named);
    Set<String> excluded = new LinkedHashSet<>();
    List<Token> kept = new ArrayList<>();
    for (int at = 0; at < named.size(); at++) {
      Token token = named.get(at);
      boolean out = excludedPlaces.contains(at);
      if (out && !token.id().isEmpty()) {
        excluded.add(token.id());
      }
      kept.add(out ? token.through(token, Token.Kind.WORD, "", "") : token);
    }
    Set<String> technologies = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (Token token : kept) {
      switch (token.kind()) {
        case TECHNOLOGY -> technologies.add(token.id());
        case NAME -> unknown.add(words.substring(token.start(), token.end()));
        case WORD, NUMBER, MARK -> {}
      }
    }
    excluded.removeAll(technologies);
    List<CriterionFinder.Found> meant = criteria.find(kept);
    Map<String, String> from = new LinkedHashMap<>();
    for (CriterionFinder.Found one : meant) {
      String phrase =
          words.substring(
              kept.get(one.start()).start(), kept.get(one.start() + one.length() - 1).end());
      one.criteria().forEach(criterion -> from.putIfAbsent(criterion, phrase));
    }

    Sentences text = sentences(kept);
    Context.Own own =
        new Context.Own(technologies.size() + excluded.size(), unknown.size(), from.size());
    Context.Carry carry = context.carry(text, own, earlier);
    List<CarriedOver> carriedOver = new ArrayList<>();
    Set<String> allTechnologies = new LinkedHashSet<>();
    carry.from().ifPresent(last -> take(carry, last, allTechnologies, excluded, from, carriedOver));
    allTechnologies.addAll(technologies);
    String standalone = context.standalone(text, words, carry, namesBefore(carry), writtenNames);
    Sentences complete = carry.pronoun() < 0 ? text : resolved(text, carry);
    FormReader.Form form = forms.read(complete, !excluded.isEmpty());
    List<VersionMention> mentioned = versions.find(found.tokens());
    double anchor =
        anchor(
            !(allTechnologies.isEmpty() && unknown.isEmpty() && excluded.isEmpty()), kept, meant);
    double confidence =
        anchor
            * (0.5 + 0.5 * share(kept, meant))
            * (carry.form() ? 0.9 : form.certainty())
            * Math.pow(0.9, found.corrections());
    Reading reading =
        new Reading(
            words,
            standalone,
            List.copyOf(allTechnologies),
            List.copyOf(excluded),
            from.entrySet().stream()
                .map(one -> new CriterionMention(one.getKey(), one.getValue()))
                .toList(),
            mentioned,
            List.copyOf(unknown),
            carriedOver,
            confidence);
    return carry.form() && carry.from().isPresent()
        ? FormReader.like(carry.from().get().question(), reading)
        : form.of().apply(reading);
  }

  private Sentences sentences(List<Token> tokens) {
    return new Sentences(tokens, openers, embedding);
  }

  private static Reading empty(String words, double confidence) {
    return new Reading(
        words, words, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), confidence);
  }

  private Set<Integer> criterionStarts(List<Token> tokens) {
    Set<Integer> starts = new HashSet<>();
    for (CriterionFinder.Found one : criteria.find(tokens)) {
      for (int at = one.start(); at < one.start() + one.length(); at++) {
        starts.add(tokens.get(at).start());
      }
    }
    return starts;
  }

  private static void take(
      Context.Carry carry,
      Earlier last,
      Set<String> technologies,
      Set<String> excluded,
      Map<String, String> from,
      List<CarriedOver> carriedOver) {
    Reading before = last.question().reading();
    if (carry.technologies()) {
      for (String id : before.technologies()) {
        if (!excluded.contains(id) && technologies.add(id)) {
          carriedOver.add(new CarriedOver("technology", id, last.answer()));
        }
      }
    }
    if (carry.criteria()) {
      for (CriterionMention one : before.criteria()) {
        if (from.putIfAbsent(one.criterion(), one.from()) == null) {
          carriedOver.add(new CarriedOver("criterion", one.criterion(), last.answer()));
        }
      }
    }
    if (carry.form()) {
      carriedOver.add(new CarriedOver("form", last.question().form(), last.answer()));
    }
  }

  private List<Token> namesBefore(Context.Carry carry) {
    if (carry.from().isEmpty()) {
      return List.of();
    }
    String before = carry.from().get().question().reading().standalone();
    List<Token> tokens = tokenizer.tokens(before);
    return names.find(tokens, before, this::sentences, criterionStarts(tokens)).tokens().stream()
        .filter(Token::named)
        .toList();
  }

  /// The tokens with the first technology carried over in the pronoun's place.
  private Sentences resolved(Sentences text, Context.Carry carry) {
    List<Token> tokens = new ArrayList<>(text.tokens());
    List<String> ids =
        carry.from().map(last -> last.question().reading().technologies()).orElse(List.of());
    Token pronoun = tokens.get(carry.pronoun());
    if (!ids.isEmpty()) {
      tokens.set(
          carry.pronoun(),
          pronoun.through(pronoun, Token.Kind.TECHNOLOGY, ids.getFirst(), pronoun.word()));
    }
    return sentences(tokens);
  }

  /// How surely the words are about what the corpus compares: a technology or another name 1; a
  /// criterion among words about software, or in words of its own, .9; words about software .7; a
  /// criterion in everyday words .4; nothing of it 0.
  private double anchor(boolean named, List<Token> tokens, List<CriterionFinder.Found> meant) {
    if (named) {
      return 1;
    }
    boolean subject = tokens.stream().anyMatch(token -> subjectWords.contains(token.word()));
    boolean technical =
        meant.stream()
            .anyMatch(one -> one.length() > 1 || !ENGLISH.knows(tokens.get(one.start()).word()));
    if (meant.isEmpty()) {
      return subject ? 0.7 : 0;
    }
    return subject || technical ? 0.9 : 0.4;
  }

  /// The share of the words of substance that were understood.
  private double share(List<Token> tokens, List<CriterionFinder.Found> meant) {
    int substance = 0;
    int understood = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      int place = at;
      if (token.kind() == Token.Kind.MARK
          || stopWords.contains(token.word())
          || questionWords.contains(token.word())) {
        continue;
      }
      substance++;
      boolean known =
          token.named()
              || subjectWords.contains(token.word())
              || meant.stream().anyMatch(one -> one.covers(place));
      understood += known ? 1 : 0;
    }
    return substance == 0 ? 1 : (double) understood / substance;
  }
}
