package simile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simile.contract.rule.Violation;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.json.Utf8Json;
import simile.jsonl.LongLineSink;
import simile.segment.DataFile;
import simile.segment.FileKind;

/**
 * Writes rejected records, a line each: {@code
 * {"line":…,"file":…,"offset":…,"violations":[…],"record":…}}. The record is the line as it came,
 * as a string; where it is not UTF-8, or too long to hold, as {@code "record_base64"}. The file is
 * made with the first rejected record. {@code line} comes first, since the commit may have to add
 * the lines before the split.
 */
final class AuditWriter implements AuditSink, Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final StoreFiles files;
  private final String path;
  private final JsonFactory json = Utf8Json.writers();
  private Optional<HashedOutput> out = Optional.empty();
  private long rejected;

  AuditWriter(StoreFiles files, String path) {
    this.files = files;
    this.path = path;
  }

  @Override
  public void add(
      String file,
      long line,
      long offset,
      List<Violation> violations,
      byte[] bytes,
      int start,
      int length)
      throws IOException {
    ByteArrayOutputStream entry = new ByteArrayOutputStream(length + 512);
    try (JsonGenerator generator = json.createGenerator(entry)) {
      writeHead(generator, file, line, offset, violations);
      Optional<String> text = decode(bytes, start, length);
      if (text.isPresent()) {
        generator.writeStringField("record", text.get());
      } else {
        generator.writeFieldName("record_base64");
        generator.writeBinary(bytes, start, length);
      }
      generator.writeEndObject();
    }
    entry.write('\n');
    entry.writeTo(output());
    rejected++;
  }

  @Override
  public LongLineSink longLine(String file, LongLineListener listener) {
    return new LongLineSink() {
      private OutputStream encoded = OutputStream.nullOutputStream();

      @Override
      public void begin(long offset, long number) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(head)) {
          List<Violation> violations = List.of(listener.tooLong(file, number + 1));
          writeHead(generator, file, number + 1, offset, violations);
          generator.writeFieldName("record_base64");
          generator.writeRaw(":\"");
          generator.flush();
          head.writeTo(output());
        }
        encoded = Base64.getEncoder().wrap(unclosed(output()));
      }

      @Override
      public void piece(byte[] bytes, int start, int length) throws IOException {
        encoded.write(bytes, start, length);
      }

      @Override
      public void end() throws IOException {
        encoded.close();
        output().write("\"}\n".getBytes(UTF_8));
        rejected++;
      }
    };
  }

  /** Makes the file durable, but not its folder; none if nothing was rejected. */
  Optional<DataFile> finish() throws IOException {
    if (out.isEmpty()) {
      return Optional.empty();
    }
    String sha256 = out.get().finish();
    return Optional.of(DataFile.of(FileKind.AUDIT, path, rejected, out.get().count(), sha256));
  }

  @Override
  public void close() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    }
  }

  private static void writeHead(
      JsonGenerator generator, String file, long line, long offset, List<Violation> violations)
      throws IOException {
    generator.writeStartObject();
    generator.writeNumberField("line", line);
    generator.writeStringField("file", file);
    generator.writeNumberField("offset", offset);
    generator.writeArrayFieldStart("violations");
    for (Violation violation : violations) {
      generator.writeStartObject();
      generator.writeStringField("rule", violation.rule());
      generator.writeStringField("severity", severity(violation));
      generator.writeStringField("field", violation.pointer());
      generator.writeStringField("expected", violation.expected());
      generator.writeStringField("actual", violation.actual());
      generator.writeStringField("hint", violation.hint());
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }

  private static String severity(Violation violation) {
    return violation.severity().name().toLowerCase(Locale.ROOT);
  }

  private OutputStream output() throws IOException {
    if (out.isEmpty()) {
      out = Optional.of(new HashedOutput(files.create(path), BUFFER_BYTES));
    }
    return out.get();
  }

  private static Optional<String> decode(byte[] bytes, int start, int length) {
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static OutputStream unclosed(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int start, int length) throws IOException {
        out.write(bytes, start, length);
      }
    };
  }
}
