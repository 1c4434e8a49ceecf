"""Which reports are read: what each choice takes away, and that nothing else goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mahdar.corpus.asked import Asked
from mahdar.corpus.run import read_corpus
from tests.corpus.made import Here, reports, rows, unseen, write_lines

ROWS = reports(12)
LONG = " ".join(f"كلمة{n}" for n in range(120))
COPY = {**ROWS[3], "id": "copy"}
NEAR = {"id": "near", "text": f"أعلنت اللجنة {LONG} نتائج التحقيق.", "outlet": "x"}
NEARLY = {"id": "nearly", "text": f"أعلنت اللجنة {LONG} نتائج التحقيق اليوم.", "outlet": "y"}


def chosen(tmp_path: Path, part: int = 5, **asked: Any) -> tuple[list[str], dict[str, int]]:
    """The ids that were read, and what was left out."""
    source = tmp_path / "a.jsonl"
    if not source.exists():
        write_lines(source, [*ROWS[:8], COPY, NEAR, *ROWS[8:], NEARLY])
    out = tmp_path / f"out-{len(list(tmp_path.iterdir()))}"
    manifest = read_corpus(Asked((str(source),), part=part, **asked), out, Here, unseen)
    return [row["id"] for row in rows(out, "reports")], manifest["left_out"]


def test_of_equal_texts_the_first_is_read(tmp_path: Path) -> None:
    ids, left = chosen(tmp_path, no_copies=True)
    assert "copy" not in ids
    assert {"r3", "near", "nearly"} <= set(ids)
    assert left == {"copy": 1, "other_language": 0}


def test_of_texts_that_are_nearly_one_the_first_is_read(tmp_path: Path) -> None:
    ids, left = chosen(tmp_path, no_near_copies=True)
    assert "near" in ids
    assert {"copy", "nearly"} & set(ids) == set()
    assert left["near_copy"] == 15 - len(ids)


def test_a_sample_has_so_many_reports_and_depends_on_its_seed_alone(tmp_path: Path) -> None:
    first, left = chosen(tmp_path, sample=5, seed=1)
    assert len(first) == 5
    assert left == {"not_in_sample": 10, "other_language": 0}
    assert chosen(tmp_path, sample=5, seed=1, part=3)[0] == first
    assert chosen(tmp_path, sample=5, seed=2)[0] != first


def test_a_sample_that_is_larger_than_the_corpus_is_all_of_it(tmp_path: Path) -> None:
    ids, left = chosen(tmp_path, sample=100)
    assert len(ids) == 15
    assert left["not_in_sample"] == 0


def test_choices_are_made_one_after_the_other(tmp_path: Path) -> None:
    ids, left = chosen(tmp_path, languages=("ar",), no_copies=True, sample=4)
    assert left == {"copy": 1, "not_in_sample": 6, "other_language": 4}
    assert len(ids) == 4
    assert "copy" not in ids


def test_nothing_is_left_out_unasked(tmp_path: Path) -> None:
    ids, left = chosen(tmp_path)
    assert len(ids) == 15
    assert sum(left.values()) == 0


def test_a_run_that_goes_on_does_not_choose_again(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", ROWS)
    asked = Asked((str(source),), part=5, sample=6)
    first = read_corpus(asked, tmp_path / "out", Here, unseen)
    next((tmp_path / "out" / "_state" / "done").rglob("part-000001.json")).unlink()
    engine = Here()
    assert read_corpus(asked, tmp_path / "out", lambda: engine, unseen) == first
    assert engine.given == [1]


@pytest.mark.parametrize("part", [1, 20])
def test_parts_change_no_choice(tmp_path: Path, part: int) -> None:
    assert chosen(tmp_path, part, no_near_copies=True)[0] == chosen(tmp_path, no_near_copies=True)[0]
