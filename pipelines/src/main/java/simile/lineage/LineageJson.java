package simile.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Events as OpenLineage writes them. */
final class LineageJson {
  private static final String PRODUCER = "urn:simile:pipelines";
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final String EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String OWN_FACET = SPEC + "2-0-2/OpenLineage.json#/$defs/RunFacet";

  private final String namespace;

  /**
   * @param namespace of the jobs
   */
  LineageJson(String namespace) {
    this.namespace = namespace;
  }

  byte[] write(LineageEvent event) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("eventTime", event.time().toString());
    object.put("eventType", event.type().name());
    object.put("producer", PRODUCER);
    object.put("schemaURL", EVENT);
    object.set("run", run(event));
    object.set("job", job(event));
    object.set("inputs", datasets(event.inputs(), true));
    object.set("outputs", datasets(event.outputs(), false));
    return object.toString().getBytes(UTF_8);
  }

  private static ObjectNode run(LineageEvent event) {
    ObjectNode run = JsonNodeFactory.instance.objectNode().put("runId", event.run().toString());
    ObjectNode facets = run.putObject("facets");
    facet(facets, "processing_engine", "1-1-1", "ProcessingEngineRunFacet")
        .put("version", event.engineVersion())
        .put("name", event.engine());
    event
        .error()
        .ifPresent(
            message ->
                facet(facets, "errorMessage", "1-0-1", "ErrorMessageRunFacet")
                    .put("message", message)
                    .put("programmingLanguage", "JAVA"));
    ObjectNode own =
        facets.putObject("simile_run").put("_producer", PRODUCER).put("_schemaURL", OWN_FACET);
    event.facts().forEach(own::put);
    return run;
  }

  private ObjectNode job(LineageEvent event) {
    ObjectNode job =
        JsonNodeFactory.instance.objectNode().put("namespace", namespace).put("name", event.job());
    facet(job.putObject("facets"), "jobType", "2-0-3", "JobTypeJobFacet")
        .put("processingType", "BATCH")
        .put("integration", "SIMILE")
        .put("jobType", "JOB");
    return job;
  }

  private static ArrayNode datasets(List<LineageDataset> datasets, boolean areInputs) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (LineageDataset dataset : datasets) {
      ObjectNode object = array.addObject();
      object.put("namespace", dataset.name().namespace()).put("name", dataset.name().name());
      ObjectNode facets = object.putObject("facets");
      facet(facets, "dataSource", "1-0-1", "DatasourceDatasetFacet")
          .put("name", dataset.name().namespace())
          .put("uri", dataset.name().uri());
      dataset
          .version()
          .ifPresent(
              version ->
                  facet(facets, "version", "1-0-1", "DatasetVersionDatasetFacet")
                      .put("datasetVersion", version));
      schema(facets, dataset.fields());
      statistics(object, dataset.statistics(), areInputs);
    }
    return array;
  }

  private static void schema(ObjectNode facets, List<LineageDataset.Field> fields) {
    if (fields.isEmpty()) {
      return;
    }
    ArrayNode array = facet(facets, "schema", "1-1-1", "SchemaDatasetFacet").putArray("fields");
    fields.forEach(field -> array.addObject().put("name", field.name()).put("type", field.type()));
  }

  private static void statistics(ObjectNode dataset, Optional<Statistics> known, boolean isInput) {
    if (known.isEmpty()) {
      return;
    }
    ObjectNode facet =
        isInput
            ? facet(
                dataset.putObject("inputFacets"),
                "inputStatistics",
                "1-0-0",
                "InputStatisticsInputDatasetFacet")
            : facet(
                dataset.putObject("outputFacets"),
                "outputStatistics",
                "1-0-2",
                "OutputStatisticsOutputDatasetFacet");
    put(facet, "rowCount", known.get().rows());
    put(facet, "size", known.get().bytes());
    put(facet, "fileCount", known.get().files());
  }

  private static void put(ObjectNode facet, String name, long value) {
    if (value >= 0) {
      facet.put(name, value);
    }
  }

  private static ObjectNode facet(ObjectNode facets, String name, String version, String type) {
    return facets
        .putObject(name)
        .put("_producer", PRODUCER)
        .put("_schemaURL", SPEC + "facets/%s/%s.json#/$defs/%s".formatted(version, type, type));
  }
}
