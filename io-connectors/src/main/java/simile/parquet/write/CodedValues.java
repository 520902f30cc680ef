package simile.parquet.write;

import java.util.Arrays;
import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;

/**
 * Values as numbers of a dictionary for as long as that saves, else plain. A dictionary that turned
 * out to be of no use is not tried again in later row groups.
 */
final class CodedValues extends PageValues {
  /** Larger ones are slow for readers, which keep them in memory. */
  private static final int MAX_DICTIONARY_BYTES = 1 << 20;

  /** When it is first asked whether values repeat. */
  private static final int TRIAL = 4096;

  private final boolean prefixed;
  private final Dictionary dictionary;
  private final Extremes extremes;
  private final GrowingBytes plain = new GrowingBytes(1 << 12);
  private int[] numbers = new int[1024];
  private int count;
  private int plainBytes;
  private long tried;
  private boolean coded = true;
  private boolean worthIt = true;

  CodedValues(boolean prefixed, Extremes extremes) {
    this.prefixed = prefixed;
    this.dictionary = new Dictionary(prefixed);
    this.extremes = extremes;
  }

  void add(byte[] bytes, int start, int length) {
    plainBytes += length + (prefixed ? Integer.BYTES : 0);
    if (!coded) {
      extremes.add(bytes, start, length);
      addPlain(bytes, start, length);
      return;
    }
    int known = dictionary.count();
    int number = dictionary.number(bytes, start, length);
    if (number == known) {
      extremes.add(bytes, start, length);
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    numbers[count++] = number;
    tried++;
    if (!saves()) {
      giveUp();
    }
  }

  private boolean saves() {
    if (tried == TRIAL && dictionary.count() > TRIAL / 2) {
      worthIt = false;
      return false;
    }
    return dictionary.page().size() <= MAX_DICTIONARY_BYTES;
  }

  /** Earlier pages of the chunk keep their numbers; this one's values become plain. */
  private void giveUp() {
    coded = false;
    byte[] page = dictionary.page().array();
    for (int i = 0; i < count; i++) {
      int start = dictionary.start(numbers[i]);
      plain.put(page, start, dictionary.end(numbers[i]) - start);
    }
    count = 0;
  }

  private void addPlain(byte[] bytes, int start, int length) {
    if (prefixed) {
      plain.putInt(length);
    }
    plain.put(bytes, start, length);
  }

  @Override
  int bytes() {
    return plainBytes;
  }

  @Override
  Encoding drainTo(GrowingBytes out) {
    plainBytes = 0;
    if (!coded) {
      out.put(plain.array(), 0, plain.size());
      plain.truncate(0);
      return Encoding.PLAIN;
    }
    if (dictionary.count() == 0) {
      return Encoding.PLAIN;
    }
    int width = Math.max(1, HybridEncoder.width(dictionary.count() - 1));
    out.put(width);
    HybridEncoder.encode(numbers, count, width, out);
    count = 0;
    return Encoding.RLE_DICTIONARY;
  }

  /** The values that pages of this chunk refer to. */
  Dictionary dictionary() {
    return dictionary;
  }

  /** Begins another chunk. */
  void restart() {
    dictionary.clear();
    tried = 0;
    coded = worthIt;
  }
}
