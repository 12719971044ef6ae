package dev.backendadvisor.corpus;

import java.util.List;
import java.util.Optional;

/// Something people say, with the evidence that bears it out or not. How it stands is computed from
/// that evidence; nobody writes a verdict down.
///
/// @param id lower case, as in `gil-gone`
/// @param technology the id of the technology it is about, when it is about one
/// @param about words of which a claim has one when it speaks of this: `GIL`
/// @param says words that assert it: `gone`
/// @param denies words that assert the contrary: `still there`
/// @param limit how far its denial goes, as words that follow "No, ": `not by default`
/// @param pro evidence for it
/// @param contra evidence against it
/// @param within evidence that limits what is said on either side
public record Saying(
    String id,
    Optional<String> technology,
    List<String> about,
    List<String> says,
    List<String> denies,
    Optional<String> limit,
    List<Evidence> pro,
    List<Evidence> contra,
    List<Evidence> within) {
  /// Copies the lists.
  public Saying {
    about = List.copyOf(about);
    says = List.copyOf(says);
    denies = List.copyOf(denies);
    pro = List.copyOf(pro);
    contra = List.copyOf(contra);
    within = List.copyOf(within);
  }
}
