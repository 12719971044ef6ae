/// Answers in Slack: slash commands, mentions in threads, and presses of the buttons below an
/// answer. Start at [SlackBot].
///
/// A request is checked, read and acknowledged at once; the answer is made afterwards and posted by
/// [Delivery]. Of Bolt this takes the reading of requests, the calls of the Web API and the blocks;
/// signatures are checked in front of it, and its own middleware is left out.
@NullMarked
package dev.backendadvisor.slack;

import org.jspecify.annotations.NullMarked;
