package simile.proof.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simile.query.Criteria;

/**
 * Criteria of which at most one of each kind is asked; empty asks for nothing.
 *
 * @param belowPercent quality below
 */
record Filter(Optional<String> domain, Optional<Integer> belowPercent, Optional<String> tag) {

  boolean matches(Line.Put put) {
    return domain.map(put.domain()::equals).orElse(true)
        && belowPercent.map(below -> put.percent() < below).orElse(true)
        && tag.map(put.tag()::equals).orElse(true);
  }

  /** The same question to a store; qualities have two digits. */
  Criteria criteria() {
    return new Criteria(
        List.of(),
        domain.stream().toList(),
        List.of(),
        List.of(),
        OptionalDouble.empty(),
        belowPercent.isPresent()
            ? OptionalDouble.of((belowPercent.get() - 0.5) / 100)
            : OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        tag.stream().toList());
  }

  @Override
  public String toString() {
    return "[%s%s%s]"
        .formatted(
            domain.map(d -> " domain=" + d).orElse(""),
            belowPercent.map(q -> " quality<" + q + "%").orElse(""),
            tag.map(t -> " tag=" + t).orElse(""));
  }
}
