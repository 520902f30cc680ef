package simile.contract;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import simile.contract.check.CheckerOptions;
import simile.contract.check.CrossRule;
import simile.contract.check.RecordChecker;
import simile.contract.check.Shape;
import simile.contract.field.Field;
import simile.contract.field.Trait;
import simile.files.Sha256;
import simile.record.Schema;

/**
 * What records of one collection must be; see {@link ContractParser}. Immutable. Serialized as its
 * file, which is read again.
 */
public final class Contract implements Serializable {
  private static final long serialVersionUID = 1;

  private final transient ContractSource source;
  private final transient CollectionFields fields;
  private final transient List<CrossRule> rules;
  private final transient List<String> ignored;
  private final transient String sha256;

  Contract(
      ContractSource source, CollectionFields fields, List<CrossRule> rules, List<String> ignored) {
    this.source = source;
    this.fields = fields;
    this.rules = List.copyOf(rules);
    this.ignored = List.copyOf(ignored);
    this.sha256 = Sha256.of(source.yaml());
  }

  /** The contract's own id. */
  public String id() {
    return source.id();
  }

  /** The name of the collection. */
  public String name() {
    return fields.collection();
  }

  /** The contract's version, as the file has it. */
  public String version() {
    return source.version();
  }

  /** The SHA-256 of {@link #source}. */
  public String sha256() {
    return sha256;
  }

  /** What messages call the file. */
  public String file() {
    return source.file();
  }

  /** The file's bytes. */
  public byte[] source() {
    return source.yaml().clone();
  }

  /** How the collection is stored; the dimension is empty where the contract does not say. */
  public Schema schema() {
    return fields.schema(OptionalInt.empty());
  }

  /** The stored fields, in the schema's order. */
  public List<Field> columns() {
    return fields.columns();
  }

  /** Every field: the stored ones, {@code type} and {@code embedding}. */
  public List<Field> allFields() {
    List<Field> all = new ArrayList<>(fields.columns());
    fields.kind().ifPresent(all::add);
    fields.embedding().ifPresent(all::add);
    return all;
  }

  /** Fields that are described and no column of {@link #schema}: {@code type}, if it has it. */
  public Set<String> unstored() {
    return fields.kind().map(field -> Set.of(field.name())).orElse(Set.of());
  }

  /** Whether records may have an embedding. */
  public boolean embeds() {
    return fields.embedding().isPresent();
  }

  /** Whether two records of one id that are merged are so field by field. */
  public boolean mergesFields() {
    return fields.mergesFields();
  }

  /** The fields that have the members of both records where they are merged. */
  public Set<String> unitedFields() {
    return fields.columns().stream()
        .filter(field -> field.is(Trait.UNITED))
        .map(Field::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The rules across fields. */
  public List<CrossRule> rules() {
    return rules;
  }

  /** Quality rules that are left to other tools: they judge a whole table, or need an engine. */
  public List<String> ignored() {
    return ignored;
  }

  /** The contract as plain text: a table of the fields, then the rules across fields. */
  public String describe() {
    return ContractTable.of(this);
  }

  /** Makes a checker, which belongs to one thread. */
  public RecordChecker checker(CheckerOptions options) {
    Schema schema = fields.schema(options.dimension());
    return new RecordChecker(
        new Shape(schema, fields.columns(), fields.kind(), embeds(), schema.dimension(), rules));
  }

  private Object writeReplace() {
    return new Packed(source.file(), source.yaml());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a contract is serialized as its file");
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Packed(String file, byte[] yaml) implements Serializable {
    private Object readResolve() throws InvalidObjectException {
      try {
        return ContractParser.parse(file, yaml);
      } catch (ContractException e) {
        throw new InvalidObjectException(e.getMessage());
      }
    }
  }
}
