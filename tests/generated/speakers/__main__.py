"""One speaker in many surroundings, as many as wanted: what is read otherwise than it was made is printed."""

from __future__ import annotations

import argparse
from collections import Counter

from tests.generated.speakers.filling import said
from tests.generated.speakers.held import faults
from tests.generated.words import AR, EN

_SHOWN = 3


def main() -> int:
    """Prints the containers that are read wrongly, with examples, and the count of each kind of fault."""
    parser = argparse.ArgumentParser("python -m tests.generated.speakers", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed fills the containers otherwise (1)")
    parser.add_argument("--times", type=int, default=10, help="so often is each container filled (10)")
    parser.add_argument("--language", choices=(AR, EN), action="append", help="one language alone")
    options = parser.parse_args()
    for language in options.language or (AR, EN):
        made, right, kinds, shown = 0, 0, Counter[str](), Counter[str]()
        for one in said(language, options.seed, options.times):
            made += 1
            wrong = faults(one)
            right += not wrong
            kinds.update(fault.partition(":")[0] for fault in wrong)
            shown[one.container] += bool(wrong)
            if wrong and shown[one.container] <= _SHOWN:
                print(f"[{one.container}]\n{one.text}\n    " + "\n    ".join(wrong))
        print(f"{language}: {right} of {made} texts read as made; faults: {dict(kinds.most_common())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
