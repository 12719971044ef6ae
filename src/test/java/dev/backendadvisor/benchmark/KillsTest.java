package dev.backendadvisor.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sample of the long campaign.
@Tag("slow")
class KillsTest {
  @Test
  void a_server_killed_at_any_moment_has_all_it_acknowledged(@TempDir Path data) throws Exception {
    Kills.Result result = Kills.kill(5, data, System.out);
    assertEquals(5, result.kills());
    assertTrue(result.answers() > 5, result::toString);
    assertTrue(result.judgements() > 5, result::toString);
  }
}
