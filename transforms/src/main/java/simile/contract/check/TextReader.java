package simile.contract.check;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.LogicalType;
import simile.contract.field.Values;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.record.Timestamps;

/** Reads strings: text, dates, times and timestamps. */
final class TextReader {
  private final Line line;
  private final Findings findings;
  private final Texts texts;

  TextReader(Line line, Findings findings, Texts texts) {
    this.line = line;
    this.findings = findings;
    this.texts = texts;
  }

  /** Reads the current string; returns whether it has the form that its type wants. */
  boolean read(Field field) throws IOException {
    int start = line.parser().valueStart();
    int end = line.finishString();
    texts.checkValue(start, end);
    if (field.limits() instanceof Limits.Text limits) {
      checkLength(field, limits, start, end);
      if (!limits.onlyLength()) {
        checkForm(field, limits, start, end);
      }
    }
    if (field.values().isPresent()) {
      checkValues(field.values().get(), start, end);
    }
    return field.type() == LogicalType.STRING || checkDate(field, start, end);
  }

  private void checkLength(Field field, Limits.Text limits, int start, int end) throws IOException {
    int bytes = end - start - 2;
    boolean plain = !line.hasEscapes() && line.isAscii();
    // A string has no more code points than bytes, and at least one where it has any byte.
    if (bytes >= limits.minLength()
        && bytes <= limits.maxLength()
        && (plain || limits.minLength() <= 1)) {
      return;
    }
    int length = plain ? bytes : codePoints(start, end);
    if (length < limits.minLength()) {
      findings.add(
          RuleIds.MIN_LENGTH,
          field.severity(),
          "at least " + count(limits.minLength()),
          start,
          end,
          "");
    }
    if (length > limits.maxLength()) {
      findings.add(
          RuleIds.MAX_LENGTH,
          field.severity(),
          "at most " + count(limits.maxLength()),
          start,
          end,
          "");
    }
  }

  private static String count(int characters) {
    return characters + (characters == 1 ? " character" : " characters");
  }

  private int codePoints(int start, int end) throws IOException {
    String text = line.text(start, end);
    return text.codePointCount(0, text.length());
  }

  private void checkForm(Field field, Limits.Text limits, int start, int end) throws IOException {
    String text = line.text(start, end);
    if (limits.pattern().isPresent() && !limits.pattern().get().matcher(text).find()) {
      String expected = "text that matches " + limits.pattern().get().pattern();
      findings.add(RuleIds.PATTERN, field.severity(), expected, start, end, "");
    }
    if (limits.format().isPresent() && !limits.format().get().matches(text)) {
      String expected = "the format " + limits.format().get().label();
      findings.add(RuleIds.FORMAT, field.severity(), expected, start, end, "");
    }
  }

  private void checkValues(Values values, int start, int end) throws IOException {
    if (!values.allowed().contains(line.text(start, end))) {
      findings.add(RuleIds.VALUES, values.severity(), values.phrase(), start, end, "");
    }
  }

  private boolean checkDate(Field field, int start, int end) throws IOException {
    String text = line.text(start, end);
    try {
      if (field.type() == LogicalType.DATE) {
        LocalDate.parse(text);
      } else {
        DateTimeFormatter.ISO_TIME.parse(text);
      }
      return true;
    } catch (DateTimeException e) {
      boolean date = field.type() == LogicalType.DATE;
      findings.add(
          RuleIds.FORMAT,
          Severity.ERROR,
          date ? "a date of ISO-8601" : "a time of ISO-8601",
          start,
          end,
          "write it as " + (date ? "2024-05-01" : "10:00:00"));
      return false;
    }
  }

  /** Reads the current string as microseconds since 1970, or reports that it is no date-time. */
  long readTimestamp(Field field) throws IOException {
    int start = line.parser().valueStart();
    int end = line.finishString();
    texts.checkValue(start, end);
    long micros = Timestamps.parsePlain(line.slab(), start + 1, end - 1);
    if (micros == Timestamps.INVALID) {
      micros = Timestamps.parse(line.text(start, end));
    }
    if (micros == Timestamps.INVALID) {
      findings.add(
          RuleIds.FORMAT,
          Severity.ERROR,
          "a date-time of ISO-8601 with an offset",
          start,
          end,
          "write it as 2024-05-01T10:00:00Z or with an offset such as +02:00");
    } else if (field.limits() instanceof Limits.Period limits) {
      checkPeriod(field, limits, micros, start, end);
    }
    return micros;
  }

  boolean isTimestamp(long micros) {
    return micros != Timestamps.INVALID;
  }

  private void checkPeriod(Field field, Limits.Period limits, long micros, int start, int end) {
    if (micros < limits.minimum()) {
      String expected = "not before " + Timestamps.format(limits.minimum());
      findings.add(RuleIds.MINIMUM, field.severity(), expected, start, end, "");
    }
    if (micros > limits.maximum()) {
      String expected = "not after " + Timestamps.format(limits.maximum());
      findings.add(RuleIds.MAXIMUM, field.severity(), expected, start, end, "");
    }
  }
}
