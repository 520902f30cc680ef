package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import simile.contract.field.Field;
import simile.contract.field.Trait;
import simile.contract.json.LineParser;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;
import simile.record.TextCache;

/** Reads the members of one record. */
final class RecordReader {
  private static final int ID_COLUMN = 0;

  private final Slots slots;
  private final List<Field> columns;
  private final int partitionColumn;
  private final Line line;
  private final Path path;
  private final KeyScopes keys;
  private final Findings findings;
  private final ValueReader values;
  private final EmbeddingReader embedding;
  private final KindReader kind;
  private final Identity identity;
  private final Deletion deletion;
  private final RuleRunner rules;
  private final Row row;
  private final TextCache texts = new TextCache();
  private boolean kindSeen;
  private boolean embeddingSeen;
  private String escapedId = "";
  private String partition = "";

  RecordReader(Shape shape, Line line, Path path, KeyScopes keys, Findings findings) {
    this.line = line;
    this.path = path;
    this.keys = keys;
    this.findings = findings;
    Schema schema = shape.schema();
    columns = shape.columns();
    partitionColumn = schema.partitionColumn();
    values = new ValueReader(line, path, keys, findings);
    embedding = new EmbeddingReader(line, path, findings, values.skimmer(), shape.dimension());
    kind = new KindReader(line, texts, values);
    identity = new Identity(line);
    deletion = new Deletion(line, findings, values.texts(), identity);
    row = new Row(columns.size());
    rules = new RuleRunner(shape.rules(), schema, row, new RowFields(schema, row, line), findings);
    slots = Slots.of(shape);
  }

  /** Reads the object that the parser stands before, to its closing brace. */
  void read() throws IOException {
    row.clear();
    embedding.clear();
    kind.clear();
    deletion.clear();
    kindSeen = false;
    embeddingSeen = false;
    LineParser parser = line.parser();
    keys.enter();
    int ordinal = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int nameStart = parser.nameStart();
      path.push(name);
      Slot slot = slots.find(name, ordinal++);
      if (slot instanceof Slot.Stored stored) {
        readStored(stored, name);
      } else if (slot instanceof Slot.Kind known) {
        readKind(known.field());
      } else if (slot instanceof Slot.Vector) {
        readEmbedding(nameStart);
      } else {
        readUnknown(name, nameStart);
      }
      path.pop();
    }
    keys.leave();
  }

  private void readStored(Slot.Stored slot, String name) throws IOException {
    int column = slot.column();
    if (isRepeated(row.state(column) != Row.ABSENT)) {
      return;
    }
    values.texts().checkName(name);
    if (line.parser().nextToken() == JsonToken.VALUE_NULL) {
      row.set(column, Row.NULL, line.parser().valueStart(), line.parser().valueEnd(), 0);
      return;
    }
    int start = line.parser().valueStart();
    boolean good = values.read(slot.field());
    int end = line.parser().valueEnd();
    row.set(column, good ? Row.GOOD : Row.BAD, start, end, values.scalar());
    if (column == ID_COLUMN) {
      escapedId = good && line.hasEscapes() ? line.parser().getText() : "";
    }
    if (column == partitionColumn && good) {
      partition =
          line.hasEscapes() ? line.parser().getText() : texts.text(line.slab(), start + 1, end - 1);
    }
  }

  /** Passes over the value and reports its key, if that was there before. */
  private boolean isRepeated(boolean seen) throws IOException {
    if (seen) {
      values.skimmer().reportDuplicate();
      line.parser().nextToken();
      values.skimmer().skim(false);
    }
    return seen;
  }

  private void readKind(Field field) throws IOException {
    if (!isRepeated(kindSeen)) {
      kindSeen = true;
      line.parser().nextToken();
      kind.read(field);
    }
  }

  private void readEmbedding(int nameStart) throws IOException {
    if (!isRepeated(embeddingSeen)) {
      embeddingSeen = true;
      line.parser().nextToken();
      embedding.read(nameStart);
    }
  }

  private void readUnknown(String name, int nameStart) throws IOException {
    values.skimmer().noteKey(name);
    line.parser().nextToken();
    int start = line.parser().valueStart();
    values.skimmer().skim(false);
    int end = line.parser().valueEnd();
    if (name.equals(Deletion.TARGET)) {
      deletion.noteTarget(start);
    } else if (name.equals(KindReader.NAME)) {
      kind.note(start, end);
    }
    row.extra(nameStart, end);
  }

  /** Judges the record as a whole, once its line was read to the end. */
  void finish() {
    if (kind.isDeletion()) {
      deletion.check();
      return;
    }
    for (int c = 0; c < columns.size(); c++) {
      byte state = row.state(c);
      if (state == Row.ABSENT || state == Row.NULL) {
        reportMissing(columns.get(c), state);
      }
    }
    rules.run();
  }

  private void reportMissing(Field field, byte state) {
    boolean isNullId = field.name().equals(Schema.ID) && state == Row.NULL;
    if (!field.is(Trait.REQUIRED) && !isNullId) {
      return;
    }
    findings.add(
        isNullId ? RuleIds.TYPE : RuleIds.REQUIRED,
        Severity.ERROR,
        "/" + field.name(),
        isNullId ? "a string" : "a value",
        state == Row.NULL ? "null" : "",
        isNullId ? "leave the id out to have it derived from the record" : "");
  }

  void writeTo(RecordBatchBuilder into) {
    if (kind.isDeletion()) {
      deletion.writeTo(into);
      return;
    }
    row.writeTo(into);
    embedding.writeTo(into);
    if (row.isGood(ID_COLUMN)) {
      identity.own(into, row.start(ID_COLUMN), row.end(ID_COLUMN), escapedId);
    } else {
      identity.derived(into);
    }
    if (partitionColumn >= 0 && row.isGood(partitionColumn)) {
      into.partition(partition);
    }
  }
}
