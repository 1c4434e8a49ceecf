"""Write docs/claims.md from the kinds of the registry and the examples that lie beside each mechanism.

    tools/write_claims.py [--accept]

A mechanism's `tables/examples.csv` has a row for each example; what each kind means stands in its `tables/kinds.toml`.
The test suite fails where the page is stale. With `--accept` the arguments and verdicts of the examples are first
written anew, as the program finds them today, for a person to read.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from textwrap import fill

from mahdar.checking.homes import homes
from mahdar.checking.registry import kinds
from mahdar.tables import Row, header, read_rows, read_toml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "claims.md"
_EXAMPLES, _KINDS = "examples.csv", "kinds.toml"
_WIDTH = 120
_HEAD = """# Claims: the kinds, each with an Arabic and an English example

Written by `make claims` from the registry of kinds and the examples beside each mechanism
(`src/mahdar/mechanisms/*/tables/examples.csv`). Each sentence below is read by the test suite, published on the day
given, and has to come out with these arguments and this verdict. What a kind means is fixed by the contract of the
reading; how a verdict is reached stands in [verdicts.md](verdicts.md).
"""
_TABLE = "| published | sentence | arguments | verdict |\n| --- | --- | --- | --- |\n"


def examples() -> list[Row]:
    """The examples of all mechanisms: kind, published, sentence, args (JSON), verdict."""
    return [row for home in homes() for row in read_rows(home, _EXAMPLES)]


def text() -> str:
    """The whole page, a section for each kind in the order of the registry."""
    said = {name: words for home in homes() for name, words in read_toml(home, _KINDS)["meaning"].items()}
    shown = examples()
    parts = [_HEAD]
    for name in kinds():
        rows = "".join(_row(example) for example in shown if example["kind"] == name)
        parts.append(f"\n## `{name}`\n\n{fill(said[name], _WIDTH)}\n\n{_TABLE}{rows}")
    return "".join(parts)


def _row(example: Row) -> str:
    return f"| {example['published']} | {example['sentence']} | `{example['args']}` | {example['verdict']} |\n"


def accept() -> None:
    """Write what the program finds today into the tables of examples."""
    for home in homes():
        path = ROOT / "src" / Path(*home.split(".")) / "tables" / _EXAMPLES
        head, rows = header(home, _EXAMPLES), read_rows(home, _EXAMPLES)
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(f"# {line}\n" for line in head)
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(row | _judged(row) for row in rows)


def _judged(row: Row) -> Row:
    from mahdar.pipeline import read

    claims = [c for c in read(row["sentence"], published=row["published"]).claims if c.kind == row["kind"]]
    if len(claims) != 1:
        raise SystemExit(f"{len(claims)} claims of the kind {row['kind']} in: {row['sentence']}")
    return {"args": json.dumps(dict(claims[0].args), ensure_ascii=False), "verdict": claims[0].verdict}


if __name__ == "__main__":
    if "--accept" in sys.argv[1:]:
        accept()
    TARGET.write_text(text(), encoding="utf-8")
