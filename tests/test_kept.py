"""What is kept between runs: found again as it was, and worked out anew wherever it cannot be trusted."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from mahdar.kept import Packed, _state, covers, keep, packed, recall, unpacked
from mahdar.language.lexicon import Lexicon
from mahdar.language.tokens import tokenize
from mahdar.reading.names.entries import Entry

VALUE = {"مجلس": (1, None, frozenset({"ا"})), "on": date(1991, 5, 30), "half": Fraction(1, 2)}


class Counter:
    """Builds a value and remembers how often."""

    def __init__(self, value: object = VALUE) -> None:
        self.value, self.calls = value, 0

    def __call__(self) -> object:
        self.calls += 1
        return self.value


def test_a_value_is_built_once_and_found_again(tmp_path: Path) -> None:
    build = Counter()
    assert [keep("value", build, tmp_path / "tables-1") for _ in range(3)] == [VALUE] * 3
    assert build.calls == 1


def test_values_of_two_states_do_not_meet(tmp_path: Path) -> None:
    keep("value", Counter(1), tmp_path / "tables-1")
    assert keep("value", Counter(2), tmp_path / "tables-2") == 2
    assert keep("value", Counter(3), tmp_path / "tables-1") == 1


def damage_nothing_left(path: Path) -> None:
    path.write_bytes(b"")


def damage_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def damage_one_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def damage_no_pickle(path: Path) -> None:
    path.write_bytes(zlib.crc32(b"no pickle").to_bytes(4, "big") + b"no pickle")


def damage_open_to_others(path: Path) -> None:
    path.chmod(0o666)


def damage_folder_open_to_others(path: Path) -> None:
    path.parent.chmod(0o777)


@pytest.mark.parametrize(
    "damage",
    [
        damage_nothing_left,
        damage_cut,
        damage_one_byte,
        damage_no_pickle,
        damage_open_to_others,
        damage_folder_open_to_others,
    ],
)
def test_what_is_damaged_or_open_to_others_is_built_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    folder = tmp_path / "tables-1"
    keep("value", Counter("old"), folder)
    damage(folder / "value")
    assert recall(folder / "value") is None
    assert keep("value", Counter("new"), folder) == "new"


def test_where_nothing_can_be_written_the_value_is_built_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    build = Counter()
    assert [keep("value", build, tmp_path / "file" / "tables-1") for _ in range(2)] == [VALUE] * 2
    assert build.calls == 2


class Foreign:
    """What runs a command where it is unpickled without care."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


@pytest.mark.parametrize("value", [Foreign(), Counter, tokenize, Path()])
def test_nothing_from_elsewhere_is_looked_up(tmp_path: Path, value: object) -> None:
    data = pickle.dumps(value)
    with pytest.raises(pickle.UnpicklingError, match="is not kept"):
        unpacked(data)
    folder = tmp_path / "tables-1"
    folder.mkdir(mode=0o700)
    place = folder / "value"
    place.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
    place.chmod(0o600)
    assert recall(place) is None
    assert keep("value", Counter("own"), folder) == "own"


def test_only_the_last_states_are_left_and_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / "photographs").mkdir()
    for number in range(6):
        keep("value", Counter(number), tmp_path / f"tables-{number}")
        os.utime(tmp_path / f"tables-{number}", (number, number))
    left = {path.name for path in tmp_path.iterdir()}
    assert "photographs" in left
    assert {"tables-4", "tables-5"} < left
    assert len(left) <= 4


def test_the_state_follows_the_files(tmp_path: Path) -> None:
    for room in ("language", "reading", "checking", "mechanisms"):
        (tmp_path / room / "tables").mkdir(parents=True)
    table = tmp_path / "reading" / "tables" / "words.csv"
    table.write_text("word\none\n")
    before = _state(tmp_path)
    assert _state(tmp_path) == before
    table.write_text("word\ntwo\n")
    os.utime(table, ns=(1, 1))
    changed = _state(tmp_path)
    (tmp_path / "checking" / "finding.py").write_text("")
    assert len({before, changed, _state(tmp_path)}) == 3


def test_a_packed_mapping_is_the_mapping() -> None:
    entries = {"state:SYR": Entry("state", "state:SYR"), "body:un": Entry("body", "body:un", frozenset({"upper"}))}
    again = unpacked(packed(Packed(entries)))
    assert dict(again) == entries
    assert again["body:un"] is again["body:un"]
    assert "state:XXX" not in again
    assert again.get("state:XXX") is None
    assert len(again) == 2


def test_a_kept_lexicon_finds_what_the_built_one_finds() -> None:
    entries = [
        ("الأمم المتحدة", "UN"),
        ("الأمم المتحدة للطفولة", "UNICEF"),
        ("روسيا", "RUS"),
        ("روسيا", "russia"),
        ("", "none"),
    ]
    built = Lexicon(entries, everywhere=True)
    again: Lexicon[str] = unpacked(packed(built))
    third: Lexicon[str] = unpacked(packed(again))
    for text in ("قالت روسيا للأمم المتحدة", "وروسيا والأمم المتحدة للطفولة", "كلمة أخرى", ""):
        tokens = tokenize(text)
        assert again.find(tokens) == third.find(tokens) == built.find(tokens)
        assert [again.all_at(tokens, i) for i in range(len(tokens))] == [
            built.all_at(tokens, i) for i in range(len(tokens))
        ]
    assert again.get("روسيا") == ("RUS", "russia")


def test_a_lexicon_without_entries_can_be_kept() -> None:
    assert unpacked(packed(Lexicon([]))).find(tokenize("كلمة")) == []


def test_only_the_rooms_whose_files_are_watched_are_covered() -> None:
    assert covers("mahdar.reading")
    assert covers("mahdar.mechanisms.council")
    assert not covers("mahdar.record")
    assert not covers("mahdar.export")
