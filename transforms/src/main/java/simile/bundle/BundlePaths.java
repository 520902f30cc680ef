package simile.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import simile.files.StorePaths;

/** Where things are in a bundle, and which names are allowed there. */
public final class BundlePaths {
  public static final String INDEX = "bundle.json";
  public static final String CARD = "README.md";
  public static final String CROISSANT = "croissant.json";
  public static final String HISTORY = "history/commits.jsonl";

  /** The folder of models. */
  public static final String MODELS = "models/";

  /** The longest path, in UTF-8. */
  public static final int MAX_BYTES = 1024;

  private static final int MAX_NAME_BYTES = 255;
  private static final int MAX_SHOWN = 120;
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,63}";
  private static final Pattern CONTRACT = Pattern.compile("contracts/" + NAME + "\\.odcs\\.yaml");
  private static final Pattern DATA =
      Pattern.compile("data/" + NAME + "/part-\\d{1,10}-of-\\d{1,10}\\.jsonl");
  private static final Pattern EMBEDDINGS = Pattern.compile("embeddings/" + NAME + "\\.npz");
  private static final Set<String> SINGLE = Set.of(CARD, CROISSANT, HISTORY);

  /** Names that Windows gives to devices, whatever follows their first dot. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  private BundlePaths() {}

  public static String contract(String collection) {
    return "contracts/" + collection + ".odcs.yaml";
  }

  /** The folder of a collection's records, with a {@code /} at its end. */
  public static String dataFolder(String collection) {
    return "data/" + collection + "/";
  }

  /**
   * @param part from 0
   * @param parts how many there are
   */
  public static String data(String collection, int part, int parts) {
    return "%spart-%05d-of-%05d.jsonl".formatted(dataFolder(collection), part, parts);
  }

  public static String embeddings(String collection) {
    return "embeddings/" + collection + ".npz";
  }

  /**
   * @return the path
   * @throws IllegalArgumentException if a bundle cannot have a file there; {@link #INDEX} counts as
   *     such, since it does not name itself
   */
  public static String require(String path) {
    String fault = fault(path);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is no path in a bundle: %s".formatted(shown(path), fault));
    }
    return path;
  }

  /** What two paths share that some file system cannot keep apart. */
  public static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String fault(String path) {
    if (!StorePaths.isInside(path)) {
      return "expected names joined by /, none of them empty, '.' or '..', without backslashes, control characters or a drive letter";
    }
    if (path.getBytes(UTF_8).length > MAX_BYTES) {
      return "it has more than " + MAX_BYTES + " bytes";
    }
    if (path.startsWith(MODELS)) {
      return nameFault(path);
    }
    boolean known =
        SINGLE.contains(path)
            || CONTRACT.matcher(path).matches()
            || DATA.matcher(path).matches()
            || EMBEDDINGS.matcher(path).matches();
    return known
        ? ""
        : "expected README.md, croissant.json, contracts/<collection>.odcs.yaml, data/<collection>/part-N-of-M.jsonl, embeddings/<collection>.npz, models/… or history/commits.jsonl";
  }

  /** Models may be called anything that every file system keeps as it is. */
  private static String nameFault(String path) {
    for (String name : path.split("/", -1)) {
      if (name.getBytes(UTF_8).length > MAX_NAME_BYTES) {
        return "a name in it has more than " + MAX_NAME_BYTES + " bytes";
      }
      boolean survives =
          name.codePoints().noneMatch(BundlePaths::isForbidden)
              && !name.endsWith(".")
              && !name.endsWith(" ")
              && !DEVICE.matcher(name).matches();
      if (!survives) {
        return "some file system cannot have the name '" + shown(name) + "'";
      }
    }
    return "";
  }

  private static boolean isForbidden(int c) {
    return "<>:\"|?*\\".indexOf(c) >= 0
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.FORMAT;
  }

  /** For messages: no control characters, and not endless. */
  public static String shown(String path) {
    StringBuilder plain = new StringBuilder();
    path.codePoints().limit(MAX_SHOWN).forEach(c -> append(plain, c));
    return path.length() > MAX_SHOWN ? plain + "…" : plain.toString();
  }

  private static void append(StringBuilder text, int c) {
    if (Character.isISOControl(c)) {
      text.append("\\u%04x".formatted(c));
    } else {
      text.appendCodePoint(c);
    }
  }
}
