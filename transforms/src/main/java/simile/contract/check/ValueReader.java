package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.contract.field.Values;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;

/** Reads one value as its field wants it, and reports each way in which it is different. */
final class ValueReader {
  private final Line line;
  private final Findings findings;
  private final Texts texts;
  private final Skimmer skimmer;
  private final TextReader textReader;
  private final NumberReader numberReader;
  private final NestedReader nestedReader;
  private long scalar;

  ValueReader(Line line, Path path, KeyScopes keys, Findings findings) {
    this.line = line;
    this.findings = findings;
    this.texts = new Texts(line, path, findings);
    this.skimmer = new Skimmer(line, path, keys, findings, texts);
    this.textReader = new TextReader(line, findings, texts);
    this.numberReader = new NumberReader(line, findings);
    this.nestedReader = new NestedReader(this, line, path, findings, texts, skimmer);
  }

  Skimmer skimmer() {
    return skimmer;
  }

  Texts texts() {
    return texts;
  }

  /** What orders the value that was read last; see {@link simile.record.RecordBatch#scalar}. */
  long scalar() {
    return scalar;
  }

  /**
   * Reads the current value to its end. Returns whether it is of the field's type; limits may be
   * broken all the same.
   */
  boolean read(Field field) throws IOException {
    JsonToken token = line.parser().currentToken();
    switch (field.type()) {
      case STRING, DATE, TIME -> {
        return token == JsonToken.VALUE_STRING ? textReader.read(field) : wrongType(field);
      }
      case TIMESTAMP -> {
        if (token != JsonToken.VALUE_STRING) {
          return wrongType(field);
        }
        scalar = textReader.readTimestamp(field);
        return textReader.isTimestamp(scalar);
      }
      case NUMBER -> {
        if (!token.isNumeric()) {
          return wrongType(field);
        }
        double value = numberReader.readDouble(field);
        scalar = Double.doubleToLongBits(value);
        return Double.isFinite(value);
      }
      case INTEGER -> {
        if (!token.isNumeric() || !numberReader.readLong(field)) {
          return wrongType(field);
        }
        scalar = numberReader.integer();
        return numberReader.fits();
      }
      case BOOLEAN -> {
        scalar = token == JsonToken.VALUE_TRUE ? 1 : 0;
        return token.isBoolean() || wrongType(field);
      }
      case OBJECT -> {
        if (field.is(Trait.FREE)) {
          skimmer.skip();
          return true;
        }
        return token == JsonToken.START_OBJECT ? nestedReader.readObject(field) : wrongType(field);
      }
      case ARRAY -> {
        return token == JsonToken.START_ARRAY ? nestedReader.readArray(field) : wrongType(field);
      }
    }
    throw new AssertionError(field.type());
  }

  /** Reports a string that is none of those allowed. */
  void wrongValue(Values values, int start, int end) {
    findings.add(RuleIds.VALUES, values.severity(), values.phrase(), start, end, "");
  }

  /** Reports the current value as one of a wrong type, and passes over it. */
  boolean wrongType(Field field) throws IOException {
    return wrongType(field.type(), field.type().phrase());
  }

  boolean wrongType(LogicalType type, String expected) throws IOException {
    int start = line.parser().valueStart();
    skimmer.skim(true);
    findings.add(
        RuleIds.TYPE,
        Severity.ERROR,
        expected,
        start,
        line.parser().valueEnd(),
        type == LogicalType.TIMESTAMP ? "write it as 2024-05-01T10:00:00Z" : "");
    return false;
  }
}
