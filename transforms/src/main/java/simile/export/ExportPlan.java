package simile.export;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import simile.log.ContractRef;
import simile.query.Criteria;
import simile.query.CriteriaJson;

/**
 * All that an export needs to know, fixed when it is submitted; the same on every worker.
 *
 * @param runId the run
 * @param argumentsSha256 of its arguments in canonical form
 * @param source what is exported
 * @param criteriaJson what records must meet, see {@link CriteriaJson}
 * @param shape how it is written
 * @param output where it goes
 * @param parts the whole work, in the order of ids
 * @param submittedAt when it was submitted
 * @param runner what runs it, for people
 */
public record ExportPlan(
    String runId,
    String argumentsSha256,
    ExportSource source,
    String criteriaJson,
    ExportShape shape,
    ExportOutput output,
    List<ExportPart> parts,
    Instant submittedAt,
    String runner)
    implements Serializable {

  public ExportPlan {
    parts = List.copyOf(parts);
  }

  /** What records must meet. */
  public Criteria criteria() {
    return CriteriaJson.read(criteriaJson);
  }

  /** Whether what is made of parts is joined to one file. */
  boolean isPieces() {
    return output.isFile() && parts.size() > 1;
  }

  /** The manifest, without its files. */
  ExportManifest draft(ContractRef contract) {
    return new ExportManifest(
        runId,
        argumentsSha256,
        source.context(),
        source.collection(),
        source.version(),
        source.committedAt(),
        new ContractRef(
            contract.id(),
            contract.version(),
            contract.sha256(),
            output.isFile() ? "" : ExportManifest.CONTRACT),
        criteria(),
        shape,
        List.of());
  }

  /** The folder of what the run has not published yet. */
  String unfinished() {
    return output.unfinished(runId);
  }
}
