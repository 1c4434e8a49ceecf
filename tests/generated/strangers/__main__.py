"""True deeds beside states that have no part in them, as many as wanted: what is refuted of them is wrong, printed."""

from __future__ import annotations

import argparse

from tests.generated.strangers.filling import told
from tests.generated.words import AR, EN
from tests.held import judged, record


def main() -> int:
    """Prints what is contradicted; 1 where anything is."""
    parser = argparse.ArgumentParser("python -m tests.generated.strangers", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed fills the containers otherwise (1)")
    parser.add_argument("--times", type=int, default=20, help="so often is each container filled (20)")
    parser.add_argument("--language", choices=(AR, EN), action="append", help="one language alone")
    options = parser.parse_args()
    made = wrong = borne_out = 0
    for language in options.language or (AR, EN):
        for one in told(language, record(), options.seed, options.times):
            made += 1
            for claim in judged(one.text, one.published):
                borne_out += claim.verdict == "supported"
                if claim.verdict in ("refuted", "conflicting"):
                    wrong += 1
                    print(f"[{one.kind}: {one.container}]\n{one.published}|{one.text}")
                    print(f"    {claim.kind} {dict(claim.args)} {claim.verdict}: {claim.text}")
    print(f"{wrong} claims contradicted and {borne_out} borne out in {made} sentences")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
