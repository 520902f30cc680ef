package simile.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import simile.connectors.OutputFiles;
import simile.files.StorePaths;
import simile.log.CommitConflictException;

/** Publishes an export as a folder: files get their names, and the manifest comes last. */
final class FolderPublisher {
  private final ExportPlan plan;
  private final OutputFiles files;
  private final RowSinks sinks;
  private final Wanted wanted;

  FolderPublisher(ExportPlan plan, OutputFiles files, RowSinks sinks, Wanted wanted) {
    this.plan = plan;
    this.files = files;
    this.sinks = sinks;
    this.wanted = wanted;
  }

  /**
   * Publishes.
   *
   * @param made one attempt of each part, in the order of parts
   * @param contract the contract's file
   */
  ExportManifest publish(List<PartFile> made, ExportManifest draft, byte[] contract)
      throws IOException {
    Map<PartFile, String> names = names(made.isEmpty() ? List.of(empty()) : made);
    boolean again = files.exists(publication());
    Set<String> touched = new TreeSet<>(replaced());
    if (again) {
      touched.addAll(Publication.read(files, publication()).names());
    }
    touched.addAll(names.values());
    touched.add(ExportManifest.CONTRACT);
    new Publication(List.copyOf(touched)).write(files, publication());
    wanted.require();
    files.delete(ExportManifest.FILE); // from here on an export that is replaced is none any more
    touched.removeAll(names.values());
    for (String path : touched) {
      files.delete(path);
    }
    for (Map.Entry<PartFile, String> name : names.entrySet()) {
      move(name.getKey().path(), name.getValue(), again);
    }
    files.replace(ExportManifest.CONTRACT, contract);
    files.sync(names.values().stream().map(StorePaths::folderOf).distinct().toList());
    wanted.require();
    ExportManifest manifest =
        draft.withFiles(
            names.entrySet().stream()
                .map(name -> ExportedFile.of(name.getValue(), name.getKey()))
                .toList());
    files.replace(ExportManifest.FILE, ExportManifestJson.toBytes(manifest));
    for (String leftover : Unfinished.look(files, plan.output().unfinished()).left()) {
      files.delete(leftover);
    }
    return manifest;
  }

  /** Files that lose their place to this export. */
  private List<String> replaced() throws IOException {
    OutputPlace place = OutputPlace.look(files, plan.output());
    if (place instanceof OutputPlace.Taken taken) {
      throw new CommitConflictException(
          "nothing was published: '%s/%s' came there meanwhile"
              .formatted(files.root(), taken.example()));
    }
    if (!(place instanceof OutputPlace.Complete complete)) {
      return List.of();
    }
    if (!plan.output().overwrite()) {
      throw new CommitConflictException(
          "nothing was published: run '%s' published an export to %s meanwhile"
              .formatted(complete.manifest().runId(), files.root()));
    }
    return complete.manifest().files().stream().map(ExportedFile::path).toList();
  }

  /** Where it says what it is about to do, also to an end that is repeated. */
  private String publication() {
    return Publication.path(plan.unfinished());
  }

  /**
   * @param again whether an end that is repeated may have moved it already
   */
  private void move(String from, String to, boolean again) throws IOException {
    if (files.exists(from)) {
      files.move(from, to);
    } else if (!again || !files.exists(to)) {
      throw new IOException(
          "'%s/%s', which this run wrote, is gone; nothing was published; run it again, to a place that no other export uses"
              .formatted(files.root(), from));
    }
  }

  /** Files are numbered by part and volume, so that their order is that of the ids. */
  private Map<PartFile, String> names(List<PartFile> made) {
    TreeMap<String, Integer> numbers = new TreeMap<>();
    made.forEach(file -> numbers.put(volume(file), 0));
    int next = 0;
    for (Map.Entry<String, Integer> number : numbers.entrySet()) {
      number.setValue(next++);
    }
    Map<PartFile, String> names = new LinkedHashMap<>();
    for (PartFile file : made) {
      String folder = file.folder().isEmpty() ? "" : file.folder() + "/";
      names.put(
          file,
          "%spart-%05d-of-%05d%s"
              .formatted(folder, numbers.get(volume(file)), numbers.size(), plan.shape().suffix()));
    }
    return names;
  }

  private static String volume(PartFile file) {
    return "%09d.%09d".formatted(file.part(), file.volume());
  }

  private PartFile empty() throws IOException {
    String path = plan.unfinished() + "/empty" + plan.shape().suffix();
    files.delete(path);
    try (RowSink sink = sinks.open(path)) {
      return PartFile.of(0, "", 0, sink.finish(), "", "");
    }
  }
}
