"""Condenses an AWS service model (api-2 JSON, as SDKs carry it) to the facts that the test of pixii's
member tables needs: names, types, required members and limits. Used once per new model:

    python3 tests/model-facts/condense.py <service model> DynamoDB_20120810 > tests/model-facts/dynamodb.json
"""
import json
import sys

LIMITS = ("min", "max", "pattern", "enum", "required")


def condense(shape):
    facts = {"type": shape["type"]}
    facts.update({name: shape[name] for name in LIMITS if name in shape})
    if "members" in shape:
        facts["members"] = {name: member["shape"] for name, member in shape["members"].items()}
    if shape["type"] == "list":
        facts["member"] = shape["member"]["shape"]
    if shape["type"] == "map":
        facts["key"] = shape["key"]["shape"]
        facts["value"] = shape["value"]["shape"]
    return facts


def main(path, service):
    with open(path, encoding="utf-8") as file:
        model = json.load(file)
    operations = {
        name: {"input": operation["input"]["shape"], "output": operation["output"]["shape"]}
        for name, operation in sorted(model["operations"].items())
        if "input" in operation and "output" in operation
    }
    shapes = {name: condense(shape) for name, shape in sorted(model["shapes"].items())}
    lines = ["{", f'"service": {json.dumps(service)},', '"operations": {']
    lines.append(",\n".join(f"{json.dumps(n)}: {json.dumps(o)}" for n, o in operations.items()))
    lines += ["},", '"shapes": {']
    lines.append(",\n".join(f"{json.dumps(n)}: {json.dumps(s)}" for n, s in shapes.items()))
    lines += ["}", "}"]
    print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
