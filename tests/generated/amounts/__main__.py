"""Amounts whose values are known, as many as wanted: those read as others, printed."""

from __future__ import annotations

import argparse
from collections import Counter

from mahdar.reading.figures import figures
from tests.generated.amounts.making import counted, outcome, uncounted
from tests.generated.words import AR, EN
from tests.held import passage


def main() -> int:
    """Prints what is read as another amount; 1 where anything is."""
    parser = argparse.ArgumentParser("python -m tests.generated.amounts", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other amounts (1)")
    parser.add_argument("--times", type=int, default=40, help="so often is each sentence filled (40)")
    parser.add_argument("--language", choices=(AR, EN), action="append", help="one language alone")
    parser.add_argument("--all", action="store_true", help="print those that are missed too")
    options = parser.parse_args()
    wrong = 0
    for language in options.language or (AR, EN):
        counts: Counter[str] = Counter()
        for one in (*counted(language, options.seed, options.times), *uncounted(language, options.seed, options.times)):
            came = outcome(one)
            counts[came] += 1
            if came in ("wrong", "unit") or (options.all and came != "right"):
                found = [(f.text, f.low, f.high, f.unit) for f in figures(passage(one.text))]
                print(f"{came} [{one.section}] {one.low}..{one.high} {one.noun}\n{one.text!r}\n    {found}")
        print(language, dict(counts))
        wrong += counts["wrong"]
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
