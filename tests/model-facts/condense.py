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
        name: {role: operation[role]["shape"] for role in ("input", "output") if role in operation}
        for name, operation in sorted(model["operations"].items())
    }
    condensed = {name: condense(shape) for name, shape in model["shapes"].items()}
    used = set()
    for operation in operations.values():
        for shape in operation.values():
            reach(condensed, shape, used)
    shapes = {name: condensed[name] for name in sorted(used)}
    lines = ["{", f'"service": {json.dumps(service)},', '"operations": {']
    lines += [in_lines(operations, 4), "},", '"shapes": {', in_lines(shapes, 2), "}", "}"]
    print("\n".join(lines))


def reach(shapes, name, used):
    """Adds `name` and all it refers to to `used`; what only errors mention is left out."""
    if name in used:
        return
    used.add(name)
    shape = shapes[name]
    for other in shape.get("members", {}).values():
        reach(shapes, other, used)
    for role in ("member", "key", "value"):
        if role in shape:
            reach(shapes, shape[role], used)


def in_lines(entries, count):
    """The members of a JSON object, `count` to a line."""
    texts = [f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in entries.items()]
    lines = [", ".join(texts[i : i + count]) for i in range(0, len(texts), count)]
    return ",\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
