"""What each mechanism says of states in their dossiers, on the record itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mahdar.checking.dossier import Filed, dossier, dossiers
from mahdar.record.access import Record
from mahdar.record.schema import SCHEMA

REVIEW = "Universal Periodic Review, cycle"
Told = Callable[..., list[Filed]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return Record.open(Path(tmp_path_factory.mktemp("dossiers")) / "record.duckdb")


@pytest.fixture
def told(record: Record) -> Told:
    def lines(state: str, mechanism: str, as_of: date | None = None) -> list[Filed]:
        return dossier(state, record, mechanism=mechanism, as_of=as_of)

    return lines


def texts(filed: list[Filed]) -> list[tuple[str, str]]:
    return [(one.line.when, one.line.what.en) for one in filed]


def test_every_state_has_a_dossier_in_whole_sentences(record: Record) -> None:
    states = {term.state for day in (date(1950, 1, 1), date(2020, 1, 1)) for term in record.council_members(day)}
    for state in sorted(states | record.un_members(date(2020, 1, 1))):
        for one in dossier(state, record):
            for words in (one.line.what.en, one.line.what.ar):
                assert words
                assert "None" not in words
                assert "{" not in words
                assert "()" not in words
            assert one.line.interval or one.line.after or one.line.when == ""
            assert one.line.row.citation().source


@pytest.mark.parametrize("name", list(dossiers()))
def test_the_tables_that_a_mechanism_names_are_tables_of_the_record(name: str) -> None:
    assert set(dossiers()[name].tables) <= set(SCHEMA)


@pytest.mark.parametrize(
    ("state", "mechanism", "when", "words"),
    [
        ("PRK", "membership", "1991-09-17", "Admission to the United Nations"),
        ("SYR", "membership", "1961-10-13", "Membership of the United Nations resumed (separate member again)"),
        ("NOR", "council", "2021-01-01/2022-12-31", "Member of the Security Council, elected"),
        ("USA", "council", "1946-01-12/..", "Member of the Security Council, permanent seat"),
        ("USA", "council", "2022-05", "Presidency of the Security Council"),
        ("BIH", "council", "1992-03", "Arria-formula meeting"),
        ("VEN", "council", "1992-03", "Convened an Arria-formula meeting"),
        ("RUS", "council", "2022-05-26", "Veto in the Security Council on S/2022/431"),
        ("PRK", "council", "2022-05-26", "Security Council: S/2022/431 vetoed by China and the Russian Federation"),
        ("LBY", "sanctions", "2003-09-12", "Security Council sanctions regime ended: Libya (Lockerbie) (S/RES/1506"),
        ("PRK", "sanctions", "2009-06-12", "Body of experts on sanctions established: Panel of Experts"),
        ("PRK", "sanctions", "2009-04-24", "Entity listed under the DPRK regime"),
        ("PRK", "assembly", "2022-12-15", "General Assembly: A/RES/77/226 adopted, without a vote"),
        ("RUS", "rights_council", "2022-04-07", "End of membership of the Human Rights Council before its term"),
        ("MMR", "rights_council", "2018-09-27", "Human Rights Council: A/HRC/RES/39/2 adopted"),
        ("PRK", "review", "2009-12-07", "Universal Periodic Review, cycle 1, session 6"),
        ("PRK", "review", "", f"{REVIEW} 3, recommendations (final outcome): 262 received, 132 supported, 130 noted"),
        ("PRK", "mandates", "2004-07-13/2010", "Vitit Muntarbhorn, mandate holder: Special Rapporteur"),
        ("PRK", "mandates", "2022-08-01", "Elizabeth Salmón, mandate holder"),
        ("PRK", "treaties", "1981-09-14", "Accession: International Covenant on Civil and Political Rights"),
        ("PRK", "treaties", "1997-08-23", "Notification of withdrawal"),
    ],
)  # fmt: skip
def test_what_is_said_and_when(told: Told, state: str, mechanism: str, when: str, words: str) -> None:
    assert any(time == when and text.startswith(words) for time, text in texts(told(state, mechanism)))


def test_votes_of_a_member_are_those_of_the_record(told: Told, record: Record) -> None:
    filed = told("BRA", "council")
    abstained = [one.line.symbol for one in filed if one.line.what.en.startswith("Abstention")]
    assert abstained == [row.name for row in record.decisions() if row.votes.get("BRA") == "abstain"]
    assert not any(one.line.what.en.startswith("Veto") for one in filed)


def test_a_veto_is_not_told_again_as_a_vote_against(told: Told, record: Record) -> None:
    lines = [one.line for one in told("RUS", "council")]
    vetoed = [line.symbol for line in lines if line.what.en.startswith("Veto in")]
    against = [line.symbol for line in lines if line.what.en.startswith("Vote against")]
    assert len(vetoed) == len([row for row in record.vetoes() if "RUS" in row.vetoed_by])
    assert not set(vetoed) & set(against)


def test_a_mandate_is_founded_once_however_many_held_it(told: Told) -> None:
    founded = [text for _, text in texts(told("PRK", "mandates")) if text.startswith("Mandate established")]
    assert len(founded) == len(set(founded))


@pytest.mark.parametrize(
    ("state", "mechanism", "day", "hidden"),
    [
        ("LBY", "sanctions", date(2003, 9, 11), "Security Council sanctions regime ended: Libya (Lockerbie)"),
        ("PRK", "mandates", date(2022, 7, 31), "Elizabeth Salmón"),
        ("RUS", "rights_council", date(2022, 4, 6), "End of membership"),
        ("PRK", "review", date(2009, 12, 6), "Universal Periodic Review, cycle 1"),
    ],
)
def test_an_end_is_not_told_before_it_came(told: Told, state: str, mechanism: str, day: date, hidden: str) -> None:
    assert any(text.startswith(hidden) for _, text in texts(told(state, mechanism)))
    assert not any(text.startswith(hidden) for _, text in texts(told(state, mechanism, day)))


def test_arabic_has_the_arabic_names(told: Told) -> None:
    veto = next(one.line for one in told("PRK", "council") if one.line.symbol == "S/2022/431")
    assert veto.what.ar.startswith("مجلس الأمن: نقض S/2022/431 من جانب الصين والاتحاد الروسي، ")
