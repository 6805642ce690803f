"""Time, streams and faults as a test in Python meets them: boto3 on a fork of its own, whose clock,
faults and snapshots are moved by the control operations over HTTP.

Usage: boto3_time_test.py ENDPOINT. The last line is "N passed, N failed".
"""
import json
import sys
import time
import unittest
import urllib.error
import urllib.request

import boto3
from botocore.config import Config

ENDPOINT = sys.argv[1]
NOON = 1_900_000_000


def control(endpoint, operation, **members):
    url = f"{endpoint.rstrip('/')}/_pixii/{operation}"
    request = urllib.request.Request(url, json.dumps(members).encode(), method="POST")
    with urllib.request.urlopen(request) as response:
        return json.load(response)


class Forked(unittest.TestCase):
    """Each test has a database of its own, whose clock stands."""

    def setUp(self):
        self.endpoint = control(ENDPOINT, "Fork")["Endpoint"]
        self.control("Reset")
        self.control("FreezeClock", TimeMilliseconds=NOON * 1000)
        retries = Config(retries={"max_attempts": 3, "mode": "standard"})
        self.client = boto3.client("dynamodb", endpoint_url=self.endpoint, config=retries)
        self.streams = boto3.client("dynamodbstreams", endpoint_url=self.endpoint)

    def tearDown(self):
        self.client.close()
        self.streams.close()
        urllib.request.urlopen(urllib.request.Request(self.endpoint, method="DELETE")).close()

    def control(self, operation, **members):
        return control(self.endpoint, operation, **members)

    def make_table(self):
        self.client.create_table(
            TableName="Sessions",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        )

    def put(self, key, **numbers):
        item = {"id": {"S": key}, **{name: {"N": str(n)} for name, n in numbers.items()}}
        return self.client.put_item(TableName="Sessions", Item=item)

    def keys(self):
        items = self.client.scan(TableName="Sessions", ConsistentRead=True)["Items"]
        return sorted(item["id"]["S"] for item in items)

    def records(self):
        arn = self.streams.list_streams(TableName="Sessions")["Streams"][0]["StreamArn"]
        shards = self.streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
        found = []
        for shard in shards:
            place = {"StreamArn": arn, "ShardId": shard["ShardId"]}
            place["ShardIteratorType"] = "TRIM_HORIZON"
            iterator = self.streams.get_shard_iterator(**place)["ShardIterator"]
            found += self.streams.get_records(ShardIterator=iterator)["Records"]
        return found

    def test_items_expire_and_the_stream_tells_who_deleted_them(self):
        self.make_table()
        ttl = {"AttributeName": "ends", "Enabled": True}
        self.client.update_time_to_live(TableName="Sessions", TimeToLiveSpecification=ttl)
        self.put("short", ends=NOON + 60)
        self.put("long", ends=NOON + 86_400)
        self.put("milliseconds", ends=(NOON + 60) * 1000)
        self.assertEqual(self.control("AdvanceClock", Duration="PT2M")["State"], "STANDING")
        self.assertEqual(self.keys(), ["long", "milliseconds"])
        last = self.records()[-1]
        self.assertEqual((last["eventName"], last["dynamodb"]["Keys"]["id"]["S"]), ("REMOVE", "short"))
        self.assertEqual(
            last["userIdentity"], {"PrincipalId": "dynamodb.amazonaws.com", "Type": "Service"}
        )

    def test_a_waiter_ends_at_its_first_poll_once_the_clock_was_moved(self):
        self.control("UpdateModes", Timing="aws")
        self.make_table()
        status = self.client.describe_table(TableName="Sessions")["Table"]["TableStatus"]
        self.assertEqual(status, "CREATING")
        self.control("AdvanceClock", Duration="PT1M")
        begun = time.monotonic()
        self.client.get_waiter("table_exists").wait(TableName="Sessions")
        self.assertLess(time.monotonic() - begun, 5)

    def test_a_day_later_the_records_are_gone(self):
        self.make_table()
        self.put("a")
        self.assertEqual(len(self.records()), 1)
        self.control("AdvanceClock", Duration="P1DT1S")
        self.assertEqual(self.records(), [])

    def test_a_token_is_forgotten_after_ten_minutes(self):
        self.make_table()
        put = {"Put": {"TableName": "Sessions", "Item": {"id": {"S": "a"}}}}
        write = {"TransactItems": [put], "ClientRequestToken": "once"}
        self.client.transact_write_items(**write)
        self.client.delete_item(TableName="Sessions", Key={"id": {"S": "a"}})
        self.client.transact_write_items(**write)
        self.assertEqual(self.keys(), [])
        self.control("AdvanceClock", Duration="PT10M1S")
        self.client.transact_write_items(**write)
        self.assertEqual(self.keys(), ["a"])

    def test_faults_strike_and_boto3_tries_again(self):
        self.make_table()
        for fault in (
            {"Error": "ProvisionedThroughputExceededException"},
            {"Error": "InternalServerError", "AfterCommit": True},
            {"Damage": "CHECKSUM"},
            {"Damage": "RESET"},
        ):
            with self.subTest(fault=fault):
                self.control("AddFault", Operation="PutItem", Times=1, **fault)
                answer = self.put("a")
                self.assertEqual(answer["ResponseMetadata"]["RetryAttempts"], 1)
        self.control("AddFault", Error="ConditionalCheckFailedException", TableName="Sessions")
        with self.assertRaises(self.client.exceptions.ConditionalCheckFailedException):
            self.put("a")
        self.control("ClearFaults")
        self.put("a")

    def test_a_misspelt_fault_is_refused(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.control("AddFault", Operation="putitem", Error="InternalServerError")
        with refused.exception as answer:
            self.assertIn('no operation "putitem"', json.load(answer)["message"])

    def test_a_snapshot_brings_back_the_items_and_the_time(self):
        self.make_table()
        self.put("a")
        held = self.control("Snapshot")
        self.put("b")
        self.control("AdvanceClock", Duration="PT1H")
        self.control("Restore", **held)
        self.assertEqual(self.keys(), ["a"])
        self.assertEqual(self.control("DescribeClock")["NowMilliseconds"], NOON * 1000)


if __name__ == "__main__":
    program = unittest.main(argv=sys.argv[:1], exit=False, verbosity=0)
    failed = len(program.result.failures) + len(program.result.errors)
    print(f"{program.result.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
