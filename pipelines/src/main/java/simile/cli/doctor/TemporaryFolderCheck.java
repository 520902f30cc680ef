package simile.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import simile.files.FailedWrite;

/** Native libraries are unpacked to the temporary folder and mapped to run: not if noexec. */
final class TemporaryFolderCheck implements Check {
  private final Path folder;

  TemporaryFolderCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "temporary folder";
  }

  @Override
  public Finding look() {
    Path script = folder;
    try {
      script = Files.createTempFile(folder, "simile-doctor", ".sh");
      Files.writeString(script, "#!/bin/sh\nexit 0\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
      int exit = new ProcessBuilder(script.toString()).start().waitFor();
      return exit == 0
          ? Finding.ok(name(), folder + " takes files and executes them")
          : Finding.fail(
              name(), "a script in " + folder + " ended with " + exit, FailedWrite.OTHER_TEMPORARY);
    } catch (IOException | UnsupportedOperationException e) {
      return Finding.fail(
          name(),
          folder + " does not execute files: " + e.getMessage(),
          FailedWrite.OTHER_TEMPORARY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.fail(name(), "interrupted", "run it again");
    } finally {
      if (!script.equals(folder)) {
        script.toFile().delete();
      }
    }
  }
}
