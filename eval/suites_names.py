"""Names against the speakers of annotated reports; prints one line a set, skips what is not at hand.

    python eval/suites_names.py [--misses] [--shared DIR]

For each statement of the gold whose `speaker_text` stands in the report: do the names inside those words (the heads
among them, where there are any) speak for exactly the principals that the gold gives as speakers? Documents that
speak (a draft, a report) count too, though their authors are the business of the statements, not of the names.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage

SETS = ("seeds", "dev")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every speaker that the names miss")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where reports/ lies")
    options = parser.parse_args()
    for name in SETS:
        folder = options.shared / "reports" / name
        if not folder.is_dir():
            print(f"{name:8} not at hand")
            continue
        outcomes = list(speakers(folder))
        right = sum(found for found, _ in outcomes)
        print(f"{name:8} principals of speakers {right}/{len(outcomes)} {right / max(1, len(outcomes)):.3f}")
        if options.misses:
            print(*(f"  {miss}" for found, miss in outcomes if not found), sep="\n")
    return 0


def speakers(folder: Path) -> Iterator[tuple[bool, str]]:
    """For each gold statement with a speaker in the text: whether its principals were found, and what was wanted."""
    for path in sorted(folder.glob("*.gold.json")):
        passage = read(path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8"))
        for statement in json.loads(path.read_text("utf-8"))["statements"]:
            words = statement.get("speaker_text")
            if words and words in passage.text:
                wanted = set(statement["speakers"])
                yield any(wanted == got for got in readings(passage, words)), f"{path.stem}: {words!r} {sorted(wanted)}"


def read(text: str) -> Passage:
    """A passage with its names and nothing else."""
    tokens = tokenize(text)
    arabic = sum("ء" <= ch <= "ي" for ch in text) > len(text) / 4
    passage = Passage(text, "ar" if arabic else "en", tokens, sentences(tokens), quotes(tokens))
    find_names(passage)
    return passage


def readings(passage: Passage, words: str) -> Iterator[set[str]]:
    """The principals of the names inside these words, at each place where they stand."""
    at = passage.text.find(words)
    while at >= 0:
        inside = [n for n in passage.named if n.start < at + len(words) and n.end > at]
        heads = [n for n in inside if n.head] or inside
        yield {passage.principal(n.entity) for n in heads}
        at = passage.text.find(words, at + 1)


if __name__ == "__main__":
    raise SystemExit(main())
