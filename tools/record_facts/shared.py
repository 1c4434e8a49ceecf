"""Where the generator reads and what a table of the record looks like on disk."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "src" / "mahdar" / "record" / "tables"
Cells = dict[str, str]

_OFFICIAL = re.compile(
    r"https?://(?:[\w-]+\.)*(?:un\.org|ohchr\.org|unog\.ch|ungeneva\.org|unvienna\.org|unhcr\.org|who\.int|iaea\.org|icc-cpi\.int"
    r"|unesco\.org|unrwa\.org|unmissions\.org|securitycouncilreport\.org)/"
)
_ADDRESS = re.compile(r"https?://[^\s;,()]+")


def material() -> Path:
    """The folder of the official publications' copies: MAHDAR_SHARED, else ../shared beside the project."""
    return Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"


@dataclass(frozen=True)
class Table:
    """One table to be written: `about` are its header lines, `coverage` its machine-readable ones."""

    name: str
    about: Sequence[str]
    coverage: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Cells]

    def text(self) -> str:
        out = io.StringIO()
        for line in (*self.about, *(f"coverage: {c}" for c in self.coverage)):
            out.write(f"# {line}\n")
        writer = csv.DictWriter(out, self.columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue()


def read(*parts: str, encoding: str = "utf-8", delimiter: str = ",") -> list[Cells]:
    """The rows of a CSV file of the material, cells stripped, lines that start with `#` left out."""
    text = material().joinpath(*parts).read_text(encoding)
    lines = [line for line in io.StringIO(text, newline="") if not line.startswith("#")]
    reader = csv.DictReader(lines, delimiter=delimiter)
    return [{k: _clean(v) for k, v in row.items() if k is not None} for row in reader]


def own(name: str) -> list[Cells]:
    """The rows of a table of ours that is kept by hand."""
    lines = (TABLES / name).read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))


def aliases(name: str) -> list[Cells]:
    """The rows of a table that lies beside the generator."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))


def several(cell: str) -> str:
    """States of a source's cell (`;` or blanks between them) as one cell of ours (`|`)."""
    return "|".join(part for part in re.split(r"[;\s|]+", cell) if part)


def page(source: str) -> str:
    """The first official address of a source note: a row cites its publisher, not who repeated it."""
    return next((a.rstrip(".") for a in _ADDRESS.findall(source) if _OFFICIAL.match(a)), "")


def pick(row: Cells, names: Iterable[str]) -> Cells:
    return {name: row.get(name, "") for name in names}


def slug(text: str) -> str:
    """Lower-case words of letters and digits joined by `-`."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _clean(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
