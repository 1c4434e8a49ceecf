"""Sentences that assert nothing, as many as wanted: whatever is refuted of them is wrong, and printed."""

from __future__ import annotations

import argparse

from tests.generated.neutral.filling import neutral
from tests.generated.neutral.held import contradicted
from tests.generated.words import AR, EN


def main() -> int:
    """Prints what is contradicted; 1 where anything is."""
    parser = argparse.ArgumentParser("python -m tests.generated.neutral", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed fills the frames otherwise (1)")
    parser.add_argument("--times", type=int, default=10, help="so often is each frame filled (10)")
    parser.add_argument("--language", choices=(AR, EN), action="append", help="one language alone")
    parser.add_argument("--joined", action="store_true", help="two frames in each sentence")
    options = parser.parse_args()
    made = wrong = 0
    for language in options.language or (AR, EN):
        for sentence in neutral(language, options.seed, options.times, joined=options.joined):
            made += 1
            for claim in contradicted(sentence):
                wrong += 1
                print(f"{sentence.published} {sentence.text}")
                print(f"    {claim.kind} {dict(claim.args)} {claim.verdict}: {claim.text}")
    print(f"{wrong} claims contradicted in {made} sentences")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
