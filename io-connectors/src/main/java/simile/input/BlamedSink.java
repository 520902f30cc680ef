package simile.input;

import java.io.IOException;
import java.util.Optional;
import simile.jsonl.LongLineSink;

/** Remembers what a sink threw, so that a full output disk is not taken for broken input. */
final class BlamedSink implements LongLineSink {
  private final LongLineSink sink;
  private Optional<IOException> failure = Optional.empty();

  BlamedSink(LongLineSink sink) {
    this.sink = sink;
  }

  boolean threw(IOException e) {
    return failure.isPresent() && failure.get() == e;
  }

  @Override
  public void begin(long offset, long number) throws IOException {
    blamed(() -> sink.begin(offset, number));
  }

  @Override
  public void piece(byte[] bytes, int start, int length) throws IOException {
    blamed(() -> sink.piece(bytes, start, length));
  }

  @Override
  public void end() throws IOException {
    blamed(sink::end);
  }

  private interface Action {
    void run() throws IOException;
  }

  private void blamed(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }
}
