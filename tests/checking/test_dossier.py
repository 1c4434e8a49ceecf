"""The dossier of a state: what mechanisms contribute, in order of time, as imprecise as it is, public on a day."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.checking import dossier as module
from mahdar.checking.dossier import Dossier, Line, dossier, dossiers, sentence, time
from mahdar.checking.homes import homes
from mahdar.checking.wording import Pair
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Row, Source
from mahdar.tables import read_toml

SOURCE = Source(key="x", name="X", title="x", url="https://example.org", rank=1)


def a_line(when: str, since: date | None = None, after: str = "") -> Line:
    what = Pair(when or "behind", when)
    return Line(when, what, Row(source=SOURCE), since=since, after=Interval.parse(after) if after else None)


@pytest.fixture
def filed(monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    lines: list[Line] = []
    known = {"a": Dossier(lambda state, record: lines, ()), "b": Dossier(lambda state, record: (), ())}
    monkeypatch.setattr(module, "dossiers", lambda: known)
    return lines


NONE: Record = None  # type: ignore[assignment]


def told(**asked: object) -> list[str]:
    return [one.line.what.en for one in dossier("PRK", NONE, **asked)]  # type: ignore[arg-type]


def test_lines_stand_in_order_of_time_those_without_time_behind_what_they_follow(filed: list[Line]) -> None:
    filed += [
        a_line("2016"),
        a_line(""),
        a_line("", after="2010-03"),
        a_line("2015-12-31"),
        a_line("2010-03"),
        a_line("../2009"),
    ]
    assert told() == ["../2009", "2010-03", "behind", "2015-12-31", "2016", "behind"]


def test_an_imprecise_line_may_fall_within_a_time(filed: list[Line]) -> None:
    filed += [a_line("2016"), a_line("2015/2017"), a_line("2017-01-01"), a_line(""), a_line("", after="2016-02")]
    assert told(when=Interval.parse("2016-05")) == ["2015/2017", "2016"]
    assert told(when=Interval.parse("2016-02")) == ["2015/2017", "2016", "behind"]


def test_only_what_was_public_on_a_day(filed: list[Line]) -> None:
    filed += [a_line("2001", date(2001, 12, 31)), a_line("2002", date(2002, 12, 31)), a_line("2003")]
    assert told(as_of=date(2002, 1, 1)) == ["2001", "2003"]


def test_one_mechanism_alone(filed: list[Line]) -> None:
    filed += [a_line("2016")]
    assert (told(mechanism="a"), told(mechanism="b")) == (["2016"], [])
    with pytest.raises(KeyError):
        told(mechanism="c")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2016, 1, 1), None, "2016-01-01"),
        (Interval.parse("2016"), None, "2016"),
        (date(2004, 7, 13), Interval.parse("2010"), "2004-07-13/2010"),
        (Interval.parse("2010"), Interval.parse("2016"), "2010/2016"),
        (date(2016, 1, 1), date(2016, 1, 1), "2016-01-01"),
        (None, date(2016, 1, 1), "../2016-01-01"),
        (None, None, ""),
    ],
)
def test_a_time_is_never_made_more_exact_than_it_is(
    first: date | Interval | None, last: date | Interval | None, text: str
) -> None:
    assert time(first, last) == text
    if text:
        Interval.parse(text)


def test_a_sentence_leaves_out_what_is_not_known() -> None:
    package = "mahdar.mechanisms.council"
    known = {"name": "S/RES/1 (1946)", "title": "[x] {y}", "tally": Pair("2-0-0", "٢"), "by": None}
    whole = sentence(package, "decision.adopted", **known)  # type: ignore[arg-type]
    assert whole.en == "Security Council: S/RES/1 (1946) adopted, 2-0-0: [x] {y}"
    assert whole.ar.endswith("S/RES/1 (1946)، ٢: [x] {y}")
    bare = sentence(package, "decision.vetoed", name="S/1", title="", tally=None, by=None)
    assert bare.en == "Security Council: S/1 vetoed"
    with pytest.raises(KeyError):
        sentence(package, "decision.forgotten", name="")


def test_every_folder_that_has_a_part_is_found() -> None:
    assert set(dossiers()) <= {home.rpartition(".")[2] for home in homes()}
    assert {
        "council",
        "sanctions",
        "assembly",
        "rights_council",
        "review",
        "treaties",
        "mandates",
        "membership",
    } <= set(dossiers())


@pytest.mark.parametrize("name", list(dossiers()))
def test_words_stand_in_both_languages_with_the_same_values(name: str) -> None:
    def pairs(table: object) -> list[list[str]]:
        return [table] if isinstance(table, list) else [p for t in table.values() for p in pairs(t)]  # type: ignore[attr-defined]

    for english, arabic in pairs(read_toml(f"mahdar.mechanisms.{name}", "dossier.toml")):
        assert sorted(english.split("{")[1:], key=str) or "{" not in arabic
        assert {v.partition("}")[0] for v in english.split("{")[1:]} == {
            v.partition("}")[0] for v in arabic.split("{")[1:]
        }
        assert english.count("[") == english.count("]") == arabic.count("[") == arabic.count("]")
        assert any("\u0600" <= c <= "\u06ff" for c in arabic)
