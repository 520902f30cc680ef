package simile.export;

import java.io.Serializable;
import simile.layout.Names;

/**
 * Where an export goes.
 *
 * @param folder of any of Beam's file systems
 * @param file the name of the one file in it; empty if the folder itself is the output
 * @param overwrite whether it may take an earlier export's place
 */
public record ExportOutput(String folder, String file, boolean overwrite) implements Serializable {
  /** The folder of what is not published yet. */
  public static final String UNFINISHED = "_unfinished";

  /** Whether one file is asked for. */
  public boolean isFile() {
    return !file.isEmpty();
  }

  /** Where it is, for messages. */
  public String place() {
    return isFile() ? folder + "/" + file : folder;
  }

  /** The folder, in the output's, of what runs have not published. */
  public String unfinished() {
    return isFile() ? "." + file + ".unfinished" : UNFINISHED;
  }

  /** The folder of what one run has not published. */
  public String unfinished(String runId) {
    return unfinished() + "/" + Names.fileStem(runId);
  }
}
