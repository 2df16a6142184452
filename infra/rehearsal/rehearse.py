"""Rehearses a deployment without an account: the template, translated by SAM, becomes stacks in the
CloudFormation of a LocalStack that runs. One stack has every network on and is changed and turned
off; a second one begins with every network off and is turned on; then both are deleted.

    python rehearse.py [--endpoint http://127.0.0.1:4566]

Each resource is printed with its status, or with the reason why LocalStack lacks it. The end is 1
when something fails that lacking.py does not list. Needed are boto3 and aws-sam-cli.
"""

import argparse
import io
import os
import pathlib
import sys
import time
import zipfile

import boto3
from botocore.exceptions import ClientError

HERE = pathlib.Path(__file__).resolve()
ROOT = HERE.parents[2]
UPLOADS = {
    f"{kind}s/{each.parent.name}/target/{kind}.zip": f"{kind}-{each.parent.name}.zip"
    for kind in ("function", "layer")
    for each in sorted((ROOT / f"{kind}s").glob("*/pom.xml"))
}
BUCKET = "rehearsal-code"
PATIENCE_SECONDS = 600
DONE = ("CREATE_COMPLETE", "UPDATE_COMPLETE")

sys.path.insert(0, str(HERE.parents[1] / "sam"))

from lacking import LACKING, NO_SWITCHING, NOT_KEPT  # noqa: E402
from transformed import REGION, Stack, pretty, translate  # noqa: E402

# SAM's translator asks for it.
os.environ.setdefault("AWS_DEFAULT_REGION", REGION)


def packaged():
    """The template as sam package leaves it: each function and each layer lies in a bucket."""
    text = (ROOT / "template.yaml").read_text()
    for path, key in UPLOADS.items():
        text = text.replace(path, f"s3://{BUCKET}/{key}")
    return text


class Rehearsal:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.template = translate(packaged())
        self.cloudformation = self.client("cloudformation")
        self.faults = []

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )

    def networks(self, switch):
        return {
            name: switch
            for name, each in self.template["Parameters"].items()
            if sorted(map(str, each.get("AllowedValues", []))) == ["off", "on"]
        }

    def upload(self):
        """Any zip will do, no function is called here; the template is too long to be sent along."""
        code = io.BytesIO()
        with zipfile.ZipFile(code, "w") as archive:
            archive.writestr("lib/none.txt", "nothing")
        s3 = self.client("s3")
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        for key in UPLOADS.values():
            s3.put_object(Bucket=BUCKET, Key=key, Body=code.getvalue())
        s3.put_object(Bucket=BUCKET, Key="template.json", Body=pretty(self.template))

    def step(self, title, call, stack, **parameters):
        """Creates or updates a stack and says what became of each resource."""
        call(
            StackName=stack,
            TemplateURL=f"https://s3.amazonaws.com/{BUCKET}/template.json",
            Parameters=[
                {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
            ],
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
        )
        status = self.settled(stack)
        print(f"\n{title}: {status}")
        if status not in DONE:
            self.faults.append(f"{title}: the stack is {status}")
        self.report(title, stack, Stack(self.template, **parameters).resources)

    def settled(self, stack):
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            status = self.cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
            if not status.endswith("_IN_PROGRESS") or time.monotonic() > end:
                return status
            time.sleep(0.5)

    def report(self, title, stack, expected):
        found = self.statuses(stack)
        complete = lacking = faults = 0
        for name, each in sorted(expected.items(), key=lambda each: (each[1]["Type"], each[0])):
            kind = each["Type"]
            status, why = found.pop(name, ("NOT_CREATED", ""))
            if kind in LACKING:
                lacking += 1
                status, why = "LACKING", LACKING[kind]
            elif status in DONE:
                complete += 1
            else:
                faults += 1
                self.faults.append(f"{title}: {name} ({kind}) is {status} {why}".rstrip())
            print(f"  {status:16} {kind:34} {name}{': ' + why if why else ''}")
        left = sorted(name for name, (status, _) in found.items() if status in DONE)
        self.faults += [f"{title}: {name} is there, and should not be" for name in left]
        print(f"  {len(expected)} resources: {complete} complete, {lacking} lacking, {faults} faults")

    def statuses(self, stack):
        pages = self.cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
        return {
            each["LogicalResourceId"]: (
                each["ResourceStatus"],
                each.get("ResourceStatusReason", ""),
            )
            for page in pages
            for each in page["StackResourceSummaries"]
        }

    def switch(self, title, stack, **parameters):
        """An update that LocalStack may refuse: networks come or go."""
        try:
            self.step(title, self.cloudformation.update_stack, stack, **parameters)
        except ClientError as fault:
            message = fault.response["Error"]["Message"]
            print(f"\n{title}: refused, {message}")
            if NO_SWITCHING in message:
                print("  LACKING          an update in which a condition changes")
            else:
                self.faults.append(f"{title}: {message}")

    def delete(self, stack, table):
        """Everything goes but the case table, as its deletion policy says."""
        identity = self.cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackId"]
        self.cloudformation.delete_stack(StackName=stack)
        status = self.settled(identity)
        print(f"\n{stack} deleted: {status}")
        if status != "DELETE_COMPLETE":
            self.faults.append(f"delete: {stack} is {status}")
        if table not in self.client("dynamodb").list_tables()["TableNames"]:
            print(f"  LACKING          {table} should stay: {NOT_KEPT}")

    def nothing_stays(self):
        left = {
            "queues": self.client("sqs").list_queues().get("QueueUrls", []),
            "functions": self.client("lambda").list_functions()["Functions"],
            "secrets": self.client("secretsmanager").list_secrets()["SecretList"],
            "alarms": self.client("cloudwatch").describe_alarms()["MetricAlarms"],
        }
        for kind, each in left.items():
            print(f"  {kind} that stay: {len(each)}")
            if each:
                self.faults.append(f"delete: {kind} stay: {each}")

    def carry_out(self):
        self.upload()
        create, update = self.cloudformation.create_stack, self.cloudformation.update_stack
        on, off = self.networks("on"), self.networks("off")
        self.step("every network on", create, "loud", **on)
        self.step("a setting changed", update, "loud", **on, LogDays="7")
        self.switch("every network turned off", "loud", **off, LogDays="7")
        other = {"Prefix": "quiet"}
        self.step("every network off", create, "quiet", **off, **other)
        self.switch("every network turned on", "quiet", **on, **other)
        self.delete("loud", "earshot-cases")
        self.delete("quiet", "quiet-cases")
        self.nothing_stays()


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--endpoint", default="http://127.0.0.1:4566", help="of a LocalStack")
    rehearsal = Rehearsal(arguments.parse_args().endpoint)
    rehearsal.carry_out()
    print()
    for fault in rehearsal.faults:
        print(f"FAULT {fault}")
    print("the rehearsal failed" if rehearsal.faults else "the rehearsal passed")
    return 1 if rehearsal.faults else 0


if __name__ == "__main__":
    sys.exit(main())
