"""Loads all cities through boto3, in several processes, and scans them in parallel segments.

Usage: boto3_cities.py ENDPOINT CITIES.json. Prints what it found as one JSON object.
"""
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import boto3

TABLE = "BotoCities"
WRITERS = 4
SEGMENTS = 4


def client(endpoint):
    return boto3.client("dynamodb", endpoint_url=endpoint)


def main(endpoint, path):
    dynamodb = client(endpoint)
    dynamodb.create_table(
        TableName=TABLE,
        AttributeDefinitions=[
            {"AttributeName": "country", "AttributeType": "S"},
            {"AttributeName": "cityId", "AttributeType": "N"},
        ],
        KeySchema=[
            {"AttributeName": "country", "KeyType": "HASH"},
            {"AttributeName": "cityId", "KeyType": "RANGE"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    dynamodb.get_waiter("table_exists").wait(TableName=TABLE)
    with ProcessPoolExecutor(WRITERS) as workers:
        list(workers.map(partial(load, endpoint, path), range(WRITERS)))
        segments = list(workers.map(partial(scan, endpoint), range(SEGMENTS)))
    countries = merged(segments)
    found = {
        "scanned": sum(sums["cities"] for sums in countries.values()),
        "population": sum(sums["people"] for sums in countries.values()),
        "countries": len(countries),
        "sumsByCountry": countries,
        **ask(dynamodb),
    }
    dynamodb.delete_table(TableName=TABLE)
    print(json.dumps(found))


def load(endpoint, path, part):
    """Writes every WRITERS-th city."""
    with open(path, encoding="utf-8") as file:
        items = [item_of(city) for city in json.load(file)[part::WRITERS]]
    dynamodb = client(endpoint)
    for start in range(0, len(items), 25):
        waiting = [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]
        while waiting:
            answer = dynamodb.batch_write_item(RequestItems={TABLE: waiting})
            waiting = answer["UnprocessedItems"].get(TABLE, [])


def item_of(city):
    item = {}
    for name, value in city.items():
        item[name] = {"S": value} if isinstance(value, str) else {"N": repr(value)}
    return item


def scan(endpoint, segment):
    """Reads one segment to its end: cities and inhabitants of each country in it."""
    pages = client(endpoint).get_paginator("scan").paginate(
        TableName=TABLE, Segment=segment, TotalSegments=SEGMENTS
    )
    countries = {}
    for page in pages:
        for item in page["Items"]:
            add(countries, item["country"]["S"], 1, int(item["population"]["N"]))
    return countries


def add(countries, country, cities, people):
    sums = countries.setdefault(country, {"cities": 0, "people": 0})
    sums["cities"] += cities
    sums["people"] += people


def merged(segments):
    """The sums of all segments; the items of a country lie in one or in several."""
    countries = {}
    for segment in segments:
        for country, sums in segment.items():
            add(countries, country, sums["cities"], sums["people"])
    return countries


def ask(dynamodb):
    query = dynamodb.get_paginator("query")
    arguments = {"TableName": TABLE, "KeyConditionExpression": "country = :c"}
    china = query.paginate(
        **arguments, ExpressionAttributeValues={":c": {"S": "CN"}}, Select="COUNT"
    )
    small = query.paginate(
        **arguments, ExpressionAttributeValues={":c": {"S": "LI"}}, PaginationConfig={"PageSize": 3}
    )
    millions = dynamodb.get_paginator("scan").paginate(
        TableName=TABLE,
        FilterExpression="population > :p",
        ExpressionAttributeValues={":p": {"N": "10000000"}},
        Select="COUNT",
    )
    return {
        "china": sum(page["Count"] for page in china),
        "liechtenstein": [item["name"]["S"] for page in small for item in page["Items"]],
        "millions": sum(page["Count"] for page in millions),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
