"""Checks template.yaml with the SAM CLI itself, and what SAM makes of it against what the documents promise.

Called by ./earshot test with the Python that runs sam, so that its translator can be imported:
    python check.py PATH_OF_SAM REPORT_FOLDER
The report is JUnit's XML, so that these checks are counted with all others.
"""

import http.server
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import unittest
from xml.sax.saxutils import quoteattr

import yaml

from examples import ReadmeExamples  # noqa: F401 - loaded with the tests of this module
from transformed import Stack, deployed, owner, pretty, references, translate

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ("Name", "TableName", "QueueName", "FunctionName", "LogGroupName", "TopicName", "DashboardName")
LAYERS = sorted(each.parent.name for each in (ROOT / "layers").glob("*/pom.xml"))
FOLDERS = sorted(each.parent.name for each in (ROOT / "functions").glob("*/pom.xml"))
SAM = None
WORK = None


def sam(*arguments, **environment):
    """Runs sam at the project's root with an account that does not exist."""
    settings = {
        "PATH": os.environ["PATH"],
        "HOME": str(WORK),
        "SAM_CLI_TELEMETRY": "0",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nobody",
        "AWS_EC2_METADATA_DISABLED": "true",
        **environment,
    }
    done = subprocess.run(
        [SAM, *arguments], cwd=ROOT, env=settings, capture_output=True, text=True, timeout=120
    )
    if done.returncode:
        raise AssertionError(f"sam {arguments[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Bucket(http.server.BaseHTTPRequestHandler):
    """Takes what sam package uploads, as S3 does, whole or in parts; nothing is there before."""

    uploads = {}

    def do_HEAD(self):
        self.answer(404)

    def do_PUT(self):
        key = self.path.partition("?")[0]
        size = int(self.headers.get("X-Amz-Decoded-Content-Length") or self.headers["Content-Length"])
        self.rfile.read(int(self.headers["Content-Length"]))
        Bucket.uploads[key] = Bucket.uploads.get(key, 0) + size
        self.answer(200)

    def do_POST(self):
        begun = "uploads" in self.path
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        name = "InitiateMultipartUploadResult" if begun else "CompleteMultipartUploadResult"
        self.answer(200, f"<{name}><UploadId>1</UploadId></{name}>".encode())

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("ETag", '"0"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def packaged():
    """The template after sam build and sam package, against a bucket of this process's own."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        sam("build", "--build-dir", f"{WORK}/build")
        sam(
            *("package", "-t", f"{WORK}/build/template.yaml", "--s3-bucket", "nowhere", "--language-extensions"),
            *("--output-template-file", f"{WORK}/packaged.yaml"),
            AWS_ENDPOINT_URL_S3=f"http://127.0.0.1:{server.server_port}",
        )
    finally:
        server.shutdown()
    return (WORK / "packaged.yaml").read_text()


class WithTheSamCli(unittest.TestCase):
    def test_the_template_is_valid_and_the_linter_has_nothing_to_say(self):
        self.assertIn("is a valid SAM Template", sam("validate", "--lint"))


class Transformed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = packaged()
        cls.template = translate(cls.text)
        source = yaml.load(cls.text, Loader=yaml.BaseLoader)["Parameters"]
        cls.switches = [name for name, each in source.items() if each.get("AllowedValues") == ["on", "off"]]
        cls.on = cls.stack()
        cls.off = cls.stack(**dict.fromkeys(cls.switches, "off"))

    @classmethod
    def stack(cls, **parameters):
        return Stack(cls.template, **{**dict.fromkeys(cls.switches, "on"), **parameters})

    def folder(self, stack, function):
        """The folder of functions/ that a function's name ends with."""
        return stack.of("AWS::Lambda::Function")[function]["FunctionName"]["Fn::Sub"].replace("${Prefix}-", "")

    def folders(self, stack):
        return sorted(self.folder(stack, each) for each in stack.of("AWS::Lambda::Function"))

    def routes(self, stack):
        """Folder of the function behind each route, by method and path."""
        routes = {}
        for api in stack.of("AWS::ApiGatewayV2::Api").values():
            for path, methods in api["Body"].get("paths", {}).items():
                for method, route in methods.items():
                    uri = route["x-amazon-apigateway-integration"]["uri"]
                    behind = [each for each in references(uri) if not each.startswith("AWS::")]
                    routes[method, path] = self.folder(stack, behind[0])
        return routes

    def statements(self, stack):
        """Every statement of every policy, with the role or policy that it is in."""
        for name, role in stack.of("AWS::IAM::Role").items():
            for policy in role.get("Policies", []):
                for each in policy["PolicyDocument"]["Statement"]:
                    yield name, each
        for name, policy in stack.of("AWS::IAM::ManagedPolicy").items():
            for each in policy["PolicyDocument"]["Statement"]:
                yield name, each

    def consumers(self, stack):
        """Who reads each queue, a pipe included."""
        consumers = {}
        for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
            consumers.setdefault(owner(mapping["EventSourceArn"]), []).append(name)
        for name, pipe in stack.of("AWS::Pipes::Pipe").items():
            consumers.setdefault(owner(pipe["Source"]), []).append(name)
        return consumers

    def dead_letters(self, stack):
        """The dead letters of each queue that has some."""
        return {
            name: owner(queue["RedrivePolicy"]["deadLetterTargetArn"])
            for name, queue in stack.of("AWS::SQS::Queue").items()
            if "RedrivePolicy" in queue
        }

    def layers(self, stack):
        """The folder of layers/ that a layer's name ends with, by logical id."""
        return {
            name: each["LayerName"]["Fn::Sub"].rpartition("-")[2]
            for name, each in stack.of("AWS::Lambda::LayerVersion").items()
        }

    def test_every_folder_of_functions_and_of_layers_is_one_upload(self):
        self.assertEqual(self.folders(self.on), FOLDERS)
        self.assertEqual(sorted(self.layers(self.on).values()), LAYERS)
        self.assertEqual(len(Bucket.uploads), len(FOLDERS) + len(LAYERS))

    def test_the_upload_is_at_most_18_megabytes(self):
        self.assertLessEqual(sum(Bucket.uploads.values()), 18_000_000)

    def test_every_function_stands_on_one_layer_of_this_stack(self):
        for stack in (self.on, self.off):
            for name, function in stack.of("AWS::Lambda::Function").items():
                under = [owner(each) for each in function["Layers"]]
                self.assertEqual(len(under), 1, name)
                self.assertIn(under[0], self.layers(stack), name)

    def versions(self, text):
        """The version behind the alias of each function that has one."""
        stack = Stack(translate(text), **dict.fromkeys(self.switches, "on"))
        return {
            owner(alias["FunctionName"]): owner(alias["FunctionVersion"])
            for alias in stack.of("AWS::Lambda::Alias").values()
        }

    def test_other_libraries_are_a_new_version_of_each_function_on_them(self):
        before = self.versions(self.text)
        functions = self.on.of("AWS::Lambda::Function")
        for layer, each in self.on.of("AWS::Lambda::LayerVersion").items():
            key = each["Content"]["S3Key"]
            after = self.versions(self.text.replace(key, key[::-1]))
            changed = {name for name, version in after.items() if before[name] != version}
            self.assertEqual(changed, {name for name in before if layer in pretty(functions[name]["Layers"])})

    def test_every_route_is_called_like_the_folder_behind_it(self):
        routes = self.routes(self.on)
        self.assertTrue(routes)
        for (_, path), folder in routes.items():
            self.assertEqual(path, f"/webhooks/{folder}")

    def test_every_webhook_has_an_output_with_its_url(self):
        urls = pretty([each for name, each in self.on.outputs.items() if name.endswith("Webhook")])
        for _, path in self.routes(self.on):
            self.assertIn(f'{path}"', urls)

    def test_every_route_may_call_its_function(self):
        allowed = {
            self.folder(self.on, owner(each["FunctionName"]))
            for each in self.on.of("AWS::Lambda::Permission").values()
            if each["Principal"] == "apigateway.amazonaws.com"
        }
        self.assertEqual(allowed, set(self.routes(self.on).values()))

    def test_a_network_that_is_off_leaves_no_function_route_url_or_secret(self):
        self.assertEqual(self.routes(self.off), {})
        self.assertFalse(set(self.folders(self.off)) & set(self.routes(self.on).values()))
        names = [each["Name"]["Fn::Sub"] for each in self.off.of("AWS::SecretsManager::Secret").values()]
        self.assertEqual(names, ["/${Prefix}/notify"])
        self.assertFalse([each for each in self.off.outputs if each.endswith("Webhook")])
        for switch in self.switches:
            begins = re.compile(rf"{switch.lower()}([A-Z]|$)")
            self.assertFalse([each for each in self.off.resources if begins.match(each)])

    def test_what_is_switched_off_is_all_that_differs(self):
        gone = set(self.on.resources) - set(self.off.resources)
        self.assertFalse(set(self.off.resources) - set(self.on.resources))
        networks = tuple(switch.lower() for switch in self.switches)
        self.assertFalse({each for each in gone if not each.startswith(networks)})

    def test_no_stack_refers_to_what_it_does_not_have(self):
        variants = [
            {},
            dict.fromkeys(self.switches, "off"),
            {"FrontDoor": "FunctionUrl"},
            {"FrontDoor": "FunctionUrl", **dict.fromkeys(self.switches, "off")},
            {"AlarmEmail": "ops@example.com", "Billing": "Provisioned"},
            {"ExistingTable": "restored"},
            {"CustomDomain": "hooks.example.com", "CertificateArn": "arn:aws:acm:eu-west-1:1:certificate/1"},
            *({switch: "off"} for switch in self.switches),
        ]
        for parameters in variants:
            self.assertEqual(self.stack(**parameters).dangling(), [], parameters)

    def test_a_function_url_is_open_by_both_permissions(self):
        stack = self.stack(FrontDoor="FunctionUrl")
        behind = {owner(each["TargetFunctionArn"]) for each in stack.of("AWS::Lambda::Url").values()}
        self.assertEqual({self.folder(stack, each) for each in behind}, set(self.routes(stack).values()))
        for function in behind:
            actions = {
                each["Action"]: each
                for each in stack.of("AWS::Lambda::Permission").values()
                if owner(each["FunctionName"]) == function and each["Principal"] == "*"
            }
            self.assertEqual(actions["lambda:InvokeFunctionUrl"]["FunctionUrlAuthType"], "NONE")
            self.assertIs(actions["lambda:InvokeFunction"]["InvokedViaFunctionUrl"], True)

    def test_a_function_url_that_is_not_the_front_door_lets_nobody_in(self):
        urls = self.on.of("AWS::Lambda::Url")
        self.assertTrue(urls)
        self.assertEqual({each["AuthType"] for each in urls.values()}, {"AWS_IAM"})
        everybody = [
            name for name, each in self.on.of("AWS::Lambda::Permission").items() if each["Principal"] == "*"
        ]
        self.assertEqual(everybody, [])

    def test_one_queue_has_one_consumer_at_most(self):
        for queue, readers in self.consumers(self.on).items():
            self.assertEqual(len(readers), 1, queue)

    def test_every_queue_with_a_consumer_has_dead_letters(self):
        self.assertFalse(set(self.consumers(self.on)) - set(self.dead_letters(self.on)))

    def test_every_mapping_names_its_failures_and_is_limited(self):
        mappings = self.on.of("AWS::Lambda::EventSourceMapping")
        self.assertTrue(mappings)
        for name, each in mappings.items():
            self.assertEqual(each["FunctionResponseTypes"], ["ReportBatchItemFailures"], name)
            self.assertGreaterEqual(each["ScalingConfig"]["MaximumConcurrency"], 2, name)

    def test_every_dead_letter_queue_and_the_quarantine_have_an_alarm(self):
        for stack in (self.on, self.off):
            watched = {
                owner(dimension["Value"])
                for alarm in stack.of("AWS::CloudWatch::Alarm").values()
                if alarm.get("MetricName") == "ApproximateNumberOfMessagesVisible"
                for dimension in alarm["Dimensions"]
            }
            self.assertLessEqual(set(self.dead_letters(stack).values()) | {"QuarantineQueue"}, watched)

    def test_every_alarm_goes_to_the_address_and_to_the_topic(self):
        stack = self.stack(AlarmEmail="ops@example.com", AlarmTopicArn="arn:aws:sns:eu-west-1:1:mine")
        self.assertIn("AlarmTopic", stack.resources)
        for name, alarm in stack.of("AWS::CloudWatch::Alarm").items():
            self.assertEqual(alarm["AlarmActions"], [{"Ref": "AlarmTopic"}, {"Ref": "AlarmTopicArn"}], name)

    def test_no_policy_allows_every_action_or_every_resource(self):
        found = list(self.statements(self.on))
        self.assertTrue(found)
        for name, each in found:
            actions = each["Action"] if isinstance(each["Action"], list) else [each["Action"]]
            self.assertFalse([action for action in actions if "*" in action], name)
            if "Resource" in each:
                resources = each["Resource"] if isinstance(each["Resource"], list) else [each["Resource"]]
                self.assertNotIn("*", resources, name)

    def test_a_role_has_no_managed_policy_but_those_that_sam_gives(self):
        usual = re.compile(r"AWSLambda(Basic|SQSQueue)ExecutionRole\b")
        for name, role in self.on.of("AWS::IAM::Role").items():
            for each in role.get("ManagedPolicyArns", []):
                self.assertRegex(pretty(each), usual, name)

    def test_a_function_may_read_its_own_secret_and_no_other(self):
        for name, function in self.on.of("AWS::Lambda::Function").items():
            told = owner(function["Environment"]["Variables"].get("EARSHOT_SECRETS"))
            role = owner(function["Role"])
            allowed = [
                owner(each["Resource"])
                for holder, each in self.statements(self.on)
                if holder == role and "secretsmanager:GetSecretValue" in pretty(each["Action"])
            ]
            self.assertEqual(allowed, [told] if told else [], name)

    def test_no_variable_of_a_function_holds_a_secret(self):
        for name, function in self.on.of("AWS::Lambda::Function").items():
            variables = function["Environment"]["Variables"]
            self.assertFalse([each for each in variables if re.search(r"_(SECRET|TOKEN|KEY)$", each)], name)

    def test_a_function_may_send_to_the_queues_that_it_is_told_of(self):
        for name, function in self.on.of("AWS::Lambda::Function").items():
            role = owner(function["Role"])
            told = {
                owner(value)
                for variable, value in function["Environment"]["Variables"].items()
                if variable.startswith("EARSHOT_QUEUE_")
            }
            allowed = {
                queue
                for holder, each in self.statements(self.on)
                if holder == role and "sqs:SendMessage" in pretty(each["Action"])
                for queue in references(each["Resource"])
            }
            self.assertLessEqual(allowed, told, name)

    def test_every_function_has_a_log_group_that_forgets(self):
        logs = self.on.of("AWS::Logs::LogGroup")
        for name, function in self.on.of("AWS::Lambda::Function").items():
            group = logs[owner(function["LoggingConfig"]["LogGroup"])]
            self.assertEqual(group["RetentionInDays"], {"Ref": "LogDays"}, name)

    def test_the_table_outlives_the_stack_and_can_be_restored(self):
        for stack in (self.on, self.off):
            table = stack.resources["CaseTable"]
            self.assertEqual(table["DeletionPolicy"], "RetainExceptOnCreate")
            self.assertEqual(table["UpdateReplacePolicy"], "Retain")
            recovery = table["Properties"]["PointInTimeRecoverySpecification"]
            self.assertIs(recovery["PointInTimeRecoveryEnabled"], True)

    def test_a_table_that_is_there_already_is_used_and_none_is_made(self):
        stack = self.stack(ExistingTable="restored")
        self.assertFalse(stack.of("AWS::DynamoDB::Table"))
        tables = {
            pretty(each["Environment"]["Variables"]["EARSHOT_TABLE"])
            for each in stack.of("AWS::Lambda::Function").values()
            if "EARSHOT_TABLE" in each["Environment"]["Variables"]
        }
        self.assertEqual(tables, {pretty({"Ref": "ExistingTable"})})
        self.assertNotIn('"CaseTable"', pretty([stack.resources, stack.outputs["CaseTable"]]))

    def test_a_failed_first_deployment_leaves_nothing_of_a_fixed_name(self):
        for name, each in self.on.resources.items():
            policy = each.get("DeletionPolicy", "Delete")
            if each["Type"] != "AWS::Lambda::Version":
                self.assertIn(policy, {"Delete", "RetainExceptOnCreate"}, name)

    def test_every_name_begins_with_the_prefix(self):
        for name, each in self.on.resources.items():
            if each["Type"] == "AWS::Lambda::Alias":
                continue
            for key in NAMES:
                value = each.get("Properties", {}).get(key)
                if isinstance(value, dict) and "Fn::Sub" in value:
                    text = value["Fn::Sub"] if isinstance(value["Fn::Sub"], str) else value["Fn::Sub"][0]
                    self.assertRegex(text, r"^(/|/aws/lambda/)?\$\{Prefix\}", name)
                else:
                    self.assertNotIsInstance(value, str, f"{name} has the fixed {key} {value}")

    def test_a_metric_is_of_one_stack_and_has_a_value_only_when_something_happens(self):
        filters = self.on.of("AWS::Logs::MetricFilter")
        self.assertTrue(filters)
        for name, each in filters.items():
            (metric,) = each["MetricTransformations"]
            self.assertEqual(metric["MetricNamespace"], {"Ref": "Prefix"}, name)
            self.assertNotIn("DefaultValue", metric, name)
            self.assertIn(metric["MetricValue"], each["FilterPattern"], name)

    def test_a_metric_is_on_the_dashboard_or_rings_an_alarm(self):
        told = pretty([self.on.of("AWS::CloudWatch::Dashboard"), self.on.of("AWS::CloudWatch::Alarm")])
        for each in self.on.of("AWS::Logs::MetricFilter").values():
            name = each["MetricTransformations"][0]["MetricName"]
            self.assertTrue(re.search(rf'\b{name}\b', told), name)

    def behind_aliases(self, **parameters):
        """The version behind the alias of each function, after a deployment with these parameters."""
        made = deployed(self.text, **{**dict.fromkeys(self.switches, "on"), **parameters})["Resources"]
        return {
            owner(each["Properties"]["FunctionName"]): (
                owner(each["Properties"]["FunctionVersion"]),
                made[owner(each["Properties"]["FunctionName"])]["Properties"],
            )
            for each in made.values()
            if each["Type"] == "AWS::Lambda::Alias"
        }

    def changed(self, **parameters):
        """Whose alias moves to another version when nothing but these parameters changes."""
        before, after = self.behind_aliases(), self.behind_aliases(**parameters)
        self.assertEqual(set(before), set(after))
        for name, (version, properties) in after.items():
            self.assertEqual(version == before[name][0], properties == before[name][1], name)
        return {name for name in after if after[name][0] != before[name][0]}

    def test_a_change_of_parameters_alone_moves_the_aliases_of_whom_it_concerns_and_no_others(self):
        url = "https://example.com/notices"
        self.assertEqual(self.changed(NotifyUrl=url), {"NotifyFunction"})
        self.assertEqual(
            self.behind_aliases(NotifyUrl=url)["NotifyFunction"][1]["Environment"]["Variables"]["EARSHOT_NOTIFY_URL"],
            url,
        )
        self.assertEqual(self.changed(YoutubeQuota="20"), {"youtubeCommentsFunction"})
        self.assertEqual(self.changed(FrontDoor="FunctionUrl"), {"youtubeLeaseFunction"})
        everyone = set(self.behind_aliases())
        self.assertEqual(self.changed(ExistingTable="restored"), everyone)
        self.assertEqual(self.changed(Architecture="x86_64"), everyone)
        self.assertEqual(self.changed(LogDays="7", AlarmEmail="ops@example.com"), set())

    def test_billing_by_units_gives_units_to_the_table_and_to_every_index(self):
        table = self.stack(Billing="Provisioned").of("AWS::DynamoDB::Table")["CaseTable"]
        units = {"ReadCapacityUnits": {"Ref": "ReadUnits"}, "WriteCapacityUnits": {"Ref": "WriteUnits"}}
        for each in [table, *table["GlobalSecondaryIndexes"]]:
            self.assertEqual(each["ProvisionedThroughput"], units)
        self.assertNotIn("ProvisionedThroughput", pretty(self.on.of("AWS::DynamoDB::Table")))

    def test_a_deployment_asks_for_nothing_and_hides_nothing(self):
        for name, each in self.template["Parameters"].items():
            self.assertIn("Default", each, name)
            self.assertNotIn("NoEcho", each, name)

    def test_translated_twice_it_is_the_same(self):
        self.assertEqual(pretty(translate(self.text)), pretty(self.template))


class Report(unittest.TestResult):
    """One line for what failed, and JUnit's XML for whoever counts."""

    def __init__(self):
        super().__init__()
        self.cases = []
        self.begun = time.monotonic()

    def startTest(self, test):
        super().startTest(test)
        self.begun = time.monotonic()

    def note(self, test, problem=""):
        name = getattr(test, "_testMethodName", str(test)).removeprefix("test_").replace("_", " ")
        self.cases.append((name, time.monotonic() - self.begun, problem))
        if problem:
            print(f"[ERROR] infra/sam: {name}\n{problem}")

    def addSuccess(self, test):
        self.note(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(test, "".join(traceback.format_exception_only(err[1])))

    def addError(self, test, err):
        super().addError(test, err)
        self.note(test, "".join(traceback.format_exception(err[1])))

    def write(self, folder):
        bad = sum(1 for _, _, problem in self.cases if problem)
        lines = [
            f'<testsuite name="earshot.sam" tests="{len(self.cases)}" failures="{bad}" errors="0" skipped="0">'
        ]
        for name, seconds, problem in self.cases:
            failure = f"<failure message={quoteattr(problem)}/>" if problem else ""
            lines.append(f'<testcase name={quoteattr(name)} time="{seconds:.3f}">{failure}</testcase>')
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "TEST-earshot.sam.xml").write_text("\n".join([*lines, "</testsuite>", ""]))


def main(report_folder):
    global WORK
    report = Report()
    with tempfile.TemporaryDirectory() as work:
        WORK = pathlib.Path(work)
        unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]).run(report)
    report.write(pathlib.Path(report_folder))
    print(f"infra/sam: {len(report.cases)} checks, {sum(1 for each in report.cases if each[2])} failed")
    return 0 if report.wasSuccessful() else 1


if __name__ == "__main__":
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
    SAM = sys.argv[1]
    sys.exit(main(sys.argv[2]))
