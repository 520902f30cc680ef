package simile.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class CsvOutputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CsvOutput csv = new CsvOutput(out);

  @Test
  void quotesWhatNeedsQuotesAndTellsNothingFromEmptyText() throws IOException {
    text("plain");
    text("a,b");
    text("say \"x\"");
    text("two\nlines");
    text("");
    csv.nothing();
    csv.endLine();
    csv.nothing();
    text("é");
    csv.endLine();
    assertThat(written(), is("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"\",\r\n,é\r\n"));
  }

  @Test
  void textThatASpreadsheetWouldRunIsNeutralisedAndNumbersAreNot() throws IOException {
    for (String begin : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
      text(begin + "1+1");
    }
    value("-1.5");
    value("[\"=1\"]");
    text("1-1");
    csv.endLine();
    assertThat(
        written(), is("'=1+1,'+1+1,'-1+1,'@1+1,'\t1+1,\"'\r1+1\",-1.5,\"[\"\"=1\"\"]\",1-1\r\n"));
  }

  private void text(String text) throws IOException {
    byte[] utf8 = ("…" + text).getBytes(UTF_8);
    csv.text(utf8, 3, utf8.length - 3);
  }

  private void value(String value) throws IOException {
    byte[] utf8 = value.getBytes(UTF_8);
    csv.value(utf8, 0, utf8.length);
  }

  private String written() {
    return out.toString(UTF_8);
  }
}
