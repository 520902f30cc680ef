package simile.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Locale;
import java.util.Optional;
import simile.input.Codec;
import simile.input.FileFormat;
import simile.input.InputOpener;
import simile.input.SourceFile;

/** Says what a file is by its content, and refuses a name that says something else. */
final class FormatFinder {
  private static final String EXPECTED =
      "an import takes JSONL (also .gz, .zst, .bz2), Parquet, SQLite, NPZ and bundles";

  private final InputOpener files;

  FormatFinder(InputOpener files) {
    this.files = files;
  }

  /**
   * @throws ForeignFileException if it is nothing that can be imported, or its name contradicts it
   */
  FileFormat find(SourceFile file) throws IOException {
    requireImportable(file);
    Codec codec = Codec.ofName(file.uri());
    byte[] head = head(file, Codec.PLAIN);
    Optional<Magic> magic = Magic.of(head);
    FileFormat found =
        codec == Codec.PLAIN ? ofPlain(file, magic, head) : ofCompressed(file, codec, magic);
    Optional<FileFormat> named = FileFormat.ofName(file.uri());
    if (named.isPresent() && named.get() != found) {
      throw contradicts(file, magic.map(Magic::label).orElse("text"), named.get().label());
    }
    return found;
  }

  private static FileFormat ofPlain(SourceFile file, Optional<Magic> magic, byte[] head)
      throws ForeignFileException {
    if (magic.isEmpty()) {
      return lines(file, head);
    }
    return switch (magic.get()) {
      case SQLITE -> FileFormat.SQLITE;
      case PARQUET -> FileFormat.PARQUET;
      case ZIP -> FileFormat.NPZ;
      case TAR ->
          throw new ForeignFileException(
              file.name(),
              "it is a tar archive; give a bundle as a file, and elsewhere than on local disk under a name that ends in .tar");
      default ->
          throw new ForeignFileException(
              file.name(), "its content is " + magic.get().label() + "; " + EXPECTED);
    };
  }

  /** A name that says nothing must have content that looks like records. */
  private static FileFormat lines(SourceFile file, byte[] head) throws ForeignFileException {
    if (FileFormat.ofName(file.uri()).isEmpty() && !looksLikeJson(head)) {
      throw new ForeignFileException(
          file.name(), "neither its name nor its content says what it is; " + EXPECTED);
    }
    return FileFormat.JSONL;
  }

  private FileFormat ofCompressed(SourceFile file, Codec codec, Optional<Magic> magic)
      throws IOException {
    Magic expected =
        switch (codec) {
          case GZIP -> Magic.GZIP;
          case ZSTD -> Magic.ZSTD;
          case BZIP2 -> Magic.BZIP2;
          case PLAIN -> throw new AssertionError();
        };
    if (file.stamp().bytes() > 0 && magic.filter(m -> m == expected).isEmpty()) {
      throw contradicts(file, magic.map(Magic::label).orElse("not compressed"), expected.label());
    }
    Optional<Magic> inside = Magic.of(head(file, codec));
    if (inside.isPresent()) {
      throw new ForeignFileException(
          file.name(),
          "inside is " + inside.get().label() + "; only JSONL may be compressed, so unpack it");
    }
    return FileFormat.JSONL;
  }

  private byte[] head(SourceFile file, Codec codec) throws IOException {
    try (InputStream in = Channels.newInputStream(files.open(file.uri()));
        InputStream plain = codec.decompress(in)) {
      return plain.readNBytes(Magic.BYTES);
    } catch (IOException | RuntimeException e) {
      if (codec == Codec.PLAIN) {
        throw e;
      }
      throw new ForeignFileException(file.name(), "it cannot be unpacked: " + why(e), e);
    }
  }

  /** Codecs say nothing of a stream that ends in its head. */
  private static String why(Exception e) {
    return e.getMessage() == null ? "it is cut short or damaged" : e.getMessage();
  }

  private static boolean looksLikeJson(byte[] head) {
    int at = head.length >= 3 && head[0] == (byte) 0xEF ? 3 : 0;
    while (at < head.length && head[at] <= ' ' && head[at] > 0) {
      at++;
    }
    return at == head.length || head[at] == '{';
  }

  private static void requireImportable(SourceFile file) throws ForeignFileException {
    String name = Codec.ofName(file.uri()).strip(file.uri()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      throw new ForeignFileException(
          file.name(), "CSV says nothing of types, so it is not imported; " + EXPECTED);
    }
    if (name.endsWith(".tar")) {
      throw new ForeignFileException(
          file.name(),
          "by its name it is a bundle, but it is compressed, or no tar archive; unpack it, or get it again");
    }
  }

  private static ForeignFileException contradicts(SourceFile file, String content, String name) {
    return new ForeignFileException(
        file.name(),
        "its content is %s, its name says %s; rename it if it is what you mean"
            .formatted(content, name));
  }
}
