"""Loads all films through boto3 and asks about them; prints what it found as one JSON object.

Usage: boto3_films.py ENDPOINT FILMS.json. The same steps as tests/foreign/data.mjs expects.
"""
import json
import sys
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError


def main(endpoint, path):
    with open(path, encoding="utf-8") as file:
        films = json.load(file, parse_float=Decimal)
    dynamodb = boto3.resource("dynamodb", endpoint_url=endpoint)
    table = create(dynamodb)
    with table.batch_writer() as batch:
        for film in films:
            batch.put_item(Item=film)
    found = {"count": count(table), **ask(table, films), **change(table, films)}
    found["missing"] = failure(lambda: dynamodb.Table("Nowhere").get_item(Key={"Year": 1, "Id": 1}))
    found["invalid"] = failure(lambda: table.get_item(Key={"Year": "1"}))
    table.delete()
    table.wait_until_not_exists()
    print(json.dumps(found))


def create(dynamodb):
    table = dynamodb.create_table(
        TableName="BotoFilms",
        AttributeDefinitions=[
            {"AttributeName": "Year", "AttributeType": "N"},
            {"AttributeName": "Id", "AttributeType": "N"},
        ],
        KeySchema=[
            {"AttributeName": "Year", "KeyType": "HASH"},
            {"AttributeName": "Id", "KeyType": "RANGE"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    table.wait_until_exists()
    return table


def pages(operation, **arguments):
    """The items of all pages."""
    while True:
        page = operation(**arguments)
        yield from page.get("Items", [])
        if "LastEvaluatedKey" not in page:
            return
        arguments["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def count(table):
    total, start = 0, {}
    while True:
        page = table.scan(Select="COUNT", **start)
        total += page["Count"]
        if "LastEvaluatedKey" not in page:
            return total
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def ask(table, films):
    in_1998 = Key("Year").eq(1998) & Key("Id").between(20, 2000)
    chosen = pages(table.query, KeyConditionExpression=in_1998, Limit=7)
    best = pages(table.scan, FilterExpression=Attr("IMDB Rating").gte(Decimal("8.7")))
    last = table.query(
        KeyConditionExpression=Key("Year").eq(2001), ScanIndexForward=False, Limit=5
    )
    dramas = pages(
        table.query,
        KeyConditionExpression=Key("Year").eq(1999),
        FilterExpression=Attr("Major Genre").eq("Drama"),
        ProjectionExpression="Id",
    )
    projected = table.get_item(
        Key=key_of(films[0]),
        ProjectionExpression="Title, #rating",
        ExpressionAttributeNames={"#rating": "MPAA Rating"},
        ConsistentRead=True,
    )["Item"]
    genres, gross = sum_by_genre(table)
    return {
        "range": [int(item["Id"]) for item in chosen],
        "best": sorted(int(item["Id"]) for item in best),
        "backwards": [int(item["Id"]) for item in last["Items"]],
        "dramas": sum(1 for _ in dramas),
        "projected": projected,
        "gross": sum(gross.values()),
        "filmsByGenre": genres,
        "grossByGenre": gross,
    }


def sum_by_genre(table):
    """Films of each genre, and what they took; the same sums as examples/movies makes."""
    genres, gross = {}, {}
    for film in pages(table.scan):
        genre = film.get("Major Genre", "None given")
        genres[genre] = genres.get(genre, 0) + 1
        gross[genre] = gross.get(genre, 0) + int(film.get("Worldwide Gross", 0))
    return genres, gross


def change(table, films):
    rated = next(film for film in films if "IMDB Votes" in film)
    update = {
        "Key": key_of(rated),
        "UpdateExpression": "SET #votes = #votes + :more",
        "ConditionExpression": "#votes = :before",
        "ExpressionAttributeNames": {"#votes": "IMDB Votes"},
        "ExpressionAttributeValues": {":more": 10, ":before": rated["IMDB Votes"]},
        "ReturnValues": "UPDATED_NEW",
    }
    updated = table.update_item(**update)["Attributes"]["IMDB Votes"]
    deleted = table.delete_item(Key=key_of(films[1]), ReturnValues="ALL_OLD")["Attributes"]
    return {
        "updated": int(updated),
        "refused": failure(lambda: table.update_item(**update)),
        "deleted": str(deleted["Title"]),
        "gone": "Item" not in table.get_item(Key=key_of(films[1])),
    }


def key_of(film):
    return {"Year": film["Year"], "Id": film["Id"]}


def failure(call):
    """The name of the error that `call` ends with."""
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


main(*sys.argv[1:])
