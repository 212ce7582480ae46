"""The budget guard's stop, as one would write it in Python: what the Quarkus function is measured beside.

The same environment, checks, calls of AWS and answer; not deployed anywhere.
"""

import json
import os
import re
import time
from datetime import datetime, timezone
from decimal import Decimal

import boto3
from botocore.exceptions import ClientError

PREFIX = "CACTUS_BUDGET_GUARD_"
ACCOUNT = os.environ[PREFIX + "ACCOUNT"]
BUDGET = os.environ[PREFIX + "BUDGET"]
PROJECT = os.environ[PREFIX + "PROJECT"]
TABLE = os.environ[PREFIX + "TABLE"]
REPORT_TOPIC = os.environ[PREFIX + "REPORT_TOPIC_ARN"]
ALERT_TOPIC = os.environ[PREFIX + "ALERT_TOPIC_ARN"]
MAX_INSTANCES = int(os.environ.get(PREFIX + "MAX_INSTANCES", "1"))
SHARE = Decimal(os.environ.get(PREFIX + "SHARE", "0.95"))
DRY_RUN = os.environ.get(PREFIX + "DRY_RUN", "false") == "true"
POLL_SECONDS = 0.01

DOLLARS = r"\$((?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,2})?)"
STATES = ["pending", "running", "stopping", "stopped"]

ec2 = boto3.client("ec2")
dynamodb = boto3.client("dynamodb")
sns = boto3.client("sns")


class Refused(Exception):
    pass


def handler(event, context):
    return {"reports": [stop(item["Sns"], context) for item in event["Records"]]}


def stop(notice, context):
    period = datetime.now(timezone.utc).strftime("%Y-%m")
    try:
        alert = judged(notice, period)
        key = f"stop/{BUDGET}/{period}/{alert['threshold']}"
        if not DRY_RUN and not claimed(key, context):
            return {"action": "stop", "outcome": "NOTHING_TO_DO", "period": period, "instances": []}
        outcome, remarks, instances = act(alert, period)
        if not DRY_RUN:
            finish(key, outcome)
    except Refused as refused:
        outcome, remarks, instances = "REFUSED", [str(refused)], []
    return report(outcome, remarks, instances, period)


def judged(notice, period):
    if notice["TopicArn"] != ALERT_TOPIC:
        raise Refused("The notice came by another topic: " + notice["TopicArn"])
    alert = parsed(notice["Message"])
    if alert["account"] != ACCOUNT or alert["budget"] != BUDGET:
        raise Refused("The alert is about another account or budget")
    if alert["period"] != period:
        raise Refused("The alert is about a period that is over")
    if alert["type"] != "ACTUAL" or alert["amount"] < alert["budgeted"] * SHARE:
        raise Refused("Not enough of the budget is spent")
    return alert


def parsed(message):
    lines = [line.strip() for line in message.splitlines()]
    heading = re.fullmatch(r"AWS Budget Notification (\w+ \d{2}, \d{4})", lines[0])
    if not heading:
        raise Refused("The message is not understood")

    def value(key, shape):
        found = [line[len(key):] for line in lines if line.startswith(key)]
        match = re.fullmatch(shape, found[0]) if len(found) == 1 else None
        if not match:
            raise Refused("The message is not understood: " + key)
        return match.group(1)

    def dollars(text):
        return Decimal(text.replace(",", ""))

    value("Budget Type: ", "(Cost)")
    kind = value("Alert Type: ", "(ACTUAL|FORECASTED)")
    alert = {
        "account": value("AWS Account ", r"(\d{12})"),
        "budget": value("Budget Name: ", "(.{1,200})"),
        "type": kind,
        "period": datetime.strptime(heading.group(1), "%B %d, %Y").strftime("%Y-%m"),
        "budgeted": dollars(value("Budgeted Amount: ", DOLLARS)),
        "threshold": dollars(value("Alert Threshold: ", "> " + DOLLARS)),
        "amount": dollars(value(kind + " Amount: ", DOLLARS)),
    }
    if alert["amount"] <= alert["threshold"]:
        raise Refused("The amount is not above the threshold")
    return alert


def claimed(key, context):
    now = int(time.time() * 1000)
    try:
        dynamodb.update_item(
            TableName=TABLE,
            Key={"id": {"S": key}},
            ConditionExpression="attribute_not_exists(id) OR closed_until < :now",
            UpdateExpression="SET holder = :holder, closed_until = :end, expires_at = :ttl REMOVE outcome",
            ExpressionAttributeValues={
                ":now": {"N": str(now)},
                ":holder": {"S": context.aws_request_id},
                ":end": {"N": str(now + 300_000)},
                ":ttl": {"N": str(now // 1000 + 400 * 86400)},
            },
        )
        return True
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise


def keep(key, instances):
    dynamodb.update_item(
        TableName=TABLE,
        Key={"id": {"S": key}},
        UpdateExpression="SET progress = :progress",
        ExpressionAttributeValues={":progress": {"S": " ".join(instances)}},
    )


def finish(key, outcome):
    dynamodb.update_item(
        TableName=TABLE,
        Key={"id": {"S": key}},
        UpdateExpression="SET outcome = :outcome, closed_until = :until REMOVE progress",
        ExpressionAttributeValues={
            ":outcome": {"S": outcome},
            ":until": {"N": str(int(time.time() * 1000) + 100 * 86_400_000)},
        },
    )


def targets():
    pages = ec2.get_paginator("describe_instances").paginate(
        MaxResults=100,
        Filters=[
            {"Name": "tag:Project", "Values": [PROJECT]},
            {"Name": "tag:cactus:budget-guard", "Values": ["stop"]},
            {"Name": "instance-state-name", "Values": STATES},
        ],
    )
    return [instance for page in pages for group in page["Reservations"] for instance in group["Instances"]]


def act(alert, period):
    remarks = [f"USD {alert['amount']} of USD {alert['budgeted']} are spent."]
    intended = set()
    while True:
        found = targets()
        if not found or len(found) > MAX_INSTANCES:
            raise Refused(f"{len(found)} instances have the guard's tags")
        running = [instance["InstanceId"] for instance in found if instance["State"]["Name"] == "running"]
        if DRY_RUN:
            return "DRY_RUN", remarks + [f"{instance} would be stopped" for instance in running], running
        if set(running) - intended:
            intended.update(running)
            keep(f"stop/{BUDGET}/{period}/{alert['threshold']}", sorted(intended))
        if running:
            ec2.stop_instances(InstanceIds=running)
        for instance in found:
            tags = {tag["Key"] for tag in instance["Tags"]}
            if instance["InstanceId"] in intended and "cactus:stopped-period" not in tags and instance["InstanceId"] not in running:
                ec2.create_tags(
                    Resources=[instance["InstanceId"]],
                    Tags=[
                        {"Key": "cactus:stopped-period", "Value": period},
                        {"Key": "cactus:stopped-reason", "Value": f"USD {alert['amount']} of {alert['budgeted']} spent"},
                    ],
                )
        if all(instance["State"]["Name"] == "stopped" for instance in found):
            stopped = sorted(intended)
            return "DONE" if stopped else "NOTHING_TO_DO", remarks + [f"{instance} was stopped" for instance in stopped], stopped
        time.sleep(POLL_SECONDS)


def report(outcome, remarks, instances, period):
    view = {"action": "stop", "outcome": outcome, "budget": BUDGET, "period": period, "instances": instances, "summary": remarks}
    print(json.dumps(view))
    print(json.dumps({
        "_aws": {
            "Timestamp": int(time.time() * 1000),
            "CloudWatchMetrics": [{
                "Namespace": "Cactus/BudgetGuard",
                "Dimensions": [["Action"]],
                "Metrics": [{"Name": "Runs", "Unit": "Count"}],
            }],
        },
        "Action": "stop",
        "Runs": 1,
    }))
    sns.publish(
        TopicArn=REPORT_TOPIC,
        Subject=f"[Cactus] Budget guard: stop {outcome.lower()} - {BUDGET} {period}"[:99],
        Message="\n".join(remarks),
    )
    return view
