"""Votes of a body as sources tell them: what was printed, and what the votes by member add up to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.material import Cells, Material
from mahdar.checking.audit.words import after, has_name, source_name
from mahdar.checking.wording import Pair, tally
from mahdar.record.rows import Source
from mahdar.record.symbols import normal

Tally = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Call:
    """One vote on one text from one source.

    `printed` is the tally that the source prints, `votes` the (state, vote) rows that it lists, doubled ones included;
    `outcome` and `mode` as in `Decision`, empty where the source does not say. `where` is the row without its reading.
    `until` is the last day on which it can have been where the source gives several. `packaged` rows came with the
    package, which prefers some of them to others (`preferred`).
    """

    source: Source
    where: Evidence
    series: str
    call: str
    symbol: str
    draft: str
    date: dt.date | None
    meeting: str
    title: str
    outcome: str
    mode: str
    printed: Tally | None
    vetoed_by: tuple[str, ...] = ()
    votes: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    until: dt.date | None = None
    preferred: bool = True
    packaged: bool = False

    @property
    def name(self) -> str:
        """The symbol by which it is known: of the resolution, else of the draft, else of the meeting."""
        return self.symbol or self.draft or self.meeting or self.call

    @property
    def key(self) -> str:
        """What calls of different sources on the same text have in common."""
        return normal(self.symbol or self.draft)

    @property
    def latest(self) -> dt.date | None:
        """The day of the vote, or the last on which it can have been."""
        return self.date or self.until

    @property
    def year(self) -> int:
        """The year of the vote, 0 where it is not known."""
        return self.latest.year if self.latest else 0

    @property
    def publication(self) -> str:
        """What tells it: a series of votes, or a source from which the package took it."""
        return self.source.key if self.packaged else self.series

    @property
    def counted(self) -> Tally | None:
        """The tally that the votes by member add up to, `None` where no votes are listed."""
        if not self.votes:
            return None
        cast = Counter(vote for _, vote in self.votes)
        return cast["yes"], cast["no"], cast["abstain"]

    @property
    def tally(self) -> Tally | None:
        """As printed, else as counted."""
        return self.printed or self.counted

    @property
    def teller(self) -> Pair:
        """How a sentence calls its source; a publication that has a series of its own by that."""
        name = source_name(self.series if has_name(self.series) else self.source.key, self.source.title)
        return after(name) if self.packaged else name

    def evidence(self, says: str = "") -> Evidence:
        where = self.where
        return Evidence(where.source, where.citation, says or self.short(), where.file, where.place)

    def short(self) -> str:
        """What the row says, in short: `S/2022/431 2022-05-26 13-0-2 vetoed by CHN, RUS`."""
        day = self.date.isoformat() if self.date else ""
        counts = "-".join(map(str, self.tally)) if self.tally else ""
        by = f"by {', '.join(self.vetoed_by)}" if self.vetoed_by else ""
        vote = f"(vote {self.call})" if self.call.isdigit() else ""  # a number that the source gives its votes
        return " ".join(part for part in (self.name, day, counts, self.outcome, by, vote) if part)


def figures(counts: Tally) -> Pair:
    """A tally in a sentence: with hyphens in English, in words in Arabic, where figures with hyphens turn round."""
    return Pair("-".join(map(str, counts)), f"({tally(counts).ar})")


def told_calls(material: Material, body: str, *, votes: bool = True) -> list[Call]:
    """The loaded votes of a body, with their votes by member unless these are left out."""
    rows = material.told("calls", "body = ?", body)
    cast = _Votes.of(material, body) if votes and rows else _Votes({})
    return [_call(material, row, cast) for row in rows]


@dataclass(frozen=True)
class _Votes:
    """Votes by member: (series, call) -> file -> who voted how."""

    cast: Mapping[tuple[str, str], Mapping[int, Sequence[tuple[str, str]]]]

    @classmethod
    def of(cls, material: Material, body: str) -> _Votes:
        query = (
            f"SELECT v.load, v.series, v.call, v.state, v.vote FROM {material.live('votes')} v "
            f"SEMI JOIN {material.live('calls')} c ON c.series = v.series AND c.call = v.call AND c.body = ? "
            "ORDER BY v.load, v.rowid_told"
        )
        found: dict[tuple[str, str], dict[int, list[tuple[str, str]]]] = {}
        for load, series, call, state, vote in material.query(query, body):
            found.setdefault((series, call), {}).setdefault(load, []).append((state, vote))
        return cls(found)

    def on(self, row: Cells) -> Sequence[tuple[str, str]]:
        """The votes in the file of the call, else those of the one file that has them."""
        files = self.cast.get((row["series"], row["call"]), {})
        return files.get(row["load"]) or next(iter(files.values()), ())


def _call(material: Material, row: Cells, votes: _Votes) -> Call:
    symbol, draft, day = row["symbol"] or "", row["draft"] or "", row["date"]
    where = material.evidence(row, "", symbol or draft or row["meeting"], day)
    counts = (row["yes"], row["no"], row["abstain"])
    return Call(
        material.source(row["source"]),
        where,
        row["series"],
        row["call"],
        symbol,
        draft,
        day,
        row["meeting"] or "",
        row["title"] or row["agenda"] or "",
        row["outcome"] or "",
        row["mode"] or "",
        None if None in counts else counts,
        tuple(part for part in (row["vetoed_by"] or "").split("|") if part),
        tuple(votes.on(row)),
        until=row["public"],
    )
