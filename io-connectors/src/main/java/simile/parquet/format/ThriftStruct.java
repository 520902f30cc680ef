package simile.parquet.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.parquet.ParquetFormatException;

/**
 * A struct of Thrift as its fields by number, whatever they are, so that those that are not known
 * here survive being copied. Getters throw {@link ParquetFormatException} where a field is missing
 * or of another kind; the name that they take is for the message.
 */
public final class ThriftStruct {
  private int[] ids = new int[4];
  private Object[] values = new Object[4];
  private int size;

  /** Sets a field, after those with smaller numbers, or replaces it. */
  public ThriftStruct with(int id, Object value) {
    int at = indexOf(id);
    if (at < 0) {
      at = append(id);
    }
    values[at] = value;
    return this;
  }

  public ThriftStruct with(int id, String value) {
    return with(id, value.getBytes(UTF_8));
  }

  public ThriftStruct with(int id, List<ThriftStruct> value) {
    return with(id, ThriftList.structs(value));
  }

  private int append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    ids[size] = id;
    return size++;
  }

  int size() {
    return size;
  }

  int id(int index) {
    return ids[index];
  }

  Object value(int index) {
    return values[index];
  }

  private int indexOf(int id) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  public boolean has(int id) {
    return indexOf(id) >= 0;
  }

  public OptionalLong number(int id) {
    int at = indexOf(id);
    return at >= 0 && values[at] instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  public long number(int id, String name) throws ParquetFormatException {
    return number(id).orElseThrow(() -> missing(name));
  }

  /** A number from 0 to {@code Integer.MAX_VALUE}. */
  public int count(int id, String name) throws ParquetFormatException {
    long value = number(id, name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new ParquetFormatException(name + " is " + value);
    }
    return (int) value;
  }

  public boolean bool(int id, boolean orElse) {
    int at = indexOf(id);
    return (at >= 0 && values[at] instanceof Boolean value) ? value : orElse;
  }

  public Optional<byte[]> binary(int id) {
    int at = indexOf(id);
    return at >= 0 && values[at] instanceof byte[] value ? Optional.of(value) : Optional.empty();
  }

  public String text(int id, String name) throws ParquetFormatException {
    return new String(binary(id).orElseThrow(() -> missing(name)), UTF_8);
  }

  public Optional<ThriftStruct> struct(int id) {
    int at = indexOf(id);
    return at >= 0 && values[at] instanceof ThriftStruct struct
        ? Optional.of(struct)
        : Optional.empty();
  }

  public ThriftStruct struct(int id, String name) throws ParquetFormatException {
    return struct(id).orElseThrow(() -> missing(name));
  }

  /** A list of structs; empty where it is missing. */
  public List<ThriftStruct> structs(int id, String name) throws ParquetFormatException {
    int at = indexOf(id);
    if (at < 0) {
      return List.of();
    }
    if (!(values[at] instanceof ThriftList list)) {
      throw missing(name);
    }
    List<ThriftStruct> structs = new ArrayList<>(list.items().size());
    for (Object item : list.items()) {
      if (!(item instanceof ThriftStruct struct)) {
        throw missing(name);
      }
      structs.add(struct);
    }
    return structs;
  }

  /** The only field's number, for a struct that stands for one of several; 0 if it has none. */
  public int alternative() {
    return size == 0 ? 0 : ids[0];
  }

  private static ParquetFormatException missing(String name) {
    return new ParquetFormatException(name + " is missing, or not what it should be");
  }
}
