"""Sentences in which nobody says anything, as many as wanted: every statement found is wrong, and printed."""

from __future__ import annotations

import argparse

from tests.generated.silent.filling import silent
from tests.generated.words import AR, EN
from tests.held import passage


def main() -> int:
    """Prints the statements found; 1 where there are any."""
    parser = argparse.ArgumentParser("python -m tests.generated.silent", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed fills the frames otherwise (1)")
    parser.add_argument("--times", type=int, default=3, help="so often is each frame filled (3)")
    parser.add_argument("--language", choices=(AR, EN), action="append", help="one language alone")
    options = parser.parse_args()
    wrong = 0
    for language in options.language or (AR, EN):
        made, speaking = 0, set()
        for one in silent(language, options.seed, options.times):
            made += 1
            for said in passage(one.text, "2024-05-03").statements:
                speaking.add(one.text)
                print(
                    f"[{one.frame}]\n{one.text}\n    {', '.join(said.speakers) or 'nobody'} {said.cue!r}: {said.text}"
                )
        wrong += len(speaking)
        print(f"{language}: statements in {len(speaking)} of {made} sentences")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
