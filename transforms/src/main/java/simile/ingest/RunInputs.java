package simile.ingest;

import java.util.List;
import simile.input.Piece;
import simile.input.SourceFile;
import simile.log.InputFile;

/** What the log says of the files that a run reads. */
public final class RunInputs {
  private RunInputs() {}

  /** Of all files of a run, each once. */
  public static List<InputFile> of(RunPlan plan) {
    return plan.splits().stream()
        .flatMap(split -> split.pieces().stream())
        .map(Piece::file)
        .distinct()
        .map(RunInputs::of)
        .toList();
  }

  /** Of one file. */
  public static InputFile of(SourceFile file) {
    return new InputFile(file.name(), file.stamp().bytes(), file.stamp().tag());
  }
}
