/// Measures how fast the advisor is, beside the ceilings of the same run.
@NullMarked
package dev.backendadvisor.benchmark;

import org.jspecify.annotations.NullMarked;
