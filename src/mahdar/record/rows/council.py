"""Rows of the Security Council: terms, decisions, meetings, presidencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.rows.base import Row, Topical, no_votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Row):
    """An unbroken time of one state on the Security Council; `seat` is `permanent` or `elected`."""

    state: str
    seat: str
    first: dt.date
    last: dt.date
    elected_on: dt.date | None = None

    @property
    def known_since(self) -> dt.date | None:
        return self.elected_on or self.first

    def citation(self) -> Citation:
        title = f"Security Council membership: {self.state}, {self.seat} seat, {self.first} to {_until(self.last)}"
        return self._cite("", self.first.isoformat(), title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Topical):
    """What the Security Council did with one draft.

    `outcome` is `adopted`, `amendment-adopted`, `vetoed` or `not-adopted`; `mode` is `vote`, `unanimous`,
    `without-vote`, `consensus`, `acclamation` or empty (not found). `votes` maps a state to `yes`, `no`, `abstain` or
    `absent` and is empty where the votes by state are not known. `standing` is `preferred`, or says why another
    source's row is preferred to this one.
    """

    symbol: str
    draft: str
    date: dt.date
    meeting: str
    outcome: str
    mode: str
    yes: int | None
    no: int | None
    abstain: int | None
    vetoed_by: tuple[str, ...] = ()
    votes: Mapping[str, str] = field(default_factory=no_votes, hash=False)
    title: str = ""
    standing: str = "preferred"
    note: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.date

    @property
    def name(self) -> str:
        """The symbol by which the decision is known: of the resolution, else of the draft, else of the meeting."""
        return self.symbol or self.draft or self.meeting

    @property
    def tally(self) -> tuple[int, int, int] | None:
        """Yes, no, abstentions; `None` unless all three are known."""
        if self.yes is None or self.no is None or self.abstain is None:
            return None
        return self.yes, self.no, self.abstain

    def citation(self) -> Citation:
        counts = "-".join(map(str, self.tally)) if self.tally else self.mode
        said = f"{self.outcome} {counts}".strip()
        by = f", vetoed by {', '.join(self.vetoed_by)}" if self.vetoed_by else ""
        return self._cite(self.name, self.date.isoformat(), f"{self.title} ({said}{by})".strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Topical):
    """A formal meeting of the Security Council; `form` is `open`, `closed`, `written` or empty (not found)."""

    symbol: str
    date: dt.date
    title: str
    form: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.date

    def citation(self) -> Citation:
        return self._cite(self.symbol, self.date.isoformat(), self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArriaMeeting(Topical):
    """An informal Arria-formula meeting; `co_hosts` were not Council members then."""

    when: Interval
    title: str
    conveners: tuple[str, ...]
    co_hosts: tuple[str, ...]
    symbol: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last

    def citation(self) -> Citation:
        by = f", convened by {', '.join(self.conveners)}" if self.conveners else ""
        return self._cite(self.symbol, self.when.edtf(), f"Arria-formula meeting: {self.title}{by}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Presidency(Row):
    """Who presided over the Security Council in a month, `month` as `2014-01`."""

    month: str
    state: str

    def citation(self) -> Citation:
        return self._cite("", self.month, f"Presidency of the Security Council in {self.month}: {self.state}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceduralVote(Topical):
    """A vote on procedure, to which no veto applies; `votes` as in `Decision`."""

    date: dt.date
    meeting: str
    matter: str
    yes: int | None
    no: int | None
    abstain: int | None
    votes: Mapping[str, str] = field(default_factory=no_votes, hash=False)
    outcome: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.date

    def citation(self) -> Citation:
        return self._cite(self.meeting, self.date.isoformat(), self.matter)


def _until(last: dt.date) -> str:
    return "now" if last.year >= 9999 else last.isoformat()
