"""Runs a DAG with operators that only take down what they are given; prints its tasks as JSON.

The arguments that they take are those of Airflow's operators (apache-beam and standard providers) that such DAGs may
need; any other is an error, as it is there. A word that is not a boolean, a list or an object goes to the main as text.
"""

import json
import runpy
import sys
import types

TASKS = []
OF_ANY_TASK = {"task_id", "retries", "retry_delay", "trigger_rule", "execution_timeout", "pool"}


class Operator:
    takes = set()

    def __init__(self, **given):
        unknown = set(given) - self.takes - OF_ANY_TASK
        if unknown:
            raise TypeError(f"{type(self).__name__} does not take {sorted(unknown)}")
        self.given = given
        TASKS.append(self)

    def __rshift__(self, after):
        return after

    def told(self):
        texts = {name: value if isinstance(value, str) else repr(value) for name, value in self.given.items()}
        return {"operator": type(self).__name__, **texts}


class BashOperator(Operator):
    takes = {"bash_command", "env", "append_env", "output_encoding", "skip_on_exit_code", "cwd"}


class BeamRunJavaPipelineOperator(Operator):
    takes = {
        "jar", "runner", "job_class", "default_pipeline_options", "pipeline_options", "gcp_conn_id", "dataflow_config",
        "deferrable",
    }

    def told(self):
        options = {**self.given.get("default_pipeline_options", {}), **self.given["pipeline_options"]}
        words = ["--runner=" + self.given["runner"]]
        for name, value in options.items():
            if value is True:
                words.append("--" + name)
            elif isinstance(value, list):
                words += [f"--{name}={item}" for item in value]
            elif value is not False and value is not None:
                words.append(f"--{name}={value}")
        return {**super().told(), "arguments": words}


class DAG:
    def __init__(self, dag_id, schedule, start_date, catchup, max_active_runs, default_args):
        self.dag_id = dag_id

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False


def module(name, **members):
    made = types.ModuleType(name)
    made.__path__ = []
    for member, value in members.items():
        setattr(made, member, value)
    sys.modules[name] = made


for package in (
    "airflow", "airflow.providers", "airflow.providers.apache", "airflow.providers.apache.beam",
    "airflow.providers.apache.beam.operators", "airflow.providers.standard", "airflow.providers.standard.operators",
):
    module(package)
module("airflow.sdk", DAG=DAG)
module("airflow.providers.apache.beam.operators.beam", BeamRunJavaPipelineOperator=BeamRunJavaPipelineOperator)
module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)

runpy.run_path(sys.argv[1])
print(json.dumps([task.told() for task in TASKS]))
