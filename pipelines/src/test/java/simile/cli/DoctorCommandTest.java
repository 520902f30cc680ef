package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simile.cli.doctor.Doctor;
import simile.jobs.ExitCode;

class DoctorCommandTest {

  @Test
  void aMachineThatRunsTheTestsIsNotIll() throws IOException {
    Session session = Session.of("doctor", "--format", "json");
    JsonNode findings = new ObjectMapper().readTree(session.out());
    assertThat(session.exit(), is(0));
    for (JsonNode finding : findings) {
      assertThat(finding.path("status").asText().matches("ok|warn"), is(true));
    }
    assertThat(findings.findValuesAsText("check").containsAll(List.of("sqlite", "zstd")), is(true));
  }

  @Test
  void storeThatCannotCommitFailsWithWhatToDo() {
    Doctor doctor =
        new Doctor(List.of())
            .with(
                "s3://bucket",
                store -> {
                  throw new IOException("a second create is not refused");
                });
    Session session = Session.run(console -> Commands.with(console, doctor), "doctor");
    assertThat(session.exit(), is(ExitCode.ENVIRONMENT.number()));
    assertThat(session.out(), containsString("fail  store"));
    assertThat(session.out(), containsString("→ keep the store where it can"));
  }

  @Test
  void storeThatCanCommitIsFine() {
    Doctor doctor = Doctor.standard(Optional.empty()).with("/tmp/store", store -> {});
    assertThat(
        Session.run(console -> Commands.with(console, doctor), "doctor").out(),
        containsString("ok    store"));
  }
}
