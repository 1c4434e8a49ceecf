"""Frames: whole sentences with blanks, kept in tables, one for each kind, true and false ones apart.

A section `[false council.vote]` names the kinds of claim that what is false in its frames would be: a claim of another
kind in them is true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.generated.words import AR, EN

TABLES = Path(__file__).parent / "tables"
TRUE, FALSE = "true", "false"
_ARABIC = re.compile("[ء-ي]")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with blanks; `kind` is the name of its table, `holds` whether a row that fills it makes it true.

    `told_by` are the kinds of claim that are false in a frame that does not hold; any, where there are none.
    """

    kind: str
    text: str
    language: str
    holds: bool
    told_by: frozenset[str] = frozenset()


@cache
def kinds() -> tuple[str, ...]:
    """The kinds that have a table of frames."""
    return tuple(sorted(path.stem for path in TABLES.glob("*.txt")))


@cache
def frames(kind: str) -> tuple[Frame, ...]:
    """The frames of a kind, in the order of its table."""
    found, section, told_by = [], "", list[str]()
    for line in (TABLES / f"{kind}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section, *told_by = line.strip("[]").split()
        elif line and not line.startswith("#"):
            assert section in (TRUE, FALSE), f"{kind}: a frame outside the sections: {line}"
            language = AR if _ARABIC.search(line) else EN
            found.append(Frame(kind, line, language, section == TRUE, frozenset(told_by)))
    return tuple(found)
