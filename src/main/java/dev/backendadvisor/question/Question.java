package dev.backendadvisor.question;

import java.util.List;
import java.util.Optional;

/// A question as data. Its form decides the shape of the answer.
public sealed interface Question {
  /// What was read in the words.
  Reading reading();

  /// The form as clients read it.
  String form();

  /// Wants one fact: until when, what is, is it true that, how much, who.
  ///
  /// @param reading what was read
  /// @param polar whether it can be answered by yes or no
  record Fact(Reading reading, boolean polar) implements Question {
    @Override
    public String form() {
      return "fact";
    }
  }

  /// Wants several: which frameworks, who uses.
  ///
  /// @param reading what was read
  record Listing(Reading reading) implements Question {
    @Override
    public String form() {
      return "list";
    }
  }

  /// Wants something chosen that is no technology of the corpus: a database, an editor.
  ///
  /// @param reading what was read
  /// @param things what is to be chosen, one word: `databases`
  record OtherChoice(Reading reading, String things) implements Question {
    @Override
    public String form() {
      return "other-choice";
    }
  }

  /// Wants to know which of two or more is ahead.
  ///
  /// @param reading what was read
  /// @param proposed the technology the words put ahead: `nodejs` in "is Python slower than Node?";
  ///   none when they leave it open
  record Comparison(Reading reading, Optional<String> proposed) implements Question {
    @Override
    public String form() {
      return "comparison";
    }
  }

  /// Wants strengths and weaknesses.
  ///
  /// @param reading what was read
  /// @param side which of them
  record ProsAndCons(Reading reading, Side side) implements Question {
    /// Which side is wanted.
    public enum Side {
      /// Strengths and weaknesses.
      BOTH,
      /// Strengths only.
      PROS,
      /// Weaknesses only.
      CONS
    }

    @Override
    public String form() {
      return "pros-cons";
    }
  }

  /// Wants to know when a technology is the right one, or the wrong one.
  ///
  /// @param reading what was read
  /// @param avoid whether it asks when not to use it
  record WhenToUse(Reading reading, boolean avoid) implements Question {
    @Override
    public String form() {
      return "when-to-use";
    }
  }

  /// Wants a choice made.
  ///
  /// @param reading what was read
  /// @param learn whether a person chooses what to learn, rather than a team what to build with
  record Recommendation(Reading reading, boolean learn) implements Question {
    @Override
    public String form() {
      return "recommendation";
    }
  }

  /// Wants to know more of a choice made before: why not another, what would change it, what comes
  /// of it.
  ///
  /// @param reading what was read
  /// @param about what of it
  record Reconsideration(Reading reading, About about) implements Question {
    /// What of a choice is asked about.
    public enum About {
      /// Why something else was not chosen.
      WHY_NOT,
      /// What would change it, how firm it is, what speaks against it.
      CHANGE,
      /// What the first year with it is like: people, hosting, the risk of doing it again.
      FIRST_YEAR
    }

    @Override
    public String form() {
      return "reconsideration";
    }
  }

  /// Wants several things, each to be answered for itself.
  ///
  /// @param reading what was read in all of it
  /// @param parts the questions in order, each read after those before it; two at least
  /// @param left how many more there were than are answered at once
  record Compound(Reading reading, List<Question> parts, int left) implements Question {
    /// How many are answered at once.
    public static final int MOST = 4;

    /// Copies the list.
    public Compound {
      parts = List.copyOf(parts);
    }

    @Override
    public String form() {
      return "compound";
    }
  }

  /// Wants to know whether what somebody says is so: "is it true that …", "my colleague says …", a
  /// pasted paragraph.
  ///
  /// @param reading what was read
  /// @param assertions what is said, in order
  record Claim(Reading reading, List<Assertion> assertions) implements Question {
    /// Copies the list.
    public Claim {
      assertions = List.copyOf(assertions);
    }

    @Override
    public String form() {
      return "claim";
    }
  }

  /// Wants what no corpus can give.
  ///
  /// @param reading what was read
  /// @param kind why not
  record Unknowable(Reading reading, Kind kind) implements Question {
    /// Why no corpus can give it.
    public enum Kind {
      /// Something done: "write me a poem".
      ERRAND,
      /// Something of the asker's own: "what does my company use?"
      PRIVATE,
      /// Something that has not happened: "who will win in 2030?"
      FUTURE
    }

    @Override
    public String form() {
      return "unknowable";
    }
  }

  /// Wants nothing known: a greeting, thanks, who are you.
  ///
  /// @param reading what was read
  /// @param kind which
  record Smalltalk(Reading reading, Kind kind) implements Question {
    /// What kind of small talk.
    public enum Kind {
      /// Hello.
      GREETING,
      /// Thanks.
      THANKS,
      /// Who are you, what can you do.
      ABOUT,
      /// Goodbye.
      FAREWELL,
      /// No, thanks.
      DECLINE,
      /// What was said before counts no more.
      FRESH_START
    }

    @Override
    public String form() {
      return "smalltalk";
    }
  }
}
