package simile.cli.console;

import java.io.IOException;
import java.io.OutputStream;

/** One object a line, byte for byte. */
final class JsonLinesPrinter implements RecordPrinter {

  private final OutputStream out;

  JsonLinesPrinter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void print(byte[] json, int start, int length) throws IOException {
    out.write(json, start, length);
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
