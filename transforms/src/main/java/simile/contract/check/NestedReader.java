package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.contract.json.LineParser;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;

/** Reads objects and arrays, and what the contract says of their inside. */
final class NestedReader {
  private static final String NAMES = "a name or a list of names";
  private static final Field NAME = Field.of("", LogicalType.STRING, new Limits.None());

  private final ValueReader values;
  private final Line line;
  private final Path path;
  private final Findings findings;
  private final Texts texts;
  private final Skimmer skimmer;

  NestedReader(
      ValueReader values, Line line, Path path, Findings findings, Texts texts, Skimmer skimmer) {
    this.values = values;
    this.line = line;
    this.path = path;
    this.findings = findings;
    this.texts = texts;
    this.skimmer = skimmer;
  }

  /** Reads the current array. */
  boolean readArray(Field field) throws IOException {
    int start = line.parser().valueStart();
    Optional<Field> items = field.items();
    boolean good = true;
    int count = 0;
    path.pushIndex();
    while (line.parser().nextToken() != JsonToken.END_ARRAY) {
      path.at(count++);
      if (items.isPresent()) {
        good &= values.read(items.get());
      } else {
        skimmer.skim(true);
      }
    }
    path.pop();
    if (field.limits() instanceof Limits.Items limits) {
      checkCount(field, count, limits.minimum(), limits.maximum(), " items", start);
      if (limits.unique()) {
        checkUnique(field, start);
      }
    }
    return good;
  }

  private void checkUnique(Field field, int start) throws IOException {
    int end = line.parser().position();
    if (!Uniqueness.allDistinct(line.slab(), start, end)) {
      findings.add(RuleIds.VALUES, field.severity(), "items that differ", start, end, "");
    }
  }

  /** Reads the current object. */
  boolean readObject(Field field) throws IOException {
    LineParser parser = line.parser();
    int start = parser.valueStart();
    ObjectScope scope = ObjectScope.of(field);
    boolean good = true;
    int count = 0;
    skimmer.enter();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      count++;
      path.push(name);
      texts.checkName(name);
      boolean fresh = skimmer.noteKey(name);
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        scope.see(name);
      }
      boolean declared = fresh && scope.has(name);
      good &= declared ? readDeclared(scope, name) : readOther(field);
      path.pop();
    }
    skimmer.leave();
    for (String missing : scope.missing()) {
      good = false;
      reportMissing(missing);
    }
    if (field.limits() instanceof Limits.Members limits) {
      checkCount(field, count, limits.minimum(), limits.maximum(), " members", start);
    }
    return good;
  }

  private boolean readDeclared(ObjectScope scope, String name) throws IOException {
    return line.parser().currentToken() == JsonToken.VALUE_NULL || values.read(scope.field(name));
  }

  private boolean readOther(Field field) throws IOException {
    if (!field.is(Trait.NAMES)) {
      skimmer.skim(true);
      return true;
    }
    return switch (line.parser().currentToken()) {
      case VALUE_STRING -> values.read(NAME);
      case START_ARRAY -> readNames();
      default -> values.wrongType(LogicalType.STRING, NAMES);
    };
  }

  private boolean readNames() throws IOException {
    boolean good = true;
    int index = 0;
    path.pushIndex();
    while (line.parser().nextToken() != JsonToken.END_ARRAY) {
      path.at(index++);
      good &= values.read(NAME);
    }
    path.pop();
    return good;
  }

  private void reportMissing(String name) {
    path.push(name);
    findings.add(RuleIds.REQUIRED, Severity.ERROR, path.pointer(), "a value", "", "");
    path.pop();
  }

  private void checkCount(Field field, int count, int min, int max, String what, int start) {
    int end = line.parser().position();
    if (count < min) {
      String expected = "at least " + min + what;
      findings.add(RuleIds.MIN_LENGTH, field.severity(), expected, start, end, "");
    }
    if (count > max) {
      String expected = "at most " + max + what;
      findings.add(RuleIds.MAX_LENGTH, field.severity(), expected, start, end, "");
    }
  }
}
