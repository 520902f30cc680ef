package simile.input;

import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.ReadableByteChannel;

/** Opens input files, wherever they are. */
public interface InputOpener extends Serializable {

  /** Opens a file at its first byte; a channel that can seek if the place allows it. */
  ReadableByteChannel open(String uri) throws IOException;

  /** What identifies the file's content now. */
  FileStamp stamp(String uri) throws IOException;
}
