package simile.jobs.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import simile.files.StoreFiles;
import simile.layout.Names;
import simile.log.CollectionKey;
import simile.repair.Mender;
import simile.repair.SegmentDamage;
import simile.segment.DataFile;

/** Where what a repair gives up stays for people to look at, with the ids that were lost. */
final class Quarantine {
  private static final String ROOT = "quarantine";

  private final StoreFiles files;
  private final String folder;
  private final StringBuilder lost = new StringBuilder();

  Quarantine(StoreFiles files, String runId) {
    this.files = files;
    this.folder = ROOT + "/" + Names.fileStem(runId);
  }

  String folder() {
    return folder;
  }

  /** Copies what is given up of a segment; nothing if nothing is. */
  void take(SegmentDamage damage, Mender mender) throws IOException {
    if (!damage.isLoss()) {
      return;
    }
    for (DataFile file : damage.sources()) {
      mender.quarantine(file, folder);
    }
    damage.lostIds().forEach(id -> note(damage, id));
  }

  private void note(SegmentDamage damage, String id) {
    CollectionKey key = damage.kept().key();
    lost.append("{\"context\":\"")
        .append(key.context())
        .append("\",\"collection\":\"")
        .append(key.collection())
        .append("\",\"segment\":\"")
        .append(damage.kept().live().segment().name())
        .append("\",\"id\":\"")
        .append(JsonStringEncoder.getInstance().quoteAsString(id))
        .append("\"}\n");
  }

  /** Writes down which ids were lost, if any was. */
  void list() throws IOException {
    if (!lost.isEmpty()) {
      files.replace(folder + "/lost.jsonl", lost.toString().getBytes(UTF_8));
    }
  }
}
