package simile.benchmarks.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes one analogy as a line of JSON. Not for several threads. */
final class AnalogyText {
  private static final byte[] ID = ascii("{\"id\":\"analogy-");
  private static final byte[] SOURCE = ascii("\",\"source_domain\":\"");
  private static final byte[] TARGET = ascii("\",\"target_domain\":\"");
  private static final byte[] SCORE = ascii("\",\"quality_score\":0.");
  private static final byte[] CONCEPTS = ascii(",\"concept_mappings\":{");
  private static final byte[] FRAMES = ascii("},\"frame_mappings\":{");
  private static final byte[] CREATED = ascii("},\"created_at\":\"");
  private static final byte[] UPDATED = ascii("\",\"updated_at\":\"");
  private static final byte[] TAGS = ascii("\",\"tags\":[");
  private static final byte[] METADATA = ascii("],\"metadata\":{\"source\":{\"corpus\":\"bench-");
  private static final byte[] LINE = ascii("\",\"line\":");
  private static final byte[] REVIEW = ascii("},\"review\":{\"votes\":");
  private static final byte[] CONFIDENCE = ascii(",\"confidence\":0.");
  private static final byte[] NOTE = ascii("},\"note\":\"");
  private static final byte[] WORKFLOW = ascii("\"},\"workflow_id\":\"workflow-");
  private static final byte[] END = ascii("\"}\n");

  private final SplitMix random = new SplitMix();
  private final Zipf domains = new Zipf(Vocabulary.DOMAINS.length);
  private final IdSource ids;
  private final long seed;

  AnalogyText(long seed, IdSource ids) {
    this.seed = seed;
    this.ids = ids;
  }

  void write(long record, ByteText out) {
    random.seed(seed, record);
    out.add(ID).addNumber(ids.of(record, random), 9);
    out.add(SOURCE).add(Vocabulary.DOMAINS[domains.next(random)]);
    out.add(TARGET).add(Vocabulary.DOMAINS[domains.next(random)]);
    out.add(SCORE).addNumber(random.below(10_000), 4);
    out.add(CONCEPTS);
    concepts(out);
    out.add(FRAMES);
    frames(out);
    out.add(CREATED);
    int day = random.below(2_000);
    time(out, day);
    if (random.below(5) == 0) {
      out.add(UPDATED);
      time(out, day + 1 + random.below(300));
    }
    out.add(TAGS);
    tags(out);
    metadata(out);
    out.add(END);
  }

  /** Three to five pairs; one pair in twelve maps to a list. The keys of a record differ. */
  private void concepts(ByteText out) {
    int pairs = 3 + random.below(3);
    int step = Vocabulary.CONCEPTS.length / 5;
    int first = random.below(Vocabulary.CONCEPTS.length);
    for (int i = 0; i < pairs; i++) {
      comma(i, out);
      int key = (first + i * step + random.below(step)) % Vocabulary.CONCEPTS.length;
      quoted(Vocabulary.CONCEPTS[key], out).add(':');
      if (random.below(12) == 0) {
        quoted(concept(), out.add('['));
        quoted(concept(), out.add(',')).add(']');
      } else {
        quoted(concept(), out);
      }
    }
  }

  private byte[] concept() {
    return random.below(100) == 0
        ? Vocabulary.UNUSUAL[random.below(Vocabulary.UNUSUAL.length)]
        : Vocabulary.CONCEPTS[random.below(Vocabulary.CONCEPTS.length)];
  }

  private void frames(ByteText out) {
    int pairs = 1 + random.below(2);
    int first = random.below(Vocabulary.FRAMES.length);
    for (int i = 0; i < pairs; i++) {
      comma(i, out);
      quoted(Vocabulary.FRAMES[(first + 5 * i) % Vocabulary.FRAMES.length], out).add(':');
      quoted(Vocabulary.FRAMES[random.below(Vocabulary.FRAMES.length)], out);
    }
  }

  /** A second in years of twelve months of 28 days, which are dates in every calendar year. */
  private void time(ByteText out, int day) {
    out.addNumber(2018 + day / 336, 4).add('-').addNumber(1 + day / 28 % 12, 2).add('-');
    out.addNumber(1 + day % 28, 2).add('T').addNumber(random.below(24), 2).add(':');
    out.addNumber(random.below(60), 2).add(':').addNumber(random.below(60), 2).add('Z');
  }

  private void tags(ByteText out) {
    int count = 1 + random.below(3);
    int first = random.below(Vocabulary.TAGS.length);
    for (int i = 0; i < count; i++) {
      comma(i, out);
      quoted(Vocabulary.TAGS[(first + 3 * i) % Vocabulary.TAGS.length], out);
    }
  }

  private void metadata(ByteText out) {
    out.add(METADATA).addNumber(random.below(40), 2);
    out.add(LINE).addNumber(100_000 + random.below(900_000), 6);
    out.add(REVIEW).addNumber(random.below(10), 1);
    out.add(CONFIDENCE).addNumber(random.below(1_000), 3);
    out.add(NOTE).add(Vocabulary.NOTES[random.below(Vocabulary.NOTES.length)]);
    out.add(WORKFLOW).addNumber(random.below(1_000), 6);
  }

  private static ByteText quoted(byte[] text, ByteText out) {
    return out.add('"').add(text).add('"');
  }

  private static void comma(int i, ByteText out) {
    if (i > 0) {
      out.add(',');
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
