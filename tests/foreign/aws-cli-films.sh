#!/bin/sh
# Loads the films of the folder BATCHES (25 to a file) with the AWS CLI and asks about them.
# The CLI prints a line for each page. Usage: aws_cli_films.sh ENDPOINT BATCHES. Prints one line "name value" for each finding.
set -eu
endpoint=$1
batches=$2

dynamodb() {
  aws dynamodb --endpoint-url "$endpoint" --output text "$@"
}

dynamodb create-table --table-name CliFilms --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=Year,AttributeType=N AttributeName=Id,AttributeType=N \
  --key-schema AttributeName=Year,KeyType=HASH AttributeName=Id,KeyType=RANGE \
  --query TableDescription.TableName >/dev/null
dynamodb wait table-exists --table-name CliFilms

for batch in "$batches"/*.json; do
  left=$(dynamodb batch-write-item --request-items "file://$batch" \
    --query 'length(keys(UnprocessedItems))')
  [ "$left" = 0 ] || { echo "unprocessed items remain of $batch" >&2; exit 1; }
done

echo "tables $(dynamodb list-tables --query 'length(TableNames)')"
echo "count $(dynamodb scan --table-name CliFilms --select COUNT --query Count)"
echo "range $(dynamodb query --table-name CliFilms \
  --key-condition-expression '#y = :y AND Id BETWEEN :from AND :to' \
  --expression-attribute-names '{"#y":"Year"}' \
  --expression-attribute-values '{":y":{"N":"1998"},":from":{"N":"20"},":to":{"N":"2000"}}' \
  --page-size 2 --query 'Items[].Id.N' | tr '\t\n' '  ' | sed 's/ $//')"
echo "best $(dynamodb scan --table-name CliFilms --filter-expression '#r >= :r' \
  --expression-attribute-names '{"#r":"IMDB Rating"}' \
  --expression-attribute-values '{":r":{"N":"8.7"}}' --query 'Items[].Id.N' |
  tr '\t' '\n' | sort -n | tr '\n' ' ' | sed 's/ $//')"

first='{"Year":{"N":"1998"},"Id":{"N":"0"}}'
echo "title $(dynamodb get-item --table-name CliFilms --key "$first" --query Item.Title.S)"

vote() {
  dynamodb update-item --table-name CliFilms --key "$first" \
    --update-expression 'SET #v = #v + :m' --condition-expression '#v = :b' \
    --expression-attribute-names '{"#v":"IMDB Votes"}' \
    --expression-attribute-values '{":m":{"N":"10"},":b":{"N":"1071"}}' \
    --return-values UPDATED_NEW --query 'Attributes."IMDB Votes".N'
}
echo "updated $(vote)"
echo "refused $(vote 2>&1 | sed -n 's/.*(\([A-Za-z]*\)).*/\1/p')"
echo "deleted $(dynamodb delete-item --table-name CliFilms --key "$first" \
  --return-values ALL_OLD --query Attributes.Title.S)"
echo "left $(dynamodb scan --table-name CliFilms --select COUNT --query Count)"
dynamodb delete-table --table-name CliFilms --query TableDescription.TableStatus >/dev/null
dynamodb wait table-not-exists --table-name CliFilms
