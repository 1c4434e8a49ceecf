"""The states, and the dossier of one: the record across mechanisms, and what reports of the library tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mahdar.checking import states as naming
from mahdar.library.schema import log
from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.record_pages import pictures
from mahdar.web.record_pages.claimed import claimed
from mahdar.web.record_pages.facts import states
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import named
from mahdar.web.record_pages.lists import drawn, name, shown, sorting
from mahdar.web.record_pages.words import words
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.dossier.official import OfficialRecord
    from mahdar.dossier.reports import ToldOf
    from mahdar.record.access import Record
    from mahdar.web.state import State

_LOOKED_INTO, _MOST = 12, 100
_LINES = 25
_TIMELINE = ("when", "mechanism", "what_en", "what_ar", "symbol", "publisher", "confidence", "known_since", "link")


@page(
    "/states",
    title=N_("States"),
    template="record/states.html",
    section="record",
    nav=5,
    keeps=True,
    params=(Param("words", "text", N_("Whose name, in English or Arabic, or code has these letters")),),
    rows="states",
    columns=states.COLUMNS,
    about="The states that the record knows, with their names in both languages.",
    example={"states": [{"state": "BHR", "name_en": "Bahrain", "name_ar": "البحرين"}]},
)
def state_list(ask: Ask) -> Data:
    """All states in the alphabetical order of the page's language."""
    sought = _folded(ask["words"] or "")
    rows = [row for row in states.states(ask.record) if not sought or sought in _letters(row)]
    key = "name_ar" if ask.language == "ar" else "name_en"
    ordered = sorted(rows, key=lambda row: sorting(row[key]))
    return {"states": ordered, "total": len(states.states(ask.record))}


def _letters(row: dict[str, Any]) -> str:
    return f"{row['state'].casefold()} {_folded(row['name_en'])} {_folded(row['name_ar'])}"


def _folded(text: str) -> str:
    from mahdar.language.folding import fold_word

    return " ".join(fold_word(word) for word in text.split())


def _dossiers(state: State) -> Iterator[object]:
    """The official part of every dossier."""
    for row in states.states(state.record):
        yield official_of(state.record, row["state"])


@page(
    "/states/{code}",
    title=N_("A state"),
    template="record/state.html",
    section="record",
    params=(
        Param("mechanism", "choice", N_("Lines of this mechanism alone"), choices=tuple(words()["mechanisms"])),
        Param("lines", "integer", N_("At most so many lines of the timeline, the newest first"), least=1, most=5_000,
              default=_LINES),
        Param("reports", "integer", N_("Look into so many reports, the newest first"), least=1, most=_MOST,
              default=_LOOKED_INTO),
    ),
    rows="_timeline",
    columns=_TIMELINE,
    begins=_dossiers,
    paths={"code": "PRK"},
    about="A state's dossier: seats, votes, vetoes, sanctions, reviews, treaties, and what reports tell of it.",
    example={"code": "PRK", "name": {"en": "Democratic People's Republic of Korea"}, "official": {}, "told": {}},
)  # fmt: skip
def state(ask: Ask) -> Data:
    """A state by code or name; 404 where nothing is called so."""
    code = naming.find(ask.path["code"][:80])
    if code is None:
        raise ask.missing(ask.say(N_("No state is called “%(name)s”."), name=ask.path["code"][:80]))
    official, told = official_of(ask.record, code), _told(ask, code)
    lines = [one for one in official.timeline if ask["mechanism"] in (None, one.mechanism)]
    return {
        "code": code,
        "name": named([code])[code],
        "official": official,
        "told": told,
        "title": name(ask, code),
        "_charts": _charts(ask, code, official),
        "_claimed": claimed(ask, told),
        "_lines": lines[: -ask["lines"] - 1 : -1],
        "_all_lines": len(lines),
        "_timeline": [_flat(one) for one in lines],
        "_words": words(),
        "_treaties": frozenset(treaty.slug for treaty in ask.record.treaties()),
        "_vetoed": [one for one in official.decisions if one.outcome == "vetoed"],
    }


@once(256)
def official_of(record: Record, code: str) -> OfficialRecord:
    """The official part of a dossier, kept as long as the record is open."""
    from mahdar.dossier.gathering import official_record

    return official_record(code, record)


def _told(ask: Ask, code: str) -> ToldOf:
    """What the newest reports tell; kept until the library changes."""
    from mahdar.dossier.reports import told_of
    from mahdar.dossier.told import Subject

    most = int(ask["reports"])
    subject = Subject(f"state:{code}", spoken_for=True)
    with ask.reading() as connection:
        head = connection.execute(sa.select(sa.func.max(log.c.seq))).scalar_one_or_none()
        found: ToldOf = ask.state.kept.get(("told", code, most, head), lambda: told_of(connection, subject, most=most))
    return found


def _charts(ask: Ask, code: str, official: OfficialRecord) -> dict[str, Any]:
    """The charts of the page by key; those that have nothing to show are left out."""
    makers = {
        "timeline": lambda a, s: pictures.timeline_chart(a, s, code, official.timeline),
        "assembly": lambda a, s: pictures.assembly_chart(a, s, code, official.assembly_years),
        "state-recommendations": lambda a, s: pictures.state_reviews_chart(a, s, code, official.reviews),
    }
    made = {key: drawn(ask, key, make, code) for key, make in makers.items()}
    return {key: shown(ask, chart, state=code) for key, chart in made.items() if chart is not None}


def _flat(one: Any) -> dict[str, Any]:
    """A line of the timeline for CSV."""
    origin = one.origin
    return {
        "when": one.when.edtf if one.when else "",
        "mechanism": one.mechanism,
        "what_en": one.what.en,
        "what_ar": one.what.ar,
        "symbol": origin.symbol,
        "publisher": origin.publisher,
        "confidence": origin.confidence,
        "known_since": origin.known_since,
        "link": origin.url,
    }


PAGES = [state_list, state]
