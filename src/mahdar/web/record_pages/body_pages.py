"""Pages of sanctions, reviews, treaties and the audit of the record."""

from __future__ import annotations

from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.record_pages import pictures
from mahdar.web.record_pages.facts import audits, reviews, sanctions, treaties
from mahdar.web.record_pages.lists import FEWER, LIMIT, drawn, names_in, part, setting, shown, sorting
from mahdar.web.record_pages.words import words
from mahdar.web.wording import N_

_SEVERITIES = ("contradiction", "disagreement", "misprint")


@page(
    "/sanctions",
    title=N_("Sanctions"),
    template="record/sanctions.html",
    section="record",
    nav=50,
    keeps=True,
    params=(
        Param("state", "state", N_("Regimes against this state"), example="PRK"),
        Param("list", "text", N_("Of this list, in the list's own word"), example="DPRK"),
        Param("kind", "choice", N_("Individuals or entities"), choices=("individual", "entity")),
        Param("words", "text", N_("With these letters in the name or reference")),
        LIMIT,
    ),
    rows="listings",
    columns=sanctions.LISTING_COLUMNS,
    about="Sanctions regimes with their committees and experts, and the entries of the consolidated list.",
    example={"regimes": [{"name": "DPRK", "symbol": "S/RES/1718 (2006)"}], "listings": [], "total": 0},
)
def sanctions_list(ask: Ask) -> Data:
    """Regimes, bodies, and a page of the entries of the list."""
    state = ask["state"]
    found = sanctions.listings(ask.record, ask["list"], state, ask["kind"], ask["words"] or "")
    told = part(ask, found, "listings")
    regimes = [row for row in sanctions.regimes(ask.record) if state is None or state in row["target"]]
    bodies = [row for row in sanctions.bodies(ask.record) if state is None or state in row["target"]]
    chart = drawn(ask, "listings", pictures.listings_chart)
    return told | {
        "regimes": regimes,
        "bodies": bodies,
        "names": names_in([*regimes, *bodies], "target"),
        "chart": chart.to_dict(),
        "_chart": shown(ask, chart),
        "_lists": sanctions.lists(ask.record),
        "_words": words(),
    }


@page(
    "/reviews",
    title=N_("Reviews"),
    template="record/reviews.html",
    section="record",
    nav=60,
    keeps=True,
    params=(
        Param("state", "state", N_("Of this state"), example="BHR"),
        Param("cycle", "integer", N_("In this cycle"), least=1, most=9, example=3),
        Param("session", "integer", N_("In this session of the Working Group"), least=1, most=200, example=27),
        LIMIT,
    ),
    rows="reviews",
    columns=reviews.COLUMNS,
    about="The Universal Periodic Review: each state's turns, with what it was recommended and supported.",
    example={"reviews": [{"state": "BHR", "cycle": 1, "session": 1, "when": "2008-04-07"}], "total": 1},
)
def review_list(ask: Ask) -> Data:
    """Turns by state, cycle and session, the newest first."""
    told = part(ask, reviews.reviews(ask.record, ask["state"], ask["cycle"], ask["session"]), "reviews")
    chart = drawn(ask, "recommendations", pictures.recommendations_chart)
    return told | {"chart": chart.to_dict(), "_chart": shown(ask, chart), "_words": words()}


@page(
    "/treaties",
    title=N_("Treaties"),
    template="record/treaties.html",
    section="record",
    nav=70,
    keeps=True,
    rows="treaties",
    columns=treaties.COLUMNS,
    about="Human-rights treaties and how many states each of them binds.",
    example={"treaties": [{"treaty": "iccpr", "adopted": "1966-12-16", "parties": 174}]},
)
def treaty_list(ask: Ask) -> Data:
    """Every treaty of the record."""
    return {"treaties": treaties.treaties(ask.record)}


@page(
    "/treaties/{treaty}",
    title=N_("A treaty"),
    template="record/treaty.html",
    section="record",
    keeps=True,
    params=(
        Param("standing", "choice", N_("States that stand so"), choices=("party", "signatory", "withdrawn", "none")),
    ),
    rows="states",
    columns=treaties.STANDING_COLUMNS,
    paths={"treaty": "iccpr"},
    about="Where every state stands on one treaty, since when, and by which steps.",
    example={"treaty": {"treaty": "iccpr"}, "states": [{"state": "BHR", "standing": "party"}]},
)
def treaty(ask: Ask) -> Data:
    """One treaty by its slug, 404 where there is no such one."""
    slug = ask.path["treaty"].casefold()
    row = next((row for row in treaties.treaties(ask.record) if row["treaty"] == slug), None)
    if row is None:
        raise ask.missing()
    states = [each for each in treaties.standings(ask.record, slug) if ask["standing"] in (None, each["standing"])]
    key = "name_ar" if ask.language == "ar" else "name_en"
    chart = pictures.parties_chart(ask, setting(ask), slug)
    return {
        "treaty": row,
        "states": sorted(states, key=lambda each: sorting(str(each[key]))),
        "chart": chart.to_dict() if chart else None,
        "title": row["title_ar"] if ask.language == "ar" else row["title"],
        "_chart": shown(ask, chart, treaty=slug) if chart else None,
        "_words": words(),
    }


@page(
    "/audit",
    title=N_("Audit"),
    template="record/audit.html",
    section="record",
    nav=110,
    keeps=True,
    params=(
        Param("rule", "text", N_("By this rule"), example="council-voters"),
        Param("severity", "choice", N_("Of this kind"), choices=_SEVERITIES),
        Param("about", "text", N_("About this symbol, month or year"), example="S/2022/431"),
        Param("state", "state", N_("About this state"), example="ZAF"),
        FEWER,
    ),
    rows="findings",
    columns=audits.COLUMNS,
    about="Where rows of the record break a rule of procedure, and where sources contradict one another.",
    example={"findings": [{"rule": "council-outcomes", "severity": "misprint", "about": "S/2022/431"}], "total": 1},
)
def audit(ask: Ask) -> Data:
    """Findings by rule, kind and subject, and what each rule looked at."""
    about = ask["state"] or ask["about"]
    told = part(ask, audits.findings(ask.record, ask["rule"], ask["severity"], about), "findings")
    return told | {
        "rules": audits.rules(ask.record),
        "names": names_in(told["findings"], "states"),
        "_severities": _SEVERITIES,
        "_words": words(),
    }


PAGES = [sanctions_list, review_list, treaty_list, treaty, audit]
