"""Sentences made from the record, as many as wanted, held against it: what comes out wrong, the worst first."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator

from mahdar.model import Claim
from tests.generated.harder.faults import Fault, fault
from tests.generated.harder.frames import kinds
from tests.generated.harder.making import Sentence, sentences
from tests.held import judged, record

_SHOWN = (Fault.REFUTED, Fault.DOUBTED, Fault.BORNE_OUT, Fault.BESIDE)
Wrong = tuple[Sentence, list[Claim]]


def main() -> int:
    """Prints what is wrong; 1 where a true sentence was refuted."""
    options = _options()
    found: dict[Fault, list[Wrong]] = defaultdict(list)
    made = 0
    for sentence in _made(options.kind or kinds(), options.seed, options.rows):
        made += 1
        claims = judged(sentence.text, sentence.published)
        if wrong := fault(sentence, claims):
            found[wrong].append((sentence, claims))
    for wrong in Fault:
        print(f"{len(found[wrong]):5} of {made}: {wrong.value}")
    for wrong in Fault if options.all else _SHOWN:
        _show(wrong, found[wrong], options.examples)
    return bool(found[Fault.REFUTED])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.generated", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other rows (1)")
    parser.add_argument("--rows", type=int, default=2000, help="so many sentences in all (2000)")
    parser.add_argument("--kind", action="append", choices=kinds(), help="these tables alone; may be repeated")
    parser.add_argument("--examples", type=int, default=2, help="so many for each frame (2)")
    parser.add_argument("--all", action="store_true", help="show what the record left undecided, too")
    return parser.parse_args()


def _made(chosen: list[str] | tuple[str, ...], seed: int, rows: int) -> Iterator[Sentence]:
    for kind in chosen:
        yield from sentences(kind, record(), seed, -(-rows // len(chosen)))


def _show(wrong: Fault, cases: list[Wrong], examples: int) -> None:
    by_frame: dict[str, list[Wrong]] = defaultdict(list)
    for sentence, claims in cases:
        by_frame[f"{sentence.frame.kind}: {sentence.frame.text}"].append((sentence, claims))
    for frame, those in sorted(by_frame.items(), key=lambda pair: -len(pair[1])):
        print(f"\n== {wrong.value}, {len(those)} times in the frame\n   {frame}")
        for sentence, claims in those[:examples]:
            print(f"  # {sentence.published} {sentence.text}")
            for claim in claims:
                denied = "not " if claim.negated else ""
                print(f"      {denied}{claim.kind} {dict(claim.args)} {claim.verdict}: {claim.why.en}")


if __name__ == "__main__":
    raise SystemExit(main())
