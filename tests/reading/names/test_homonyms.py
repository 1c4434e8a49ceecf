"""Words that are called like a state or capital: surnames, first names, towns in Ohio, companies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Vernon Jordan advised the president", "state:JOR"),
        ("Robert Jordan, a journalist, was freed", "state:JOR"),
        ("Jack Ireland, a teacher, was arrested", "state:IRL"),
        ("Isaiah Berlin taught there", "state:DEU"),
        ("Israel Gutierrez, a farmer, disappeared in 1983", "state:ISR"),
        ("India Willoughby hosted the programme", "state:IND"),
        ("Paris Hilton testified before the committee", "state:FRA"),
        ("Santiago Canton, director of the programme, resigned", "state:CHL"),
        ("Residents of Lebanon, Pennsylvania, protested", "state:LBN"),
        ("Police in Lima, Ohio, arrested two men", "state:PER"),
        ("A shooting in Paris, Texas, killed two", "state:FRA"),
        ("Voters in Georgia, Michigan and Arizona went to the polls", "state:GEO"),
        ("Michigan and Georgia will hold recounts", "state:GEO"),
        ("Georgia's governor signed the bill; Georgia was the first to do so", "state:GEO"),
        ("Qatar Airways resumed flights", "state:QAT"),
        ("The Panama Papers named hundreds", "state:PAN"),
        ("فاز المرشح الجمهوري في ولاية جورجيا", "state:GEO"),
        ("حاكم ولاية نيو مكسيكو بيل ريتشاردسون", "state:MEX"),
        ("كشفت أوراق بنما عن حسابات سرية", "state:PAN"),
    ],
)
def test_what_is_only_called_like_a_state_is_none(read: Read, text: str, state: str) -> None:
    passage = read(text)
    assert state not in {n.entity for n in passage.named} | {passage.principal(n.entity) for n in passage.named}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Israel and Jordan signed; Jordan said it was final", "state:JOR"),
        ("Neighbouring Jordan took in refugees", "state:JOR"),
        ("Ireland recognised the state of Palestine", "state:IRL"),
        ("Berlin said it would abstain", "state:DEU"),
        ("Israel Bombs Gaza After Rockets", "state:ISR"),
        ("India Rejects UN Report on Kashmir", "state:IND"),
        ("Kenya Police Service officers fired", "state:KEN"),
        ("Paris said it would veto the draft", "state:FRA"),
        ("Santiago recalled its ambassador", "state:CHL"),
        ("Lebanon, Syria and Iraq abstained", "state:LBN"),
        ("Lima, Bogota and Quito agreed", "state:PER"),
        ("Ukraine, Moldova and Georgia applied to join", "state:GEO"),
        ("Georgia's foreign minister spoke in Tbilisi", "state:GEO"),
        ("Qatar said flights would resume", "state:QAT"),
        ("The report implicated officials in Panama", "state:PAN"),
        ("قال وزير خارجية جورجيا إن الوفد غادر", "state:GEO"),
        ("أعلنت المكسيك موقفها", "state:MEX"),
        ("قال رئيس بنما إن القناة مفتوحة", "state:PAN"),
    ],
)
def test_a_state_beside_such_words_stays_one(read: Read, text: str, state: str) -> None:
    passage = read(text)
    assert state in {passage.principal(n.entity) for n in passage.named}


@pytest.mark.parametrize("post", ["وزير خارجية عمان", "سفير عمان", "وفد عمان", "حكومة عمان"])
def test_behind_a_post_or_organ_of_state_oman_is_no_capital(read: Read, post: str) -> None:
    passage = read(f"بحث {post} الأزمة")
    assert {passage.principal(n.entity) for n in passage.named} == {"state:OMN"}


@pytest.mark.parametrize(
    "text", ["وصلت الطائرة إلى عمان", "استقبل العاهل الأردني في عمان الوفد", "زار عمان ثم غادر مع الملك الأردني"]
)
def test_elsewhere_it_is_nobody_s_or_that_of_the_state_named_otherwise(read: Read, text: str) -> None:
    assert "state:OMN" not in {n.entity for n in read(text).named}
