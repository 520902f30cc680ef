package simile.schedules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script between a scheduler and Simile, before a launcher that ends as it is told. */
class ScheduledTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("simile.root"), "runner-configs/scheduled");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,3", "4,0", "5,0", "6,6", "7,7", "8,8"})
  void nothingToDoAndOthersWereFasterAreSuccess(int said, int passedOn) throws Exception {
    Process process = scheduled("#!/bin/sh\necho \"$@\"\nexit " + said + "\n");
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(), is(passedOn));
    assertThat(out, is("compact --store a b\n"));
  }

  @Test
  void whatIsToldToEndTellsTheRunAndPassesOnHowItEnded() throws Exception {
    Path up = folder.resolve("up");
    Process process =
        scheduled("#!/bin/sh\ntrap 'exit 9' TERM\n: >" + up + "\nwhile :; do sleep 0.1; done\n");
    while (Files.notExists(up)) {
      assertThat("it ended early", process.waitFor(20, TimeUnit.MILLISECONDS), is(false));
    }
    process.destroy();
    assertThat(process.waitFor(), is(9));
  }

  private Process scheduled(String launcher) throws IOException {
    Path fake = Files.writeString(folder.resolve("simile"), launcher);
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "compact", "--store", "a b");
    builder.environment().put("SIMILE", fake.toString());
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
