"""Expressions of time with days worked out beside the program, as many as wanted: those read as others, printed."""

from __future__ import annotations

import argparse
from collections import Counter

from tests.generated.times.making import outcome, told
from tests.generated.words import AR, EN
from tests.language.times.reading import read


def main() -> int:
    """Prints what is read as other days; 1 where anything is."""
    parser = argparse.ArgumentParser("python -m tests.generated.times", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other days and sentences (1)")
    parser.add_argument("--times", type=int, default=20, help="so often is each expression told (20)")
    parser.add_argument("--language", choices=(AR, EN), action="append", help="one language alone")
    parser.add_argument("--all", action="store_true", help="print those that stay open or are missed too")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for language in options.language or (AR, EN):
        counts: Counter[str] = Counter()
        for one in told(language, options.seed, options.times):
            came = outcome(one, language)
            counts[came] += 1
            if came == "wrong" or (options.all and came != "right"):
                print(f"{came} [{one.kind}] {one.words} = {one.days[0]}/{one.days[1]}\n{one.published}|{one.text!r}")
                print(f"    {read(one.text, language, one.published.isoformat())}")
        print(language, dict(counts))
        total += counts
    return bool(total["wrong"])


if __name__ == "__main__":
    raise SystemExit(main())
