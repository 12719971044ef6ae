package dev.backendadvisor.question;

/// A turn put into words of its own, which read the same without the turns before it.
///
/// @param words the words that stand for it
/// @param what what they were taken from: `offer`, `question`, `topic`, or `talk` for the topic of
///   all of it
/// @param value what was taken: the offer's message, the earlier question, the topic
/// @param from the id of the answer it comes from
/// @param manner how the answer is to be told
record Rewrite(String words, String what, String value, String from, Manner manner) {
  /// Something that is read in those words and not in the turn's own.
  Reading.CarriedOver carried(String kind, String id) {
    return new Reading.CarriedOver(kind, id, from);
  }
}
