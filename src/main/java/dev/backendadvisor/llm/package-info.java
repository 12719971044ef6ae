/// Lets a language model word the answer from what the rules found, and the rules finish it when
/// the model cannot. Start at [ModelAnswerer].
///
/// The rules answer first, which takes a millisecond. Their sentences become numbered grounds
/// ([Grounds]), which go to the model in one request ([Call]); its lines ([LineReader]) are held
/// against those grounds one by one ([WordedAnswer]).
@NullMarked
package dev.backendadvisor.llm;

import org.jspecify.annotations.NullMarked;
