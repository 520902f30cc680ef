package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalInt;
import simile.contract.json.LineParser;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.record.RecordBatchBuilder;

/** Reads the embedding as float32, and finds the bytes to cut out of the line. */
final class EmbeddingReader {
  private final Line line;
  private final Path path;
  private final Findings findings;
  private final Skimmer skimmer;
  private final OptionalInt dimension;
  private final float[] vector;
  private boolean present;
  private int cutStart;
  private int cutEnd;

  EmbeddingReader(Line line, Path path, Findings findings, Skimmer skimmer, OptionalInt dimension) {
    this.line = line;
    this.path = path;
    this.findings = findings;
    this.skimmer = skimmer;
    this.dimension = dimension;
    this.vector = new float[dimension.orElse(0)];
  }

  void clear() {
    present = false;
    cutStart = -1;
  }

  /** Reads the current value, whose name starts at {@code nameStart}. */
  void read(int nameStart) throws IOException {
    LineParser parser = line.parser();
    int start = parser.valueStart();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      readArray(parser, start);
    } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
      skimmer.skim(true);
      String expected = "an array of numbers";
      findings.add(RuleIds.TYPE, Severity.ERROR, expected, start, parser.valueEnd(), "");
    }
    cut(nameStart, parser.valueEnd());
  }

  private void readArray(LineParser parser, int start) throws IOException {
    int count = 0;
    path.pushIndex();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      path.at(count);
      if (token.isNumeric()) {
        number(parser, count);
      } else {
        int itemStart = parser.valueStart();
        skimmer.skim(true);
        int itemEnd = parser.valueEnd();
        findings.add(RuleIds.TYPE, Severity.ERROR, "a number", itemStart, itemEnd, "");
      }
      count++;
    }
    path.pop();
    present = true;
    if (dimension.isEmpty() || dimension.getAsInt() != count) {
      wrongDimension(count, start);
    }
  }

  private void number(LineParser parser, int index) throws IOException {
    float value = parser.getFloatValue();
    if (!Float.isFinite(value)) {
      findings.add(
          RuleIds.NOT_FINITE,
          Severity.ERROR,
          "a number that a 32-bit float can hold",
          parser.valueStart(),
          parser.valueEnd(),
          "");
    } else if (index < vector.length) {
      vector[index] = value;
    }
  }

  private void wrongDimension(int count, int start) throws IOException {
    String hint =
        dimension.isPresent()
            ? "every vector of a collection has one dimension; it has " + count
            : "the collection has no dimension yet: give it one in the contract (simile.dimension)";
    String expected = dimension.isPresent() ? dimension.getAsInt() + " numbers" : "no embedding";
    int end = line.parser().position();
    findings.add(RuleIds.DIMENSION, Severity.ERROR, expected, start, end, hint);
  }

  /** Takes the comma before the member with it, or the one after it where it is the first. */
  private void cut(int nameStart, int valueEnd) {
    byte[] slab = line.slab();
    int before = nameStart - 1;
    while (Line.isSpace(slab[before])) {
      before--;
    }
    int after = line.skipSpace(valueEnd);
    boolean first = slab[before] != ',';
    cutStart = first ? nameStart : before;
    cutEnd = first && after < line.end() && slab[after] == ',' ? after + 1 : valueEnd;
  }

  void writeTo(RecordBatchBuilder into) {
    if (cutStart >= 0) {
      into.cut(cutStart, cutEnd - cutStart);
    }
    if (present) {
      into.vector(vector);
    }
  }
}
