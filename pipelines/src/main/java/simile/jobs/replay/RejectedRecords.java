package simile.jobs.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.ingest.RunDetails;
import simile.log.Commit;
import simile.segment.DataFile;

/** The records that a run rejected, word for word, as its entry in the log names them. */
final class RejectedRecords {
  private static final Pattern VIOLATIONS = Pattern.compile("/violations-(\\d+)-[^/]*$");
  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final StoreFiles files;
  private final List<DataFile> audit;

  private RejectedRecords(StoreFiles files, List<DataFile> audit) {
    this.files = files;
    this.audit = audit;
  }

  /**
   * @param collection that they were for; a run may have several
   */
  static RejectedRecords of(Commit entry, String collection, StoreFiles files) {
    return new RejectedRecords(
        files, entry.audit().stream().filter(file -> isOf(file, collection, entry)).toList());
  }

  /** Audit files are named by the split whose records they hold. */
  private static boolean isOf(DataFile file, String collection, Commit entry) {
    Matcher name = VIOLATIONS.matcher(file.path());
    return name.find()
        && RunDetails.isOf(collection, Integer.parseInt(name.group(1)), entry.details());
  }

  long count() {
    return audit.stream().mapToLong(DataFile::rows).sum();
  }

  /**
   * Writes them, a line each.
   *
   * @throws IOException if an audit file is damaged or gone
   */
  void copyTo(OutputStream out) throws IOException {
    for (DataFile file : audit) {
      copy(file, out);
    }
  }

  private void copy(DataFile file, OutputStream out) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in =
            new DigestInputStream(
                new BufferedInputStream(
                    Channels.newInputStream(files.open(file.path())), BUFFER_BYTES),
                digest);
        JsonParser json = JSON.createParser(in)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        copyRecord(json, out);
      }
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw damaged(file, null);
    }
  }

  private static void copyRecord(JsonParser json, OutputStream out) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "record" -> {
          out.write(json.getText().getBytes(StandardCharsets.UTF_8));
          out.write('\n');
        }
        case "record_base64" -> {
          json.readBinaryValue(out); // may be too long to hold
          out.write('\n');
        }
        default -> json.skipChildren();
      }
    }
  }

  private static IOException damaged(DataFile file, JsonProcessingException cause) {
    return new IOException(
        "%s is not as its run wrote it; nothing was replayed. Restore it from a copy of the store"
            .formatted(file.path()),
        cause);
  }
}
