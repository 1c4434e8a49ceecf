"""Numbers against the suites of Duckling and Recognizers-Text: a small table, or nothing without ``../shared``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mahdar.language.numbers import Number, numbers
from mahdar.language.tokens import Tokens, tokenize

_PEERS = Path(__file__).resolve().parents[2] / "shared" / "peers"
_CLOSE = 1e-6
Case = dict[str, Any]


def main(verbose: bool = False) -> int:
    """Print accuracy (Duckling) and precision, recall, F1 (Recognizers), value-checked."""
    if not _PEERS.is_dir():
        print("no ../shared: nothing to measure")
        return 0
    for language, dim in (("ar", "Numeral"), ("ar", "Ordinal"), ("en", "Numeral"), ("en", "Ordinal")):
        _duckling(language, dim, verbose)
    _recognizers("Number_NumberModel", verbose)
    _recognizers("Number_OrdinalModel", verbose)
    _recognizers("Number_PercentModel", verbose)
    return 0


def _cases(name: str) -> Iterator[Case]:
    with (_PEERS / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _duckling(language: str, dim: str, verbose: bool) -> None:
    """A case is right if one number covers the whole phrase and has the value."""
    cases = [c for c in _cases(f"times_numbers_{language}/duckling_{language}.jsonl") if c["dim"] == dim]
    right = 0
    for case in cases:
        tokens = tokenize(case["text"])
        found = numbers(tokens, language)
        ok = any(
            _whole(tokens, n) and n.low is not None and abs(n.low - case["expected"]["value"]) < _CLOSE for n in found
        )
        ok = ok and (dim != "Ordinal" or found[0].kind == "ordinal")
        right += ok
        if verbose and not ok:
            print("  ", language, dim, case["text"], case["expected"]["value"], found)
    print(f"Duckling {language} {dim:8} {right}/{len(cases)} = {right / len(cases):.3f}")


def _whole(tokens: Tokens, number: Number) -> bool:
    return number.i == 0 and number.j == len(tokens)


def _recognizers(spec: str, verbose: bool) -> None:
    cases = [c for c in _cases("times_numbers_ar/recognizers_ar.jsonl") if c["spec"] == spec and c["check_resolution"]]
    hits = wanted = made = 0
    for case in cases:
        want = [_value(r) for r in case["results"] if r.get("type") != "ordinal.relative"]
        got = _found(case["text"], spec)
        left = list(want)
        for value in got:
            match = next((w for w in left if w is not None and abs(w - value) <= _CLOSE * max(1, abs(w))), None)
            if match is not None:
                left.remove(match)
                hits += 1
        wanted, made = wanted + len(want), made + len(got)
        if verbose and (left or len(got) != len(want)):
            print("  ", case["text"], want, got)
    precision, recall = hits / made if made else 0, hits / wanted if wanted else 0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0
    print(f"Recognizers ar {spec:20} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def _value(result: Case) -> float | None:
    try:
        return float(str(result["resolution"]["value"]).rstrip("%"))
    except ValueError:
        return None


def _found(text: str, spec: str) -> list[float]:
    kinds = {"Number_OrdinalModel": ("ordinal",), "Number_PercentModel": ("percent",)}.get(
        spec, ("cardinal", "fraction", "indefinite", "times", "percent")
    )
    tokens = tokenize(text)
    return [v for n in numbers(tokens, "ar") if n.kind in kinds and (v := _either(n)) is not None]


def _either(number: Number) -> float | None:
    value = number.low if number.low is not None else number.high
    return None if value is None else float(value)


if __name__ == "__main__":
    sys.exit(main("-v" in sys.argv))
