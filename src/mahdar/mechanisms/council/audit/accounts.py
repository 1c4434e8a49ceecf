"""What all sources tell of the Council's votes: those loaded and those of the package, grouped by the text voted on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from itertools import pairwise

from mahdar.checking.audit.calls import Call, told_calls
from mahdar.checking.audit.material import Material, of_row
from mahdar.checking.wording import Pair, day
from mahdar.record.rows import Decision
from mahdar.record.symbols import normal

HOME = "mahdar.mechanisms.council"
BODY = "council"
PACKAGE = "package"
_LONGEST_GAP = 12
_MOST_MISSING = 0.02
_NUMBER = re.compile(r"S/RES/(\d+)", re.IGNORECASE)
_YEAR = re.compile(r"\((\d{4})\)|/((?:19|20)\d\d)\Z")
_DRAFT = re.compile(r"S/(?:PV\.\d+|(?:(?:19|20)\d\d/)?\d+)", re.IGNORECASE)


def calls(material: Material) -> tuple[Call, ...]:
    """Every vote of the Council from every source; of the package only what it prefers where its sources are loaded."""
    loaded = {call.source.key for call in told(material)}
    kept = (call for call in _package(material) if call.source.key not in loaded or call.preferred)
    return (*told(material), *kept)


def rivals(material: Material) -> tuple[Call, ...]:
    """The votes to be compared between sources: a row of the package was made from a publication, and is left out where
    that itself is loaded and tells of the same text.
    """
    loaded = {(call.source.key, text_key(call)) for call in told(material)}
    return (*told(material), *(call for call in _package(material) if (call.source.key, text_key(call)) not in loaded))


def told(material: Material) -> tuple[Call, ...]:
    """The votes of loaded publications alone."""
    return material.once(_told)


def _told(material: Material) -> tuple[Call, ...]:
    return tuple(told_calls(material, BODY))


def _package(material: Material) -> tuple[Call, ...]:
    return material.once(_of_package)


def _of_package(material: Material) -> tuple[Call, ...]:
    record = material.record
    preferred = record.decisions()
    rows = [*preferred, *(rival for row in preferred for rival in record.rivals(row) if rival.standing != "preferred")]
    return tuple(_call(row) for row in material.public(rows))


def _call(row: Decision) -> Call:
    whole = "yes" in row.votes.values()  # a list of those against alone adds up to nothing
    return Call(
        row.source,
        of_row(row),
        PACKAGE,
        row.name,
        row.symbol,
        row.draft,
        row.date,
        row.meeting,
        row.title,
        row.outcome,
        row.mode,
        row.tally,
        row.vetoed_by,
        tuple(row.votes.items()) if whole else (),
        preferred=row.standing == "preferred",
        packaged=True,
    )


def number(symbol: str) -> int | None:
    """The number of a resolution, `None` for what is none."""
    hit = _NUMBER.match("".join(symbol.split()))
    return int(hit.group(1)) if hit else None


def symbol_year(symbol: str) -> int | None:
    """The year that a resolution's symbol carries."""
    hit = _YEAR.search(symbol)
    return int(hit.group(1) or hit.group(2)) if hit and number(symbol) else None


def base(draft: str) -> str:
    """A draft's symbol without its revision: `S/2019/961 (as orally revised)` is S/2019/961."""
    hit = _DRAFT.match("".join(draft.split()))
    return hit.group().upper() if hit else normal(draft)


def text_key(call: Call) -> str:
    """What calls of all sources on one text share: the number of the resolution, else the draft, else the meeting."""
    found = number(call.symbol)
    return f"S/RES/{found}" if found is not None else draft_key(call)


def draft_key(call: Call) -> str:
    """The draft without its revision; the meeting where the draft has no symbol, as an oral amendment."""
    draft = base(call.draft)
    return draft if draft.startswith("S/") else base(call.meeting)


def gaps(numbers: Collection[int]) -> list[int]:
    """The numbers that are left out of a series. A longer gap is a time that was not loaded, and a source that lacks
    more than a small share does not claim to have them all: that is none left out.
    """
    lacking = [
        number
        for one, two in pairwise(sorted(numbers))
        if two - one <= _LONGEST_GAP + 1
        for number in range(one + 1, two)
    ]
    return lacking if len(lacking) <= _MOST_MISSING * len(numbers) else []


def by_text(rows: Iterable[Call]) -> dict[str, list[Call]]:
    """Text -> the calls on it. A draft that is named by its meeting alone may be any of that meeting's."""
    groups: dict[str, list[Call]] = defaultdict(list)
    for call in rows:
        key = text_key(call)
        if key.startswith("S/") and not key.startswith("S/PV."):
            groups[key].append(call)
    return groups


def called(call: Call) -> Pair:
    """A vote in a sentence: its symbol and its day."""
    return (
        Pair(f"{call.name} of {on(call.date).en}", f"{call.name} ({on(call.date).ar})")
        if call.date
        else both(call.name)
    )


def on(when: date | None) -> Pair:
    return day(when)


def both(text: str) -> Pair:
    """Words that are the same in both languages."""
    return Pair(text, text)
