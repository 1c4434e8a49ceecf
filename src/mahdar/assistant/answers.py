"""What tools answer. `record` is the hash of the record by which was answered.

`citation` is always an object with symbol, date, title, source and url; beside it stand `confidence` (`stated` by the
source, `derived` by a rule of procedure, `known` without a page) and `known_since`, the day since when it was public.
`left_out` says how much of a list did not find room. The docstrings describe the answers in the tools' schemas, which
the package `mcp` makes of classes without slots alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mahdar.model import Claim, Entity, Figure, Report, Statement, Time, Why

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class ReadAnswer:
    """A reading. `start` and `end` count code points of the text given; `text` are the words that stand there.

    `entities` are those who speak, or through whom words reached the report, and their principals.
    """

    report: Report
    entities: dict[str, Entity]
    statements: list[Statement]
    claims: list[Claim]
    times: list[Time]
    figures: list[Figure]
    left_out: dict[str, int]
    record: str


@dataclass(frozen=True)
class CheckAnswer:
    """The claims of a sentence with their verdicts. `note` says, where there are none, what that means.

    `published` is the day by which relative times were read; `notes` what was amiss with the text; `certificate`, where
    it was asked for, what was searched, in which tables, and for which time they are complete.
    """

    sentence: str
    published: str | None
    claims: list[Claim]
    note: Why | None
    notes: list[str]
    certificate: dict[str, Any] | None
    record: str


@dataclass(frozen=True)
class DocumentAnswer:
    """What stands under a symbol. `remark` says how the question was understood.

    `decisions` have the tally, who voted how (`votes`: way -> states) and a citation; `topic_states` are those that it
    concerns, `maybe_states` those that it may concern, as its title leaves open. `rows` are those of all sources, the
    preferred first: `role` is what a row has to do with the document, `says` its cells. Where nothing is found, `near`
    are symbols that may be meant and `coverage` says whether absence proves anything.
    """

    asked: str
    found: bool
    symbol: str | None
    url: str | None
    remark: str
    decisions: Rows
    rows: Rows
    near: list[str]
    coverage: Rows
    left_out: dict[str, int]
    record: str


@dataclass(frozen=True)
class StateAnswer:
    """A state in the record. `totals` count all sections, `sections` hold the newest of those asked for.

    Within a section the oldest comes first. `ballots` count the state's votes in the Security Council. `coverage` says
    for which time each table is complete: only there does absence prove anything.
    """

    state: str
    name: Why
    totals: dict[str, int]
    ballots: dict[str, int]
    sections: dict[str, Rows]
    coverage: Rows
    left_out: dict[str, int]
    record: str


@dataclass(frozen=True)
class TimelineAnswer:
    """Lines on a state in order of time: `when` (EDTF), `mechanism`, `what` in both languages, citation."""

    state: str
    name: Why
    total: int
    offset: int
    lines: Rows
    record: str


@dataclass(frozen=True)
class CouncilAnswer:
    """The Security Council on a day. `president` is None where the record does not know it. `rules` are the articles of
    the Charter from which size and majority follow.

    `complete` says of each table whether it is complete for that day: only then does absence prove anything.
    """

    date: str
    size: int
    majority: int
    rules: Rows
    president: dict[str, Any] | None
    members: Rows
    decisions: Rows
    meetings: Rows
    decided_before: dict[str, Any] | None
    complete: dict[str, bool]
    left_out: dict[str, int]
    record: str


@dataclass(frozen=True)
class VetoesAnswer:
    """Vetoed drafts, the newest first. `by_member` counts all that were found, a draft once for each that cast one.

    `may_concern` is how many more may concern the topic as their titles leave open; they are not among the rows.
    """

    by: str | None
    topic: str | None
    total: int
    by_member: dict[str, int]
    may_concern: int
    offset: int
    vetoes: Rows
    coverage: Rows
    record: str


@dataclass(frozen=True)
class CompareAnswer:
    """Accounts side by side: `cells[k]` of a row are those of `accounts[k]`, `absent` the accounts without any.

    `told` is alike, differently, once (by one account), or separately (nothing shows that they are one happening).
    Nothing here says which account is right.
    """

    accounts: Rows
    voices: Rows
    claims: Rows
    figures: Rows
    times: Rows
    mechanisms: Rows
    terms: Rows
    left_out: dict[str, int]
    record: str


@dataclass(frozen=True)
class SearchAnswer:
    """A page of what was found in the library, and counts of all of it (`facets`: value -> count).

    A report has `excerpts`, a statement its own span; offsets count code points of the report's text.
    """

    of: str
    total: int
    offset: int
    rows: Rows
    facets: dict[str, dict[str, int]]
