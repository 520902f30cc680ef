package simile.contract;

import java.util.HashSet;
import java.util.Set;

/** The keys that the Open Data Contract Standard v3.1.0 has at each level. */
final class OdcsKeys {
  static final Set<String> CONTRACT =
      Set.of(
          "apiVersion",
          "authoritativeDefinitions",
          "contractCreatedTs",
          "customProperties",
          "dataProduct",
          "description",
          "domain",
          "id",
          "kind",
          "name",
          "price",
          "roles",
          "schema",
          "servers",
          "slaDefaultElement",
          "slaProperties",
          "status",
          "support",
          "tags",
          "team",
          "tenant",
          "version");

  private static final Set<String> ELEMENT =
      Set.of(
          "authoritativeDefinitions",
          "businessName",
          "customProperties",
          "description",
          "id",
          "logicalType",
          "name",
          "physicalName",
          "physicalType",
          "properties",
          "quality",
          "relationships",
          "tags");

  static final Set<String> OBJECT = with(ELEMENT, "dataGranularityDescription");

  static final Set<String> PROPERTY =
      with(
          ELEMENT,
          "classification",
          "criticalDataElement",
          "encryptedName",
          "examples",
          "items",
          "logicalTypeOptions",
          "partitionKeyPosition",
          "partitioned",
          "primaryKey",
          "primaryKeyPosition",
          "required",
          "transformDescription",
          "transformLogic",
          "transformSourceObjects",
          "unique");

  static final Set<String> QUALITY =
      Set.of(
          "arguments",
          "authoritativeDefinitions",
          "businessImpact",
          "customProperties",
          "description",
          "dimension",
          "engine",
          "id",
          "implementation",
          "method",
          "metric",
          "mustBe",
          "mustBeBetween",
          "mustBeGreaterOrEqualTo",
          "mustBeGreaterThan",
          "mustBeLessOrEqualTo",
          "mustBeLessThan",
          "mustNotBe",
          "mustNotBeBetween",
          "name",
          "query",
          "rule",
          "schedule",
          "scheduler",
          "severity",
          "tags",
          "type",
          "unit");

  private OdcsKeys() {}

  private static Set<String> with(Set<String> keys, String... more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
