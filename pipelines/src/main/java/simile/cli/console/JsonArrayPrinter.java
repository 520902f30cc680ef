package simile.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** One array, a row a line, so that it can be streamed and still be read by people. */
final class JsonArrayPrinter implements RecordPrinter {

  private final OutputStream out;
  private boolean any;

  JsonArrayPrinter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void print(byte[] json, int start, int length) throws IOException {
    out.write((any ? ",\n " : "[\n ").getBytes(UTF_8));
    any = true;
    out.write(json, start, length);
  }

  @Override
  public void close() throws IOException {
    out.write((any ? "\n]\n" : "[]\n").getBytes(UTF_8));
    out.flush();
  }
}
