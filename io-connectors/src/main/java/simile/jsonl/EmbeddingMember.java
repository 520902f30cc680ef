package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Puts a vector into a record, as the last member. */
public final class EmbeddingMember {
  private EmbeddingMember() {}

  /**
   * Writes the record with its vector: float32 values in their shortest decimal form. NaN and
   * infinities, which JSON lacks, become {@code null}, so that the contract refuses them.
   *
   * @param record a JSON object without {@code embedding}
   */
  public static void write(byte[] record, float[] vector, ByteArrayOutputStream into) {
    int brace = lastBefore(record, record.length);
    boolean empty = record[lastBefore(record, brace)] == '{';
    into.write(record, 0, brace);
    StringBuilder member = new StringBuilder(vector.length * 12 + 16);
    member.append(empty ? "" : ",").append("\"embedding\":[");
    for (int i = 0; i < vector.length; i++) {
      member.append(i == 0 ? "" : ",");
      member.append(Float.isFinite(vector[i]) ? Float.toString(vector[i]) : "null");
    }
    into.writeBytes(member.append("]}").toString().getBytes(UTF_8));
  }

  /** The last index before {@code end} that holds no white space. */
  private static int lastBefore(byte[] json, int end) {
    int last = end - 1;
    while (json[last] >= 0 && json[last] <= ' ') {
      last--;
    }
    return last;
  }
}
