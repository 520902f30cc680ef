package simile.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.input.InputOpener;
import simile.input.SourceFile;
import simile.npz.NpzFormatException;
import simile.npz.NpzReader;

/** Looks at files before anything of them is taken. */
public final class ForeignFiles {
  private final InputOpener files;
  private final int maxLineBytes;

  /**
   * @param maxLineBytes the longest record that is taken
   */
  public ForeignFiles(InputOpener files, int maxLineBytes) {
    this.files = files;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * What the files are.
   *
   * @throws ForeignFileException if one is nothing that can be imported, or its name contradicts
   *     its content
   */
  public List<SourceFile> identify(List<SourceFile> sources) throws IOException {
    FormatFinder finder = new FormatFinder(files);
    List<SourceFile> known = new ArrayList<>();
    for (SourceFile source : sources) {
      known.add(source.of(finder.find(source)));
    }
    return List.copyOf(known);
  }

  /**
   * Looks at a file as far as its format needs: lines are judged one by one as they are read.
   *
   * @param collection the collection that it is for
   * @throws ForeignFileException if it is damaged, or not plain data
   */
  public void require(SourceFile source, String collection) throws IOException {
    switch (source.format()) {
      case JSONL -> {}
      case SQLITE -> requireSqlite(source, collection);
      case NPZ -> requireNpz(source);
      case PARQUET -> requireParquet(source);
    }
  }

  /** The length of the vectors of an NPZ. */
  public int dimension(SourceFile npz) throws IOException {
    try (LocalFile local = LocalFile.of(files, npz.uri());
        NpzReader reader = NpzReader.open(local.path())) {
      return reader.dimension();
    }
  }

  private void requireSqlite(SourceFile source, String collection) throws IOException {
    try (LocalFile local = LocalFile.of(files, source.uri());
        SqliteFile file = SqliteFile.open(local.path(), source.name(), maxLineBytes)) {
      file.table(collection);
      file.requireSound();
    }
  }

  private void requireNpz(SourceFile source) throws IOException {
    try (LocalFile local = LocalFile.of(files, source.uri())) {
      requireNpz(source, local.path());
    }
  }

  private static void requireNpz(SourceFile source, Path local) throws IOException {
    try (NpzReader reader = NpzReader.open(local)) {
      reader.forEachId((row, id) -> {});
    } catch (NpzFormatException e) {
      String why = e.getMessage().replace(local + ": ", ""); // where it is, perhaps a copy
      throw new ForeignFileException(source.name(), why, e);
    }
  }

  private void requireParquet(SourceFile source) throws IOException {
    try (LocalFile local = LocalFile.of(files, source.uri())) {
      ParquetOpener.require(local, source);
    }
  }
}
