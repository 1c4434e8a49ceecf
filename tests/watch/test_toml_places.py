"""Lines of keys in a TOML text, and faults that name them."""

from __future__ import annotations

import pytest

from mahdar.watch.toml_places import Fault, Lines, Section, parsed

TEXT = '''every = "5m"
about = """
[[feed]]
every = "not a key"
"""

[[feed]]
address = "https://a.example/"

[[feed]]  # the second
  address = "https://b.example/"
  "every" = "1h"

[atom]
path = "x"
'''


def section(text: str) -> Section:
    return Section("", parsed(text), Lines(text), [])


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("every", 1),
        ("feed[1]", 7),
        ("feed[1].address", 8),
        ("feed[1].every", 7),
        ("feed[2].every", 12),
        ("atom.path", 15),
        ("atom.none", 14),
        ("none", 0),
    ],
)
def test_lines_of_keys(path: str, line: int) -> None:
    assert Lines(TEXT).of(path) == line


def test_a_fault_says_where() -> None:
    assert str(Fault(3, "feed[2].every", "is missing")) == "line 3: feed[2].every: is missing"
    assert str(Fault(0, "", "cannot be read")) == "cannot be read"


def test_what_is_no_toml_is_said_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        parsed("a = 1\nb = \n")


def test_values_are_what_they_should_be_or_noted() -> None:
    top = section(
        'a = 1\nb = ""\nc = ["x", 2]\nd = []\ne = 5000\nf = "yes"\ng = "z"\nh = [1]\ni = 1\nj = true\nk = "one"'
    )
    assert (top.text("a"), top.text("b"), top.texts("c"), top.texts("d")) == (None, None, (), ())
    assert (top.whole("e", 7, 1, 100), top.truth("f"), top.one_of("g", ("x", "y"), "x")) == (7, False, "x")
    assert (top.sections("h"), top.section("i"), top.whole("j", 3, 0, 9), top.texts("k")) == ([], None, 3, ("one",))
    assert top.required("m") == ""
    top.close()
    assert [fault.line for fault in top.faults] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0]


def test_unknown_keys_are_faults_with_what_was_meant() -> None:
    top = section('every = "5m"\nevry = "5m"\nother = 1')
    top.text("every")
    top.close()
    assert [str(fault) for fault in top.faults] == [
        "line 2: evry: is not known here; did you mean every?",
        "line 3: other: is not known here (every)",
    ]
