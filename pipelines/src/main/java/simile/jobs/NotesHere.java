package simile.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.ingest.ProgressFile;
import simile.ingest.ProgressPlace;
import simile.workflow.WorkDone;

/** In a temporary file of this machine. */
final class NotesHere implements WorkersNotes {
  private final Path file;
  private final ProgressFile.Reader reader;

  private NotesHere(Path file, ProgressFile.Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  static NotesHere open() throws IOException {
    Path file = Files.createTempFile("simile-progress-", ".bin");
    return new NotesHere(file, new ProgressFile.Reader(file));
  }

  @Override
  public ProgressPlace place() {
    return new ProgressPlace.LocalFile(file.toString());
  }

  @Override
  public synchronized WorkDone read() throws IOException {
    return reader.read();
  }

  @Override
  public void stop() throws IOException {
    ProgressFile.stop(file);
  }

  @Override
  public synchronized void close() throws IOException {
    reader.close();
    ProgressFile.delete(file);
  }
}
