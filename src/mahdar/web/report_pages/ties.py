"""What ties a report to the others of its story, in words: names, documents, claims, days, figures, rare words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import sqlalchemy as sa

from mahdar.checking import states
from mahdar.library.schema import entities
from mahdar.web.report_pages.shown_labels import shown_labels

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from mahdar.accounts.story import Member, Tie
    from mahdar.web.asking import Ask

_CODE = re.compile(r"[A-Z]{3}")
_TIMES = frozenset({"day", "near", "span", "month", "year"})


def tied(ask: Ask, connection: Connection, members: Iterable[Member]) -> dict[str, list[str]]:
    """The ties of each report in words, the weightiest first; events are left out, since their names tie as well."""
    found = {member.id: list(member.ties) for member in members}
    named = {tie.value for ties in found.values() for tie in ties if tie.kind == "name"}
    names = _names(connection, named, arabic=ask.language == "ar")
    return {name: list(dict.fromkeys(filter(None, _words(ask, ties, names)))) for name, ties in found.items()}


def _names(connection: Connection, ids: Iterable[str], *, arabic: bool) -> dict[str, str]:
    asked = sa.select(entities.c.entity, entities.c.name, entities.c.name_ar).where(entities.c.entity.in_(list(ids)))
    return {row.entity: (row.name_ar if arabic else None) or row.name for row in connection.execute(asked)}


def _words(ask: Ask, ties: Iterable[Tie], names: Mapping[str, str]) -> Iterator[str]:
    for tie in ties:
        if tie.kind == "name":
            yield _name(ask, tie.value, names)
        elif tie.kind == "claim":
            yield _claim(ask, tie.value)
        elif tie.kind in _TIMES:
            yield ask.show.when(tie.value)
        elif tie.kind == "figure":
            yield ask.show.plain(tie.value)
        elif tie.kind != "event":
            yield tie.value


def _name(ask: Ask, entity: str, names: Mapping[str, str]) -> str:
    kind, _, code = entity.partition(":")
    return states.name(code, ask.language) if kind == "state" else names.get(entity) or code.replace("-", " ")


def _claim(ask: Ask, value: str) -> str:
    """`council.veto:RUS,CHN:PRK` as “Veto: Russian Federation, China, …”; what is no state's code stands as it is."""
    kind, *subject = value.split(":")
    parts = [each for part in subject for each in part.split(",") if each not in {"", "not"}]
    shown = [states.name(each, ask.language) if _CODE.fullmatch(each) else each for each in parts]
    words = shown_labels(ask.show).of("kind", kind)
    return f"{words}: {('، ' if ask.language == 'ar' else ', ').join(shown)}" if shown else words
