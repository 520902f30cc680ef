package simile.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.util.List;
import simile.files.StoreFiles;
import simile.json.JsonFields;
import simile.keys.KeyCursor;
import simile.merge.SegmentSource;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/** The list of tombstones holds the deletions of the key file, in its order. */
final class TombstonesCheck {
  private final StoreFiles files;
  private final Findings findings;
  private final Segment segment;
  private final SegmentSource source;

  TombstonesCheck(StoreFiles files, Findings findings, Segment segment, SegmentSource source) {
    this.files = files;
    this.findings = findings;
    this.segment = segment;
    this.source = source;
  }

  void run() throws IOException {
    List<DataFile> lists = segment.files(FileKind.TOMBSTONES);
    if (lists.size() != (segment.tombstones() > 0 ? 1 : 0)) {
      findings.add(
          FindingKind.TOMBSTONES,
          "_log",
          "segment %s has %d tombstones in %d lists"
              .formatted(segment.name(), segment.tombstones(), lists.size()),
          Findings.REPAIR);
    }
    for (DataFile list : lists) {
      compare(list);
    }
  }

  private void compare(DataFile list) throws IOException {
    RowFaults faults = new RowFaults();
    KeyCursor at = source.keys().cursor();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(files.open(list.path())), UTF_8))) {
      while (at.next()) {
        if (at.isDeletion()) {
          String line = lines.readLine();
          String id = line == null ? "" : id(line, list.path());
          if (!id.equals(at.id())) {
            faults.add("'%s' is where '%s' is expected".formatted(id, at.id()));
          }
        }
      }
      if (lines.readLine() != null) {
        faults.add("there are more lines than deletions in the key file");
      }
    }
    faults.report(
        findings, FindingKind.TOMBSTONES, list.path(), Findings.next(FileKind.TOMBSTONES));
  }

  private static String id(String line, String path) throws IOException {
    return JsonFields.parse(line.getBytes(UTF_8), path).text("target_id");
  }
}
