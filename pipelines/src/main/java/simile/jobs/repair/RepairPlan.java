package simile.jobs.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import simile.jobs.repair.RepairStep.Action;
import simile.repair.SegmentDamage;
import simile.repair.StoreDamage;
import simile.segment.DataFile;
import simile.segment.Segment;

/** Says what a repair would do about damage. */
final class RepairPlan {
  private final boolean dropLost;

  RepairPlan(boolean dropLost) {
    this.dropLost = dropLost;
  }

  List<RepairStep> of(StoreDamage damage) {
    List<RepairStep> steps = new ArrayList<>();
    damage
        .checkpoints()
        .forEach(
            fault ->
                steps.add(
                    new RepairStep(Action.DELETE, fault.path(), "is derived; nothing is lost")));
    for (SegmentDamage segment : damage.segments()) {
      for (DataFile file : segment.files()) {
        steps.add(new RepairStep(action(segment), file.path(), meaning(segment)));
      }
    }
    for (DataFile file : damage.beyond()) {
      steps.add(
          new RepairStep(
              Action.NOT_MENDED,
              file.path(),
              "no other file tells what was in this %s; restore it from a backup"
                  .formatted(file.kind().key())));
    }
    return List.copyOf(steps);
  }

  Action action(SegmentDamage damage) {
    if (!damage.isLoss()) {
      return Action.REBUILD;
    }
    return dropLost && damage.kept().isLive() ? Action.DROP_LOST : Action.NOT_MENDED;
  }

  private String meaning(SegmentDamage damage) {
    if (!damage.isLoss()) {
      return "is written again from the rest of its segment; nothing is lost";
    }
    if (!damage.kept().isLive()) {
      return "only older versions need it; restore it from a backup, or give them up: simile vacuum";
    }
    String loss = loss(damage);
    return dropLost ? loss : loss + "; restore it from a backup, or accept the loss: --drop-lost";
  }

  private static String loss(SegmentDamage damage) {
    Segment segment = damage.kept().live().segment();
    if (damage.isWithoutKeys()) {
      return "all %d records and %d deletions of the segment are lost, and older records of their ids come back"
          .formatted(segment.rows(), segment.tombstones());
    }
    List<String> lost = new ArrayList<>();
    if (!damage.lostIds().isEmpty()) {
      lost.add(
          "%d of %d records are lost: %s"
              .formatted(damage.lostIds().size(), segment.rows(), some(damage.lostIds())));
    }
    if (damage.lostVectors() > 0) {
      lost.add("%d records stay without their vectors".formatted(damage.lostVectors()));
    }
    return String.join("; ", lost);
  }

  private static String some(List<String> ids) {
    int told = 5;
    String first = ids.stream().limit(told).collect(Collectors.joining(", "));
    return ids.size() > told ? first + ", …" : first;
  }
}
