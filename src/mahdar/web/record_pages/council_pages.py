"""Pages of the Security Council: the Council on a day, decisions, one decision, vetoes, Arria-formula meetings."""

from __future__ import annotations

from datetime import date
from typing import Any

from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.record_pages import pictures
from mahdar.web.record_pages.facts import arria, council_day, decisions, extents, vetoes
from mahdar.web.record_pages.lists import FROM, LIMIT, TO, TOPIC, WORDS, drawn, in_sentence, names_in, part, shown, span
from mahdar.web.record_pages.words import table_title, words
from mahdar.web.wording import N_

_STATES = ("vetoed_by", "topic_states")


@page(
    "/council",
    title=N_("The Security Council on a day"),
    template="record/council.html",
    section="record",
    nav=10,
    keeps=True,
    params=(Param("on", "day", N_("The day"), example="2022-05-26"),),
    rows="members",
    columns=council_day.COLUMNS,
    about="Who sat on the Security Council on a day, who presided, what was decided and met.",
    example={"date": "2022-05-26", "size": 15, "majority": 9, "president": "USA"},
)
def council(ask: Ask) -> Data:
    """The Council today where no day is given."""
    on = date.fromisoformat(ask["on"]) if ask["on"] else date.today()
    day = council_day.council_on(ask.record, on)
    told = {**day, "names": names_in(day["members"], "state")}
    told["_president"] = in_sentence(ask, day["president"], begins=True) if day["president"] else ""
    if day["members"]:
        chart = drawn(ask, "council", lambda a, s: pictures.council_chart(a, s, day), day["date"])
        told["_chart"] = shown(ask, chart, on=day["date"])
    return told | {"_words": words(), "_on": on, "title": _titled(ask, on)}


def _titled(ask: Ask, on: date) -> str:
    return ask.say(N_("The Security Council on %(day)s"), day=ask.show.when(on))


@page(
    "/decisions",
    title=N_("Decisions"),
    template="record/decisions.html",
    section="record",
    nav=20,
    keeps=True,
    params=(
        Param("body", "choice", N_("Of this body"), default="council", choices=decisions.BODIES),
        Param("outcome", "choice", N_("With this outcome"), choices=decisions.OUTCOMES),
        TOPIC,
        Param("state", "state", N_("In which this state's vote is known"), example="CHN"),
        Param("way", "choice", N_("Where that state voted so"), choices=decisions.WAYS),
        WORDS,
        FROM,
        TO,
        LIMIT,
    ),
    rows="decisions",
    columns=decisions.COLUMNS,
    about="Resolutions, vetoed drafts and drafts that failed, the newest first.",
    example={
        "decisions": [{"symbol": "S/2022/431", "outcome": "vetoed", "yes": 13, "no": 2, "abstain": 0}],
        "total": 1,
    },
)
def decision_list(ask: Ask) -> Data:
    """Decisions of the Council or the Assembly by outcome, state, vote, words and time."""
    sought = decisions.Sought(
        ask["body"], ask["outcome"], ask["topic"], span(ask), ask["state"], ask["way"], ask["words"] or ""
    )
    told = part(ask, decisions.decisions(ask.record, sought), "decisions")
    return told | {"names": names_in(told["decisions"], *_STATES), "_words": words(), "_outcomes": decisions.OUTCOMES}


@page(
    "/vetoes",
    title=N_("Vetoes"),
    template="record/vetoes.html",
    section="record",
    nav=30,
    keeps=True,
    params=(
        Param("by", "state", N_("Cast by this member"), example="RUS"),
        TOPIC,
        FROM,
        TO,
        LIMIT,
    ),
    rows="vetoes",
    columns=decisions.COLUMNS,
    about="Drafts that a permanent member vetoed, the newest first, and how many by whom in which year.",
    example={"vetoes": [{"symbol": "S/2022/431", "date": "2022-05-26", "vetoed_by": ["CHN", "RUS"]}], "total": 1},
)
def veto_list(ask: Ask) -> Data:
    """Vetoes by member, state and time."""
    found = vetoes.vetoes(ask.record, ask["by"], ask["topic"], span(ask))
    told = part(ask, found, "vetoes")
    chart = drawn(ask, "vetoes", pictures.vetoes_chart)
    return told | {
        "totals": vetoes.totals(found),
        "names": names_in(told["vetoes"], *_STATES),
        "chart": chart.to_dict(),
        "_chart": shown(ask, chart),
        "_words": words(),
        "_seats": [(seat, pictures.seat_name(ask, seat)) for seat in vetoes.SEATS],
    }


@page(
    "/arria",
    title=N_("Arria-formula meetings"),
    template="record/arria.html",
    section="record",
    nav=40,
    keeps=True,
    params=(Param("state", "state", N_("Convened or co-hosted by this state"), example="GBR"), TOPIC, FROM, TO, LIMIT),
    rows="meetings",
    columns=arria.COLUMNS,
    about="Informal meetings of members of the Council that one or several of them convened: a selection.",
    example={"meetings": [{"when": "2012-03-22", "conveners": ["DEU"], "topic_states": ["SYR"]}], "total": 1},
)
def arria_list(ask: Ask) -> Data:
    """Arria-formula meetings by convener, state and time."""
    told = part(ask, arria.meetings(ask.record, ask["state"], ask["topic"], span(ask)), "meetings")
    chart = drawn(ask, "arria", pictures.arria_chart)
    return told | {
        "names": names_in(told["meetings"], "conveners", "co_hosts", "topic_states"),
        "chart": chart.to_dict(),
        "_chart": shown(ask, chart),
        "_words": words(),
    }


@page(
    "/coverage",
    title=N_("About the record"),
    template="record/coverage.html",
    section="record",
    nav=200,
    keeps=True,
    rows="_rows",
    columns=extents.COLUMNS,
    about="What each table of the record claims to have: only where it is complete does absence prove anything.",
    example={"tables": [{"table": "council_decisions", "rows": 3146}]},
)
def coverage(ask: Ask) -> Data:
    """Coverage by table, as a chart and as rows, with the sources of each."""
    chart = drawn(ask, "coverage", pictures.coverage_chart)
    tables: list[dict[str, Any]] = extents.tables(ask.record)
    return {
        "tables": tables,
        "loaded": extents.loaded(ask.record),
        "hash": ask.record.hash,
        "chart": chart.to_dict(),
        "_rows": extents.rows(ask.record),
        "_chart": shown(ask, chart),
        "_titles": {t["table"]: table_title(t, ask.language) for t in tables},
        "_words": words(),
    }


PAGES = [council, decision_list, veto_list, arria_list, coverage]
