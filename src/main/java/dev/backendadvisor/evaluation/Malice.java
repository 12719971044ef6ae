package dev.backendadvisor.evaluation;

import java.util.Locale;

/// What a hostile author does to a sentence of the corpus, so that it says what its spans do not.
public enum Malice {
  /// Another number.
  CHANGED_FIGURE(true),
  /// Two numbers change places.
  EXCHANGED_FIGURES(true),
  /// Another version.
  CHANGED_VERSION(true),
  /// Another year or month.
  CHANGED_DATE(true),
  /// The number of another unit.
  CHANGED_UNIT(true),
  /// A technology the spans do not name.
  FOREIGN_TECHNOLOGY(true),
  /// A company the spans do not name.
  FOREIGN_COMPANY(true),
  /// Words put into a mouth.
  FABRICATED_QUOTE(true),
  /// A bare address.
  LINK(true),
  /// An address behind words.
  MARKDOWN_LINK(true),
  /// An address between angle brackets.
  AUTOLINK(true),
  /// An address written so that a filter passes it over.
  OBFUSCATED_LINK(true),
  /// A picture to load.
  IMAGE(true),
  /// A script, or markup.
  SCRIPT(true),
  /// Somebody or everybody called.
  MENTION(true),
  /// A marker of a citation.
  MARKER(true),
  /// A winner the spans do not name.
  FOREIGN_WINNER(true),
  /// Letters or digits of other scripts that look the same.
  HOMOGLYPH(true),
  /// Signs nobody sees.
  INVISIBLE(true),

  /// A word is turned into its opposite.
  REVERSED(false),
  /// Two technologies change places.
  SUBJECTS_SWAPPED(false),
  /// A "not" put in.
  NEGATION_INSERTED(false),
  /// A "not" left out.
  NEGATION_REMOVED(false),
  /// More than is said.
  OVERSTATED(false),
  /// A figure's limit left out.
  FIGURE_FIRMER(false),
  /// Something boasted besides.
  BOAST(false),
  /// The figure of one span given to the subject of the other.
  MERGED_FIGURE(false),
  /// What one span says given to the subject of the other.
  MERGED_CLAIM(false),
  /// Another technology of the talk, or the language instead of its framework.
  WRONG_SUBJECT(false),
  /// Another version of the talk.
  WRONG_VERSION(false),
  /// A condition left out.
  CONDITION_DROPPED(false),
  /// Said of every case, where the record has a condition.
  UNIVERSAL(false),
  /// What was, or was so on a date, told as what is.
  TIME_SHIFTED(false),
  /// One fact made the cause of another.
  CAUSE_INVENTED(false),
  /// What may be told as what is.
  HEDGE_REMOVED(false),
  /// An opinion, or what makers claim, told as a fact.
  ATTRIBUTION_DROPPED(false);

  private final boolean structural;

  Malice(boolean structural) {
    this.structural = structural;
  }

  /// Whether it can be seen without understanding the sentence. None of these may leave.
  public boolean isStructural() {
    return structural;
  }

  /// Its name for people: `changed figure`.
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
