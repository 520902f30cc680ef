package simile.layout;

/**
 * Where things are in a store, as paths relative to its root. Folders come without a trailing
 * {@code /}; names are checked.
 */
public final class Layout {
  public static final String CONTEXTS = "contexts";
  public static final String WORKFLOWS = "workflows";
  public static final String AUDIT = "audit";

  /** What the name of a {@link #progress} folder ends with. */
  public static final String PROGRESS = ".progress";

  /** Files of models, which no version names. */
  public static final String MODELS = "models";

  private Layout() {}

  public static String context(String context) {
    return CONTEXTS + "/" + Names.requireContext(context);
  }

  public static String collection(String context, String collection) {
    return context(context) + "/" + Names.requireCollection(collection);
  }

  /** Below it, a folder for each partition. */
  public static String jsonl(String context, String collection) {
    return collection(context, collection) + "/jsonl";
  }

  public static String sqlite(String context, String collection) {
    return collection(context, collection) + "/sqlite";
  }

  public static String embeddings(String context, String collection) {
    return collection(context, collection) + "/embeddings";
  }

  public static String keys(String context, String collection) {
    return collection(context, collection) + "/keys";
  }

  public static String tombstones(String context, String collection) {
    return collection(context, collection) + "/tombstones";
  }

  public static String contracts(String context, String collection) {
    return collection(context, collection) + "/contracts";
  }

  /** The folder of what a run rejected. */
  public static String audit(String runId) {
    return AUDIT + "/" + Names.fileStem(runId);
  }

  /** The file that says how a run is doing. */
  public static String workflow(String runId) {
    return WORKFLOWS + "/" + Names.fileStem(runId) + ".json";
  }

  /**
   * The folder of what a run's workers tell of themselves while it goes on, beside its workflow.
   */
  public static String progress(String runId) {
    return WORKFLOWS + "/" + Names.fileStem(runId) + PROGRESS;
  }

  /** The page that sums a run up, beside its workflow. */
  public static String report(String runId) {
    return WORKFLOWS + "/" + Names.fileStem(runId) + ".html";
  }
}
