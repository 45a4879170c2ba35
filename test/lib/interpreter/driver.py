"""Runs executions of one state machine on moto's interpreter of the Amazon States Language, which is none of ours.

Whoever started it plays the Lambdas, in lines of JSON.
stdin, first: {"definition": text, "bucket": name, "lists": {key: text}, "gates": share of a gate's time that passes,
               "limit": bytes that the result of a Map may have, "unwritable": run of which none can be written}
stdin, later: {"run": name, "input": {}}, {"answer": number, "value": {}} or {"answer": number, "error": name},
              {"success": token}
stdout:       {"call": number, "run": name, "function": name, "payload": {}},
              {"end": name, "status": text, "error": text or null, "path": [names of states]}
"""

import io
import itertools
import json
import logging
import queue
import re
import sys
import threading
import time

import boto3
import moto.stepfunctions.parser.asl.component.common.retry.retrier_decl as retries
import moto.stepfunctions.parser.asl.component.state.exec.state_task.lambda_eval_utils as plain_tasks
import moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_lambda as gates
import moto.stepfunctions.parser.asl.utils.boto_client as clients
from moto import mock_aws
from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.exec.state_map.state_map import StateMap
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import WaitFunction
from moto.stepfunctions.parser.asl.eval.callback.callback import CallbackEndpoint
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

logging.disable(logging.CRITICAL)
job = json.loads(sys.stdin.readline())
REGION = "us-east-1"
speaking = threading.Lock()
numbers = itertools.count(1)
waiting = {}


def say(message):
    with speaking:
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()


class Lambdas:
    """Hands each invocation to the test, and waits for what it answers."""

    def invoke(self, FunctionName, Payload=b"{}", **_):
        number = next(numbers)
        answers = waiting[number] = queue.Queue()
        payload = json.loads(Payload)
        say({"call": number, "run": payload.get("runId"), "function": FunctionName.split(":")[-1], "payload": payload})
        answer = answers.get()
        failed = "error" in answer
        body = {"errorType": answer["error"], "errorMessage": ""} if failed else answer["value"]
        return {
            "StatusCode": 200,
            **({"FunctionError": "Unhandled"} if failed else {}),
            "Payload": io.BytesIO(json.dumps(body).encode()),
            "ExecutedVersion": "$LATEST",
            "ResponseMetadata": {"HTTPHeaders": {}, "RequestId": "r", "HTTPStatusCode": 200, "RetryAttempts": 0},
        }


real_client = clients.boto_client_for


def client_for(region=None, service=None, state_credentials=None):
    if service == "lambda":
        return Lambdas()
    return real_client(region=region, service=service, state_credentials=state_credentials)


class NoPause:
    """Between two tries nobody waits."""

    time = staticmethod(time.time)
    sleep = staticmethod(lambda seconds: None)


plain_tasks.boto_client_for = client_for
gates.boto_client_for = client_for
retries.time = NoPause
WaitFunction._wait_interval = lambda self, env, wait_seconds: None
real_wait = CallbackEndpoint.wait
CallbackEndpoint.wait = lambda self, timeout=None: real_wait(
    self, timeout=None if timeout is None else timeout * job["gates"]
)

real_map = StateMap._eval_execution


def failed_map(env, kind):
    details = TaskFailedEventDetails(error=kind.to_name(), cause="")
    event = EventDetails(taskFailedEventDetails=details)
    return FailureEventException(FailureEvent(env, StatesErrorName(typ=kind), HistoryEventType.TaskFailed, event))


def limited_map(self, env):
    """As on AWS, what a Map results in is measured before ResultPath throws it away."""
    run = env.states.get_input()["runId"]
    real_map(self, env)
    if self.result_writer and run == job["unwritable"]:
        raise failed_map(env, StatesErrorNameType.StatesResultWriterFailed)
    if len(json.dumps(env.stack[-1], separators=(",", ":"))) > job["limit"]:
        raise failed_map(env, StatesErrorNameType.StatesStatesDataLimitExceeded)


StateMap._eval_execution = limited_map

# The grammar takes a share only with a decimal point; AWS takes both.
definition = re.sub(r'("ToleratedFailurePercentage":\d+)(?=[,}])', r"\1.0", job["definition"])

with mock_aws(config={"stepfunctions": {"execute_state_machine": True}}):
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    role = boto3.client("iam", region_name=REGION).create_role(RoleName="machine", AssumeRolePolicyDocument=trust)
    s3 = boto3.client("s3", region_name=REGION)
    s3.create_bucket(Bucket=job["bucket"])
    for key, text in job["lists"].items():
        s3.put_object(Bucket=job["bucket"], Key=key, Body=text.encode())
    sfn = boto3.client("stepfunctions", region_name=REGION)
    machine = sfn.create_state_machine(name="run", definition=definition, roleArn=role["Role"]["Arn"])

    def execute(name, given):
        arn = sfn.start_execution(
            stateMachineArn=machine["stateMachineArn"], name=name, input=json.dumps(given)
        )["executionArn"]
        while (seen := sfn.describe_execution(executionArn=arn))["status"] == "RUNNING":
            time.sleep(0.02)
        events = sfn.get_execution_history(executionArn=arn, maxResults=1000)["events"]
        entered = [event["stateEnteredEventDetails"]["name"] for event in events if "stateEnteredEventDetails" in event]
        say({"end": name, "status": seen["status"], "error": seen.get("error"), "path": entered})

    for line in sys.stdin:
        message = json.loads(line)
        if "run" in message:
            threading.Thread(target=execute, args=(message["run"], message["input"]), daemon=True).start()
        elif "answer" in message:
            waiting.pop(message["answer"]).put(message)
        else:
            sfn.send_task_success(taskToken=message["success"], output="{}")
