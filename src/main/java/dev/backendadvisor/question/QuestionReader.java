package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.question.Reading.CriterionMention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the visitor's words as data, with the vocabulary of one corpus.
///
/// Tokens → names → criteria, versions, exclusions → what the turn takes from the one before →
/// form. What it knows of English is data in `english.txt`. Immutable, so threads may share it. It
/// reads the first [#LONGEST] words, so the time any text takes is bounded.
public final class QuestionReader {
  /// How many words and marks of a text are read.
  static final int LONGEST = 1500;

  private static final double CARRIED = 0.9;

  /// What a program says when it fails: whoever shows that wants it mended.
  private static final Pattern FAULT =
      Pattern.compile(
          "Traceback \\(most recent call last\\)|\\b\\p{Lu}\\w*(?:Error|Exception)\\b\\s*:|\\bat"
              + " [\\w.$]+\\([\\w.]+:\\d+\\)");

  private final Corpus corpus;
  private final Tokenizer tokenizer;
  private final Cues openers;
  private final Set<String> embedding;
  private final Smalltalk smalltalk;
  private final NameFinder names;
  private final Exclusions exclusions;
  private final CriterionFinder criteria;
  private final VersionFinder versions;
  private final Manners manners;
  private final Parting parting;
  private final Context context;
  private final Standalone standalone;
  private final Rewrites rewrites;
  private final Substitution substitution;
  private final Topics topics;
  private final FormReader forms;
  private final Confidence confidence;
  private final ClaimReader claims;
  private final Assertions assertions;
  private final OpenWords open;
  private final Errand errands;
  private final Reconsiderations reconsiderations;
  private final Beyond beyond;
  private final Typos typos;

  /// Learns the names and words of a corpus.
  public QuestionReader(Corpus corpus) {
    English english = English.TABLES;
    Map<String, String> written = new HashMap<>();
    Map<String, String> families = new HashMap<>();
    for (Technology technology : corpus.technologies().values()) {
      written.put(technology.id(), technology.name());
      technology.language().ifPresent(language -> families.put(technology.id(), language));
    }
    var stem = new Stem(english);
    var direction = new Direction(english, stem);
    this.corpus = corpus;
    this.tokenizer = new Tokenizer(english);
    this.openers = english.cues("openers");
    this.embedding = english.words("embedding words");
    this.smalltalk = new Smalltalk(english);
    this.names = new NameFinder(corpus, english, tokenizer);
    this.exclusions = new Exclusions(english);
    this.criteria = new CriterionFinder(corpus.criteria().values(), tokenizer, stem, english);
    this.versions = new VersionFinder(english);
    this.parting = new Parting(english);
    this.manners = new Manners(english);
    Map<String, String> purposes = new HashMap<>();
    corpus.criteria().forEach((id, criterion) -> purposes.put(id, criterion.name()));
    this.standalone = new Standalone(english, written, purposes);
    this.context = new Context(english, direction);
    this.rewrites = new Rewrites(english, tokenizer, written, purposes, context::asksWhich);
    this.substitution = new Substitution(english, written, words -> sentences(named(words)));
    this.topics = new Topics(english, words -> sentences(tokenizer.tokens(words, LONGEST)));
    this.forms = new FormReader(english, direction, families, !corpus.technologies().isEmpty());
    this.confidence = new Confidence(english, names::isOfCorpus);
    this.claims = new ClaimReader(english);
    this.assertions = new Assertions(english, direction, stem, written, this::asFact);
    this.open = new OpenWords(english, corpus);
    this.errands = new Errand(english);
    this.reconsiderations = new Reconsiderations(english);
    this.typos =
        new Typos(
            words(corpus), english::knows, word -> english.knows(word) || names.isOfCorpus(word));
    this.beyond =
        new Beyond(
            english, corpus.evidence().stream().mapToInt(one -> one.asOf().year()).max().orElse(0));
  }

  /// The corpus's words as they are written small.
  private static Set<String> words(Corpus corpus) {
    Set<String> words = new HashSet<>();
    corpus
        .documents()
        .values()
        .forEach(document -> words.addAll(List.of(document.text().split("[^\\p{L}]+"))));
    words.removeIf(word -> !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z'));
    return words;
  }

  /// A question asked before.
  ///
  /// @param answer the id of its answer
  /// @param question as it was read
  public record Earlier(String answer, Question question) {}

  /// Whether English has a word, in whatever case; names and coinages it has not.
  public static boolean isEnglish(String word) {
    String small = Tokenizer.normal(word);
    return English.TABLES.knows(small)
        || (small.endsWith("s") && English.TABLES.knows(small.substring(0, small.length() - 1)));
  }

  /// A question as if its standalone words had been asked, which is what answers are made from.
  public static Question alone(Question question) {
    Reading reading = question.reading();
    return reading.words().equals(reading.standalone())
        ? question
        : FormReader.like(question, reading.asIfAsked(reading.standalone()), true);
  }

  /// A question that stands by itself, as what other words meant in a conversation.
  ///
  /// @param question the question
  /// @param words the words that meant it
  /// @param from the id of the answer they lean on
  public static Question meant(Question question, String words, String from) {
    Reading reading = question.reading();
    String asked = reading.standalone();
    return FormReader.like(
        question,
        reading.told(
            words, reading.manner(), List.of(new Reading.CarriedOver("question", asked, from))),
        true);
  }

  /// What the words ask, when nobody remembers what was offered below earlier answers.
  public Question read(String words, List<Earlier> earlier) {
    return read(words, earlier, Offers.NONE);
  }

  /// What the words ask. Any words will do: those that ask nothing become a [Question.Fact] of
  /// confidence 0.
  ///
  /// @param words the visitor's words
  /// @param earlier the questions of the conversation so far with the ids of their answers, oldest
  ///   first
  /// @param offers what was offered below those answers
  public Question read(String words, List<Earlier> earlier, Offers offers) {
    if (FAULT.matcher(words).find()) {
      return new Question.Unknowable(nothing(words), Question.Unknowable.Kind.ERRAND);
    }
    String asked = withoutErrands(typos.corrected(words, named(words)));
    return asked.isBlank() && !words.isBlank()
        ? new Question.Unknowable(nothing(words), Question.Unknowable.Kind.ERRAND)
        : question(asked, earlier, offers);
  }

  /// The last question, where a turn that asks something may lean on it by more than its words
  /// show.
  ///
  /// @param question the turn as it was read
  /// @param earlier the questions before it, oldest first
  public Optional<Question> leansOn(Question question, List<Earlier> earlier) {
    Optional<Earlier> last = freshly(question) ? Optional.empty() : Context.last(singly(earlier));
    List<Token> tokens = tokenizer.tokens(question.reading().words(), LONGEST);
    return last.filter(one -> context.mayLean(sentences(tokens))).map(Earlier::question);
  }

  /// Whether words end with a question, with or without its mark, that is more than "does that
  /// change it?".
  public boolean asks(String words) {
    return context.asks(sentences(named(words)));
  }

  private static boolean freshly(Question question) {
    return question instanceof Question.Smalltalk
        || question instanceof Question.Compound
        || question instanceof Question.Unknowable
        || question.reading().manner() != Manner.USUAL;
  }

  /// The words without the sentences that want something done: beside a question they are no part
  /// of it.
  private String withoutErrands(String words) {
    List<Token> tokens = tokenizer.tokens(Errand.withoutQuotes(words), LONGEST);
    if (smalltalk.kind(sentences(tokens)).isPresent()
        || manners.of(sentences(tokens)).manner() != Manner.USUAL) {
      return words;
    }
    Mentions all = mentions(tokens, words);
    StringBuilder kept = new StringBuilder(words);
    for (Sentences.Sentence errand : errands.find(all.text(), all.meant())) {
      int last = Math.min(errand.to(), all.text().size() - 1);
      int start = all.text().get(errand.from()).start();
      int end = all.text().get(last).end();
      kept.replace(start, end, " ".repeat(end - start));
    }
    String rest = kept.toString().strip();
    if (kept.toString().equals(words)) {
      return words;
    }
    Mentions left = mentions(tokenizer.tokens(rest, LONGEST), rest);
    return left.named() == 0 && left.criteria().isEmpty() ? "" : rest;
  }

  private Question question(String words, List<Earlier> earlier, Offers offers) {
    Optional<Question> allAgain = allAgain(words, earlier);
    if (allAgain.isPresent()) {
      return allAgain.get();
    }
    List<Earlier> one = singly(earlier);
    List<String> parts = parting.of(words, sentences(named(words)));
    if (parts.size() > 1) {
      Question whole = readOne(words, one, offers);
      if (whole instanceof Question.Claim) {
        return whole;
      }
      Optional<Question> compound = compound(words, parts, one, offers);
      if (compound.isPresent()) {
        return compound.get();
      }
    }
    return readOne(words, one, offers);
  }

  /// Several questions asked at once, each told again in the manner that is all the turn asks for.
  private Optional<Question> allAgain(String words, List<Earlier> earlier) {
    if (earlier.isEmpty() || !(earlier.getLast().question() instanceof Question.Compound last)) {
      return Optional.empty();
    }
    Manners.Told told = manners.of(sentences(named(words)));
    if (told.manner() == Manner.USUAL || !told.rest().isEmpty()) {
      return Optional.empty();
    }
    Reading all = last.reading();
    List<Question> parts =
        last.parts().stream()
            .map(
                part ->
                    FormReader.like(
                        part,
                        part.reading().told(words, told.manner(), part.reading().carriedOver()),
                        true))
            .toList();
    String from = earlier.getLast().answer();
    List<Reading.CarriedOver> carried = new ArrayList<>();
    all.technologies().forEach(id -> carried.add(new Reading.CarriedOver("technology", id, from)));
    all.unknownNames().forEach(name -> carried.add(new Reading.CarriedOver("name", name, from)));
    all.criteria()
        .forEach(one -> carried.add(new Reading.CarriedOver("criterion", one.criterion(), from)));
    carried.add(new Reading.CarriedOver("question", all.standalone(), from));
    return Optional.of(
        new Question.Compound(all.told(words, told.manner(), carried), parts, last.left()));
  }

  /// The turns before with the questions of each apart.
  private static List<Earlier> singly(List<Earlier> earlier) {
    return earlier.stream()
        .flatMap(
            turn ->
                turn.question() instanceof Question.Compound compound
                    ? compound.parts().stream().map(part -> new Earlier(turn.answer(), part))
                    : Stream.of(turn))
        .toList();
  }

  /// Reads several questions one after the other, or the one of them that asks something; none when
  /// one is a manner or a courtesy.
  private Optional<Question> compound(
      String words, List<String> parts, List<Earlier> earlier, Offers offers) {
    List<Earlier> before = new ArrayList<>(earlier);
    List<Question> read = new ArrayList<>();
    for (String part : parts) {
      Question question = readOne(part, before, offers);
      boolean manner =
          question.reading().manner() != Manner.USUAL
              && manners.of(sentences(tokenizer.tokens(part, LONGEST))).rest().isEmpty();
      if (manner || question instanceof Question.Smalltalk) {
        return Optional.empty();
      }
      if (!saysNothing(question)) {
        read.add(question);
        before.add(new Earlier("", question));
      }
    }
    if (read.size() < 2) {
      return read.stream()
          .findFirst()
          .map(one -> FormReader.like(one, one.reading().ofTurn(words), true));
    }
    int left = Math.max(0, read.size() - Question.Compound.MOST);
    List<Question> taken = read.subList(0, read.size() - left);
    return Optional.of(
        new Question.Compound(
            Reading.ofAll(words, taken.stream().map(Question::reading).toList()), taken, left));
  }

  /// Whether a part only hangs on another: "and do I have to care?"
  private static boolean saysNothing(Question question) {
    Reading reading = question.reading();
    return question instanceof Question.Fact
        && reading.technologies().isEmpty()
        && reading.criteria().isEmpty()
        && reading.versions().isEmpty()
        && reading.unknownNames().isEmpty()
        && reading.open().isEmpty()
        && reading.carriedOver().isEmpty();
  }

  private Question readOne(String words, List<Earlier> earlier, Offers offers) {
    List<Token> tokens = tokenizer.tokens(words, LONGEST);
    Optional<Question.Smalltalk.Kind> talk = smalltalk.kind(sentences(tokens));
    if (talk.isPresent() && !(Topics.isSpokenOf(talk.get(), tokens) && asked(earlier))) {
      return new Question.Smalltalk(nothing(words), talk.get());
    }
    Manners.Told told = manners.of(sentences(named(words)));
    boolean merely = told.rest().isEmpty() && told.manner() != Manner.USUAL;
    Mentions own = mentions(told.manner() == Manner.USUAL ? tokens : within(tokens, told), words);
    if (merely) {
      Carry all = context.again(told.manner(), own, earlier);
      if (all.from().isPresent()) {
        return again(words, all);
      }
      own = mentions(tokens, words);
    }
    Mentions said = own;
    return rewrites
        .of(said, earlier, offers, words)
        .or(() -> Context.last(earlier).flatMap(last -> substitution.of(said.text(), last)))
        .map(rewrite -> rewritten(words, said, rewrite))
        .orElseGet(() -> readOn(words, said, told.manner(), earlier));
  }

  /// The last question once more, to be answered in another manner.
  private static Question again(String words, Carry all) {
    Question last = all.from().orElseThrow().question();
    Reading reading = last.reading();
    return FormReader.like(
        last,
        new Reading(
            words,
            reading.standalone(),
            reading.technologies(),
            reading.excluded(),
            reading.criteria(),
            reading.versions(),
            reading.unknownNames(),
            reading.open(),
            all.list(),
            CARRIED,
            all.manner()),
        true);
  }

  /// Reads a turn with what it takes from the last question, or from the topic of those before.
  private Question readOn(String words, Mentions own, Manner manner, List<Earlier> earlier) {
    Carry carry = context.carry(own, earlier);
    boolean known = !(carry.technologies().isEmpty() && carry.criteria().isEmpty());
    if (!known
        && !carry.names().isEmpty()
        && carry.pronoun() < 0
        && (!carry.form() || topics.namesSomething(own.text()))) {
      carry = Carry.NOTHING;
    }
    Carry taken = carry;
    boolean names = !own.technologies().isEmpty();
    boolean foreign =
        !names
            && (own.criteria().values().stream().allMatch(topics::isCommon)
                || confidence.of(own, false, 1) < Context.SURE);
    return (known ? Optional.<Rewrite>empty() : topics.of(words, earlier, names, foreign))
        .map(one -> rewritten(words, own, one))
        .orElseGet(() -> read(words, own, taken.in(manner)));
  }

  /// Reads the words that stand for a turn, which lean on nothing, as the turn's.
  private Question rewritten(String words, Mentions own, Rewrite rewrite) {
    Question alone = readOne(rewrite.words(), List.of(), Offers.NONE);
    Reading reading = alone.reading();
    List<Reading.CarriedOver> carried = new ArrayList<>();
    reading.technologies().stream()
        .filter(id -> !own.technologies().contains(id))
        .forEach(id -> carried.add(rewrite.carried("technology", id)));
    reading.unknownNames().stream()
        .filter(name -> !own.unknown().contains(name))
        .forEach(name -> carried.add(rewrite.carried("name", name)));
    reading.criteria().stream()
        .map(CriterionMention::criterion)
        .filter(id -> !own.criteria().containsKey(id))
        .forEach(id -> carried.add(rewrite.carried("criterion", id)));
    carried.add(rewrite.carried(rewrite.what(), rewrite.value()));
    return FormReader.like(
        alone,
        new Reading(
            words,
            rewrite.words(),
            reading.technologies(),
            reading.excluded(),
            reading.criteria().stream()
                .map(
                    one ->
                        new CriterionMention(
                            one.criterion(),
                            own.criteria().getOrDefault(one.criterion(), one.from()),
                            one.hinted()))
                .toList(),
            reading.versions(),
            reading.unknownNames(),
            reading.open(),
            carried,
            reading.confidence(),
            rewrite.manner(),
            reading.premises()),
        true);
  }

  private Question read(String words, Mentions own, Carry carry) {
    Set<String> technologies = new LinkedHashSet<>(carry.technologies());
    technologies.addAll(own.technologies());
    Set<String> unknown = new LinkedHashSet<>(carry.names());
    unknown.addAll(own.unknown());
    List<CriterionMention> meant = new ArrayList<>();
    Set<String> firm = new HashSet<>();
    own.meant().stream().filter(one -> !one.hint()).forEach(one -> firm.addAll(one.criteria()));
    own.criteria()
        .forEach(
            (criterion, from) ->
                meant.add(new CriterionMention(criterion, from, !firm.contains(criterion))));
    meant.addAll(carry.criteria());
    boolean named = !(technologies.isEmpty() && own.excluded().isEmpty());
    String carried = carry.technologies().size() == 1 ? carry.technologies().getFirst() : "";

    Sentences whole = sentences(carry.complete(own.text().tokens()));
    FormReader.Form form = forms.read(whole, own);
    ClaimReader.Found said = carry.form() ? ClaimReader.NOTHING : claims.find(whole);
    List<Assertion> assertions =
        said.stretches().stream().map(one -> this.assertions.of(one, words)).toList();
    List<CriterionMention> asked =
        said.claims()
            ? assertions.stream().flatMap(one -> one.reading().criteria().stream()).toList()
            : meant;
    Reading reading =
        new Reading(
            words,
            standalone.of(words, own, carry, this::named),
            List.copyOf(technologies),
            excluded(own, carry, technologies),
            distinct(asked),
            versions.find(own.all(), carried),
            List.copyOf(unknown),
            open.in(own),
            carry.list(),
            confidence.of(own, named || carry.form(), carry.form() ? CARRIED : form.certainty()),
            said.claims() && carry.manner() == Manner.SURE ? Manner.USUAL : carry.manner(),
            said.claims() ? List.of() : assertions);
    Optional<Question.Unknowable.Kind> unknowable =
        beyond.kind(
            own.text(), !reading.versions().isEmpty() || own.criteria().containsKey("releases"));
    if (unknowable.isPresent()
        && !(said.claims() && unknowable.get() == Question.Unknowable.Kind.PRIVATE)) {
      return new Question.Unknowable(reading, unknowable.get());
    }
    if (said.claims()) {
      return new Question.Claim(reading, assertions);
    }
    boolean same = own.named() == 0 && own.criteria().isEmpty();
    Question question =
        carry
            .from()
            .filter(last -> carry.form())
            .map(last -> FormReader.like(last.question(), reading, same))
            .orElseGet(() -> form.of().apply(reading));
    List<String> rivals = rivals(own.text());
    return question instanceof Question.Comparison && rivals.size() > 1
        ? FormReader.like(question, reading.of(rivals), true)
        : question;
  }

  /// The technologies that the sentence which asks, after others, names to choose from: those named
  /// before tell where they are to be used.
  private static List<String> rivals(Sentences text) {
    if (text.sentences().size() < 2 || !text.sentences().getLast().asks()) {
      return List.of();
    }
    Sentences.Sentence last = text.sentences().getLast();
    return text.tokens().subList(last.from(), last.to()).stream()
        .filter(token -> token.kind() == Token.Kind.TECHNOLOGY)
        .map(Token::id)
        .distinct()
        .toList();
  }

  /// What is ruled out: what the turn rules out, and what a question it narrows ruled out before.
  private static List<String> excluded(Mentions own, Carry carry, Set<String> technologies) {
    Set<String> excluded = new LinkedHashSet<>(own.excluded());
    if (carry.form()) {
      carry.from().ifPresent(last -> excluded.addAll(last.question().reading().excluded()));
    }
    excluded.removeAll(technologies);
    return List.copyOf(excluded);
  }

  /// The tokens of the sentences that say more than a manner.
  private static List<Token> within(List<Token> tokens, Manners.Told told) {
    return tokens.stream()
        .filter(
            token ->
                told.rest().stream()
                    .anyMatch(rest -> rest.start() <= token.start() && token.end() <= rest.end()))
        .toList();
  }

  private static boolean asked(List<Earlier> earlier) {
    return earlier.stream().anyMatch(turn -> !(turn.question() instanceof Question.Smalltalk));
  }

  /// What is known of whoever asks, with what a question adds to it.
  ///
  /// @param before what was known
  /// @param question the question as it was read
  /// @param usual ids of the technologies weighed when none is named
  public Profile profile(Profile before, Question question, List<String> usual) {
    // who takes up an offer says what it says
    String words =
        question.reading().carriedOver().stream()
            .filter(one -> one.what().equals("offer"))
            .map(Reading.CarriedOver::value)
            .findFirst()
            .orElse(question.reading().words());
    List<Token> tokens = tokenizer.tokens(words, LONGEST);
    Manners.Told told = manners.of(sentences(tokens));
    // "simpler, please" is no wish for a simpler technology
    Mentions mentions =
        mentions(told.manner() == Manner.USUAL ? tokens : within(tokens, told), words);
    return new ProfileReader(corpus, usual)
        .read(before, mentions, criteria.findAll(mentions.text().tokens()), words, question);
  }

  /// What a question asks about a choice made before it; none when its words ask something else.
  public Optional<Question.Reconsideration> reconsidered(Question question) {
    Mentions said =
        mentions(tokenizer.tokens(question.reading().words(), LONGEST), question.reading().words());
    int named = said.technologies().size() + said.excluded().size();
    return reconsiderations
        .in(sentences(said.all()), named)
        .map(about -> new Question.Reconsideration(question.reading(), about));
  }

  /// Each criterion once, with the words that meant it first.
  private static List<CriterionMention> distinct(List<CriterionMention> meant) {
    Map<String, CriterionMention> first = new LinkedHashMap<>();
    meant.forEach(one -> first.putIfAbsent(one.criterion(), one));
    return List.copyOf(first.values());
  }

  /// Words read by themselves.
  private Assertions.Read asFact(String words) {
    Mentions own = mentions(tokenizer.tokens(words, LONGEST), words);
    List<CriterionMention> meant = new ArrayList<>();
    own.criteria().forEach((criterion, from) -> meant.add(new CriterionMention(criterion, from)));
    var reading =
        new Reading(
            words,
            words,
            List.copyOf(own.technologies()),
            List.copyOf(own.excluded()),
            meant,
            versions.find(own.all(), ""),
            List.copyOf(own.unknown()),
            List.of(),
            confidence.of(own, !own.technologies().isEmpty(), 1));
    return new Assertions.Read(reading, own.text());
  }

  private Sentences sentences(List<Token> tokens) {
    return new Sentences(tokens, openers, embedding);
  }

  private List<Token> named(String words) {
    List<Token> tokens = tokenizer.tokens(words, LONGEST);
    return names.find(tokens, words, this::sentences, criteria.cover(tokens)).tokens();
  }

  private Mentions mentions(List<Token> tokens, String words) {
    NameFinder.Found found = names.find(tokens, words, this::sentences, criteria.cover(tokens));
    Sentences all = sentences(found.tokens());
    Set<Integer> out = exclusions.find(all);
    Set<String> technologies = new LinkedHashSet<>();
    Set<String> excluded = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    List<Token> kept = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      Token token = all.get(at);
      boolean ruledOut = out.contains(at);
      switch (token.kind()) {
        case TECHNOLOGY -> (ruledOut ? excluded : technologies).add(token.id());
        case NAME -> {
          if (!ruledOut) {
            unknown.add(words.substring(token.start(), token.end()));
          }
        }
        case WORD, NUMBER, MARK -> {}
      }
      kept.add(ruledOut ? token.as(Token.Kind.WORD, "") : token);
    }
    excluded.removeAll(technologies);
    List<CriterionFinder.Found> meant = criteria.find(kept);
    Map<String, String> from = new LinkedHashMap<>();
    for (CriterionFinder.Found one : meant) {
      int end = kept.get(one.start() + one.length() - 1).end();
      String phrase = words.substring(kept.get(one.start()).start(), end);
      one.criteria().forEach(criterion -> from.putIfAbsent(criterion, phrase));
    }
    return new Mentions(
        found.tokens(),
        sentences(kept),
        technologies,
        excluded,
        unknown,
        from,
        meant,
        found.corrections());
  }

  private static Reading nothing(String words) {
    return new Reading(
        words, words, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 1);
  }
}
