"""The status page of a treaty at treaties.un.org, on pages written in its shape: all cells taken, ignored, or named."""

from __future__ import annotations

import gzip
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.record.loaders.treaty_collection import LOADER
from mahdar.record.loading.load import File, load
from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import loader_for
from tests.told import Told, recognised, told

GRID = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_tblgrid"
HEADING = ("Participant", "Signature", "Accession(a), Succession(d), Ratification")
ADDRESS = "./ViewDetails.aspx?src=TREATY&amp;mtdsg_no={0}&amp;chapter=4&amp;clang=_en"
# Before the grid may stand a table of territories whose heading begins alike.
TERRITORIES = (
    "<table id='x_tblTerritorial'><tr><td>Participant</td><td>Day</td></tr><tr><td>Peru</td><td>1</td></tr></table>"
)
Rows = list[tuple[str, ...]]


def page(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING, treaty: str = "IV-4", grid: str = GRID) -> str:
    """A page as treaties.un.org gives it: in tables that lay it out, within a form that goes to the page itself."""
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (heading, *rows))
    table = f'<div class="table-responsive"><table class="table" id="{grid}"><tbody>{lines}</tbody></table></div>'
    notes = TERRITORIES.replace("x_tblTerritorial", "ctl00_dgNotesAll")
    form = f'<form method="post" action="{ADDRESS.format(treaty)}" id="aspnetForm"><input type="hidden" value="dDw="/>'
    body = (
        f"{form}<span>STATUS AS AT : 03-02-2024 09:15:42 EDT</span><table><tr><td>{TERRITORIES}{table}{notes}</td></tr>"
    )
    return f"\r\n<!DOCTYPE html>\r\n<html><head><title>UNTC</title></head><body>{body}</table></form></body></html>"


def file(folder: Path, text: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes, name: str = "page.html") -> Told:
    return told(file(folder, text, name), LOADER)


def actions(found: Told) -> Rows:
    return found.rows("SELECT state, action, date FROM told.treaty_actions ORDER BY ALL")


def test_each_day_of_the_grid_is_an_action_and_no_other_table_counts(tmp_path: Path) -> None:
    text = page(("Mali", "", "16 Jul\t 1974 a"), ("Peru", "11 Aug\t 1977", "28 Apr\t 1978"))
    path = file(tmp_path, text)
    assert recognised(path, LOADER)
    found = told(path, LOADER)
    assert found.rows("SELECT * EXCLUDE load FROM told.treaty_actions") == [
        ("row 2", "iccpr", "IV-4", "MLI", "Mali", "accession", "1974-07-16", "16 Jul 1974 a", date(1974, 7, 16)),
        ("row 3", "iccpr", "IV-4", "PER", "Peru", "signature", "1977-08-11", "11 Aug 1977", date(1977, 8, 11)),
        ("row 3", "iccpr", "IV-4", "PER", "Peru", "ratification", "1978-04-28", "28 Apr 1978", date(1978, 4, 28)),
    ]
    assert found.sink.remarks() == {
        ("ignored", "marks of footnotes behind names and days"): 1,
        ("ignored", "the texts beside the table of participants: declarations, objections, notes"): 1,
    }


def test_marks_of_footnotes_and_links_to_declarations(tmp_path: Path) -> None:
    declaring = '<a class="noteIndex" href="#EndDec" onclick="ShowDeclarations()">{0}</a>'
    found = read(
        tmp_path,
        page(
            (declaring.format("Argentina"), "19 Feb 1968", "8 Aug 1986"),
            ("Serbia<sup>1</sup>,<sup>12</sup>", "", "12 Mar 2001 d"),
            (declaring.format("Denmark") + " <sup><a href='#1'>3</a></sup> , <sup>4</sup> ,", "20 Mar 1968", ""),
            ("North Macedonia 4 ,", "", "18 Jan 1994 d<sup>5</sup>"),
            ("T&uuml;rkiye&nbsp;", "15 Aug 2000", "23 Sep&nbsp;2003"),
            heading=("Participant<sup>2</sup>, <sup>3</sup>", *HEADING[1:]),
        ),
    )
    assert actions(found) == [
        ("ARG", "ratification", "1986-08-08"),
        ("ARG", "signature", "1968-02-19"),
        ("DNK", "signature", "1968-03-20"),
        ("MKD", "succession", "1994-01-18"),
        ("SRB", "succession", "2001-03-12"),
        ("TUR", "ratification", "2003-09-23"),
        ("TUR", "signature", "2000-08-15"),
    ]
    assert found.rows(
        "SELECT DISTINCT name_told FROM told.treaty_actions WHERE state IN ('SRB', 'DNK') ORDER BY 1"
    ) == [
        ("Denmark",),
        ("Serbia",),
    ]
    assert found.remarks("lost") == found.remarks("odd") == {}


def test_headings_in_other_words(tmp_path: Path) -> None:
    rows = [("European Union", "30 Mar 2007", "23 Dec 2010 c"), ("Japan", "28 Sep 2007", "20 Jan 2014 A")]
    heading = (*HEADING[:2], "Formal confirmation(c), Acceptance(A), Accession(a), Ratification")
    found = read(tmp_path, page(*rows, heading=heading, treaty="IV-15"))
    assert [(s, a) for s, a, _ in actions(found) if a != "signature"] == [
        ("EUE", "formal-confirmation"),
        ("JPN", "acceptance"),
    ]
    two = read(tmp_path, page(("Mali", "3 Mar 1969 a"), heading=("Participant", "Accession(a)"), treaty="IV-6"))
    assert actions(two) == [("MLI", "accession", "1969-03-03")]


def test_what_cannot_be_taken_is_named(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        page(
            ("Ruritania", "", "1 Jan 2001"),  # a participant of no state that is known
            ("Czechoslovakia", "7 Oct 1968", "23 Dec 1975"),
            ("Burundi", "13 Jan 1999", "[21 Sep 2004 ]"),
            ("Peru", "", "31 Feb 2002"),
            ("Chad", "", "2 Feb 2002 x"),
            ("", "", ""),
        ),
    )
    assert found.remarks("odd") == {"a participant whose name is not known stands without a state": 1}
    assert found.remarks("lost") == {
        "an action in brackets: the participant has withdrawn since, on a day that the table does not have": 1,
        "a cell that is no day": 1,
        "a letter that the column's heading does not explain": 1,
        "a participant of whom no action is taken": 2,
    }
    assert [(state, action) for state, action, _ in actions(found)] == [
        ("BDI", "signature"),
        ("CSK", "ratification"),
        ("CSK", "signature"),
        (None, "ratification"),
    ]


@pytest.mark.parametrize(
    ("name", "form", "chapter"),
    [
        ("page.html", "IV-9", "IV-9"),
        ("IV-11-b.html", "IV-11-b", "IV-11-b"),
        ("4-11-b.htm", "IV-11-b", "IV-11-b"),
        ("ViewDetails.aspx?src=TREATY&mtdsg_no=IV-3-a&chapter=4&clang=_en", "IV-3-a", "IV-3-a"),
        ("ViewDetails.aspx_src_TREATY_mtdsg_no_IV-3-a_chapter_4_clang_en", "", "IV-3-a"),
        ("IV-8.html", "", "IV-8"),
    ],
)
def test_which_treaty_it_is(tmp_path: Path, name: str, form: str, chapter: str) -> None:
    path = file(tmp_path, page(("Mali", "", "3 Mar 2003 a"), treaty=form), name)
    assert recognised(path, LOADER)
    assert LOADER.name_of(path) == chapter
    assert told(path, LOADER).one("SELECT chapter FROM told.treaty_actions") == chapter


def test_a_page_of_another_treaty_than_its_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="that of IV-3, but it is the page of IV-4"):
        read(tmp_path, page(("Mali", "", "3 Mar 2003 a")), "IV-3.html")
    with pytest.raises(LoadError, match="does not say which treaty"):
        read(tmp_path, page(("Mali", "", "3 Mar 2003 a"), treaty=""))


def test_other_pages_of_the_collection_are_passed_over(tmp_path: Path) -> None:
    links = '<a href="ViewDetails.aspx?src=TREATY&amp;mtdsg_no=IV-4&amp;chapter=4">Covenant</a>'
    text = f'<html><form action="./Treaties.aspx?id=4"><table><tr><td>{links}</td></tr></table></form></html>'
    assert loader_for(Head.of(file(tmp_path, text))) is None


@pytest.mark.parametrize("grid", ["ctl00_ContentPlaceHolder1_tblgrid", "ContentPlaceHolder1_InnerPage_tblgrid"])
def test_the_grid_under_its_other_names(tmp_path: Path, grid: str) -> None:
    assert len(actions(read(tmp_path, page(("Mali", "", "3 Mar 2003 a"), grid=grid)))) == 1


WHOLE = page(*[("Mali", "", "3 Mar 2003 a")] * 40)
HOSTILE: dict[str, str | bytes] = {
    "cut in the grid": WHOLE[: WHOLE.index("tblgrid") + 900],
    "cut before the grid": WHOLE[: WHOLE.index("tblgrid") - 60],
    "no grid": WHOLE.replace("tblgrid", "tblother"),
    "another heading": WHOLE.replace(">Participant<", ">Name<"),
    "headings in French": WHOLE.replace(HEADING[1], "Paraphe").replace(HEADING[2], "Adh\u00e9sion(a)"),
    "a short row": WHOLE.replace("<td></td>", "", 1),
    "rows that are wide": WHOLE.replace("<td></td>", "<td></td>" * 500, 1),
    "not UTF-8": WHOLE.encode().replace(b"Mali", b"M\xe9li"),
    "zeros": WHOLE.replace("Mali", "Ma\0li", 1),
    "a cell without end": WHOLE.replace("Mali", "M" * 300_000, 1),
    "deep": WHOLE.replace("Mali", "<b>" * 5_000, 1),
    "gzip": gzip.compress(WHOLE.encode()),
    "entities": "<!DOCTYPE html [<!ENTITY a 'b'>]>" + WHOLE.replace("Mali", "&lt;" * 200_000, 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_pages_are_refused(tmp_path: Path, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(tmp_path, HOSTILE[name], "IV-4.html")
    assert time.monotonic() - start < 5


@settings(max_examples=20)
@given(cut=st.integers(min_value=0, max_value=WHOLE.index("</tbody>") - 1))
def test_a_page_cut_anywhere_before_its_grid_ends_is_refused(
    cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(LoadError):
        read(tmp_path_factory.mktemp("cut"), WHOLE[:cut], "IV-4.html")


def test_a_page_takes_the_place_of_an_earlier_table(tmp_path: Path) -> None:
    """The page, the XML and the CSV of one treaty are versions of one publication; a broken one changes nothing."""
    record = tmp_path / "record.duckdb"
    table = file(tmp_path, f'Participant,Signature,"{HEADING[2]}"\nMali,,3 Mar 2003 a\n', "IV-4.csv")
    broken = file(tmp_path, WHOLE.replace("tblgrid", "tblother"), "IV-4.html")
    whole = file(tmp_path, page(("Mali", "", "3 Mar 2003 a"), ("Peru", "", "4 Apr 2004")), "IV-4.htm")
    states = [done.state for done in load([File(table), File(broken), File(whole)], record=record)]
    assert states == ["loaded", "failed", "loaded"]
    import duckdb

    with duckdb.connect(str(record), read_only=True) as connection:
        names = connection.execute("SELECT DISTINCT kind, name FROM told.loads").fetchall()
    assert names == [("treaty-collection", "IV-4")]
