package simile.lineage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage.RunEvent;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads events as OpenLineage's own client does, and accepts no field that it does not know. */
public final class OpenLineageReader {
  private static final String OWN = "simile_run";

  private static final ObjectMapper KNOWN =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
          .annotationIntrospector(new Names())
          .build();

  /** Keeps what has no name apart from what has one. */
  private static final class Names extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnyGetter(Annotated annotated) {
      return false;
    }
  }

  private OpenLineageReader() {}

  /**
   * Reads an event.
   *
   * @throws AssertionError if it breaks a rule of the specification
   */
  public static RunEvent read(String json) throws IOException {
    JsonNode event = new ObjectMapper().readTree(json);
    requireRules(event);
    RunEvent read = KNOWN.readValue(json, RunEvent.class);
    ObjectNode known = (ObjectNode) KNOWN.readTree(KNOWN.writeValueAsString(read));
    ObjectNode told = event.deepCopy();
    ((ObjectNode) told.at("/run/facets")).remove(OWN);
    stripUnknown(known);
    known.remove("eventTime");
    told.remove("eventTime");
    assertThat("fields that OpenLineage knows", known, is((JsonNode) told));
    return read;
  }

  /** The client keeps what it does not know in a field of its own. */
  private static void stripUnknown(JsonNode known) {
    if (known instanceof ObjectNode object) {
      object.remove("additionalProperties");
    }
    known.forEach(OpenLineageReader::stripUnknown);
  }

  /** What the schema of a run event asks of one, and what its text does. */
  private static void requireRules(JsonNode event) {
    for (String field : List.of("eventTime", "eventType", "producer", "schemaURL", "run", "job")) {
      assertThat("has " + field, event.has(field), is(true));
    }
    OffsetDateTime unused = OffsetDateTime.parse(event.path("eventTime").asText());
    UUID run = UUID.fromString(event.at("/run/runId").asText());
    assertThat(run.toString(), is(event.at("/run/runId").asText()));
    requireUri(event.path("producer"));
    assertThat(
        event.path("schemaURL").asText(),
        is("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"));
    requireText(event.at("/job/namespace"));
    requireText(event.at("/job/name"));
    requireFacets(event.at("/run/facets"));
    requireFacets(event.at("/job/facets"));
    for (String side : List.of("input", "output")) {
      for (JsonNode dataset : event.path(side + "s")) {
        requireText(dataset.path("namespace"));
        requireText(dataset.path("name"));
        requireFacets(dataset.path("facets"));
        requireFacets(dataset.path(side + "Facets"));
      }
    }
  }

  private static void requireFacets(JsonNode facets) {
    for (JsonNode facet : facets) {
      requireUri(facet.path("_producer"));
      requireUri(facet.path("_schemaURL"));
    }
  }

  private static void requireUri(JsonNode text) {
    assertThat(text.toString(), URI.create(text.asText()).isAbsolute(), is(true));
  }

  private static void requireText(JsonNode text) {
    assertThat(text.toString(), text.isTextual() && !text.asText().isEmpty(), is(true));
  }
}
