package simile.parquet.write;

import java.util.List;
import simile.parquet.format.PhysicalType;

/**
 * A column of values, which a field has one or two of.
 *
 * @param path the names from the root to it
 * @param repetition the highest repetition level
 * @param definition the highest definition level, at which there is a value
 * @param ordered whether readers may skip row groups by its least and greatest value
 */
record Leaf(List<String> path, PhysicalType type, int repetition, int definition, boolean ordered) {
  Leaf {
    path = List.copyOf(path);
  }
}
