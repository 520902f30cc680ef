package simile.proof.export;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.connectors.OutputFiles;
import simile.proof.Children;

/** Runs the export of a {@link Scene} in a process that halts at a step, as by {@code kill -9}. */
final class ExportMain {
  private ExportMain() {}

  /**
   * @param arguments the scene's kind, its store, its place, the step
   */
  public static void main(String[] arguments) throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Scene scene = new Scene(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
    int[] left = {Integer.parseInt(arguments[3])};
    scene
        .export()
        .run(
            new StepOutputs(
                OutputFiles.at(arguments[2]),
                (step, path) -> {
                  if (--left[0] == 0) {
                    Runtime.getRuntime().halt(Children.HALTED);
                  }
                }));
  }
}
