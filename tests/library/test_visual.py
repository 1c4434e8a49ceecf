"""Text of a printed page in the order in which it is read: right-to-left lines, forms of letters, wrapped lines."""

from __future__ import annotations

import re
import unicodedata

import pytest

from mahdar.library.documents import read_document
from mahdar.library.visual import logical, turned, unwrapped
from tests.library.test_incoming import assembled

SAID = "رفضت الجزائر المشروع (الثالث) بعد أن أيدته 11 دولة، وفق بيان عام 2019."
_FORMS = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFEFC, 0xFE6F, -1)}


def printed(text: str) -> str:
    """The glyphs of a right-to-left line from left to right: ligatures, forms of letters, mirrored brackets."""
    shaped = "".join(_FORMS.get(each, each) for each in text.replace("لا", _FORMS["لا"]))
    backward = shaped[::-1].translate(str.maketrans("()", ")("))
    return re.sub(r"\d+", lambda run: run[0][::-1], backward)


def page(lines: list[str]) -> bytes:
    """A PDF of one page whose glyphs stand from left to right and say by a table which characters they are."""
    codes = {each: code for code, each in enumerate(sorted(set("".join(lines))), 1)}
    pairs = "".join(f"<{code:02x}> <{ord(each):04x}>\n" for each, code in codes.items())
    table = (
        f"begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}endbfchar\nendcmap"
    )
    shown = "".join(
        f"1 0 0 1 20 {500 - 20 * row} Tm <{''.join(f'{codes[each]:02x}' for each in line)}> Tj\n"
        for row, line in enumerate(lines)
    )
    streams = [f"BT /F1 12 Tf\n{shown}ET".encode(), table.encode()]
    widths = " ".join(["500"] * len(codes))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 600] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Some /FirstChar 1 /LastChar {len(codes)}"
        f" /Widths [{widths}] /ToUnicode 6 0 R >>".encode(),
        *(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(each), each) for each in streams),
    ]
    return assembled(parts)


def test_a_line_from_right_to_left_is_read_in_its_order() -> None:
    assert printed(SAID) != SAID
    assert logical(printed(SAID)) == SAID


@pytest.mark.parametrize(
    ("stands", "read"),
    [
        ("Algeria opposed  it.", "Algeria opposed it."),
        ("The New Paper ﺔﻔﻴﺤﺻ ﺖﻟﺎﻗ", "قالت صحيفة The New Paper"),
        (".12 11 :نﺎﻤﻗﺮﻟا", "الرقمان: 11 12."),
        ("50.5% ﻮﺤﻧ", "نحو 50.5%"),
        (".2019 (S/2019/44) ﺔﻘﻴﺛﻮﻟا ﺮﻈﻧا", "انظر الوثيقة (S/2019/44) 2019."),
        ("2,150   ددﻌﻟا", "العدد 2,150"),
    ],
)
def test_the_other_script_in_a_line_keeps_its_order(stands: str, read: str) -> None:
    assert logical(stands) == read


def test_more_letters_decide_how_a_page_is_written() -> None:
    assert turned("انظر القرار S/RES/1")
    assert not turned("the paper الخبر said")
    assert not turned("2019")


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = ["Title", "The delegate said that the text", "had to be put off.", "A new paragraph follows here.", "End"]
    assert unwrapped(lines) == (
        "Title\nThe delegate said that the text had to be put off.\nA new paragraph follows here.\nEnd"
    )
    assert unwrapped(["The delegate said that the text", "", "had to be put off"]).count("\n") == 1
    assert unwrapped([]) == ""


def test_a_word_that_was_broken_at_a_hyphen_is_one_word() -> None:
    assert unwrapped(
        ["The text was put forward in a U.S.-", "led push - as said before, and then -", "so it seems"]
    ) == ("The text was put forward in a U.S.-led push - as said before, and then - so it seems")
    assert (
        unwrapped(["They spoke of the states of 1990-", "some of them"])
        == "They spoke of the states of 1990- some of them"
    )


def test_an_arabic_document_is_read_as_it_is_written() -> None:
    first, rest = SAID[:40], SAID[40:]
    document = read_document(page([printed(first), printed(rest)]), "a.pdf")
    assert " ".join(document.text.split()) == " ".join((first + " " + rest).split())


def test_an_english_document_keeps_its_words() -> None:
    assert read_document(page(["Algeria opposed the text."]), "a.pdf").text == "Algeria opposed the text.\n"
