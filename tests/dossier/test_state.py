"""The dossier of a state: the record across mechanisms and what the library tells, each item with its source."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from mahdar.commands.output import json_text
from mahdar.dossier.gathering import official_record
from mahdar.dossier.shapes import Origin, Place
from mahdar.dossier.state import state_dossier
from mahdar.library.opened import Library
from mahdar.library.reviewing import review
from mahdar.library.reviews import Review
from mahdar.record.access import Record
from tests.kept import REPORTS


def walk(value: Any) -> list[Any]:
    """All dataclasses within a value."""
    if is_dataclass(value):
        return [value, *(found for f in fields(value) for found in walk(getattr(value, f.name)))]
    return [found for each in value for found in walk(each)] if isinstance(value, tuple | list) else []


def test_every_item_of_the_record_says_where_it_comes_from(record: Record) -> None:
    for code in ("PRK", "USA", "SYR"):
        official = official_record(code, record)
        origins = [one for one in walk(official) if isinstance(one, Origin)]
        assert len(origins) > 300
        assert all(one.publisher and one.publication and one.url.startswith("http") for one in origins)


def test_what_the_record_has_on_the_dprk(record: Record) -> None:
    one = official_record("PRK", record)
    assert [(row.kind, row.origin.symbol) for row in one.sanctions][:2] == [
        ("regime", "S/RES/1718 (2006)"),
        ("committee", "S/RES/1718 (2006)"),
    ]
    vetoed = [row for row in one.decisions if row.outcome == "vetoed" and row.symbol == "S/2022/431"]
    assert [(row.vetoed_by, row.votes["CHN"], row.own) for row in vetoed] == [(("CHN", "RUS"), "no", None)]
    assert {row.cycle for row in one.reviews if row.held} == {1, 2, 3, 4}
    assert [row.standing for row in one.treaties if row.treaty == "iccpr"] == ["party"]
    assert "Elizabeth Salmón" in {row.holder for row in one.mandates}
    assert one.ballots.yes == 0


def test_imprecise_times_keep_their_text_and_have_their_days(record: Record) -> None:
    held = {row.holder: row.held for row in official_record("PRK", record).mandates}
    darusman = held["Marzuki Darusman"]
    assert darusman is not None
    assert (darusman.edtf[:4], darusman.first, darusman.last is None) == ("2013", "2013-01-01", False)
    muntarbhorn = held["Vitit Muntarbhorn"]
    assert muntarbhorn is not None
    assert (muntarbhorn.edtf, muntarbhorn.last) == ("2004-07-13/2010", "2010-12-31")


def test_what_a_member_of_the_council_did_there(record: Record) -> None:
    one = official_record("USA", record)
    assert [row.seat for row in one.seats if row.body == "council"] == ["permanent"]
    assert one.seats[0].when.last is None
    assert len(one.vetoes_cast) == one.ballots.veto > 80
    assert {row.own for row in one.abstentions} == {"abstain"}
    year = next(each for each in one.assembly_years if each.year == 2010)
    alike, both = year.alike["GBR"]
    assert 0 < alike <= both <= year.yes + year.no + year.abstain
    assert "USA" not in year.alike


def test_statements_by_and_about_it(record: Record, library: Library) -> None:
    told = state_dossier("SDN", record, library).told
    assert told is not None
    assert (told.total, told.shown) == (2, 2)
    assert [one.place.text for one in told.said_by] == [
        "1592 شخصا قتلوا في دارفور",
        "1,592 people were killed in Darfur",
    ]
    assert [one.voices[0].id for one in told.said_about] == ["state:CHN"]
    (claim,) = (one for one in told.held if one.kind == "council.veto")
    assert claim.verdict == "not-enough-evidence"


def test_figures_say_who_claims_them(record: Record, library: Library) -> None:
    told = state_dossier("SDN", record, library).told
    assert told is not None
    figures = [one for one in told.counted if one.low == 1592]
    assert [(one.what, one.deed) for one in figures] == [("people", "killed")] * len(figures) != []
    assert all(voice.principal == "state:SDN" for one in figures for voice in one.claimed_by)


def test_places_are_those_of_the_report(record: Record, library: Library) -> None:
    told = state_dossier("SDN", record, library).told
    places = [one for one in walk(told) if isinstance(one, Place)]
    assert places
    for one in places:
        text = REPORTS[one.report][0]
        assert text[one.start : one.end] == one.text
        assert text[one.sentence_start :].startswith(one.sentence)
        assert one.address == (REPORTS[one.report][3] or f"in/{one.report}.txt")


def test_the_newest_reports_first_and_how_many_there_are(record: Record, library: Library) -> None:
    told = state_dossier("SDN", record, library, most=1).told
    assert told is not None
    assert (told.total, [one.id for one in told.reports]) == (2, ["sudan-1"])


def test_what_a_person_decided_counts(record: Record, library: Library) -> None:
    text = REPORTS["sudan-1"][0]
    start = text.index("1,592")
    end = start + len("1,592 people were killed in Darfur")
    wrong = Review("sudan-1", "statement", "reject", "Amal", "nobody said so", start=start, end=end)
    review(library, wrong)
    told = state_dossier("SDN", record, library).told
    assert told is not None
    assert [one.place.report for one in told.said_by] == ["sudan-2"]


def test_without_a_library_there_is_the_record_alone(record: Record) -> None:
    one = state_dossier("PRK", record)
    assert one.told is None
    told = json.loads(json_text(one.to_dict()))
    assert (told["schema"], told["of"], told["code"]) == ("mahdar/dossier/1", "state", "PRK")
