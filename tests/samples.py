"""Two readings made by hand, one Arabic and one English, for the tests of everything that shows a reading."""

from __future__ import annotations

from typing import NamedTuple

from mahdar.model import Citation, Claim, Entity, Figure, Mention, Reading, Report, Statement, Time, Why

ARABIC = """فيتو روسي يسقط مشروع قرار

نيويورك – استخدمت روسيا في 28 آذار/مارس 2024 حق النقض ضد مشروع قرار يمدد ولاية فريق الخبراء، وأيده 14 عضوا.
وقال السفير الروسي إن العقوبات «فقدت صلتها بالواقع» منذ القرار 1718 (2006). وبحسب AFP، تعارض اليابان ذلك.
وتخضع بيونغ يانغ للعقوبات منذ عام 2006. وقد زار الوفد المدينة في الربيع.
"""
ENGLISH = """Review on Thursday

GENEVA – North Korea accepted 132 of 262 recommendations in May 2019. "States should ask," said the rapporteur.
"""


class Place(NamedTuple):
    start: int
    end: int
    text: str


def place(text: str, words: str, nth: int = 1) -> Place:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Place(start, start + len(words), words)


VETO = Citation(
    "S/PV.9591", "2024-03-28", "Non-proliferation", "UN Security Council", "https://undocs.org/en/S/PV.9591"
)
FOUNDING = Citation("S/RES/1718 (2006)", "2006-10-14", "Sanctions on the DPRK", "UN Security Council")


def arabic(text: str = ARABIC) -> Reading:
    entities = {
        "state:RUS": Entity("Russian Federation", "روسيا", None, "state:RUS"),
        "state:JPN": Entity("Japan", "اليابان", None, "state:JPN"),
        "person:the-ambassador": Entity("the ambassador", "السفير الروسي", "ambassador", "state:RUS"),
        "outlet:afp": Entity("Agence France-Presse", "وكالة الصحافة الفرنسية", None, "outlet:afp"),
    }
    statements = (
        Statement(
            *place(text, "العقوبات «فقدت صلتها بالواقع»"),
            "say",
            True,
            ("person:the-ambassador",),
            "السفير الروسي",
            (),
            "قال",
        ),
        Statement(*place(text, "ذلك"), "oppose", False, ("state:JPN",), "اليابان", ("outlet:afp",), "تعارض"),
    )
    claims = (
        Claim(
            *place(text, "استخدمت روسيا في 28 آذار/مارس 2024 حق النقض ضد مشروع قرار يمدد ولاية فريق الخبراء"),
            "council.veto",
            {"by": ["RUS"], "at": "2024-03-28"},
            False,
            "supported",
            Why("Russia cast a veto that day.", "استخدمت روسيا حق النقض في ذلك اليوم (S/PV.9591)."),
            (VETO,),
        ),
        Claim(
            *place(text, "وأيده 14 عضوا"),
            "council.vote",
            {"yes": 14},
            False,
            "refuted",
            Why("The record gives 13 votes in favour.", "يسجل المحضر 13 صوتا مؤيدا."),
            (VETO,),
        ),
        Claim(
            *place(text, "القرار 1718 (2006)"),
            "council.resolution",
            {"symbol": "S/RES/1718 (2006)"},
            False,
            "conflicting",
            Why("Sources disagree.", "تختلف المصادر."),
            (FOUNDING, VETO),
        ),
        Claim(
            *place(text, "وتخضع بيونغ يانغ للعقوبات منذ عام 2006"),
            "sanctions.regime",
            {"target": "PRK", "at": "2006"},
            False,
            "not-enough-evidence",
            Why("The record does not say.", "لا يذكر السجل ذلك."),
        ),
    )
    return Reading(
        report=Report(
            "ar.txt",
            "0" * 64,
            "ar",
            text.split("\n")[0],
            "wire",
            None,
            "2024-03-29",
            "given",
            ("read as Windows-1256",),
        ),
        entities=entities,
        mentions=(Mention(*place(text, "روسيا"), "state:RUS"), Mention(*place(text, "AFP"), "outlet:afp")),
        times=(
            Time(*place(text, "28 آذار/مارس 2024"), "2024-03-28"),
            Time(*place(text, "عام 2006"), "2006"),
            Time(*place(text, "الربيع"), None),
        ),
        figures=(Figure(*place(text, "14 عضوا"), 14, 14, "عضوا"),),
        statements=statements,
        claims=claims,
    )


def english(text: str = ENGLISH) -> Reading:
    claim = Claim(
        *place(text, "North Korea accepted 132 of 262 recommendations in May 2019"),
        "review.recommendations",
        {"state": "PRK", "received": 262, "accepted": 132},
        False,
        "supported",
        Why("It accepted 132 of 262.", "قبلت 132 من 262."),
        (Citation("A/HRC/42/10", "2019-06-25", "Report of the Working Group", "Human Rights Council", None),),
    )
    return Reading(
        report=Report("en.txt", "1" * 64, "en", "Review on Thursday", None, None, "2024-11-04/2024-11-10", "record"),
        entities={"person:the-rapporteur": Entity("the rapporteur", None, "rapporteur", "body:un")},
        times=(Time(*place(text, "May 2019"), "2019-05"),),
        figures=(
            Figure(*place(text, "132"), 132, 132, "recommendations"),
            Figure(*place(text, "262 recommendations"), 262, 262, "recommendations"),
        ),
        statements=(
            Statement(
                *place(text, "States should ask"), "say", True, ("person:the-rapporteur",), "the rapporteur", (), "said"
            ),
        ),
        claims=(claim,),
    )
