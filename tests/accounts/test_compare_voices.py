"""Who speaks, which mechanisms are put forward, which words are used; and the two seeds where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mahdar.accounts.compare import compare
from mahdar.accounts.compare_model import Comparison
from mahdar.accounts.compare_terms import Term, _lexicon, _subjects
from mahdar.accounts.telling import tell
from mahdar.tables import read_rows, read_toml
from tests.accounts import accounts

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "reports" / "seeds"
PACKAGE = "mahdar.accounts"


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare([accounts.english(), accounts.arabic()])


def acts(found: Comparison, principal: str) -> list[list[str]]:
    row = next(row for row in found.voices if principal in {name.id for name in row.principals})
    return [[cell.act for cell in own] for own in row.cells]


def mechanisms(found: Comparison, account: int) -> set[str]:
    return {row.mechanism.id for row in found.mechanisms if row.cells[account]}


def terms(found: Comparison, subject: str) -> list[set[str]]:
    row = next(row for row in found.terms if row.subject.id == subject)
    return [{cell.term for cell in own} for own in row.cells]


def test_principals_speak_in_one_account_or_both(found: Comparison) -> None:
    assert acts(found, "state:RUS") == [["deny"], ["say"]]
    assert acts(found, "state:USA") == [["accuse", "demand"], []]
    assert acts(found, "state:CHN")[0] == []
    assert acts(found, "state:SDN")[1] == ["demand"]
    absent = {row.principals[0].id: row.absent for row in found.voices}
    assert absent["state:RUS"] == ()
    assert absent["state:USA"] == (1,)


def test_those_who_only_speak_together_share_a_row() -> None:
    joint = tell("a", "France and Germany said that the vote was fair. Norway said the vote was late.")
    rows = compare([joint, tell("b", "Norway said that the vote was not over.")]).voices
    assert [[name.id for name in row.principals] for row in rows] == [["state:NOR"], ["state:FRA", "state:DEU"]]


def test_mechanisms_put_forward_and_left_out(found: Comparison) -> None:
    assert {"security-council", "ohchr"} <= mechanisms(found, 0) & mechanisms(found, 1)
    assert mechanisms(found, 1) - mechanisms(found, 0) == {"sanctions", "review"}


@pytest.mark.parametrize(
    ("text", "mechanism"),
    [
        ("The Council members met in an Arria-formula meeting.", "arria-meeting"),
        ("عقد أعضاء مجلس الأمن اجتماعا غير رسمي.", "arria-meeting"),
        ("Russia used its veto.", "veto"),
        ("فرض مجلس الأمن عقوبات على المصرف.", "sanctions"),
        ("The General Assembly met.", "general-assembly"),
        ("اجتمع مجلس حقوق الإنسان في جنيف.", "rights-council"),
        ("It awaits its Universal Periodic Review.", "review"),
        ("Activists cited the Convention against Torture.", "treaties"),
        ("The special rapporteur on Eritrea reported.", "mandates"),
        ("قالت محكمة العدل الدولية كلمتها.", "icj"),
        ("The case is before the International Criminal Court.", "icc"),
    ],
)
def test_every_mechanism_is_known_in_news_words(text: str, mechanism: str) -> None:
    assert mechanism in mechanisms(compare([tell("a", text), tell("b", "Rain fell.")]), 0)


@pytest.mark.parametrize(
    "text", ["The European Union tightened its sanctions.", "They met in an informal mood.", "He vetoed the bill."]
)
def test_what_is_no_mechanism_of_the_united_nations_is_left_out(text: str) -> None:
    assert mechanisms(compare([tell("a", text), tell("b", "Rain fell.")]), 0) == set()


def test_words_for_the_same_thing(found: Comparison) -> None:
    assert terms(found, "rights") == [{"violations"}, {"alleged-violations"}]
    row = next(row for row in found.terms if row.subject.id == "rights")
    assert row.told == "differently"
    assert row.cells[1][0].text == "الانتهاكات المزعومة"


def test_a_subject_that_one_account_alone_names_is_no_row() -> None:
    found = compare([tell("a", "The regime fell."), tell("b", "Rain fell.")])
    assert found.terms == ()


def test_the_same_terms_are_told_alike_and_counted() -> None:
    found = compare([tell("a", "Rebels fled. The rebels lost."), tell("b", "انسحب المتمردون.")])
    assert [row.told for row in found.terms] == ["alike"]
    assert [[cell.count for cell in own] for own in found.terms[0].cells] == [[2], [1]]


def test_tables_fit_together() -> None:
    used = {row["subject"] for row in read_rows(PACKAGE, "compare_terms.csv")}
    assert used == set(_subjects())
    counts = [sum(row["subject"] == subject for row in read_rows(PACKAGE, "compare_terms.csv")) for subject in used]
    assert min(counts) > 1


def test_a_phrase_is_one_term_of_a_subject_unless_a_neighbour_decides() -> None:
    for row in read_rows(PACKAGE, "compare_terms.csv"):
        for word in row["words"].split("|"):
            senses: list[Term] = [t for group in _lexicon().get(word) for t in group if t.subject == row["subject"]]
            assert len({t.name for t in senses if not t.near}) <= 1, word


def test_every_deed_of_a_unit_is_a_deed_or_stands_alone() -> None:
    named = {row["deed"] for row in read_rows(PACKAGE, "compare_units.csv")} - {""}
    known = {row["deed"] for row in read_rows(PACKAGE, "compare_deeds.csv")}
    assert named - known <= {"refugees", "asylum"}
    labels = read_toml("mahdar.export", "compare_labels.toml")
    assert known | named <= set(labels["en"]["deed"]) == set(labels["ar"]["deed"])
    assert {row["unit"] for row in read_rows(PACKAGE, "compare_units.csv")} == set(labels["ar"]["unit"])


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed reports are not at hand")
def test_the_two_seeds() -> None:
    first, second = (tell(path.name, path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt")))
    found = compare([first, second])
    together = next(row for row in found.voices if {n.id for n in row.principals} == {"state:USA", "state:ALB"})
    assert len(together.cells[0]) >= 3
    assert together.absent == (1,)
    assert all(acts(found, "state:RUS"))
    assert {"threaten", "no-comment"} <= set(acts(found, "state:PRK")[0])
    assert {"security-council", "arria-meeting", "veto", "sanctions"} <= mechanisms(found, 0) - mechanisms(found, 1)
    assert {"review", "treaties", "general-assembly"} <= mechanisms(found, 1) - mechanisms(found, 0)
    assert all(cell.verdict != "refuted" for row in found.claims for own in row.cells for cell in own)
    assert terms(found, "rights")[0] == {"violations", "alleged-violations"}
    assert {row.told for row in found.figures} | {row.told for row in found.claims} == {"once"}
