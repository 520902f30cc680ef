package simile.cli.version;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import simile.backup.CopyResult;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.jobs.ExitCode;

/** Prints what was copied. */
record CopyPrinter(Console console, OutputFormat format) {

  /** Prints it. @return the exit code */
  int print(String place, CopyResult result) throws IOException {
    new FieldsPrinter(console)
        .print(
            format,
            JsonNodeFactory.instance
                .objectNode()
                .put("place", place)
                .put("version", result.version())
                .put("newest_version", result.newest())
                .put("files", result.files())
                .put("bytes", result.bytes())
                .put("files_copied_now", result.copied()));
    if (result.already()) {
      console.say("simile: nothing to do: the copy was whole already, and every file is right");
      return ExitCode.NOTHING.number();
    }
    return 0;
  }
}
