package simile.parquet;

import java.io.IOException;

/** A file is no Parquet that can be read safely, or holds what is not understood. */
public final class ParquetFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public ParquetFormatException(String message) {
    super(message);
  }

  public ParquetFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
