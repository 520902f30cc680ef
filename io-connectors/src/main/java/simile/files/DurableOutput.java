package simile.files;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An output whose bytes are on stable storage once {@link #close()} returns normally. Unbuffered:
 * write large pieces.
 */
public abstract class DurableOutput extends OutputStream {

  /**
   * Gives the file up, unless it is closed already: closes without making anything durable and
   * deletes what was written, as far as that is possible.
   */
  public abstract void abandon() throws IOException;
}
