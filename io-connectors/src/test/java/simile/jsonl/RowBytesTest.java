package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

class RowBytesTest {
  private static final Schema STAMPED =
      new Schema(
          "things",
          List.of(
              Column.of("id", ColumnType.TEXT),
              new Column("created_at", ColumnType.TIMESTAMP, true, false)),
          Optional.empty(),
          List.of(),
          OptionalInt.empty());

  private static final Pattern UNSET = Pattern.compile("\"created_at\" *: *(null)");

  /** {@code <} and {@code >} mark what is cut, {@code ~} is a CR and {@code _} a space. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':1}          | {'a':1,'id':'x','created_at':'T'}",
        "{_'a':1_}__      | {_'a':1_,'id':'x','created_at':'T'}__",
        "{}               | {'id':'x','created_at':'T'}",
        "{_}              | {_'id':'x','created_at':'T'}",
        "{<'e':[1]>}      | {'id':'x','created_at':'T'}",
        "{~<'e':[1]>~}~   | {~~'id':'x','created_at':'T'}~",
        "{<'e':[1],>'a':1}| {'a':1,'id':'x','created_at':'T'}",
        "{'a':1<,'e':[1]>}| {'a':1,'id':'x','created_at':'T'}",
        "{'a':'}'}        | {'a':'}','id':'x','created_at':'T'}",
      })
  void derivedMembersComeBeforeTheBrace(String line, String expected) {
    assertThat(render(line, true, STAMPED), is(plain(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'x'}            | {'id':'x'}",
        "{<'e':[1],>'id':'x'}_ | {'id':'x'}_",
        "{'id':'x'_<,_'e':[1]>}| {'id':'x'_}",
        "{<'e':[1]>}           | {}",
      })
  void bytesStayAsTheyCame(String line, String expected) {
    Schema plain =
        new Schema(
            "things",
            List.of(Column.of("id", ColumnType.TEXT)),
            Optional.empty(),
            List.of(),
            OptionalInt.empty());
    assertThat(render(line, false, plain), is(plain(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'created_at':null}             | {'created_at':'T','id':'x'}",
        "{'created_at'_:_null_,'a':null} | {'created_at'_:_'T'_,'a':null,'id':'x'}",
        "{<'e':[1],>'created_at':null}   | {'created_at':'T','id':'x'}",
        "{'created_at':null<,'e':[1]>}~  | {'created_at':'T','id':'x'}~",
      })
  void derivedMemberTakesThePlaceOfItsNull(String line, String expected) {
    assertThat(render(line, true, STAMPED), is(plain(expected)));
  }

  private static String render(String marked, boolean derived, Schema schema) {
    String line = plain(marked);
    int cut = line.indexOf('<');
    int cutEnd = line.indexOf('>') - 1;
    byte[] slab = ("##" + line.replace("<", "").replace(">", "") + "##").getBytes(UTF_8);
    RecordBatchBuilder builder = RecordBatch.builder(schema, slab, "T");
    builder.startRow(2, slab.length - 4, 0).id(new byte[] {'x'}, 0, 1, derived);
    if (cut >= 0) {
      builder.cut(cut + 2, cutEnd - cut);
    }
    Matcher unset = UNSET.matcher(new String(slab, UTF_8));
    if (unset.find()) {
      builder.nullAt(1, unset.start(1));
    }
    builder.endRow();
    RowBytes bytes = new RowBytes(builder.build());
    bytes.render(0);
    return new String(bytes.bytes(), bytes.start(), bytes.length(), UTF_8);
  }

  private static String plain(String marked) {
    return marked
        .strip()
        .replace('\'', '"')
        .replace('~', '\r')
        .replace('_', ' ')
        .replace("created at", "created_at");
  }
}
