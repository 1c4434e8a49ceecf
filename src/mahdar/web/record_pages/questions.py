"""What each chart answers and what it does not show. Marked here, translated where a chart is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mahdar.charts.chart import About
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.web.asking import Ask

# Key of the chart: its question, what it does not show.
QUESTIONS: dict[str, tuple[str, str]] = {
    "vetoes": (
        N_("Who cast a veto in the Security Council, and how often in each year?"),
        N_(
            "Drafts that were never put to a vote because a veto was expected; what a draft was about; who was "
            "right. A draft that two members vetoed counts once for each. Seats are counted whoever held them "
            "then."
        ),
    ),
    "arria": (
        N_("How many Arria-formula meetings does the record have for each year?"),
        N_(
            "How many were held: the record has a selection of several hundred, so that a low bar may be a gap "
            "in the record."
        ),
    ),
    "listings": (
        N_("In which years were the entries of the consolidated sanctions list listed?"),
        N_(
            "Entries that were listed and removed between two snapshots of the list, above all before 2015; "
            "entries that were removed since are counted."
        ),
    ),
    "recommendations": (
        N_("How many recommendations of the Universal Periodic Review did states support, cycle by cycle?"),
        N_(
            "Whether a recommendation was carried out, and what it asked for. Only reviews that one publication "
            "counted in one way are in it (%(states)s); a cycle in which it counted fewer states has lower bars. "
            "Counted: %(counting)s."
        ),
    ),
    "state-recommendations": (
        N_("How many recommendations did %(state)s support in its reviews?"),
        N_(
            "Whether they were carried out, and what they asked for. Publications count in different ways, so "
            "that cycles need not compare: %(countings)s."
        ),
    ),
    "parties": (
        N_("How many states were bound by the treaty at the end of each year? %(title)s"),
        N_("Reservations and declarations; how the treaty is kept; anything after %(day)s."),
    ),
    "assembly": (
        N_("How often did %(state)s vote in the General Assembly as each permanent member of the Council did?"),
        N_(
            "What was adopted without a vote, which is most of what the Assembly decides; absences; reasons, and "
            "who followed whom. No value for years with fewer than ten shared votes."
        ),
    ),
    "timeline": (
        N_("What does the official record have on %(state)s, and when?"),
        N_(
            "What is without a date, and what the record does not have; how weighty anything was. A dashed "
            "range: on some day in it. A full bar: all that time. An arrow: no end is known."
        ),
    ),
    "council": (
        N_("Who sat on the Security Council on %(day)s?"),
        N_(
            "Where each delegation really sat: members are drawn in the English alphabetical order in which the "
            "presidency passes from one to the next, from the president on."
        ),
    ),
    "votes": (
        N_("How did each member of the Council vote on %(symbol)s?"),
        N_(
            "Why a member voted so, and what was said before and after the vote. Members are drawn in English "
            "alphabetical order from the president on, whose seat has a ring."
        ),
    ),
    "votes-by-group": (
        N_("How did the regional groups vote on %(symbol)s?"),
        N_(
            "Why a state voted so, and who followed whom. States are counted in the regional group that they have "
            "now; those whose group is not certain stand apart."
        ),
    ),
    "coverage": (
        N_("For which time is each table of the record complete?"),
        N_(
            "Whether each row is right, for which there is the audit. Only where a table is complete does "
            "absence from it prove anything. The number behind a bar is that of its rows."
        ),
    ),
    "agreement": (
        N_("How often did these states vote alike in the %(body)s, %(first)s to %(last)s?"),
        N_(
            "What was adopted without a vote; absences; reasons, and who followed whom. Each cell is the share of "
            "identical votes (yes, no, abstention) among the calls in which both voted; a dash: they shared fewer "
            "than %(least)s. %(coverage)s"
        ),
    ),
    "map": (
        N_("Which states voted alike in the General Assembly, %(first)s to %(last)s?"),
        N_(
            "Where states lie on the earth, what divides them, and who is right. The nearer two marks, the more "
            "often both voted alike; only nearness counts, the directions mean nothing. Two dimensions hold "
            "%(share)s of what tells the states apart. Left out: states that shared too few votes with another."
        ),
    ),
    "ideal-points": (
        N_("Where do states stand on the line that best explains their votes, in session %(session)s of the Assembly?"),
        N_(
            "What the line is about, which the votes alone do not say; what never came to a vote; positions that "
            "one line cannot hold; who is right. Bars: 1.96 standard errors on either side. Points of different "
            "sessions must not be compared here: each session is fitted by itself."
        ),
    ),
    "claimed": (
        N_("Who gave which figure, and when? %(what)s"),
        N_(
            "Which figure is right, and figures of reports that are not in the library. Each line is one sentence "
            "of one report: who is reported to have said it, and the day on which the report came out."
        ),
    ),
}


def about(ask: Ask, key: str, **values: Any) -> About:
    """Question and limits in the language of the page, with the values that they name."""
    question, limits = QUESTIONS[key]
    return About(key, ask.say(question, **values), ask.say(limits, **values))
