package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.input.SourceFile;

/**
 * Standard input as a temporary file, since splits are read again when an attempt fails. Closing
 * deletes it.
 */
public final class StandardInput implements Closeable {
  /** What names it among the inputs. */
  public static final String SIGN = "-";

  private final Optional<Path> spool;

  private StandardInput(Optional<Path> spool) {
    this.spool = spool;
  }

  /** Spools standard input if the inputs name it. */
  public static StandardInput read(List<String> inputs, InputStream in) throws IOException {
    if (!inputs.contains(SIGN)) {
      return new StandardInput(Optional.empty());
    }
    Path file = Files.createTempFile("simile-stdin-", ".jsonl");
    try {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new StandardInput(Optional.of(file));
  }

  /** The inputs with the temporary file in the place of {@code -}. */
  public List<String> inputs(List<String> given) {
    return spool.isEmpty()
        ? given
        : given.stream().map(i -> i.equals(SIGN) ? spool.get().toString() : i).toList();
  }

  /**
   * The files as people know them.
   *
   * @param name of the temporary one
   */
  public List<SourceFile> named(List<SourceFile> files, String name) {
    return spool.isEmpty()
        ? files
        : files.stream()
            .map(f -> f.uri().equals(spool.get().toString()) ? f.named(name) : f)
            .toList();
  }

  /** Of what was read; empty if standard input is not among the inputs. */
  public String sha256() throws IOException {
    return spool.isPresent() ? Sha256.of(spool.get()) : "";
  }

  @Override
  public void close() throws IOException {
    if (spool.isPresent()) {
      Files.deleteIfExists(spool.get());
    }
  }
}
