package simile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.log.Commit;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** The audit files of a run, as its entry in the log will name them. */
final class RunAudit {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Logger LOG = LoggerFactory.getLogger(RunAudit.class);

  private final StoreFiles files;
  private final String folder;
  private final Supplier<String> unique;

  RunAudit(StoreFiles files, String runId, Supplier<String> unique) {
    this.files = files;
    this.folder = Layout.audit(runId);
    this.unique = unique;
  }

  /**
   * The files of rejected records, with the line numbers of whole files.
   *
   * @param linesBefore for each result, the lines before its split
   * @throws AuditGoneException if {@link #deleteReplaced} was called before
   */
  List<DataFile> rejected(List<SplitResult> results, List<Long> linesBefore) throws IOException {
    List<DataFile> done = new ArrayList<>();
    AuditLines lines = new AuditLines(files);
    for (int i = 0; i < results.size(); i++) {
      for (DataFile file : results.get(i).audit()) {
        String path = "%s/violations-%05d-%s.jsonl".formatted(folder, i, unique.get());
        done.add(linesBefore.get(i) == 0 ? file : shift(lines, file, linesBefore.get(i), path));
      }
    }
    if (!done.isEmpty()) {
      files.syncFolders(Set.of(folder));
    }
    return done;
  }

  private static DataFile shift(AuditLines lines, DataFile file, long linesBefore, String path)
      throws IOException {
    try {
      return lines.shift(file, linesBefore, path);
    } catch (NoSuchFileException e) {
      throw new AuditGoneException(e);
    }
  }

  /**
   * Deletes the lists of splits in whose place the run's entry, which is in the log, names others.
   * One that cannot be deleted is left to a vacuum.
   */
  void deleteReplaced(List<SplitResult> results, Commit entry) {
    Set<String> named = entry.audit().stream().map(DataFile::path).collect(Collectors.toSet());
    List<String> replaced =
        results.stream()
            .flatMap(result -> result.audit().stream())
            .map(DataFile::path)
            .filter(path -> !named.contains(path))
            .toList();
    try {
      for (String path : replaced) {
        files.delete(path);
      }
    } catch (IOException e) {
      LOG.warn("Lists of rejected lines that are replaced stay until a vacuum: {}", e.toString());
    }
  }

  /**
   * Writes {@code breaches-….jsonl}: a line {@code {"rule":…,"where":…,"expected":…,"actual":…}}
   * for each breach.
   */
  DataFile breaches(List<Breach> breaches) throws IOException {
    String path = "%s/breaches-%s.jsonl".formatted(folder, unique.get());
    ObjectMapper json = new ObjectMapper();
    try (HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      for (Breach breach : breaches) {
        out.write(json.writeValueAsString(breach).getBytes(UTF_8));
        out.write('\n');
      }
      String sha256 = out.finish();
      files.syncFolders(Set.of(folder));
      return DataFile.of(FileKind.AUDIT, path, breaches.size(), out.count(), sha256);
    }
  }
}
