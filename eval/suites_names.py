"""Names against the speakers of annotated reports and against AQMAR; prints one line a set, skips what is not at hand.

    python eval/suites_names.py [--misses] [--shared DIR]

AQMAR is Arabic articles on science, history and sport with their names tagged: names found there that touch no tagged
name of a fitting kind are false. Adjectives of states count as no name, as its annotators left them out.

For each statement of the gold whose `speaker_text` stands in the report: do the names inside those words (the heads
among them, where there are any) speak for exactly the principals that the gold gives as speakers? Documents that
speak (a draft, a report) count too, though their authors are the business of the statements, not of the names.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage

SETS = ("seeds", "dev")
ARTICLES = Path("peers") / "names_ar"
_FITTING = {"person": ("PER",), "state": ("LOC", "ORG", "MIS"), "body": ("ORG", "MIS", "LOC", "PER")}
Tagged = list[tuple[int, int, str]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every speaker that the names miss")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where reports/ and peers/ lie")
    options = parser.parse_args()
    for name, value in figures(options.shared).items():
        print(f"{name:32} {value:.3f}")
    for name in SETS if options.misses else ():
        folder = options.shared / "reports" / name
        print(*(f"  {miss}" for found, miss in (speakers(folder) if folder.is_dir() else ()) if not found), sep="\n")
    return 0


def figures(shared: Path) -> dict[str, float]:
    """Accuracy of the principals of speakers under ``names.``, precision of names in AQMAR under ``names_ar.``, each
    between 0 and 1; nothing where a suite is not there.
    """
    found: dict[str, float] = {}
    for name in SETS:
        folder = shared / "reports" / name
        outcomes = [right for right, _ in speakers(folder)] if folder.is_dir() else []
        if outcomes:
            found[f"names.{name}"] = sum(outcomes) / len(outcomes)
    if (shared / ARTICLES).is_dir():
        found |= {f"names_ar.{kind}": value for kind, value in precision(shared / ARTICLES).items()}
    return found


def precision(folder: Path) -> dict[str, float]:
    """Of the people, states and bodies found in the articles, the share that touches a tagged name that fits."""
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        text, tagged = article(path)
        for named in read(text).named:
            kind = named.entity.partition(":")[0]
            if kind in _FITTING and named.kind != "demonym":
                made[kind] += 1
                right[kind] += any(_fits(kind, tag) for i, j, tag in tagged if i < named.end and j > named.start)
    return {kind: right[kind] / made[kind] for kind in _FITTING if made[kind]}


def article(path: Path) -> tuple[str, Tagged]:
    """The text of an article, one word behind the other, and its tagged words with their offsets."""
    text, tagged = "", []
    for line in path.read_text("utf-8").splitlines():
        word, _, tag = line.rstrip().rpartition(" ")
        if not word:
            text += "\n"
            continue
        text += word if text.endswith("\n") or not text else f" {word}"
        if tag != "O":
            tagged.append((len(text) - len(word), len(text), tag))
    return text, tagged


def _fits(kind: str, tag: str) -> bool:
    return any(tag[2:].startswith(name) for name in _FITTING[kind])


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
