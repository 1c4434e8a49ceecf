"""What ties the reports of a story, in words."""

from __future__ import annotations

import pytest

from mahdar.accounts.story import Member, Tie
from mahdar.web.asking import Ask
from mahdar.web.people.model import local
from mahdar.web.report_pages.ties import tied
from mahdar.web.showing import Show
from mahdar.web.state import State
from mahdar.web.wording import Language

TIES = (
    Tie("symbol", "S/2022/431", 9.0, ("b",)),
    Tie("claim", "council.veto:RUS,CHN:PRK", 8.0, ("b",)),
    Tie("event", "REJECT:state:CHN:body:un-security-council", 7.0, ("b",)),
    Tie("name", "state:PRK", 6.0, ("b",)),
    Tie("name", "person:somebody-unknown", 5.0, ("b",)),
    Tie("day", "2022-05-26", 4.0, ("b",)),
    Tie("figure", "13", 3.0, ("b",)),
    Tie("word", "korea", 2.0, ("b",)),
)
SHOWN: dict[Language, list[str]] = {
    "en": ["S/2022/431", "Veto: Russian Federation, China, Democratic People's Republic of Korea",
           "Democratic People's Republic of Korea", "somebody unknown", "26 May 2022", "13", "korea"],
    "ar": ["S/2022/431", "حق النقض: الاتحاد الروسي، الصين، جمهورية كوريا الشعبية الديمقراطية",
           "جمهورية كوريا الشعبية الديمقراطية", "somebody unknown", "26 أيار/مايو 2022", "13", "korea"],
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
def test_ties_are_words_that_a_person_reads(state: State, language: Language) -> None:
    ask = Ask(state, Show(language), local(), "/")
    with ask.reading() as connection:
        told = tied(ask, connection, [Member("a", TIES)])
    assert told == {"a": SHOWN[language]}
