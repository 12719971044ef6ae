package dev.backendadvisor.corpus;

/// A file of a corpus folder, as bytes.
///
/// @param path the path below its folder, with `/`: what ids are made of
/// @param shown the path to show an author, with the folder's own path
/// @param content the file's bytes; not copied, not to be changed
@SuppressWarnings("ArrayRecordComponent") // never compared; copying whole corpora would only cost
public record CorpusFile(String path, String shown, byte[] content) {
  /// The folder it was found in, as shown.
  String folder() {
    return shown.substring(0, shown.length() - path.length());
  }
}
