"""Every example of docs/claims.md comes out as the page says, and every kind has one in each language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mahdar.checking.registry import kinds
from tests.held import one

PAGE = Path(__file__).resolve().parents[2] / "docs" / "claims.md"
_ROW = re.compile(r"^\| (\d{4}-\d{2}-\d{2}) \| (.+) \| `(\{.*\})` \| ([a-z-]+) \|$", re.MULTILINE)


def sections() -> dict[str, list[tuple[str, str, str, str]]]:
    parts = re.split(r"^## `([a-z_.]+)`$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return {name: _ROW.findall(body) for name, body in zip(parts[1::2], parts[2::2], strict=True)}


EXAMPLES = [(kind, *row) for kind, rows in sections().items() for row in rows]


def test_every_kind_of_the_registry_has_an_example_in_both_languages() -> None:
    assert set(sections()) == set(kinds())
    for rows in sections().values():
        arabic = [bool(re.search("[ء-ي]", sentence)) for _, sentence, _, _ in rows]
        assert True in arabic
        assert False in arabic


@pytest.mark.parametrize(("kind", "published", "sentence", "args", "verdict"), EXAMPLES)
def test_the_example_comes_out_as_the_page_says(
    kind: str, published: str, sentence: str, args: str, verdict: str
) -> None:
    claim = one(sentence, kind, published)
    assert dict(claim.args) == json.loads(args)
    assert claim.verdict == verdict
    assert sentence[claim.start : claim.end] == claim.text
