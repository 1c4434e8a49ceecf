"""Everything that the record has under one symbol, found by the index and read by symbol, never table by table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from mahdar.record.access import Record
from mahdar.record.asking import index
from mahdar.record.asking.asked import family_of, understood
from mahdar.record.asking.entries import Entry, Origins, entries, with_votes
from mahdar.record.asking.index import Hit
from mahdar.record.coverage import coverages
from mahdar.record.opened import Store
from mahdar.record.rows import AssemblyDecision, Coverage, Decision, HrcDecision
from mahdar.record.schema import columns
from mahdar.tables import read_rows

WAYS = ("yes", "no", "abstain", "absent", "unknown")
AnyDecision = Decision | AssemblyDecision | HrcDecision


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and who voted how: way -> states, `unknown` those who sat but of whose vote the record knows nothing.

    `votes` is empty where no vote by state is known.
    """

    row: AnyDecision
    votes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands under a symbol.

    `own` are the rows about the document itself, of all sources, preferred first; `others` those in which it plays a
    part; `decided` what was decided by it, or at it if it is a meeting. `remark` says how the question was understood.
    """

    symbol: str
    remark: str
    own: tuple[Entry, ...]
    others: tuple[Entry, ...]
    decided: tuple[Decided, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing stands under a symbol: those that may have been meant, and what the record claims to have of its kind.

    `later` says that rows stand there which were not public yet on the day asked for; `symbol` is False for what is no
    symbol at all.
    """

    asked: str
    near: tuple[str, ...]
    table: str
    what: str
    coverage: tuple[Coverage, ...] = field(default=())
    later: bool = False
    symbol: bool = True


def show(store: Store, symbol: str, as_of: date | None = None) -> Shown | Missing:
    """All rows under a symbol; with `as_of` those that were public on that day, as they stood then."""
    asked = understood(store, symbol)
    origins = Origins(store)
    found = entries(store, asked.hits, as_of, origins)
    if not found:
        return _missing(store, asked.normal or symbol, later=bool(asked.hits))
    found += _held_at(store, found, as_of, origins)
    own = with_votes(store, [entry for entry in found if _role(entry.place.name, entry.part)[0]])
    others = sorted((entry for entry in found if not _role(entry.place.name, entry.part)[0]), key=_in_time)
    spelt = next((hit.spelt for hit in asked.hits if _role(hit.place, hit.part)[0]), asked.hits[0].spelt)
    return Shown(spelt, asked.remark, tuple(own), tuple(others), _decided(store, found, origins), as_of)


def role(entry: Entry) -> str:
    """What a row has to do with the symbol, in English."""
    return _role(entry.place.name, entry.part)[1]


def _in_time(entry: Entry) -> tuple[bool, str, date]:
    return entry.place.told, entry.place.name, entry.since or date.max


def _held_at(store: Store, found: Iterable[Entry], as_of: date | None, origins: Origins) -> list[Entry]:
    """The meetings at which what was found was decided, with their agenda."""
    meetings = {e.cells["meeting"] for e in found if e.part in ("symbol", "draft") and e.cells.get("meeting")}
    hits = (Hit("council_meetings", "symbol", meeting) for meeting in sorted(meetings))
    held = entries(store, hits, as_of, origins)
    return [Entry(e.place, "held", e.cells, e.origin, e.since) for e in held]


def _missing(store: Store, asked: str, *, later: bool) -> Missing:
    family = family_of(asked)
    table, what = (
        (family.table, family.what) if family else ("treaties", "no symbol of the United Nations and no treaty")
    )
    lines = store.connection.execute('SELECT * FROM coverage WHERE "table" = ?', [table]).fetchall()
    covered = tuple(coverages([line]).popitem()[1] for line in lines)
    return Missing(asked, tuple(index.near(store, asked)), table, what, covered, later, family is not None)


# -- decisions with their votes
@dataclass(frozen=True)
class _Excerpt(Store):
    """A store that gives the rows at hand for some tables instead of reading them: typed rows of a few cells."""

    held: Mapping[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        held = self.held.get(table)
        return super().rows(table) if held is None else held


def _decided(store: Store, found: Iterable[Entry], origins: Origins) -> tuple[Decided, ...]:
    tables = ("council_decisions", "assembly_decisions", "assembly_roll_calls", "hrc_decisions")
    cells = {table: [e.cells for e in found if e.place.name == table] for table in tables}
    if not any(cells.values()):
        return ()
    held = {table: [tuple(c[name] for name in columns(table)) for c in rows] for table, rows in cells.items()}
    days = sorted({c["date"] for c in cells["council_decisions"]})
    held |= {"council_terms": _terms(store, days), "sources": origins.rows}
    record = Record(_Excerpt(store.connection, "", None, store.viewed, held))
    council = (
        Decided(d, _votes(d.votes, {t.state for t in record.council_members(d.date)})) for d in record.decisions()
    )
    assembly = (Decided(d, _votes(d.votes, _members(record, d))) for d in record.assembly())
    return (*council, *assembly, *(Decided(d, {}) for d in record.hrc_decisions()))


def _terms(store: Store, days: Sequence[date]) -> list[tuple[Any, ...]]:
    """The terms that ran on these days."""
    table = store.qualified("council_terms")
    test = " OR ".join(["? BETWEEN first AND last"] * len(days))
    return store.connection.execute(f"SELECT * FROM {table} WHERE {test}", list(days)).fetchall() if days else []


def _members(record: Record, row: AssemblyDecision) -> frozenset[str]:
    return record.un_members(row.date) if row.date else frozenset()


def _votes(votes: Mapping[str, str], sat: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Way -> states in alphabetical order of their codes."""
    if not votes:
        return {}
    known = {way: tuple(sorted(state for state, vote in votes.items() if vote == way)) for way in WAYS}
    return known | {"unknown": tuple(sorted(set(sat) - set(votes)))}


@cache
def _roles() -> dict[tuple[str, str], tuple[bool, str]]:
    rows = read_rows("mahdar.record", "symbol_roles.csv")
    return {(row["table"], row["column"]): (row["own"] == "yes", row["role"]) for row in rows}


def _role(place: str, part: str) -> tuple[bool, str]:
    if part == "held":
        return False, "the meeting at which it was decided"
    return _roles().get((place, part), (False, place.replace("_", " ")))
