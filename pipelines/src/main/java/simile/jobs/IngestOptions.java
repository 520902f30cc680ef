package simile.jobs;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.ExperimentalOptions;
import org.apache.beam.sdk.options.Validation;
import simile.jsonl.Compression;

/** What {@link IngestMain} takes, beside Beam's own options. Read once, by {@link IngestMain}. */
public interface IngestOptions extends ExperimentalOptions {

  @Description("Where the store is: a folder or URI.")
  @Validation.Required
  String getStore();

  void setStore(String store);

  @Description("Files, folders, globs or URIs, separated by commas.")
  @Validation.Required
  List<String> getInput();

  void setInput(List<String> input);

  @Description("The part of the store to write to.")
  @Default.String("default")
  String getContext();

  void setContext(String context);

  @Description("The kind of record.")
  @Default.String("analogies")
  String getCollection();

  void setCollection(String collection);

  @Description("Whether a cluster's job is waited for; --flinkRest is needed if not.")
  @Default.Boolean(true)
  boolean getAttachedMode();

  void setAttachedMode(boolean attached);

  @Description("The REST interface of the cluster, HOST:PORT, where workflows ask for the job.")
  @Default.String("")
  String getFlinkRest();

  void setFlinkRest(String address);

  @Description("A contract's file; else the one that the store has, else the built-in one.")
  @Default.String("")
  String getContract();

  void setContract(String contract);

  @Description("An NPZ that brings vectors by id: arrays ids and embeddings.")
  @Default.String("")
  String getEmbeddings();

  void setEmbeddings(String embeddings);

  @Description("Of JSONL files: NONE, GZIP or ZSTD.")
  @Default.Enum("NONE")
  Compression getCompression();

  void setCompression(Compression compression);

  @Description("Whether SQLite shards are written.")
  @Default.Boolean(true)
  boolean isSqlite();

  void setSqlite(boolean sqlite);

  @Description("Fail if a larger share of the records is rejected, 0 to 1.")
  @Default.Double(1)
  double getMaxViolationRatio();

  void setMaxViolationRatio(double ratio);

  @Description("Fail if more records are rejected.")
  @Default.Long(Long.MAX_VALUE)
  long getMaxViolations();

  void setMaxViolations(long violations);

  @Description("Longer lines are rejected, in bytes.")
  @Default.Integer(InputLimits.DEFAULT_MAX_LINE_BYTES)
  int getMaxLineBytes();

  void setMaxLineBytes(int bytes);

  @Description("About how much input becomes one segment, in bytes.")
  @Default.Long(InputLimits.DEFAULT_SPLIT_BYTES)
  long getSplitBytes();

  void setSplitBytes(long bytes);

  @Description("Of records whose ids exist: latest, skip-existing or fail-on-existing.")
  @Default.String("latest")
  String getMerge();

  void setMerge(String merge);

  @Description("The run's id; a run that is repeated under its id commits once.")
  @Default.String("")
  String getRunId();

  void setRunId(String runId);

  @Description("Commits with the same token commit once; the run's id if empty.")
  @Default.String("")
  String getToken();

  void setToken(String token);

  @Description(
      "Where lineage events go: a file or an http(s) URL; else where OPENLINEAGE_URL says.")
  @Default.String("")
  String getLineage();

  void setLineage(String lineage);
}
