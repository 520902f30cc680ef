package simile.connectors;

import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.coders.DefaultCoder;

/**
 * A vector and what it belongs to. Equal if the id and every number are.
 *
 * @param id not empty, without U+0000
 * @param vector not copied: do not change it
 */
@DefaultCoder(IdVectorCoder.class)
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode look into the array.
public record IdVector(String id, float[] vector) {

  public IdVector {
    Objects.requireNonNull(id);
    Objects.requireNonNull(vector);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdVector that
        && id.equals(that.id)
        && Arrays.equals(vector, that.vector);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(vector);
  }

  @Override
  public String toString() {
    return id + Arrays.toString(vector);
  }
}
