"""The Security Council in the record: who sat, what was decided, who vetoed, which meetings were held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from mahdar.edtf import Interval
from mahdar.record.cells import Cells, Reader, interval, listed_votes, pick, several, texts, topics
from mahdar.record.rows import ArriaMeeting, Decision, LazyVotes, Meeting, Presidency, ProceduralVote, Term
from mahdar.record.search import about_during, grouped
from mahdar.record.symbols import normal
from mahdar.record.timeline import Timeline

_LAST_YEAR = 2100
# States whose seat another state has taken over: its vetoes are counted with those of the successor.
_PREDECESSORS = {"RUS": {"RUS", "SUN"}}


class Council:
    """Look-ups in the tables of the Security Council."""

    _reader: Reader

    def council_members(self, on: date) -> tuple[Term, ...]:
        """Who sat on the Security Council on a day."""
        return tuple(t for t in self._terms_of_year.get(on.year, ()) if t.first <= on <= t.last)

    def terms(self, state: str) -> tuple[Term, ...]:
        """A state's terms on the Security Council, in order of time."""
        return self._terms_by_state.get(state, ())

    def decision(self, symbol: str) -> Decision | None:
        """By symbol of the resolution (the year may be left out) or of the draft."""
        return self._decision_by_name.get(normal(symbol))

    def decision_rivals(self, row: Decision) -> tuple[Decision, ...]:
        """What other sources say of the same decision, if they differ."""
        told = _told(row.symbol, row.draft, row.date, row.title)
        return tuple(other for other in self._disputed.get(told, ()) if other is not row)

    def printed_as(self, symbol: str) -> tuple[Decision, ...]:
        """What a source prints under this symbol though it is another decision."""
        return self._printed.get(normal(symbol), ())

    def decisions(
        self,
        topic: str | None = None,
        when: Interval | None = None,
        outcome: str | None = None,
        *,
        certain: bool = True,
    ) -> tuple[Decision, ...]:
        """Council decisions; with `certain=False` those too that may concern the topic."""
        found = about_during(self._decisions, topic, when, certain)
        return tuple(d for d in found if outcome is None or d.outcome == outcome)

    def vetoes(
        self,
        by: str | None = None,
        topic: str | None = None,
        when: Interval | None = None,
        *,
        certain: bool = True,
    ) -> tuple[Decision, ...]:
        """Vetoed drafts; `RUS` finds those of the Soviet Union too."""
        casters = _PREDECESSORS.get(by or "", {by})
        found = about_during(self._vetoes, topic, when, certain)
        return tuple(d for d in found if by is None or casters & set(d.vetoed_by))

    def meetings(
        self, topic: str | None = None, when: Interval | None = None, *, certain: bool = True
    ) -> tuple[Meeting, ...]:
        """Formal meetings; with `certain=False` those too that may concern the topic."""
        return about_during(self._meetings, topic, when, certain)

    def meeting(self, symbol: str) -> Meeting | None:
        return self._meeting_by_symbol.get(normal(symbol))

    def arria(self, topic: str | None = None, when: Interval | None = None) -> tuple[ArriaMeeting, ...]:
        """Arria-formula meetings; the table is a selection."""
        return about_during(self._arria, topic, when)

    def presidency(self, month: str) -> Presidency | None:
        """Who presided in a month such as `2023-03`."""
        return self._presidencies.get(month)

    def presidencies(self, state: str) -> tuple[Presidency, ...]:
        return tuple(p for p in self._presidencies.values() if p.state == state)

    def procedural_votes(self, topic: str | None = None, when: Interval | None = None) -> tuple[ProceduralVote, ...]:
        return about_during(self._procedural, topic, when)

    @cached_property
    def _terms_by_state(self) -> dict[str, tuple[Term, ...]]:
        cells, origin = self._reader.cells("council_terms"), self._reader.origin
        rows = (Term(**pick(c, "state", "seat", "first", "last", "elected_on"), **origin(c)) for c in cells)
        return grouped(rows, lambda t: t.state)

    @cached_property
    def _terms_of_year(self) -> dict[int, list[Term]]:
        years: dict[int, list[Term]] = defaultdict(list)
        for term in (t for terms in self._terms_by_state.values() for t in terms):
            for year in range(term.first.year, min(term.last.year, _LAST_YEAR) + 1):
                years[year].append(term)
        return years

    @cached_property
    def _told_decisions(self) -> tuple[Cells, ...]:
        """The rows of the table; each is made a decision when it is first asked for."""
        return tuple(self._reader.cells("council_decisions"))

    @cached_property
    def _made_decisions(self) -> dict[int, Decision]:
        return {}

    def _made(self, number: int) -> Decision:
        """The decision of a row, always the same one."""
        known = self._made_decisions.get(number)
        if known is None:
            made = _decision(self._told_decisions[number], self._reader, self._votes_of)
            known = self._made_decisions.setdefault(number, made)
        return known

    def _preferred(self, outcome: str = "") -> Timeline[Decision]:
        """The decisions of the preferred sources, of one outcome or all."""
        rows = (
            self._made(number)
            for number, c in enumerate(self._told_decisions)
            if c["standing"] == "preferred" and (not outcome or c["outcome"] == outcome)
        )
        return Timeline(rows, lambda d: Interval.day(d.date))

    def _votes_of(self, c: Cells) -> Mapping[str, str]:
        """Who voted how: those listed, and, where all are known, the others who sat as yes."""
        listed = listed_votes(c, "no", "abstain")
        sitting = {term.state for term in self.council_members(c["date"])}
        if c["votes"] != "full" and c["yes"] != len(sitting):
            return listed
        absent = dict.fromkeys(several(c["absent"]), "absent")
        return {**dict.fromkeys(sorted(sitting), "yes"), **listed, **absent}

    @cached_property
    def _decisions(self) -> Timeline[Decision]:
        return self._preferred()

    @cached_property
    def _disputed(self) -> dict[str, tuple[Decision, ...]]:
        """Decisions of which sources tell differently."""
        told = self._told_decisions
        names = [_told(c["symbol"] or "", c["draft"] or "", c["date"], c["title"] or "") for c in told]
        at = {c["meeting"]: name for name, c in zip(names, told, strict=True) if c["symbol"] and not _misnumbered(c)}
        names = [at[c["meeting"]] if _misnumbered(c) else name for name, c in zip(names, told, strict=True)]
        disputed = {name for name, c in zip(names, told, strict=True) if c["standing"] != "preferred"}
        groups: dict[str, list[Decision]] = defaultdict(list)
        for number, name in enumerate(names):
            if name in disputed:
                groups[name].append(self._made(number))
        return {name: tuple(rows) for name, rows in groups.items()}

    @cached_property
    def _printed(self) -> dict[str, tuple[Decision, ...]]:
        """Decisions by the number that a source prints for them by mistake."""
        rows = (self._made(number) for number, c in enumerate(self._told_decisions) if _misnumbered(c))
        return grouped(rows, lambda d: normal(d.symbol))

    @cached_property
    def _vetoes(self) -> Timeline[Decision]:
        return self._preferred("vetoed")

    @cached_property
    def _decision_by_name(self) -> dict[str, Decision]:
        by_draft = {normal(d.draft): d for d in reversed(self._decisions.rows) if d.draft.startswith("S/")}
        return by_draft | {normal(d.symbol): d for d in self._decisions.rows if d.symbol}

    @cached_property
    def _meetings(self) -> Timeline[Meeting]:
        items = {c["item"]: {**texts(c, "title"), **topics(c)} for c in self._reader.cells("agenda_items")}
        rows = (
            Meeting(**texts(c, "symbol", "form"), date=c["date"], **items[c["item"]], **self._reader.origin(c))
            for c in self._reader.cells("council_meetings")
        )
        return Timeline(rows, lambda m: Interval.day(m.date))

    @cached_property
    def _meeting_by_symbol(self) -> dict[str, Meeting]:
        return {m.symbol: m for m in self._meetings.rows}

    @cached_property
    def _arria(self) -> Timeline[ArriaMeeting]:
        rows = (_arria(c, self._reader) for c in self._reader.cells("arria_meetings"))
        return Timeline(rows, lambda m: m.when)

    @cached_property
    def _presidencies(self) -> dict[str, Presidency]:
        cells, origin = self._reader.cells("presidencies"), self._reader.origin
        return {c["month"]: Presidency(**pick(c, "month", "state"), **origin(c)) for c in cells}

    @cached_property
    def _procedural(self) -> Timeline[ProceduralVote]:
        rows = (_procedural(c, self._reader) for c in self._reader.cells("procedural_votes"))
        return Timeline(rows, lambda v: Interval.day(v.date))


def _decision(c: Cells, reader: Reader, votes: Callable[[Cells], Mapping[str, str]]) -> Decision:
    return Decision(
        symbol=c["symbol"] or "",
        draft=c["draft"] or "",
        date=c["date"],
        meeting=c["meeting"] or "",
        outcome=c["outcome"] or "",
        mode=c["mode"] or "",
        yes=c["yes"],
        no=c["no"],
        abstain=c["abstain"],
        vetoed_by=several(c["vetoed_by"]),
        votes=LazyVotes(votes, c),
        title=c["title"] or "",
        standing=c["standing"] or "",
        note=c["note"] or "",
        topic_states=several(c["topic_states"]),
        maybe_states=several(c["maybe_states"]),
        **reader.origin(c),
    )


def _arria(c: Cells, reader: Reader) -> ArriaMeeting:
    return ArriaMeeting(
        **texts(c, "title", "symbol"),
        when=interval(c["date"]),
        conveners=several(c["conveners"]),
        co_hosts=several(c["co_hosts"]),
        **topics(c),
        **reader.origin(c),
    )


def _procedural(c: Cells, reader: Reader) -> ProceduralVote:
    return ProceduralVote(
        **texts(c, "meeting", "matter", "outcome"),
        **pick(c, "date", "yes", "no", "abstain"),
        votes=listed_votes(c, "yes", "no", "abstain"),
        **topics(c),
        **reader.origin(c),
    )


def _misnumbered(c: Cells) -> bool:
    """Whether the source gives a decision the number of another one; its meeting then says which it is."""
    return (c["standing"] or "").startswith("misprint: numbered")


def _told(symbol: str, draft: str, day: date, title: str) -> str:
    """What rows have in common that tell of one decision: its symbol, else the draft with its day."""
    return symbol or f"{draft} {day} {title}"
