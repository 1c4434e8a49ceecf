"""Write docs/reading.schema.json, the JSON Schema of a reading, from the dataclasses of `mahdar.model`.

    tools/write_schema.py [--check]

`--check` writes nothing and exits 1 where the file is not what the model gives.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from mahdar.model import SCHEMA, Reading

TARGET = Path(__file__).resolve().parent.parent / "docs" / "reading.schema.json"


def schema() -> dict[str, Any]:
    """The schema of `Reading.to_dict()`: every field is always there, and no field that the model does not name."""
    made = TypeAdapter(Reading).json_schema(mode="serialization")
    for node in _objects(made):
        node.pop("title", None)
        node.pop("default", None)
    for thing in (made, *made["$defs"].values()):
        thing["required"] = list(thing["properties"])
        thing["additionalProperties"] = False
    made["properties"]["schema"] = {"const": SCHEMA}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}


def _objects(node: Any, *, named: bool = False) -> Iterator[dict[str, Any]]:
    """Every schema within a schema; the mapping of properties by name is not one itself."""
    if isinstance(node, dict):
        if not named:
            yield node
        for key, value in node.items():
            yield from _objects(value, named=not named and key in {"properties", "$defs"})
    elif isinstance(node, list):
        for item in node:
            yield from _objects(item)


def text() -> str:
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Write docs/reading.schema.json from the model")
    parser.add_argument("--check", action="store_true", help="only say whether the file is current")
    if parser.parse_args().check:
        return int(not TARGET.is_file() or TARGET.read_text("utf-8") != text())
    TARGET.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
