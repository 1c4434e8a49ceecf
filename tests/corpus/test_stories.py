"""The stories of a corpus: those that the accounts room finds when it has all reports before it."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from mahdar.accounts import stories, tell
from mahdar.corpus.asked import Asked
from mahdar.corpus.errors import CorpusError
from mahdar.corpus.run import read_corpus
from mahdar.corpus.stories import _BLOCK, _blocks, _linked, corpus_stories
from tests.corpus.made import Here, reports, rows, tables, unseen, write_lines

_STORIES = (
    (
        "2019-05-02",
        "Storm closes the port of Lumora",
        "A storm closed the port of Lumora on Thursday and sank 31 fishing boats, the harbour master Idris Quell said.",
        "The port of Lumora was closed by a storm on Thursday; 31 fishing boats sank, said harbour master Idris Quell.",
    ),
    (
        "2019-05-03",
        "Teachers of Vantra strike",
        "Teachers in Vantra went on strike on Friday over wages unpaid for 17 weeks, leader Mara Stolt announced.",
        "Union leader Mara Stolt announced a strike of teachers in Vantra on Friday: wages are unpaid for 17 weeks.",
    ),
    (
        "2019-06-20",
        "Bridge over the Oskel opens",
        "The bridge over the Oskel opened on Thursday after 88 months of works, which cost engineer Tomas Breel much.",
        "After 88 months of works the Oskel bridge opened on Thursday, said the engineer Tomas Breel.",
    ),
)
_REST = " Residents had waited since the morning. Shops stayed shut and buses took another way round the old town."


def accounts() -> list[dict[str, str]]:
    """Two accounts of each happening by two outlets, a copy of one of them, and reports of other things."""
    made = []
    for n, (day, title, one, other) in enumerate(_STORIES):
        for outlet, text in (("a", one), ("b", other)):
            made.append({"id": f"{n}{outlet}", "text": text + _REST * (outlet == "a"), "published": day,
                         "outlet": outlet, "title": title})  # fmt: skip
    copied = {**made[0], "id": "0c", "outlet": "c", "text": f"{made[0]['text']} It was calm again at night."}
    return [*made, copied, *reports(4)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    source = write_lines(folder / "a.jsonl", accounts())
    read_corpus(Asked((str(source),), part=4), folder / "out", Here, unseen)
    return folder / "out"


@pytest.fixture(scope="module")
def counts(corpus: Path) -> dict[str, Any]:
    return corpus_stories(corpus, Here(), unseen)


def pairs(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def found(corpus: Path) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for row in rows(corpus, "stories"):
        groups.setdefault(row["story"], []).append(row["id"])
    return list(groups.values())


def test_stories_are_those_of_the_accounts_room(corpus: Path, counts: dict[str, Any]) -> None:
    tellings = [
        tell(row["id"], row["text"], title=row["title"], outlet=row["outlet"], published=row["published"])
        for row in accounts()
    ]
    expected = [list(story.reports) for story in stories(tellings) if len(story.reports) > 1]
    assert pairs(found(corpus)) == pairs(expected)
    assert {frozenset({"0a", "0b"}), frozenset({"1a", "1b"}), frozenset({"2a", "2b"})} <= pairs(expected)


def test_copies_are_marked_with_the_report_that_they_repeat(corpus: Path, counts: dict[str, Any]) -> None:
    keys = {row["id"]: row["key"] for row in rows(corpus, "reports")}
    copied = {row["id"]: row["copy_of"] for row in rows(corpus, "stories") if row["copy_of"] is not None}
    assert copied["0c"] == keys["0a"]
    assert counts["copies"] == len(copied)


def test_the_counts_are_those_of_the_table(corpus: Path, counts: dict[str, Any]) -> None:
    assert counts["stories"] == len(found(corpus))
    assert counts["reports"] == len(rows(corpus, "stories"))
    assert json.loads((corpus / "stories.json").read_text("utf-8")) == counts


def test_grouping_again_gives_the_same_bytes(corpus: Path, counts: dict[str, Any]) -> None:
    before = tables(corpus)
    assert corpus_stories(corpus, Here(), unseen) == counts
    assert tables(corpus) == before


def test_half_a_corpus_is_refused(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus is here"):
        corpus_stories(tmp_path / "none", Here(), unseen)


def test_a_corpus_without_stories_has_none(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", accounts()[:1])
    read_corpus(Asked((str(source),)), tmp_path / "out", Here, unseen)
    assert corpus_stories(tmp_path / "out", Here(), unseen)["stories"] == 0
    assert rows(tmp_path / "out", "stories") == []


def test_what_links_hold_together_is_a_group() -> None:
    assert sorted(_linked([(1, 4), (4, 9), (2, 3)])) == [[1, 4, 9], [2, 3]]


def test_small_groups_are_packed_into_blocks() -> None:
    groups = [[n, n + 1] for n in range(0, 2 * _BLOCK, 2)]
    blocks = _blocks(groups)
    assert [len(block) for block in blocks] == [_BLOCK // 2, _BLOCK // 2]
    assert [group for block in blocks for group in block] == groups
