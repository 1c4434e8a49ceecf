"""Pages of recorded votes as numbers: agreement of states, ideal points."""

from __future__ import annotations

from datetime import date

from mahdar.analysis.groups import find_group
from mahdar.analysis.matrix import MatrixError
from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.problems import Invalid
from mahdar.web.record_pages import vote_pictures
from mahdar.web.record_pages.facts import votes
from mahdar.web.record_pages.facts.council_day import seated
from mahdar.web.record_pages.facts.sourced import named
from mahdar.web.record_pages.facts.votes import Years
from mahdar.web.record_pages.lists import drawn, shown
from mahdar.web.record_pages.words import BODIES, words
from mahdar.web.wording import N_

_MOST_STATES = 20
GROUPS = (*votes.REGIONS, "arab-league", "asean", "brics", "eu", "gcc", "nato")
BODY = Param("body", "choice", N_("Votes of this body"), default="assembly", choices=votes.BODIES)
FIRST = Param("first", "integer", N_("From this year on"), least=1946, most=2100, example=2011)
LAST = Param("last", "integer", N_("To this year"), least=1946, most=2100, example=2020)
AMONG = Param("among", "state", N_("These states in the matrix; may be repeated"), many=True, example="FRA")
SESSION = Param("session", "integer", N_("Session of the General Assembly"), least=1, most=500, example=70)
GROUP = Param(
    "group", "choice", N_("States of this group; else the members of the Council of that time"), choices=GROUPS
)


@page(
    "/agreement",
    title=N_("Who votes with whom"),
    template="record/agreement.html",
    section="record",
    nav=80,
    keeps=True,
    params=(BODY, FIRST, LAST, AMONG, Param("state", "state", N_("All others beside this state"), example="EGY")),
    rows="rows",
    columns=votes.COLUMNS,
    about="How often states voted alike: a matrix, a map of states by their votes, and one state beside all others.",
    example={"body": "assembly", "first": 2011, "last": 2020, "rows": [{"state": "CHN", "agreement": 0.76}]},
)
def agreement(ask: Ask) -> Data:
    """Agreement in some years: a row for each pair; with `state` one for each other state, the closest first."""
    body, span = ask["body"], years_of(ask)
    among = among_of(ask, span)
    square = drawn(ask, "agreement", lambda a, s: vote_pictures.agreement_chart(a, s, body, span, among),
                   body, span, among)  # fmt: skip
    query = {"body": body, "first": span.first, "last": span.last}
    told: Data = {"body": body, "first": span.first, "last": span.last, "among": list(among)}
    told |= {"charts": [square.to_dict()], "_charts": [shown(ask, square, **query, among=among)], "_words": words()}
    if body == "assembly":
        plane = drawn(ask, "map", lambda a, s: vote_pictures.map_chart(a, s, span), span)
        told["_charts"].append(shown(ask, plane, first=span.first, last=span.last))
        told["charts"].append(plane.to_dict())
    told |= (
        _beside(ask, body, span, ask["state"]) if ask["state"] else {"rows": votes.pairs(ask.record, body, span, among)}
    )
    return told | {"_bodies": [(key, ask.say(BODIES[key])) for key in votes.BODIES]}


def _beside(ask: Ask, body: str, span: Years, state: str) -> Data:
    try:
        table = votes.agreement(ask.record, body, span, state)
    except MatrixError:
        return {"state": state, "rows": [], "withheld": True}
    return {
        "state": state,
        "rows": [{"other": state, **row} for row in votes.with_names(table.rows)],
        "about": table.about(),
        "withheld": False,
    }


def years_of(ask: Ask) -> Years:
    """The years asked for, else the last ten of which the record has votes. Raises Invalid where they run backwards."""
    usual, known = votes.decade(ask.record, ask["body"]), votes.years(ask.record, ask["body"])
    first = ask["first"] if ask["first"] is not None else min(usual.first, ask["last"] or usual.first)
    last = ask["last"] if ask["last"] is not None else max(usual.last, first)
    span = Years(max(first, known.first), min(last, known.last))
    if span.first > span.last:
        raise Invalid(ask.say(N_("The record has votes from %(first)s to %(last)s; these years hold none."),
                              first=ask.show.plain(known.first), last=ask.show.plain(known.last)))  # fmt: skip
    return span


def among_of(ask: Ask, span: Years) -> tuple[str, ...]:
    """The states of the matrix: those named, else the members of the Council at the end of the time."""
    chosen = tuple(dict.fromkeys(ask["among"]))
    if len(chosen) > _MOST_STATES:
        raise Invalid(ask.say(N_("At most %(most)s states at once."), most=ask.show.plain(_MOST_STATES)))
    return chosen or members_at(ask, span.last)


def members_at(ask: Ask, year: int) -> tuple[str, ...]:
    """The members of the Council at the end of a year, the permanent ones first, then in English alphabetical order."""
    sat = sorted(seated(ask.record, date(year, 12, 31)), key=lambda code: code not in votes.PERMANENT)
    first = [code for code in votes.PERMANENT if code in sat or code == "RUS"]
    return tuple(dict.fromkeys([*first, *sorted(sat, key=lambda code: named([code])[code]["en"])]))


@page(
    "/ideal-points",
    title=N_("Ideal points"),
    template="record/points.html",
    section="record",
    nav=90,
    keeps=True,
    params=(SESSION, GROUP, Param("all", "flag", N_("All states in the chart"))),
    rows="rows",
    columns=votes.POINT_COLUMNS,
    about="Where states stand on the one line that best explains their votes in a session of the General Assembly.",
    example={"session": 70, "rows": [{"state": "FRA", "point": 1.3, "standard_error": 0.1}]},
)
def ideal_points(ask: Ask) -> Data:
    """One session, fitted by itself."""
    session = session_of(ask)
    table = votes.ideal_points(ask.record, session)
    chosen = chosen_states(ask, session)
    chart = drawn(ask, "points", lambda a, s: vote_pictures.points_chart(a, s, session, chosen), session, chosen)
    return {
        "session": session,
        "rows": votes.with_names(table.rows),
        "about": table.about(),
        "charts": [chart.to_dict()],
        "_charts": [shown(ask, chart, session=session, group=ask["group"], all=1 if ask["all"] else None)],
        "_sessions": votes.sessions(ask.record)[::-1],
        "_groups": GROUPS,
        "_words": words(),
    }


def session_of(ask: Ask) -> int:
    """The session asked for, else the last but one, which is whole. Raises NotFound where it has no votes."""
    known = votes.sessions(ask.record)
    session: int = ask["session"] if ask["session"] is not None else known[-2]
    if session not in known:
        raise ask.missing(ask.say(N_("The record has no recorded vote of that session.")))
    return session


def chosen_states(ask: Ask, session: int) -> tuple[str, ...]:
    """Those of a group with the permanent members, all, or else the members of the Council of that time."""
    if ask["all"]:
        return votes.votes(ask.record, "assembly").states
    if ask["group"]:
        members = {m.state for m in find_group(ask["group"]).members}
        return tuple(sorted({*votes.PERMANENT, *members}))
    return members_at(ask, session + 1945)


PAGES = [agreement, ideal_points]
