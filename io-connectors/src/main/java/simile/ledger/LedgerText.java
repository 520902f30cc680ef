package simile.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.files.Sha256;
import simile.ledger.InputLedger.Failure;
import simile.ledger.InputLedger.Saved;
import simile.log.Commit;

/** What is kept of a ledger, as text; see the package for its lines. */
final class LedgerText {
  private static final String HEAD = "simile-inputs 1 ";
  private static final String SEAL = "sha256 ";
  private static final int SEAL_BYTES = SEAL.length() + 64 + 1;
  private static final Comparator<FileVersion> BY_DIGITS =
      Comparator.comparing(FileVersion::toString);
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{32}) (?:0|([1-9][0-9]{0,8}) ([0-9a-f]*))");

  private LedgerText() {}

  /**
   * @param entry the one of the ledger's version
   */
  static byte[] of(Saved saved, Commit entry) {
    StringBuilder text = new StringBuilder(head(saved.version(), entry));
    saved.ingested().stream().sorted(BY_DIGITS).forEach(f -> text.append(f).append(" 0\n"));
    saved.failed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BY_DIGITS))
        .forEach(
            e ->
                text.append(e.getKey())
                    .append(' ')
                    .append(e.getValue().files())
                    .append(' ')
                    .append(e.getValue().judge())
                    .append('\n'));
    byte[] body = text.toString().getBytes(US_ASCII);
    return (text + SEAL + Sha256.of(body) + "\n").getBytes(US_ASCII);
  }

  /** Empty if the bytes are not what was written for that entry. */
  static Optional<Saved> read(byte[] bytes, Commit entry) {
    int body = bytes.length - SEAL_BYTES;
    if (body < 0 || !seal(bytes, body)) {
      return Optional.empty();
    }
    String text = new String(bytes, 0, body, US_ASCII);
    String head = head(entry.version(), entry);
    if (!text.startsWith(head)) {
      return Optional.empty();
    }
    Set<FileVersion> ingested = new HashSet<>();
    Map<FileVersion, Failure> failed = new HashMap<>();
    for (String line : text.substring(head.length()).lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      FileVersion file = FileVersion.of(matcher.group(1));
      if (matcher.group(2) == null) {
        ingested.add(file);
      } else {
        failed.put(file, new Failure(Integer.parseInt(matcher.group(2)), matcher.group(3)));
      }
    }
    return Optional.of(new Saved(entry.version(), ingested, failed));
  }

  private static boolean seal(byte[] bytes, int body) {
    String seal = new String(bytes, body, SEAL_BYTES, US_ASCII);
    return seal.equals(SEAL + Sha256.of(bytes, body) + "\n");
  }

  /** Binds the text to the log: an entry's token is its own, its parent the log's before it. */
  private static String head(long version, Commit entry) {
    String mark = Sha256.of((entry.parent() + ' ' + entry.token()).getBytes(US_ASCII));
    return HEAD + version + ' ' + mark + '\n';
  }
}
