"""Roll calls of the General Assembly as the voting files have them: the call and who voted how, by ISO alpha-3."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from tools.record_facts.shared import Cells, aliases, material, read
from tools.record_facts.states import alpha3

# From this session on the days are right. Before it the file has a weekday in the place of the day (2 Sunday to
# 7 Friday, 1 Saturday), and in the 56th and 57th session sometimes the day, which is sure where it is above 7.
DAYS_FROM_SESSION = 58
_MIXED = frozenset({56, 57})
_WEEKDAYS = 7


@dataclass(frozen=True)
class FiledCall:
    """One roll call; `date` is EDTF, `amend` and `para` are `1`, `0` or empty where the file does not say."""

    call: int
    session: int
    date: str
    unres: str
    amend: str
    para: str
    short: str
    descr: str
    votes: dict[str, str]

    @property
    def tally(self) -> Counter[str]:
        return Counter(self.votes.values())

    @property
    def dated(self) -> bool:
        """Whether the day is known."""
        return len(self.date) == len("2001-01-01")

    @property
    def part(self) -> str:
        """`amendment`, `paragraph`, or empty for the whole and where the file does not say."""
        return "amendment" if self.amend == "1" else "paragraph" if self.para == "1" else ""


@cache
def filed_calls() -> tuple[FiledCall, ...]:
    """Sessions 1 to 74 from one file, 96 calls of the 75th from another, in their order."""
    return (*_to_2020(), *_since_2020())


def _to_2020() -> Iterator[FiledCall]:
    pyreadr: Any = import_module("pyreadr")  # only the generator needs it

    folder = material() / "unga_unvotes_rda"
    calls = next(iter(pyreadr.read_r(str(folder / "un_roll_calls.rda")).values()))
    votes = next(iter(pyreadr.read_r(str(folder / "un_votes.rda")).values()))
    cast: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    names = ("rcid", "country", "country_code", "vote")
    for call, name, alpha2, vote in zip(*(votes[n].astype(object) for n in names), strict=True):
        cast[int(call)].append((name, alpha2 if isinstance(alpha2, str) else "", vote))
    for row in calls.to_dict("records"):
        cells = {k: "" if v is None or v != v else str(v) for k, v in row.items()}
        yield _to_2020_call(cells, cast[int(float(cells["rcid"]))])


def _to_2020_call(cells: Cells, cast: list[tuple[str, str, str]]) -> FiledCall:
    return _filed(cells, [(_state(name, alpha2, cells["date"]), vote) for name, alpha2, vote in cast])


def _since_2020() -> Iterator[FiledCall]:
    cast: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for vote in read("unga_unproject", "derived_votes_not_in_unvotes.csv"):
        cast[vote["rcid"]].append((vote["iso3"], vote["vote"]))
    for row in read("unga_unproject", "rollcall_meta_2018_2020.csv"):
        if row["rcid"] in cast:
            yield _filed(row, cast[row["rcid"]])


def _filed(cells: Cells, cast: list[tuple[str, str]]) -> FiledCall:
    call, session = int(float(cells["rcid"])), int(float(cells["session"]))
    votes = dict(cast)
    if len(votes) != len(cast) or not set(votes.values()) <= {"yes", "no", "abstain"}:
        raise ValueError(f"roll call {call}: a state votes twice, or in a way that is not known")
    flags = {k: cells[k][:1] for k in ("amend", "para")}
    texts = {k: cells[k] for k in ("unres", "short", "descr")}
    return FiledCall(
        call=call, session=session, date=_date(call, session, cells["date"]), votes=votes, **flags, **texts
    )


def _date(call: int, session: int, day: str) -> str:
    """The day where it is known, else the month; where even the month is wrong, the days that are possible."""
    mended = _mended().get(str(call))
    if mended:
        return mended
    sure = session >= DAYS_FROM_SESSION or (session in _MIXED and int(day[8:]) > _WEEKDAYS)
    return day if sure else day[:7]


@cache
def _mended() -> dict[str, str]:
    return {row["call"]: row["date"] for row in aliases("roll_call_days.csv")}


@cache
def _state(name: str, alpha2: str, day: str) -> str:
    """The voter's code. Raises KeyError if neither its name nor its alpha-2 code is known."""
    meanings = _voters().get(name)
    if meanings is None:
        return alpha3(alpha2)
    found = [row["state"] for row in meanings if row["first"] <= day and day <= (row["last"] or "9999")]
    if len(found) != 1:
        raise KeyError(f"{name} on {day}: {found}")
    return found[0]


@cache
def _voters() -> dict[str, list[Cells]]:
    names: dict[str, list[Cells]] = defaultdict(list)
    for row in aliases("voters.csv"):
        names[row["name"]].append(row)
    return dict(names)
