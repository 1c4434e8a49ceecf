"""The tables of names against one another and against what they declare."""

from __future__ import annotations

import re

from mahdar.language.folding import fold_word
from mahdar.reading.names.adjectives import arabic_forms, english_forms
from mahdar.reading.names.entries import ROOM, known_entities
from mahdar.reading.names.hits import lexicon
from mahdar.reading.names.persons import known_persons, person_id
from mahdar.reading.names.titles import slug_of_role, title_names
from mahdar.tables import read_rows, values


def test_all_members_observers_and_former_states_are_there_in_both_languages() -> None:
    codes = {row["code"] for row in read_rows(ROOM, "states.csv")}
    assert len(codes) == 193 + 2 + 6
    assert {"PSE", "VAT", "SUN", "YUG", "CSK", "DDR", "RHO", "SSD", "TUV"} <= codes
    for language in ("ar", "en"):
        assert codes == {row["code"] for row in read_rows(ROOM, "state_names.csv") if row["language"] == language}


def test_no_name_belongs_to_two_states() -> None:
    owners: dict[str, set[str]] = {}
    for row in read_rows(ROOM, "state_names.csv"):
        owners.setdefault(fold_word(row["name"]), set()).add(row["code"])
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_every_code_and_principal_is_known() -> None:
    known = known_entities()
    for table in ("demonyms.csv", "capitals.csv", "state_names.csv"):
        assert all(f"state:{row['code']}" in known for row in read_rows(ROOM, table))
    for row in [*read_rows(ROOM, "bodies.csv"), *read_rows(ROOM, "persons.csv"), *read_rows(ROOM, "offices.csv")]:
        principal = row["principal"]
        assert not principal or principal in known or principal in {"body:un-secretary-general"}, row


def test_ids_are_slugs_and_unique() -> None:
    for table, key in (("bodies.csv", "id"), ("outlets.csv", "id")):
        ids = [row[key] for row in read_rows(ROOM, table)]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) for value in ids), ids


def test_known_people_have_slugs_of_their_usual_spelling() -> None:
    assert {"person:kim-yo-jong", "person:antonio-guterres", "person:mevlut-cavusoglu"} <= set(known_persons())
    assert person_id("Zeid Ra'ad Al Hussein") == "person:zeid-raad-al-hussein"
    assert person_id("جون دو") == "person:jwn-dw"


def test_every_form_of_an_adjective_leads_to_its_state() -> None:
    assert dict(arabic_forms(["كوري شمالي"]))["كورية الشمالية"] is False
    assert dict(arabic_forms(["جنوب أفريقي"]))["جنوب أفريقيين"] is True
    assert dict(english_forms(["Syrian"])) == {"Syrian": False, "Syrians": True}
    assert [e.entity for e in lexicon().get("نمساويين")] == ["state:AUT"]


def test_titles_are_known_by_their_english_names() -> None:
    assert slug_of_role("Permanent Representative to the UN") == "permanent-representative"
    assert slug_of_role("Foreign Minister") == "foreign-minister"
    assert slug_of_role("shepherd") == ""
    assert all(title_names().values())


def test_acronyms_in_capitals_are_not_words() -> None:
    assert all("upper" in entry.flags for entry in lexicon().get("WHO"))
    assert all(values(row["ar"]) or values(row["en"]) for row in read_rows(ROOM, "bodies.csv"))


def test_arabic_titles_are_those_of_posts_that_exist_and_annex_a_name() -> None:
    for row in read_rows(ROOM, "offices_arabic.csv"):
        assert row["slug"] in title_names(), row
        assert row["name"].count("*") <= 1, row
