package simile.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import simile.contract.check.CheckerOptions;

final class JavaRuleTest {
  private static final String YAML =
      ContractParserTest.GOOD
          .replace("engine: cel", "engine: java")
          .replace("size < 5.0", "size-fits-kind");

  @Test
  void aRuleInJavaIsFoundOnTheClassPath() throws ContractException {
    Lines lines = new Lines(ContractParserTest.parse(YAML), CheckerOptions.DEFAULTS);
    lines.check("{\"size\":7,\"kind\":\"short\"}");
    assertThat(lines.broken(), contains("small"));
    assertThat(lines.violations().get(0).expected(), is("a size below the length of the kind"));
    assertThat(lines.violations().get(0).actual(), is("kind = \"short\", size = 7"));
  }

  @Test
  void itDoesNotRunWithoutItsFields() throws ContractException {
    Lines lines = new Lines(ContractParserTest.parse(YAML), CheckerOptions.DEFAULTS);
    lines.check("{\"size\":7}");
    assertThat(lines.broken(), is(empty()));
  }

  @Test
  void aContractWithoutItsFieldsIsRefused() {
    String yaml = YAML.replace("name: kind", "name: sort");
    ContractException e =
        assertThrows(ContractException.class, () -> ContractParserTest.parse(yaml));
    assertThat(e.getMessage(), containsString("needs the field 'kind'"));
  }
}
