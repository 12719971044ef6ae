package dev.backendadvisor.question;

import dev.backendadvisor.decision.Importance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A part of a sentence that says one thing, as words in a row in which each technology is a T.
final class Clause {
  private static final Set<String> PARTING =
      Set.of("but", "while", "although", "though", "however", "whereas", "yet", "because", "so");

  /// What an "and" may go on with that says another thing of the same people.
  private static final Set<String> WISHES =
      Set.of(
          ("want wants need needs like likes love loves prefer build builds make makes run runs"
                  + " sell sells plan plans")
              .split(" "));

  private static final Set<String> SUBJECTS =
      Set.of("we", "our", "it", "i", "they", "the", "my", "there", "nobody", "everyone");

  private static final Pattern OWN = Pattern.compile("\\b(?:we|our|ours|us|i|my|me|mine)\\b");
  private static final Pattern STATES =
      Pattern.compile(
          "\\b(?:does not matter|matters (?:little|somewhat|a lot|most))\\b"
              + "|^(?:(?:and|also|,) )*(?:it|the (?:app|system|service|project|product|site"
              + "|platform)|there|needs?|requirements?|must)\\b");
  private static final Pattern PROJECT =
      Pattern.compile(
          "(?i)\\b(?:an?|the|this) (?:[\\p{L}\\p{N}-]+"
              + " ){0,4}(?:app|apps|application|service|services"
              + "|system|platform|site|website|game|bot|chatbot|assistant|tool|product|project"
              + "|prototype|mvp|startup|start-up|company|bank|shop|store|marketplace|dashboard|api|backend|back-end|back"
              + " end|pipeline|server|team)\\b");
  private static final Pattern OPINION =
      Pattern.compile(
          "\\b(?:love|loves|like|likes|adore|adores|prefer|prefers|insist|insists|want|wants|favou?r"
              + "|favou?rs|favou?rite|hate|hates|fan|fans|believe|believes|think|thinks|say|says"
              + "|said|heard|read|swear|swears|recommend|recommends|suggests|convinced|hype|trendy"
              + "|cool)\\b");
  private static final String KNOW =
      "(?:know|knows|knew|known|fluent|experienced|experience|familiar|skilled|proficient"
          + "|comfortable|expertise|expert|experts|background|trained|writes?|speaks?|codes?|uses?"
          + "|using|good (?:at|in|with)|strong (?:at|in|with)|at home (?:in|with)"
          + "|(?:work|works|working|worked|come|comes) (?:in|with|from)|developers? (?:are|is)"
          + "|maintains?|maintain)";
  private static final Pattern TEAM_KNOWS =
      Pattern.compile(
          "\\b(?:team|teams|we|i|developers?|devs|engineers?|programmers?|people|everyone|everybody"
              + "|colleagues|staff|company|crew|us|them|they|all)\\b.*\\b"
              + KNOW
              + "\\b.*\\bT\\b|\\bT(?: (?:and|or|,) T)*"
              + " (?:shop|house|team|teams|developers?|devs|engineers?"
              + "|programmers?|people|background|experience|skills|knowledge|expertise|colleagues)\\b|\\b(?:our|existing|current|rest"
              + " of).*\\b(?:written|built|runs|running|is|are) (?:all )?(?:in|on) T\\b|\\bT is"
              + " (?:what|the language) (?:we|our|my|the)"
              + " .*\\b(?:know|knows|use|uses)\\b|\\b(?:other half|the others|the"
              + " rest)\\b.*\\bT\\b|\\b(?:client|front end|front-end|frontend|mobile"
              + " app)\\b.*\\b(?:in|with) T\\b");
  private static final Pattern A_LITTLE =
      Pattern.compile("\\b(?:(?:a )?(?:little|bit)(?: of)?|some|basic|rusty|hardly any) $");
  private static final Pattern KNOWS_ALL =
      Pattern.compile(
          "\\b(?:knows?|know)\\b.*\\b(?:all|both|each|either) (?:of"
              + " (?:them|these|those)|three|two)\\b|\\b(?:knows?|know) (?:them all|both|all)\\b");
  private static final Pattern KNOWS_ONLY =
      Pattern.compile(
          "\\b(?:only|just) (?:know|knows)\\b|\\b(?:know|knows) (?:only|nothing but)\\b");
  private static final Pattern TEAM_KNOWS_NONE =
      Pattern.compile("\\bteam\\b.*\\b(?:knows?|know) (?:none|nothing|neither|no)\\b");
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|no|never|nobody|hardly|barely|none|neither|should|could|would|(?:want|wants|like|need|needs|hope|have|has)"
              + " to (?:know|use|learn|work|code|write in))\\b");
  private static final Pattern ONLY =
      Pattern.compile(
          "\\bonly (?:use |choose |allow |have |between )?T\\b|\\bT only\\b|\\bT(?: (?:and|or|,)"
              + " T)* (?:is|are) (?:the only|allowed|approved)\\b|\\b(?:must|has to|have to)"
              + " (?:be|use|be written in) T\\b|\\b(?:restricted|limited) to T\\b|\\bnothing but"
              + " T\\b");
  private static final Pattern FREE_LICENCE =
      Pattern.compile(
          "\\b(?:free|open source|no paid) licen[cs]es?\\b|\\b(?:no|without) licen[cs]e (?:fee|fees"
              + "|cost|costs)\\b|\\bopen source only\\b");
  private static final Pattern UNSURE =
      Pattern.compile(
          "\\b(?:not sure|unsure|no idea|(?:do|does) not know|cannot say|hard to say)\\b");
  private static final Pattern MATTERS_NOT =
      Pattern.compile(
          "\\b(?:not|never) (?:\\w+"
              + " )?(?:matter|important|need|needed|necessary|care|required|require|critical|relevant|an"
              + " issue|a concern|worry)\\b|\\b(?:irrelevant|unimportant)\\b|\\bdoes not"
              + " matter\\b|\\bno (?:need|matter)\\b|\\bsecondary\\b");
  private static final Pattern MATTERS_MOST =
      Pattern.compile(
          "\\b(?:critical|crucial|essential|vital|mandatory|paramount|foremost|indispensable"
              + "|absolutely|most important|matters most|above all|top priority|first priority"
              + "|number one|non-negotiable)\\b");
  private static final Pattern MATTERS_LITTLE =
      Pattern.compile(
          "\\bmatters little\\b|\\b(?:ordinary|normal|modest|low|little|average|usual) (?:web )?"
              + "(?:load|traffic|volume)\\b");
  private static final Pattern MATTERS_SOMEWHAT =
      Pattern.compile(
          "\\b(?:somewhat|nice to have|would be nice|ideally|preferably|a"
              + " bit|slightly|maybe|perhaps|sometimes|occasionally|a little|some day|later"
              + " on|would help|a few|in places)\\b");
  private static final Set<String> RULING_OUT =
      Set.of("no", "without", "not", "never", "hardly", "barely");
  private static final Pattern TO_BE_HIRED =
      Pattern.compile(
          "(?i)\\b(?:hundreds?|dozens|most|\\d{2,})\\b[^.?!]*\\b(?:to be hired|to hire|to be"
              + " recruited|to recruit|yet to come)\\b|\\b(?:hire|recruit) (?:a"
              + " hundred|hundreds|dozens|\\d{2,})\\b");
  private static final Set<String> COMPANY =
      Set.of("our", "a", "my", "small", "young", "new", "tiny", "early");
  private static final Set<String> QUALITIES =
      Set.of("fast", "quick", "cheap", "performant", "scalable", "safe");
  private static final Pattern AUDIENCE =
      Pattern.compile("\\bfor (?:an?|our|the|this|my) (?:\\w+ )?community\\b");

  private final String text;
  private final String original;
  private final int from;
  private final int to;
  private final List<String> technologies;
  private final Sentences tokens;

  private Clause(
      Sentences tokens, int from, int to, String text, String original, List<String> technologies) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.text = text;
    this.original = original;
    this.technologies = List.copyOf(technologies);
  }

  /// The clauses of a sentence.
  ///
  /// @param text the tokens in which what is ruled out is no name
  /// @param all the same, in which it is
  static List<Clause> of(
      Sentences text, List<Token> all, Sentences.Sentence sentence, String words) {
    List<Clause> clauses = new ArrayList<>();
    int from = sentence.from();
    for (int at = from; at <= sentence.to(); at++) {
      if (at == sentence.to() || (at > from && parts(text, at))) {
        clauses.add(clause(text, all, from, at, words));
        from = at;
      }
    }
    return clauses;
  }

  private static boolean parts(Sentences text, int at) {
    String word = text.get(at).word();
    String next = at + 1 < text.size() ? text.get(at + 1).word() : "";
    return PARTING.contains(word)
        || (word.equals(",") && !isList(text, at + 1))
        || (word.equals("and") && WISHES.contains(next))
        || ((word.equals("and") || word.equals(",")) && SUBJECTS.contains(next));
  }

  /// Whether a comma only parts names: "Java, Python and Go".
  private static boolean isList(Sentences text, int next) {
    int name =
        next < text.size() && Set.of("and", "or").contains(text.get(next).word()) ? next + 1 : next;
    return name < text.size() && text.get(name).named();
  }

  private static Clause clause(Sentences text, List<Token> all, int from, int to, String words) {
    var said = new StringBuilder();
    List<String> technologies = new ArrayList<>();
    for (int at = from; at < to; at++) {
      Token token = text.get(at);
      boolean technology = token.kind() == Token.Kind.TECHNOLOGY;
      if (technology) {
        technologies.add(token.id());
      }
      said.append(said.isEmpty() ? "" : " ")
          .append(technology || all.get(at).kind() == Token.Kind.TECHNOLOGY ? "T" : token.word());
    }
    String original = words.substring(text.get(from).start(), text.get(to - 1).end()).strip();
    return new Clause(text, from, to, said.toString(), original, technologies);
  }

  /// Whether whoever asks speaks of a project, in some words of theirs.
  static boolean isProject(String words) {
    return PROJECT.matcher(words).find();
  }

  /// Whether most of those who will do the work are not there yet.
  static boolean mostAreToBeHired(String words) {
    return TO_BE_HIRED.matcher(words).find();
  }

  /// The visitor's words.
  String text() {
    return original;
  }

  /// The ids of the technologies it names and does not rule out.
  List<String> technologies() {
    return technologies;
  }

  boolean holds(int token) {
    return from <= token && token < to;
  }

  boolean speaksOfOwn() {
    return OWN.matcher(text).find();
  }

  /// Whether it states what a project is like, without a word of "we".
  boolean states() {
    return STATES.matcher(text).find();
  }

  /// Whether it tells of a technology only what somebody makes of it.
  boolean isOpinion() {
    return !technologies.isEmpty() && OPINION.matcher(text).find();
  }

  boolean saysTeamKnows() {
    return !technologies.isEmpty() && TEAM_KNOWS.matcher(text).find() && !NOT.matcher(text).find();
  }

  /// Those it says the team knows, and not only a little.
  List<String> known() {
    List<String> known = new ArrayList<>();
    int from = 0;
    for (String technology : technologies) {
      int at = text.indexOf("T", from);
      if (at < 0 || !A_LITTLE.matcher(text.substring(0, at)).find()) {
        known.add(technology);
      }
      from = at + 1;
    }
    return known.isEmpty() ? technologies : known;
  }

  /// Whether it says of all that are named elsewhere that the team knows them.
  boolean saysTeamKnowsAll() {
    return technologies.isEmpty() && KNOWS_ALL.matcher(text).find() && !NOT.matcher(text).find();
  }

  /// Whether what the team knows is all it knows.
  boolean saysTeamKnowsOnly() {
    return KNOWS_ONLY.matcher(text).find();
  }

  boolean saysTeamKnowsNone() {
    return TEAM_KNOWS_NONE.matcher(text).find();
  }

  boolean saysOnly() {
    return !technologies.isEmpty() && ONLY.matcher(text).find();
  }

  boolean saysFreeLicence() {
    return FREE_LICENCE.matcher(text).find();
  }

  boolean isUnsure() {
    return UNSURE.matcher(text).find();
  }

  /// Whether a token only looks like what it would mean elsewhere: the verb of "it must live for
  /// years", the people of "for a gaming community", or the task of "they will maintain it".
  boolean isAside(int token) {
    String word = tokens.get(token).word();
    return isVerb(token, "live")
        || isCompany(token)
        || (isVerb(token, "maintain") && !text.contains("year"))
        || word.equals("hardly")
        || (word.equals("community") && AUDIENCE.matcher(text).find());
  }

  /// Whether a token is a quality as somebody wishes for it: "fast, cheap and easy to learn".
  boolean wishes(int token) {
    return QUALITIES.contains(tokens.get(token).word());
  }

  /// "Our start-up": a company, and nothing that starts.
  private boolean isCompany(int token) {
    String before = token > from ? tokens.get(token - 1).word() : "";
    boolean parted = tokens.get(token).word().equals("start") && word(token + 1).equals("up");
    String after = word(parted ? token + 2 : token + 1);
    return (parted || tokens.get(token).word().matches("start-?ups?"))
        && COMPANY.contains(before)
        && !Set.of("time", "times", "speed").contains(after);
  }

  private String word(int token) {
    return token < to ? tokens.get(token).word() : "";
  }

  private boolean isVerb(int token, String verb) {
    return tokens.get(token).word().equals(verb)
        && token > from
        && Set.of("must", "will", "to", "should", "can", "may", "could")
            .contains(tokens.get(token - 1).word());
  }

  /// How much what is named at a token matters.
  Importance importance(int token) {
    boolean ruledOut =
        (token - 1 >= from && RULING_OUT.contains(tokens.get(token - 1).word()))
            || (token - 2 >= from && RULING_OUT.contains(tokens.get(token - 2).word()));
    if (ruledOut || MATTERS_NOT.matcher(text).find()) {
      return Importance.NONE;
    }
    if (MATTERS_MOST.matcher(text).find()) {
      return Importance.MUST;
    }
    if (MATTERS_LITTLE.matcher(text).find()) {
      return Importance.LOW;
    }
    return MATTERS_SOMEWHAT.matcher(text).find() ? Importance.MEDIUM : Importance.HIGH;
  }
}
