"""Each chart on a page of its own, with its table as JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mahdar.charts.chart import Chart
from mahdar.charts.setting import Setting
from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.record_pages import pictures, vote_pages, vote_pictures
from mahdar.web.record_pages.facts import council_day, decision
from mahdar.web.record_pages.lists import setting, shown
from mahdar.web.record_pages.state_pages import official_of
from mahdar.web.wording import N_

Draw = Callable[[Ask, Setting], Chart | None]


def _council(ask: Ask, chosen: Setting) -> Chart | None:
    on = date.fromisoformat(ask["on"]) if ask["on"] else date.today()
    day = council_day.council_on(ask.record, on)
    return pictures.council_chart(ask, chosen, day) if day["members"] else None


def _votes(ask: Ask, chosen: Setting) -> Chart | None:
    told = decision.look_up(ask.record, (ask["symbol"] or "")[:80])
    found = next((one for one in told.get("decided", ()) if one["votes"]), None)
    if found is None:
        return None
    draw = pictures.votes_chart if found.get("table") else pictures.groups_chart
    return draw(ask, chosen, found)


def _of_state(key: str) -> Draw:
    def draw(ask: Ask, chosen: Setting) -> Chart | None:
        code = ask["state"]
        if code is None:
            return None
        official = official_of(ask.record, code)
        if key == "timeline":
            return pictures.timeline_chart(ask, chosen, code, official.timeline)
        if key == "assembly":
            return pictures.assembly_chart(ask, chosen, code, official.assembly_years)
        return pictures.state_reviews_chart(ask, chosen, code, official.reviews)

    return draw


def _agreement(ask: Ask, chosen: Setting) -> Chart:
    span = vote_pages.years_of(ask)
    return vote_pictures.agreement_chart(ask, chosen, ask["body"], span, vote_pages.among_of(ask, span))


def _points(ask: Ask, chosen: Setting) -> Chart:
    session = vote_pages.session_of(ask)
    return vote_pictures.points_chart(ask, chosen, session, vote_pages.chosen_states(ask, session))


DRAWN: dict[str, Draw] = {
    "vetoes": pictures.vetoes_chart,
    "arria": pictures.arria_chart,
    "listings": pictures.listings_chart,
    "recommendations": pictures.recommendations_chart,
    "coverage": pictures.coverage_chart,
    "parties": lambda ask, chosen: pictures.parties_chart(ask, chosen, ask["treaty"] or ""),
    "council": _council,
    "votes": _votes,
    "timeline": _of_state("timeline"),
    "assembly": _of_state("assembly"),
    "state-recommendations": _of_state("state-recommendations"),
    "agreement": _agreement,
    "map": lambda ask, chosen: vote_pictures.map_chart(ask, chosen, vote_pages.years_of(ask)),
    "ideal-points": _points,
}


@page(
    "/charts/{chart}",
    title=N_("A chart"),
    template="record/chart.html",
    section="record",
    keeps=True,
    params=(
        Param("state", "state", N_("Of this state"), example="EGY"),
        Param("treaty", "text", N_("Of this treaty"), example="iccpr"),
        Param("symbol", "text", N_("Of the decision with this symbol"), example="S/2022/431"),
        Param("on", "day", N_("The day"), example="2022-05-26"),
        vote_pages.BODY,
        vote_pages.FIRST,
        vote_pages.LAST,
        vote_pages.AMONG,
        vote_pages.SESSION,
        vote_pages.GROUP,
        Param("all", "flag", N_("All states in the chart")),
    ),
    rows="_rows",
    columns=("",),
    paths={"chart": "vetoes"},
    about="One chart with its question, what it does not show, and its table.",
    example={"key": "vetoes", "title": "Who cast a veto?", "rows": []},
)
def chart(ask: Ask) -> Data:
    """A chart by its key; 404 where there is none or nothing to show."""
    draw = DRAWN.get(ask.path["chart"])
    made = draw(ask, setting(ask)) if draw else None
    if made is None:
        raise ask.missing()
    rows = [dict(zip(made.headers, row, strict=True)) for row in made.rows]
    query = {key: value for key, value in ask.values.items() if value not in (None, "", ()) and key != "all"}
    return {
        **made.to_dict(),
        "_chart": shown(ask, made, **query, all=1 if ask["all"] else None),
        "_rows": rows,
        "_columns": made.headers,
    }


PAGES = [chart]
