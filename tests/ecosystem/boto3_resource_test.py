"""boto3's resource API with its condition objects, batch writer, paginators, waiters and transactions.

Usage: boto3_resource_test.py ENDPOINT. The last line is "N passed, N failed". Each test has tables of
its own names, as one endpoint serves all of them.
"""
import sys
import unittest
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import Binary, TypeDeserializer, TypeSerializer
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
RESOURCE = boto3.resource("dynamodb", endpoint_url=ENDPOINT)
CLIENT = RESOURCE.meta.client
LOW_LEVEL = boto3.client("dynamodb", endpoint_url=ENDPOINT)


def definitions(**types):
    return [{"AttributeName": name, "AttributeType": kind} for name, kind in types.items()]


def schema(partition, sort=None):
    keys = [{"AttributeName": partition, "KeyType": "HASH"}]
    return keys + ([{"AttributeName": sort, "KeyType": "RANGE"}] if sort else [])


def book(number):
    """Every third book is by the same author, and longer than the one before."""
    return {
        "author": f"author-{number % 3}",
        "title": f"title-{number:02}",
        "genre": ["novel", "essay"][number % 2],
        "pages": 100 + number,
        "price": Decimal(number) / 4,
        "tags": {"paper", f"shelf-{number % 5}"},
    }


BOOKS = [book(number) for number in range(40)]


def titles(items):
    return [item["title"] for item in items]


class Library(unittest.TestCase):
    """A table of books with an index of each kind, made anew for each test."""

    def setUp(self):
        self.name = "Books-" + self.id().rsplit(".", 1)[1]
        self.table = RESOURCE.create_table(
            TableName=self.name,
            AttributeDefinitions=definitions(author="S", title="S", genre="S", pages="N"),
            KeySchema=schema("author", "title"),
            BillingMode="PAY_PER_REQUEST",
            GlobalSecondaryIndexes=[
                {
                    "IndexName": "by-genre",
                    "KeySchema": schema("genre", "pages"),
                    "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["price"]},
                }
            ],
            LocalSecondaryIndexes=[
                {
                    "IndexName": "by-pages",
                    "KeySchema": schema("author", "pages"),
                    "Projection": {"ProjectionType": "KEYS_ONLY"},
                }
            ],
        )
        self.table.wait_until_exists()
        self.addCleanup(self.table.delete)

    def fill(self):
        with self.table.batch_writer() as batch:
            for item in BOOKS:
                batch.put_item(Item=item)

    def matching(self, condition):
        """The numbers of the books that a scan with this filter finds."""
        items = self.table.scan(FilterExpression=condition)["Items"]
        return sorted(int(item["title"][-2:]) for item in items)

    def assert_refused(self, code, call, **arguments):
        with self.assertRaises(ClientError) as caught:
            call(**arguments)
        self.assertEqual(caught.exception.response["Error"]["Code"], code)
        return caught.exception.response


class Items(Library):
    def test_values_of_every_type_come_back(self):
        item = {
            "author": "Ada",
            "title": "Notes",
            "text": "Grüße 世界",
            "number": Decimal("-1.50E+3"),
            "exact": Decimal("12345678901234567890123456789012345678"),
            "yes": True,
            "nothing": None,
            "bytes": Binary(b"\x00\x01\xff"),
            "texts": {"a", "b"},
            "numbers": {Decimal("1"), Decimal("2.5")},
            "binaries": {Binary(b"x"), Binary(b"y")},
            "list": ["a", Decimal(1), {"deep": [None]}],
            "map": {"empty": {}, "list": []},
        }
        self.table.put_item(Item=item)
        found = self.table.get_item(Key={"author": "Ada", "title": "Notes"})["Item"]
        self.assertEqual(found, item)

    def test_an_update_answers_what_it_changed(self):
        self.table.put_item(Item=BOOKS[8])
        answer = self.table.update_item(
            Key={"author": "author-2", "title": "title-08"},
            UpdateExpression="SET pages = pages + :more, note = if_not_exists(note, :note) "
            "REMOVE price DELETE tags :shelf",
            ExpressionAttributeValues={":more": 10, ":note": "new", ":shelf": {"shelf-3"}},
            ReturnValues="UPDATED_NEW",
        )
        changed = {"pages": Decimal(118), "note": "new", "tags": {"paper"}}
        self.assertEqual(answer["Attributes"], changed)

    def test_a_delete_with_a_condition_object(self):
        self.table.put_item(Item=BOOKS[0])
        key = {"author": "author-0", "title": "title-00"}
        wrong = Attr("genre").eq("essay") | Attr("pages").gt(1000)
        self.assert_refused(
            "ConditionalCheckFailedException", self.table.delete_item, Key=key,
            ConditionExpression=wrong,
        )
        answer = self.table.delete_item(
            Key=key, ConditionExpression=~wrong, ReturnValues="ALL_OLD"
        )
        self.assertEqual(answer["Attributes"], BOOKS[0])

    def test_a_put_only_where_nothing_is(self):
        self.table.put_item(Item=BOOKS[1], ConditionExpression=Attr("author").not_exists())
        response = self.assert_refused(
            "ConditionalCheckFailedException", self.table.put_item, Item=BOOKS[1],
            ConditionExpression=Attr("author").not_exists(),
        )
        self.assertEqual(response["Error"]["Message"], "The conditional request failed")

    def test_unsuitable_keys_and_tables_are_refused(self):
        response = self.assert_refused(
            "ValidationException", self.table.get_item, Key={"author": "Ada"}
        )
        message = "The provided key element does not match the schema"
        self.assertEqual(response["Error"]["Message"], message)
        nowhere = RESOURCE.Table("Nowhere")
        self.assert_refused("ResourceNotFoundException", nowhere.get_item, Key={"author": "Ada"})


class Conditions(Library):
    def setUp(self):
        super().setUp()
        self.fill()

    def test_comparisons(self):
        pages = Attr("pages")
        self.assertEqual(self.matching(pages.lt(103)), [0, 1, 2])
        self.assertEqual(self.matching(pages.lte(101)), [0, 1])
        self.assertEqual(self.matching(pages.gt(137)), [38, 39])
        self.assertEqual(self.matching(pages.gte(138)), [38, 39])
        self.assertEqual(self.matching(pages.between(105, 107)), [5, 6, 7])
        self.assertEqual(self.matching(Attr("price").eq(Decimal("2.25"))), [9])
        self.assertEqual(len(self.matching(Attr("genre").ne("novel"))), 20)
        self.assertEqual(self.matching(pages.is_in([100, 139, 5])), [0, 39])

    def test_functions(self):
        self.assertEqual(self.matching(Attr("title").begins_with("title-3")), list(range(30, 40)))
        self.assertEqual(self.matching(Attr("tags").contains("shelf-4")), list(range(4, 40, 5)))
        self.assertEqual(self.matching(Attr("title").contains("e-1")), list(range(10, 20)))
        self.assertEqual(len(self.matching(Attr("tags").size().eq(2))), 40)
        self.assertEqual(self.matching(Attr("pages").attribute_type("S")), [])
        self.assertEqual(self.matching(Attr("note").exists()), [])
        self.assertEqual(len(self.matching(Attr("note").not_exists())), 40)

    def test_and_or_not(self):
        short = Attr("pages").lt(104)
        novel = Attr("genre").eq("novel")
        self.assertEqual(self.matching(short & novel), [0, 2])
        self.assertEqual(self.matching(short & ~novel), [1, 3])
        self.assertEqual(self.matching((short | Attr("pages").eq(120)) & novel), [0, 2, 20])

    def test_paths_into_documents(self):
        item = {"author": "x", "title": "title-99", "a": {"b": [{"c": 1}, {"c": 2}]}}
        self.table.put_item(Item=item)
        self.assertEqual(self.matching(Attr("a.b[1].c").eq(2)), [99])
        self.assertEqual(self.matching(Attr("a.b[0].c").eq(2)), [])

    def test_key_conditions(self):
        def found(condition):
            items = self.table.query(KeyConditionExpression=condition)["Items"]
            return [int(item["title"][-2:]) for item in items]

        author, title = Key("author").eq("author-1"), Key("title")
        self.assertEqual(found(author), list(range(1, 40, 3)))
        self.assertEqual(found(author & title.begins_with("title-1")), [10, 13, 16, 19])
        self.assertEqual(found(author & title.between("title-08", "title-14")), [10, 13])
        self.assertEqual(found(author & title.lt("title-07")), [1, 4])
        self.assertEqual(found(author & title.gte("title-34")), [34, 37])
        self.assertEqual(found(author & title.eq("title-04")), [4])


class Pages(Library):
    def setUp(self):
        super().setUp()
        self.fill()

    def test_a_query_backwards_in_pages(self):
        arguments = {
            "KeyConditionExpression": Key("author").eq("author-0"),
            "ScanIndexForward": False,
            "Limit": 5,
        }
        first = self.table.query(**arguments)
        self.assertEqual(first["LastEvaluatedKey"], {"author": "author-0", "title": "title-27"})
        second = self.table.query(ExclusiveStartKey=first["LastEvaluatedKey"], **arguments)
        expected = [f"title-{number:02}" for number in range(39, 10, -3)]
        self.assertEqual(titles(first["Items"]) + titles(second["Items"]), expected)

    def test_a_global_index_has_what_it_projects(self):
        answer = self.table.query(
            IndexName="by-genre",
            KeyConditionExpression=Key("genre").eq("essay") & Key("pages").lt(106),
        )
        expected = [
            {name: item[name] for name in ("author", "title", "genre", "pages", "price")}
            for item in (BOOKS[1], BOOKS[3], BOOKS[5])
        ]
        self.assertEqual(answer["Items"], expected)

    def test_a_local_index_fetches_the_rest_from_the_table(self):
        arguments = {
            "IndexName": "by-pages",
            "KeyConditionExpression": Key("author").eq("author-0") & Key("pages").gt(135),
            "ReturnConsumedCapacity": "INDEXES",
        }
        projected = self.table.query(**arguments)
        keys = {"author": "author-0", "title": "title-36", "pages": Decimal(136)}
        self.assertEqual(projected["Items"][0], keys)
        whole = self.table.query(Select="ALL_ATTRIBUTES", ConsistentRead=True, **arguments)
        self.assertEqual(whole["Items"], [BOOKS[36], BOOKS[39]])
        self.assertEqual(projected["ConsumedCapacity"]["CapacityUnits"], 0.5)
        self.assertEqual(whole["ConsumedCapacity"]["CapacityUnits"], 3)

    def test_paginators_of_the_client(self):
        pages = list(CLIENT.get_paginator("scan").paginate(TableName=self.name, PaginationConfig={"PageSize": 9}))
        self.assertGreaterEqual(len(pages), 5)
        found = sorted(title for page in pages for title in titles(page["Items"]))
        self.assertEqual(found, titles(BOOKS))
        query = CLIENT.get_paginator("query").paginate(
            TableName=self.name,
            KeyConditionExpression=Key("author").eq("author-2"),
            PaginationConfig={"PageSize": 4, "MaxItems": 6},
        )
        self.assertEqual(titles(query.build_full_result()["Items"]), titles(BOOKS[2:20:3]))

    def test_segments_have_every_item_once(self):
        found = []
        for segment in range(7):
            found += self.table.scan(Segment=segment, TotalSegments=7)["Items"]
        self.assertEqual(sorted(titles(found)), titles(BOOKS))

    def test_a_projection_with_names(self):
        answer = self.table.query(
            KeyConditionExpression=Key("author").eq("author-1"),
            ProjectionExpression="title, #p",
            ExpressionAttributeNames={"#p": "price"},
            Limit=1,
        )
        self.assertEqual(answer["Items"], [{"title": "title-01", "price": Decimal("0.25")}])

    def test_counting(self):
        answer = self.table.scan(Select="COUNT", FilterExpression=Attr("genre").eq("novel"))
        self.assertEqual((answer["Count"], answer["ScannedCount"]), (20, 40))
        self.assertNotIn("Items", answer)


class Batches(Library):
    def test_the_batch_writer_keeps_the_last_of_equal_keys(self):
        with self.table.batch_writer(overwrite_by_pkeys=["author", "title"]) as batch:
            for pages in range(30):
                batch.put_item(Item={"author": "Ada", "title": "Notes", "pages": pages})
            batch.put_item(Item=BOOKS[0])
            batch.delete_item(Key={"author": "author-0", "title": "title-00"})
        self.assertEqual(self.table.scan()["Items"], [{"author": "Ada", "title": "Notes", "pages": 29}])

    def test_equal_keys_in_one_batch_are_refused(self):
        request = {"PutRequest": {"Item": BOOKS[0]}}
        response = self.assert_refused(
            "ValidationException", RESOURCE.batch_write_item,
            RequestItems={self.name: [request, request]},
        )
        message = "Provided list of item keys contains duplicates"
        self.assertEqual(response["Error"]["Message"], message)

    def test_a_batch_get(self):
        self.fill()
        keys = [{"author": item["author"], "title": item["title"]} for item in BOOKS[3:6]]
        answer = RESOURCE.batch_get_item(RequestItems={self.name: {"Keys": keys}})
        found = sorted(answer["Responses"][self.name], key=lambda item: item["title"])
        self.assertEqual(found, BOOKS[3:6])
        self.assertEqual(answer["UnprocessedKeys"], {})


class Transactions(Library):
    def key(self, number):
        return {"author": BOOKS[number]["author"], "title": BOOKS[number]["title"]}

    def test_a_transaction_through_the_resource(self):
        self.fill()
        CLIENT.transact_write_items(
            TransactItems=[
                {"Put": {"TableName": self.name, "Item": {"author": "Ada", "title": "Notes"}}},
                {"Delete": {"TableName": self.name, "Key": self.key(0)}},
                {
                    "Update": {
                        "TableName": self.name,
                        "Key": self.key(1),
                        "UpdateExpression": "SET pages = :p",
                        "ExpressionAttributeValues": {":p": 1},
                    }
                },
            ]
        )
        gets = [{"Get": {"TableName": self.name, "Key": self.key(number)}} for number in (0, 1)]
        answer = CLIENT.transact_get_items(TransactItems=gets)
        self.assertEqual(answer["Responses"][0], {})
        self.assertEqual(answer["Responses"][1]["Item"]["pages"], 1)

    def test_reasons_of_a_cancelled_transaction(self):
        self.table.put_item(Item=BOOKS[0])
        serialize = TypeSerializer().serialize
        key = {name: serialize(value) for name, value in self.key(0).items()}
        check = {
            "TableName": self.name,
            "Key": key,
            "ConditionExpression": "pages > :p",
            "ExpressionAttributeValues": {":p": {"N": "500"}},
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
        put = {"TableName": self.name, "Item": {"author": {"S": "x"}, "title": {"S": "y"}}}
        with self.assertRaises(LOW_LEVEL.exceptions.TransactionCanceledException) as caught:
            LOW_LEVEL.transact_write_items(TransactItems=[{"Put": put}, {"ConditionCheck": check}])
        reasons = caught.exception.response["CancellationReasons"]
        codes = [reason["Code"] for reason in reasons]
        self.assertEqual(codes, ["None", "ConditionalCheckFailed"])
        deserialize = TypeDeserializer().deserialize
        old = {name: deserialize(value) for name, value in reasons[1]["Item"].items()}
        self.assertEqual(old, BOOKS[0])
        self.assertEqual(self.table.scan()["Count"], 1)


class Tables(unittest.TestCase):
    def test_a_table_through_its_life(self):
        table = RESOURCE.create_table(
            TableName="Life",
            AttributeDefinitions=definitions(id="S"),
            KeySchema=schema("id"),
            ProvisionedThroughput={"ReadCapacityUnits": 5, "WriteCapacityUnits": 2},
            Tags=[{"Key": "team", "Value": "a"}],
        )
        table.wait_until_exists()
        table.put_item(Item={"id": "1"})
        table.reload()
        self.assertEqual(table.table_status, "ACTIVE")
        self.assertEqual(table.provisioned_throughput["ReadCapacityUnits"], 5)
        self.assertEqual(table.key_schema, schema("id"))
        self.assertTrue(table.table_arn.endswith(":table/Life"))
        table.update(ProvisionedThroughput={"ReadCapacityUnits": 7, "WriteCapacityUnits": 2})
        CLIENT.get_waiter("table_exists").wait(TableName="Life")
        table.reload()
        self.assertEqual(table.provisioned_throughput["ReadCapacityUnits"], 7)
        tags = CLIENT.list_tags_of_resource(ResourceArn=table.table_arn)["Tags"]
        self.assertEqual(tags, [{"Key": "team", "Value": "a"}])
        self.assertIn("Life", [each.name for each in RESOURCE.tables.all()])
        table.delete()
        table.wait_until_not_exists()
        with self.assertRaises(CLIENT.exceptions.ResourceNotFoundException):
            table.load()

    def test_statements(self):
        LOW_LEVEL.create_table(
            TableName="Statements",
            AttributeDefinitions=definitions(id="S"),
            KeySchema=schema("id"),
            BillingMode="PAY_PER_REQUEST",
        )
        LOW_LEVEL.execute_statement(Statement="INSERT INTO \"Statements\" VALUE {'id': 'a', 'n': 1}")
        LOW_LEVEL.execute_statement(
            Statement="UPDATE \"Statements\" SET n = n + ? WHERE id = ?",
            Parameters=[{"N": "4"}, {"S": "a"}],
        )
        answer = LOW_LEVEL.execute_statement(Statement="SELECT n FROM \"Statements\" WHERE id = 'a'")
        self.assertEqual(answer["Items"], [{"n": {"N": "5"}}])
        with self.assertRaises(LOW_LEVEL.exceptions.DuplicateItemException):
            LOW_LEVEL.execute_statement(Statement="INSERT INTO \"Statements\" VALUE {'id': 'a'}")

    def test_streams(self):
        made = LOW_LEVEL.create_table(
            TableName="Streamed",
            AttributeDefinitions=definitions(id="S"),
            KeySchema=schema("id"),
            BillingMode="PAY_PER_REQUEST",
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        )
        arn = made["TableDescription"]["LatestStreamArn"]
        for number in range(3):
            LOW_LEVEL.put_item(TableName="Streamed", Item={"id": {"S": "a"}, "n": {"N": str(number)}})
        streams = boto3.client("dynamodbstreams", endpoint_url=ENDPOINT)
        listed = streams.list_streams(TableName="Streamed")["Streams"]
        self.assertEqual([each["StreamArn"] for each in listed], [arn])
        shard = streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"][0]
        iterator = streams.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )["ShardIterator"]
        page = streams.get_records(ShardIterator=iterator)
        self.assertEqual([r["eventName"] for r in page["Records"]], ["INSERT", "MODIFY", "MODIFY"])
        self.assertEqual(page["Records"][2]["dynamodb"]["OldImage"]["n"], {"N": "1"})
        self.assertIn("NextShardIterator", page)
        with self.assertRaises(streams.exceptions.ResourceNotFoundException):
            streams.describe_stream(StreamArn=arn.replace("Streamed", "Nothing"))


if __name__ == "__main__":
    program = unittest.main(argv=sys.argv[:1], exit=False, verbosity=0)
    failed = len(program.result.failures) + len(program.result.errors)
    print(f"{program.result.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
