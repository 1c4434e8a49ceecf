"""Search on both databases: the same questions, the same answers."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from mahdar.library.items import Dated
from mahdar.library.meant import Unmet, called, unmet
from mahdar.library.opened import Library
from mahdar.library.schema import reports
from mahdar.library.searching import Question, found_keys, search, search_statements
from mahdar.pipeline import built_in_record
from tests.library.conftest import Put, made

TEXTS = {
    "ar-1": ("جلسة لمجلس الأمن", "أ", "2024-03-29", "قالت روسيا إن العقوبات لا تخدم السلام. وأضاف مجلس الأمن بندا.\n"),
    "ar-2": (None, "ب", "2023-01-05", "حذرت الولايات المتحدة من تجارب كوريا الشمالية. ولم يذكر أحد القيود.\n"),
    "en-1": ("Council meets", "Herald", "2024-03-30",
             "China said that the sanctions must be eased. North Korea was silent.\n"),
    "en-2": (None, "Herald", None,
             "The Security Council has 14 members, the newspaper wrote. Sanctions and sanctions again.\n"),
}  # fmt: skip


@pytest.fixture
def filled(library: Library, put: Put) -> Library:
    put(
        *(
            made(text, name, title=title, outlet=outlet, dated=Dated(day, "given", "x") if day else None)
            for name, (title, outlet, day, text) in TEXTS.items()
        )
    )
    return library


def ids(library: Library, **asked: str) -> list[str]:
    with library.reading() as connection:
        return [row["id"] for row in search(connection, Question(**asked)).rows]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "عقوبة"}, {"ar-1"}),
        ({"words": "sanction"}, {"en-1", "en-2"}),
        ({"words": "المجلس"}, {"ar-1"}),
        ({"words": '"مجلس الأمن"'}, {"ar-1"}),
        ({"words": "sanctions china"}, {"en-1"}),
        ({"words": "nowhere"}, set()),
        ({"outlet": "herald"}, {"en-1", "en-2"}),
        ({"outlet": "أ"}, {"ar-1"}),
        ({"first": "2024-01-01"}, {"ar-1", "en-1"}),
        ({"last": "2023-12-31"}, {"ar-2"}),
        ({"first": "2024-03-30", "last": "2024-03-30"}, {"en-1"}),
        ({"state": "PRK"}, {"ar-2", "en-1"}),
        ({"speaker": "state:RUS"}, {"ar-1"}),
        ({"speaker": "الصين"}, {"en-1"}),
        ({"speaker": "china"}, {"en-1"}),
        ({"act": "warn"}, {"ar-2"}),
        ({"act": "warn", "speaker": "state:CHN"}, set()),
        ({"verdict": "refuted"}, {"en-2"}),
        ({"verdict": "refuted", "mechanism": "council"}, {"en-2"}),
        ({"verdict": "refuted", "mechanism": "assembly"}, set()),
        ({"mechanism": "council"}, {"en-2"}),
        ({"principal": "state:RUS"}, {"ar-1"}),
        ({"principal": "Russian Federation"}, {"ar-1"}),
        ({"principal": "أمريكا", "act": "warn"}, {"ar-2"}),
        ({"principal": "state:CHN", "act": "warn"}, set()),
        ({"language": "ar"}, {"ar-1", "ar-2"}),
        ({}, set(TEXTS)),
    ],
)
def test_reports_are_found(filled: Library, asked: dict[str, str], expected: set[str]) -> None:
    assert set(ids(filled, **asked)) == expected


def test_the_best_come_first_then_the_newest(filled: Library) -> None:
    assert ids(filled) == ["en-1", "ar-1", "ar-2", "en-2"]
    assert ids(filled, words="council")[0] == "en-1"


def test_words_are_marked_in_the_original(filled: Library) -> None:
    with filled.reading() as connection:
        row = search(connection, Question(words="عقوبات مجلس")).rows[0]
    assert [row["text"][start:end] for start, end in row["marks"]] == ["العقوبات", "مجلس"]
    assert [row["title"][start:end] for start, end in row["title_marks"]] == ["لمجلس"]


def test_pages_and_counts(filled: Library) -> None:
    with filled.reading() as connection:
        first, second = (search(connection, Question(), limit=3, offset=at) for at in (0, 3))
    assert (first.total, second.total, len(first.rows), len(second.rows)) == (4, 4, 3, 1)
    assert first.facets == second.facets
    assert first.facets["outlet"] == [("Herald", 2), ("أ", 1), ("ب", 1)] or dict(first.facets["outlet"]) == {
        "Herald": 2,
        "أ": 1,
        "ب": 1,
    }
    assert dict(first.facets["language"]) == {"ar": 2, "en": 2}
    assert dict(first.facets["year"]) == {"2024": 2, "2023": 1}
    assert dict(first.facets["state"])["state:PRK"] == 2
    assert dict(first.facets["verdict"])["refuted"] == 1


def test_a_facet_counts_what_narrowing_by_it_finds(filled: Library) -> None:
    with filled.reading() as connection:
        for find in (search, search_statements):
            counted = find(connection, Question()).facets
            assert counted["mechanism"] or find is search_statements
            for name, values in counted.items():
                for value, many in values:
                    assert find(connection, _narrowed(name, value)).total == many, (name, value)


def _narrowed(name: str, value: str) -> Question:
    if name == "year":
        return Question(first=f"{value}-01-01", last=f"{value}-12-31")
    return Question(**{name: value.removeprefix("state:") if name == "state" else value})


def test_where_many_hold_a_word_those_with_it_in_the_title_come_first(
    filled: Library, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(
        made(
            "The council of the town met for an hour, and nobody spoke.\n",
            "en-3",
            dated=Dated("2024-05-01", "given", ""),
        )
    )
    assert ids(filled, words="council") == ["en-1", "en-3", "en-2"]
    monkeypatch.setattr("mahdar.library.searching._RANKED", 1)
    assert ids(filled, words="council") == ["en-1", "en-3", "en-2"]
    assert ids(filled, words="sanctions") == ["en-1", "en-2"]


def test_what_is_added_or_read_again_is_found_at_once(filled: Library, put: Put) -> None:
    from mahdar.library.rereading import reread

    assert ids(filled, outlet="Gazette") == []
    put(made("Norway said that the talks in Geneva would go on.\n", "new", outlet="Gazette"))
    assert ids(filled, outlet="Gazette", principal="Norway") == ["new"]
    with filled.reading() as connection:
        before = search(connection, Question()), search_statements(connection, Question())
    assert len(list(reread(filled, built_in_record(), every=True))) == 5
    with filled.reading() as connection:
        after = search(connection, Question()), search_statements(connection, Question())
    assert [each.facets for each in before] == [each.facets for each in after]
    assert [each.total for each in before] == [each.total for each in after]


def test_all_keys_of_a_question(filled: Library) -> None:
    with filled.reading() as connection:
        asked = sa.select(reports.c.id).where(reports.c.key.in_(found_keys(connection, Question(words="sanctions"))))
        assert set(connection.scalars(asked)) == {"en-1", "en-2"}
        assert not list(connection.scalars(found_keys(connection, Question(words="nowhere"))))


def test_statements_are_found_with_their_words(filled: Library) -> None:
    with filled.reading() as connection:
        found = search_statements(connection, Question(words="sanctions"))
        russian = search_statements(connection, Question(state="RUS"))
        warned = search_statements(connection, Question(act="warn", speaker="الولايات المتحدة"))
        none = search_statements(connection, Question(verdict="refuted", first="2024-01-01"))
    row = found.rows[0]
    assert (found.total, row["id"], row["speakers"], row["text"]) == (
        1,
        "en-1",
        ["state:CHN"],
        "the sanctions must be eased",
    )
    assert [row["text"][start:end] for start, end in row["marks"]] == ["sanctions"]
    assert [each["id"] for each in russian.rows] == ["ar-1"]
    assert [each["id"] for each in warned.rows] == ["ar-2"]
    assert none.total == 0
    assert dict(found.facets["principal"]) == {"state:CHN": 1}


def test_odd_questions_harm_nothing(filled: Library) -> None:
    for words in ('a" OR "b', "NEAR(a b)", "title:x", "a*", "'; DROP TABLE reports; --", "NOT", "(", "\\", ":asked"):
        try:
            ids(filled, words=words)
        except ValueError as error:
            assert "word" in str(error)  # noqa: PT017
    assert len(ids(filled)) == 4


def test_what_the_library_does_not_have_is_told_with_what_is_like_it(filled: Library) -> None:
    with filled.reading() as connection:
        asked = Question(outlet="Heralt", speaker="Chima", principal="state:BRA")
        assert unmet(connection, asked) == [
            Unmet("outlet", "Heralt", ("Herald",)),
            Unmet("speaker", "Chima", ("China",)),
            Unmet("principal", "state:BRA", ()),
        ]
        assert unmet(connection, Question(outlet="herald", speaker="الصين", principal="Russia")) == []


def test_ids_have_names_in_both_languages(filled: Library) -> None:
    with filled.reading() as connection:
        assert called(connection, ["state:CHN", "person:nobody"]) == {"state:CHN": "China"}
        assert called(connection, ["state:CHN"], "ar") == {"state:CHN": "الصين"}
