"""Feeds the workers that run under `cargo lambda watch`, as Lambda does on AWS.

Takes one argument, a JSON object: endpoint and region of the data services, address of
the watch server, table, the prefix of the sort keys of events, the sort keys of what is
asked, of what changed and of files on their way, a file to remember the stream's position in,
and the workers: name, kind (stream or queue), queue (its URL) and minutes (between two ticks).
"""

import base64
import json
import signal
import sys
import threading
import time
import urllib.request
from datetime import datetime
from pathlib import Path

import boto3

settings = json.loads(sys.argv[1])
PAUSE = 1
# As long as SQS lets one wait for a message; it comes at once all the same.
PATIENCE = 20
# Records of the stream at a time.
READ = 100
# Seconds in which an invocation is to answer: the longest that Lambda gives any function. Their own limits are for
# functions that are built; one whose sources changed is built first.
LONGEST = 15 * 60


def client(service):
    return boto3.client(service, endpoint_url=settings["endpoint"], region_name=settings["region"])


def plain(value):
    """What JSON has no word for, as Lambda writes it."""
    return value.timestamp() if isinstance(value, datetime) else base64.b64encode(value).decode()


def failures(worker, records):
    """Hands a worker records and returns the identifiers of those that failed."""
    url = f"{settings['watch']}/2015-03-31/functions/{worker['name']}/invocations"
    body = json.dumps({"Records": records}, default=plain).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body), timeout=LONGEST) as answer:
            report = json.loads(answer.read() or b"null") or {}
    except TimeoutError:
        # As after any error: the queue shows them once their visibility time-out is over, the stream is read again.
        raise RuntimeError(f"no answer in {LONGEST // 60} minutes; {len(records)} records come again") from None
    if "errorType" in report:
        raise RuntimeError(report.get("errorMessage"))
    return {failure["itemIdentifier"] for failure in report.get("batchItemFailures", [])}


def queue_record(message):
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": message.get("Attributes", {}),
        "messageAttributes": {},
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:local:000000000000:queue",
        "awsRegion": settings["region"],
    }


def follow_queue(worker):
    """What succeeds is deleted; what fails comes again when the queue shows it again."""
    sqs = client("sqs")
    while True:
        received = sqs.receive_message(
            QueueUrl=worker["queue"], MaxNumberOfMessages=10, WaitTimeSeconds=PATIENCE, AttributeNames=["All"]
        )
        records = [queue_record(message) for message in received.get("Messages", [])]
        failed = failures(worker, records) if records else set()
        for record in records:
            if record["messageId"] not in failed:
                sqs.delete_message(QueueUrl=worker["queue"], ReceiptHandle=record["receiptHandle"])


def tick(worker):
    sqs = client("sqs")
    while True:
        sqs.send_message(QueueUrl=worker["queue"], MessageBody="{}")
        time.sleep(worker["minutes"] * 60)


def is_news(record):
    """A new event, letter, erasure or file, a case or archive that changed, or a file on its way that is forgotten."""
    key = record["dynamodb"]["Keys"]["sk"]["S"]
    if key in settings["changed"]:
        return record["eventName"] in ("INSERT", "MODIFY")
    if record["eventName"] != "INSERT":
        return record["eventName"] == "REMOVE" and key == settings["upload"]
    # The mails of an event lie behind it and have neither.
    image = record["dynamodb"]["NewImage"]
    is_event = key.startswith(settings["event_prefix"]) and ("hash" in image or "verdict" in image)
    return is_event or key in settings["asked"]


def follow_stream(worker):
    """From where it was left; a batch with a failure is handed over again."""
    streams = client("dynamodbstreams")
    arn = client("dynamodb").describe_table(TableName=settings["table"])["Table"]["LatestStreamArn"]
    file = Path(settings["position"])
    position = json.loads(file.read_text()) if file.exists() else {}
    iterators = {}
    while True:
        more = False
        for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
            shard = shard["ShardId"]
            iterator = iterators.pop(shard, None)
            if not iterator:
                start = {"ShardIteratorType": "TRIM_HORIZON"}
                if shard in position:
                    start = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": position[shard]}
                iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard, **start)["ShardIterator"]
            read = streams.get_records(ShardIterator=iterator, Limit=READ)
            records = read["Records"]
            events = [{**record, "eventSourceARN": arn} for record in records if is_news(record)]
            if events and failures(worker, events):
                continue
            iterators[shard] = read.get("NextShardIterator")
            if records:
                more = True
                position[shard] = records[-1]["dynamodb"]["SequenceNumber"]
                file.write_text(json.dumps(position))
        if not more:
            time.sleep(PAUSE)


def forever(work, worker):
    """Begins again after an error: a worker that does not compile yet, services that restart."""
    while True:
        try:
            work(worker)
        except Exception as error:  # noqa: BLE001 whatever it is, the next try may succeed
            print(f"{worker['name']}: {error}", flush=True)
            time.sleep(5 * PAUSE)


for worker in settings["workers"]:
    # A queue is followed twice, as Lambda polls it from several places: mails do not wait in one line.
    works = [follow_stream] if worker["kind"] == "stream" else [follow_queue, follow_queue]
    if "minutes" in worker:
        works.append(tick)
    for work in works:
        threading.Thread(target=forever, args=(work, worker), daemon=True).start()
signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.pause()
