package simile.jobs;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.lineage.DatasetName;
import simile.lineage.LineageDataset;
import simile.lineage.Statistics;
import simile.log.InputFile;

/** Input files as datasets; where they are very many, their folders. */
final class LineageFiles {
  private static final int MOST = 100;

  private LineageFiles() {}

  static List<LineageDataset> of(List<InputFile> files) {
    if (files.size() <= MOST) {
      return files.stream().map(LineageFiles::file).toList();
    }
    SortedMap<String, Statistics> folders = new TreeMap<>();
    files.forEach(
        file ->
            folders.merge(
                folder(file.uri()), new Statistics(-1, file.bytes(), 1), LineageFiles::sum));
    return folders.entrySet().stream()
        .limit(MOST)
        .map(f -> LineageDataset.of(DatasetName.of(f.getKey())).withStatistics(f.getValue()))
        .toList();
  }

  private static LineageDataset file(InputFile file) {
    LineageDataset dataset =
        LineageDataset.of(DatasetName.of(file.uri()))
            .withStatistics(new Statistics(-1, file.bytes(), 1));
    return file.tag().isEmpty() ? dataset : dataset.withVersion(file.tag());
  }

  private static String folder(String uri) {
    int slash = uri.lastIndexOf('/');
    return slash <= 0 ? uri : uri.substring(0, slash);
  }

  private static Statistics sum(Statistics a, Statistics b) {
    boolean known = a.bytes() >= 0 && b.bytes() >= 0;
    return new Statistics(-1, known ? a.bytes() + b.bytes() : -1, a.files() + b.files());
  }
}
