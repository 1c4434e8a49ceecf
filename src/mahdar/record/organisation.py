"""Treaties, membership and offices of the United Nations in the record."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from mahdar.record.cells import Cells, Reader, interval, pick, spans, texts
from mahdar.record.membership import throughout
from mahdar.record.rows import MemberEvent, Office, Treaty, TreatyAction
from mahdar.record.search import grouped
from mahdar.record.timeline import Timeline


class Organisation:
    """Look-ups in the tables of treaties, members and offices."""

    _reader: Reader

    def treaty(self, slug: str) -> Treaty | None:
        return self._treaties.get(slug)

    def treaties(self) -> tuple[Treaty, ...]:
        return tuple(self._treaties.values())

    def treaty_actions(self, state: str, treaty: str | None = None) -> tuple[TreatyAction, ...]:
        """What a state did about a treaty, in order of time."""
        rows = self._treaty_actions.get(state, ())
        return tuple(row for row in rows if treaty is None or row.treaty == treaty)

    def un_members(self, on: date) -> frozenset[str]:
        """The members of the United Nations on a day."""
        return throughout(self._reader.memberships, on, on)

    def member_events(self, state: str) -> tuple[MemberEvent, ...]:
        """Admission of a state and what came after, in order of time."""
        return self._member_events.get(state, ())

    def offices(self, person: str | None = None, office: str | None = None) -> tuple[Office, ...]:
        """Who held which office, by slugs (`ban-ki-moon`, `secretary-general`)."""
        rows = self._offices if person is None else self._offices_by_person.get(person, ())
        return tuple(row for row in rows if office is None or row.office == office)

    @cached_property
    def _treaties(self) -> dict[str, Treaty]:
        return {c["slug"]: _treaty(c, self._reader) for c in self._reader.cells("treaties")}

    @cached_property
    def _treaty_actions(self) -> dict[str, tuple[TreatyAction, ...]]:
        rows = (_action(c, self._reader) for c in self._reader.cells("treaty_actions"))
        return grouped(Timeline(rows, lambda a: a.when).rows, lambda a: a.state)

    @cached_property
    def _member_events(self) -> dict[str, tuple[MemberEvent, ...]]:
        rows = (_event(c, self._reader) for c in self._reader.cells("un_members") if c["date"])
        return grouped(Timeline(rows, lambda e: e.when).rows, lambda e: e.state)

    @cached_property
    def _offices(self) -> tuple[Office, ...]:
        return tuple(_office(c, self._reader) for c in self._reader.cells("un_offices"))

    @cached_property
    def _offices_by_person(self) -> dict[str, tuple[Office, ...]]:
        return grouped(self._offices, lambda o: o.person)


def _treaty(c: Cells, reader: Reader) -> Treaty:
    return Treaty(
        **texts(c, "slug", "title", "title_ar", "chapter"),
        symbol=c["adopted_by"] or "",
        **pick(c, "adopted", "opened", "in_force"),
        **reader.origin(c),
    )


def _action(c: Cells, reader: Reader) -> TreatyAction:
    return TreatyAction(**texts(c, "state", "treaty", "action", "note"), when=interval(c["date"]), **reader.origin(c))


def _event(c: Cells, reader: Reader) -> MemberEvent:
    return MemberEvent(**texts(c, "state", "event", "name", "detail"), when=interval(c["date"]), **reader.origin(c))


def _office(c: Cells, reader: Reader) -> Office:
    names = ("person", "name", "name_ar", "office", "state", "session")
    return Office(**texts(c, *names), **spans(c, "first", "last"), **reader.origin(c))
