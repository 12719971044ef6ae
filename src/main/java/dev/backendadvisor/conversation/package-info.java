/// One question in, one answer out, remembered. Start at [Advisor].
@NullMarked
package dev.backendadvisor.conversation;

import org.jspecify.annotations.NullMarked;
