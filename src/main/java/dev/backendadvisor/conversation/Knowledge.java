package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Vocabulary;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is derived from a corpus once and used by every answer.
///
/// @param corpus the corpus
/// @param day the day the matrix is rated for
/// @param reader reads questions in the corpus's words
/// @param earlier reads those asked before
/// @param vocabulary the corpus's words
/// @param matrix every technology on every criterion
/// @param model decides by it
record Knowledge(
    Corpus corpus,
    LocalDate day,
    QuestionReader reader,
    EarlierQuestions earlier,
    Vocabulary vocabulary,
    Matrix matrix,
    DecisionModel model) {
  private static final Pattern TELLS =
      Pattern.compile("(?i)^\\W*(?:(?:and|well|but|so|ok)\\W+)*(?:our|my|we|i|the)\\b");
  private static final Pattern COMMANDS =
      Pattern.compile(
          "(?i)^\\W*(?:please\\W+)?(?:tell|show|explain|list|compare|describe|give|name|what|which"
              + "|how|why|when|who|where|is|are|does|do|can)\\b");

  /// "Memory leak in Node.js, how do I find it": asks without a question mark.
  private static final Pattern ASKS_HOW =
      Pattern.compile(
          "(?i)\\b(?:how|what|why|when|where|who)\\s+(?:do|does|did|can|could|is|are|should|to)\\b");

  /// "We build a bank. Which one?"
  private static final Pattern WHICH =
      Pattern.compile("(?i)[.!;:,]\\s+(?:so\\s+)?(?:which|what)(?:\\s+one)?\\W*$");

  /// "What if we also train models?", asked after a choice.
  private static final Pattern SUPPOSES =
      Pattern.compile(
          "(?i)^\\W*(?:(?:and|but|ok|so|well|hm+)\\W+)*(?:what"
              + " if|if|suppose|say|assuming|imagine)\\b|^\\W*(?:(?:and|but|ok|so|well)\\W+)*(?:we|i)(?:'ll|"
              + " will)? (?:also|later)\\b");

  private static final Pattern AFTER_TELLING = Pattern.compile("(?s)[.!;]\\s+[^.!?]+.*\\?\\W*$");

  /// What is known of whoever asks, with what a question tells. What the corpus no longer has is
  /// left out.
  Profile profile(Profile before, Question question) {
    Profile read = reader.profile(before, question, model.usual());
    return model.complaints(read).isEmpty()
        ? read
        : reader.profile(Profile.EMPTY, question, model.usual());
  }

  /// A turn that supposes something after a choice asks for that choice anew.
  ///
  /// @param last the question the turn may lean on
  Question supposed(Question question, Optional<Question> last) {
    boolean anew =
        question instanceof Question.Fact
            && !question.reading().criteria().isEmpty()
            && question.reading().technologies().isEmpty()
            && last.filter(Question.Recommendation.class::isInstance).isPresent()
            && SUPPOSES.matcher(question.reading().words()).find();
    return anew
        ? last.map(one -> (Question.Recommendation) one)
            .<Question>map(one -> new Question.Recommendation(question.reading(), one.learn()))
            .orElse(question)
        : question;
  }

  /// A question as it is to be answered: words that only tell of a project ask what follows for it.
  Question asked(Question question, Profile before, Profile profile) {
    String words = question.reading().words();
    boolean tells =
        switch (question) {
          case Question.Recommendation choice -> false;
          case Question.Smalltalk talk -> false;
          case Question.Fact fact -> !profile.equals(before);
          case Question.Comparison comparison -> tellsOfTeam(words, before, profile);
          case Question.ProsAndCons sides -> tellsOfTeam(words, before, profile);
          case Question.WhenToUse when -> tellsOfTeam(words, before, profile);
          case Question.Listing listing -> false;
          case Question.OtherChoice other -> false;
          case Question.Reconsideration choice -> false;
          case Question.Compound several -> false;
          case Question.Claim claim -> false;
          case Question.Unknowable beyond -> false;
        };
    Optional<Question.Reconsideration> about = reconsidered(question, profile);
    if (about.isPresent()) {
      return about.get();
    }
    tells = tells && !reader.asks(words) && !ASKS_HOW.matcher(words).find();
    return tells || asksAfterTelling(question, before, profile)
        ? new Question.Recommendation(question.reading(), profile.goal() == Criterion.Goal.LEARN)
        : question;
  }

  /// A question about the choice that was made, or could be made, for what is known.
  private Optional<Question.Reconsideration> reconsidered(Question question, Profile profile) {
    boolean asks =
        !(question instanceof Question.Smalltalk
            || question instanceof Question.Compound
            || question instanceof Question.Claim);
    boolean known =
        profile.goal() == Criterion.Goal.BUILD
            && !(profile.needs().isEmpty() && profile.constraints().isEmpty());
    return Optional.of(question)
        .filter(one -> asks)
        .flatMap(reader::reconsidered)
        .filter(
            one ->
                switch (one.about()) {
                  case WHY_NOT -> known || !question.reading().criteria().isEmpty();
                  case CHANGE -> known;
                  case FIRST_YEAR -> known || question.reading().technologies().size() == 1;
                });
  }

  /// Whether several are named to choose from, after sentences that tell what for: "We build a
  /// bank. Node.js or Java?"
  private static boolean asksAfterTelling(Question question, Profile before, Profile profile) {
    boolean which =
        question instanceof Question.Fact && WHICH.matcher(question.reading().words()).find();
    boolean open =
        question instanceof Question.Comparison comparison
            && comparison.proposed().isEmpty()
            && comparison.reading().technologies().size() > 1;
    return (which || open)
        && AFTER_TELLING.matcher(question.reading().words()).find()
        && !COMMANDS.matcher(question.reading().words()).find()
        && !(profile.needs().equals(before.needs())
            && profile.constraints().equals(before.constraints()));
  }

  private static boolean tellsOfTeam(String words, Profile before, Profile profile) {
    return !profile.constraints().equals(before.constraints()) && TELLS.matcher(words).find();
  }

  static Knowledge of(Corpus corpus, LocalDate day) {
    var reader = new QuestionReader(corpus);
    Matrix matrix = Matrix.of(corpus, day);
    return new Knowledge(
        corpus,
        day,
        reader,
        new EarlierQuestions(reader),
        new Vocabulary(corpus),
        matrix,
        new DecisionModel(corpus, matrix, day));
  }
}
