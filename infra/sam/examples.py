"""Runs the README's examples for readers of the case table against a local stack.

The one in Java is run by ReadmeExampleTest in infra/local.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

import boto3

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOCAL = ROOT / "infra/local/target"
JAVA = pathlib.Path(os.environ.get("JAVA_HOME", "/usr")) / "bin/java"


def example(language):
    """The README's block of code in a language."""
    return re.search(f"```{language}\n(.*?)```", section(), re.DOTALL).group(1)


def section():
    text = (ROOT / "README.md").read_text()
    return text[text.index("## Read the cases") : text.index("## Operate it")]


class ReadmeExamples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        endpoints = pathlib.Path(cls.folder.name) / "endpoints.json"
        cls.log = open(pathlib.Path(cls.folder.name) / "log", "w+")
        cls.stack = subprocess.Popen(
            [
                *(JAVA, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                *(f"-Dearshot.home={ROOT}", "-cp", f"{LOCAL}/classes:{(LOCAL / 'classpath').read_text()}"),
                *("earshot.local.Main", "up", "--no-demo", "--port", "0", "--data", cls.folder.name),
            ],
            stdout=cls.log,
            stderr=subprocess.STDOUT,
        )
        cls.addClassCleanup(cls.stop)
        for _ in range(600):
            if endpoints.exists() or cls.stack.poll() is not None:
                break
            time.sleep(0.1)
        cls.log.seek(0)
        assert endpoints.exists(), cls.log.read()
        at = json.loads(endpoints.read_text())
        cls.environment = {
            **os.environ,
            "PATH": f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "CASE_TABLE": at["tables"]["CaseTable"],
            "AWS_ENDPOINT_URL_DYNAMODB": at["dynamodb"],
            "AWS_DEFAULT_REGION": at["region"],
            "AWS_ACCESS_KEY_ID": at["accessKeyId"],
            "AWS_SECRET_ACCESS_KEY": at["secretAccessKey"],
        }
        cls.cases(at)

    @classmethod
    def cases(cls, at):
        """Two cases of one team, in two shards."""
        session = boto3.Session(at["accessKeyId"], at["secretAccessKey"], region_name=at["region"])
        table = session.resource("dynamodb", endpoint_url=at["dynamodb"]).Table(at["tables"]["CaseTable"])
        for shard, post, priority in ((0, "2", "normal"), (3, "1", "urgent")):
            table.put_item(
                Item={
                    "pk": f"facebook:{post}",
                    "sk": "CASE#000001",
                    "teamStatus": f"triage#open#{shard}",
                    "orderKey": f"2026-11-22T0{post}:00:00.000Z",
                    "priority": priority,
                }
            )

    @classmethod
    def stop(cls):
        cls.stack.terminate()
        cls.stack.wait(30)
        cls.log.close()
        cls.folder.cleanup()

    def run_it(self, *command):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.split()

    def test_the_example_for_the_aws_cli_prints_one_shard(self):
        self.assertEqual(
            self.run_it("bash", "-euc", example("sh")),
            ["2026-11-22T02:00:00.000Z", "facebook:2", "CASE#000001", "normal"],
        )

    def test_the_example_in_python_prints_the_most_pressing_first(self):
        self.assertEqual(
            self.run_it(sys.executable, "-c", example("python")),
            [
                *("facebook:1~000001", "urgent", "2026-11-22T01:00:00.000Z"),
                *("facebook:2~000001", "normal", "2026-11-22T02:00:00.000Z"),
            ],
        )
