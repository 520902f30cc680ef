"""Every night: takes what came that day into the store, merges segments, gives old versions up.

For Airflow 3 with the providers apache-beam and standard. The workers need a JDK 17, Simile in SIMILE, and Flink's own
jars in FLINK, since the job jar has none of Flink. Their environment has JDK_JAVA_OPTIONS=@/opt/simile/runner-configs/java.flags
and what the store needs (AWS_REGION, ...).
"""

from datetime import datetime, timedelta, timezone

from airflow.providers.apache.beam.operators.beam import BeamRunJavaPipelineOperator
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

SIMILE = "/opt/simile"
FLINK = "/opt/flink"
FLINK_MASTER = "simile-flink-rest:8081"
STORE = "s3://bucket/analogies"
JOB_JAR = f"{SIMILE}/runner-configs/flink-job/target/simile-flink-job.jar"

with DAG(
    dag_id="simile_nightly",
    schedule="17 1 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
) as dag:
    # A retry has the same run id, so that whatever happened to the first try, the day is committed once.
    ingest = BeamRunJavaPipelineOperator(
        task_id="ingest",
        jar=f"{JOB_JAR}:{FLINK}/lib/*",  # becomes the class path
        job_class="simile.jobs.IngestMain",
        runner="FlinkRunner",
        pipeline_options={
            "flinkMaster": FLINK_MASTER,
            "filesToStage": JOB_JAR,
            "parallelism": 2,
            "objectReuse": True,
            "fasterCopy": True,
            "store": STORE,
            "input": "s3://bucket/in/{{ ds }}/*.jsonl",
            "runId": "nightly-{{ ds }}",
            "maxViolationRatio": 0.01,
        },
    )
    # Exit code 4 is nothing to do and 5 that others were faster: skipped, not failed.
    compact = BashOperator(
        task_id="compact",
        bash_command=f"{SIMILE}/simile compact --store {STORE} --flink-master {FLINK_MASTER} --quiet",
        skip_on_exit_code=[4, 5],
    )
    vacuum = BashOperator(
        task_id="vacuum",
        bash_command=f"{SIMILE}/simile vacuum --store {STORE} --older-than 7d",
        skip_on_exit_code=[4, 5],
        trigger_rule="none_failed",  # a skipped compaction is no reason to keep old files
    )
    ingest >> compact >> vacuum
