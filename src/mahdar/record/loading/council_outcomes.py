"""Cells of the UN Library's pages on the Security Council: outcomes of meetings, names of permanent members, days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from mahdar.record.states import find_state

_SYMBOL = re.compile(
    r"S/(?:RES/\d+(?:\s*\(\s*(?P<year>\d{4})\s*\)?)?|PRST/\d+/\d+"
    r"|(?:PV\.)?\d+(?:/\d+)*(?:/(?:Rev|Add|Corr)\.\d+)*)(?P<statement>\s*\(PRST\))?"
)
_DRAFT = re.compile(r"S/(?:PV\.)?\d+(?:/\d+)*(?:/(?:Rev|Add|Corr)\.\d+)*")
_MEETING = re.compile(r"S/PV\.\d+")
_TALLY = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d{1,2})(?!\d)")
# What stands before a document that is not itself put to the vote.
_MENTION = re.compile(r"(?:\b(?:Note|Letter)\s*\(?|\b(?:in|by)\s)\s*$")
_BEFORE = 12  # characters
# What stands between the symbols of one draft: `S/507 & Add.1 & S/516`.
_SAME_DRAFT = re.compile(r"(?:[\s,&]|\band\b|Add\.\d+|Corr\.\d+)*")
_MODES = {
    "unanimous": re.compile(r"(?:adopted\s+)?unanimously", re.IGNORECASE),
    "without-vote": re.compile(r"(?:adopted\s+)?without\s+(?:a\s+)?vote", re.IGNORECASE),
    "consensus": re.compile(r"(?:adopted\s+)?by\s+consensus", re.IGNORECASE),
}
_MEMBERS = (
    r"Russian Federation|Russia|USSR|United States of America|United States|USA|US|"
    r"United Kingdom of Great Britain and Northern Ireland|United Kingdom|UK|China|France"
)
_NAMES = re.compile(_MEMBERS)
_VETOED = re.compile(rf"vetoed\s+by\s+((?:\b(?:the|and)\b|[\s,&]|{_MEMBERS})+)|vetoed\s+by\s*", re.IGNORECASE)
_FAILED = re.compile(r"(?:was\s+)?not\s+adopted", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()]*)\)|((?:[,&]|\band\b)?\s*(?:Add|Corr)\.\d+)")
_ABSENT = re.compile(r"(\d{1,2}) absent")
# Words that belong to no vote and are kept in the outcome as told.
_FILLING = re.compile(r"(?:Power Four )?draft resolutions?|Communiqu.|PRST|\band\b|--|[&+,()\s]", re.IGNORECASE)
_TRAILING = re.compile(r"(?:\s*(?:\bPower Four\b|\bdraft resolutions?\b|\band\b|--|[&+(]))+\s*$", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,2})(?:\s*[-–/+]\s*(\d{1,2}))?\s+([A-Z][a-z]{2})[a-z]*\.?(?:\s+(\d{4}|\d{2}))?")
_FIRST_YEAR = 1946  # the Council's first; of two figures, 46 to 99 are the last century's


@dataclass(frozen=True)
class Act:
    """What an outcome says of one resolution or draft; `tally` is in favour, against, abstaining.

    `outcome` is `adopted`, `vetoed` or `not-adopted`, `mode` as in told.calls, `None` where nothing is said of it;
    `note` keeps what is said beside (`as amended`, `and Corr.1`), `left` the words that could not be read.
    """

    told: str
    symbol: str | None = None
    draft: str | None = None
    outcome: str | None = None
    mode: str | None = None
    tally: tuple[int, int, int] | None = None
    absent: int | None = None
    vetoed_by: str | None = None
    note: str | None = None
    left: str = ""


@dataclass(frozen=True)
class Days:
    """`first` to `last`; `short` says that the year had two figures."""

    first: date
    last: date
    short: bool = False


def acts_of(text: str) -> list[Act]:
    """The resolutions and drafts in the outcome of a meeting, in their order; statements and letters are none.

    Votes are printed in the order in favour, against, abstaining. A draft of which no fate is told has no `outcome`.
    """
    return [_act(text, start, end, until) for start, end, until in _spans(text)]


def has_vote(text: str) -> bool:
    """Whether words of a vote stand in a text."""
    return any(sign.search(text) for sign in (_TALLY, _VETOED, _FAILED, *_MODES.values()))


def draft_symbol(text: str) -> str | None:
    """The symbol with which the name of a draft begins: `S/11400` of `S/11400 (as amended)`."""
    hit = _DRAFT.match(text)
    return hit.group() if hit else None


def meeting_symbol(text: str) -> str | None:
    """The first meeting named, without resumption or correction: `S/PV.4820`."""
    hit = _MEETING.search(text)
    return hit.group() if hit else None


def permanent_members(text: str, on: date | None) -> tuple[list[str], str]:
    """Codes of the permanent members named, however they are run together, and what else stands there."""
    found = [find_state(name, on) for name in _NAMES.findall(text)]
    rest = re.sub(r"\b(?:and|the)\b|[\s,&]", "", _NAMES.sub(" ", text))
    return [state for state in found if state], rest


def read_days(text: str, year: int | None = None) -> Days | None:
    """`31 December`, `14-15 October`, `15 Sep.` of a year, or with a year of their own; `None` if it is no such day."""
    hit = _DAYS.fullmatch(text.strip())
    own = _year(hit.group(4)) if hit and hit.group(4) else year
    if hit is None or own is None:
        return None
    try:
        first = datetime.strptime(f"{hit.group(1)} {hit.group(3)} {own}", "%d %b %Y").date()
        last = first.replace(day=int(hit.group(2))) if hit.group(2) else first
    except ValueError:
        return None
    return Days(first, last, short=len(hit.group(4) or "") == 2) if first <= last else None


def _year(told: str) -> int:
    number = int(told)
    return number if len(told) == 4 else number + (1900 if number >= _FIRST_YEAR % 100 else 2000)


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    """For each act, where its first symbol starts and ends, and where what is said of it ends."""
    symbols = list(_SYMBOL.finditer(text))
    cuts = [hit for hit in symbols if not _MENTION.search(text[max(0, hit.start() - _BEFORE) : hit.start()])]
    index = 0
    while index < len(cuts):
        first, after = cuts[index], index + 1
        while after < len(cuts) and _one_draft(text, cuts[after - 1], cuts[after]):
            after += 1
        if not first.group("statement") and not first.group().startswith("S/PRST"):
            yield first.start(), first.end(), cuts[after].start() if after < len(cuts) else len(text)
        index = after


def _one_draft(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two symbols name one draft; each resolution, and each statement, stands for itself."""
    alone = any(hit.group().startswith(("S/RES", "S/PRST")) or hit.group("statement") for hit in (one, other))
    return not alone and _SAME_DRAFT.fullmatch(text[one.end() : other.start()]) is not None


def _act(text: str, start: int, end: int, until: int) -> Act:
    symbol, said = _SYMBOL.match(text[start:end]), text[end:until]
    act = _fate(said, Act(_TRAILING.sub("", " ".join(text[start:until].split()))))
    number = re.match(r"S/RES/\d+", text[start:end])
    if number and symbol:
        year = f" ({symbol.group('year')})" if symbol.group("year") else ""
        return replace(act, symbol=number.group() + year, outcome="adopted")
    return replace(act, draft=text[start:end])


def _fate(said: str, act: Act) -> Act:
    """Read the words behind a symbol; what is understood is taken out, the rest is `left`."""
    vetoed, failed, tally = _VETOED.search(said), _FAILED.search(said), _TALLY.search(said)
    mode = next((name for name, pattern in _MODES.items() if pattern.search(said)), "vote" if tally else None)
    rest = said
    for sign in (_VETOED, _FAILED, *_MODES.values()):
        rest = sign.sub(" ", rest, count=1)
    rest = _TALLY.sub(" ", rest, count=1)
    asides = ["".join(hit.groups("")).strip() for hit in _ASIDE.finditer(rest)]
    rest = _ASIDE.sub("", rest)
    asides += [" ".join(hit.group().split()) for hit in _SYMBOL.finditer(rest)]
    absent = _ABSENT.fullmatch(" ".join(asides))
    return replace(
        act,
        outcome="vetoed" if vetoed else "not-adopted" if failed else None,
        mode="vote" if vetoed or failed else mode,
        tally=(int(tally.group(1)), int(tally.group(2)), int(tally.group(3))) if tally else None,
        absent=int(absent.group(1)) if absent else None,
        vetoed_by=(vetoed.group(1) or "").strip() if vetoed else None,
        note="; ".join(aside for aside in asides if aside) or None,
        left=_FILLING.sub("", _SYMBOL.sub("", rest)),
    )
