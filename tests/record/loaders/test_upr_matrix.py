"""OHCHR's thematic lists of recommendations, as text and as tables in Word."""

from __future__ import annotations

import gzip
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from mahdar.record.loaders.upr_matrix import LOADER
from mahdar.record.loading.publication import LoadError
from tests.told import MATERIAL, Told, recognised, told

FOLDER = MATERIAL / "upr_ohchr_matrix_slovenia"
needs_material = pytest.mark.skipif(not FOLDER.is_dir(), reason="the thematic lists are not here (MAHDAR_SHARED)")

NAME = "UPR34_Slovenia_Thematic_list_of_Recommendations"
FIRST = "121.1 Ratify the Convention (No. 29) and its Protocol (France) (Lithuania);"
SECOND = "121.2 End it (Ukraine); Increase efforts (Bolivia (Plurinational State of));"
THIRD = "122.3. Cooperate (Portugal, Slovakia)"
SOURCE = "Source of Position: A/HRC/43/15/Add.1 - Para.3"
TEXT = f"""
Recommendation
Position
Full list of themes
Assessment/comments on level of implementation
Theme: Legal &amp; policy framework
{FIRST}
{SOURCE}
Supported
- Legal &amp; policy framework
- Enforced disappearances
SDGs:
- 16 - PEACE
Affected persons:
- Women

{SECOND}
{SOURCE}
Noted
- Right to health

Theme: Cooperation
{THIRD}
Source of position: A/HRC/43/15 - Para. 121
Supported/Noted
B12 Cooperation with treaty bodies
"""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(folder: Path, data: str | bytes, name: str = f"{NAME}.txt") -> Told:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return told(path, LOADER)


def word_rows(*rows: list[list[str]]) -> str:
    """Rows of cells of paragraphs, in the markup of Word, each word in a run of its own."""

    def paragraph(text: str) -> str:
        words = (f'<w:r><w:t xml:space="preserve">{escape(word)}</w:t></w:r>' for word in text.split(" "))
        blank = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        return f"<w:p>{blank.join(words)}</w:p>"

    cells = (("".join(map(paragraph, cell)) for cell in row) for row in rows)
    return "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in cells)


def document(folder: Path, body: str, name: str = f"{NAME}.docx", prolog: str = "") -> Path:
    path = folder / name
    xml = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", prolog + xml)
    return path


HEADING = [
    ["Recommendation"],
    ["Position"],
    ["Full list of themes"],
    ["Assessment/comments on level of implementation"],
]
ROWS = [
    [["Theme: Legal & policy framework"]],
    [[FIRST, SOURCE], ["Supported"], ["- Legal & policy framework", "- Enforced disappearances", "SDGs:", "- x"], [""]],
    [[SECOND, SOURCE], ["Noted"], ["- Right to health", "Affected persons:", "- Women"], []],
    [["Theme: Cooperation"]],
    [
        [THIRD, "Source of position: A/HRC/43/15 - Para. 121"],
        ["Supported/", "Noted"],
        ["B12 Cooperation with treaty bodies"],
        [],
    ],
]
CONTENT = [
    ("121.1", "FRA|LTU", "supported", "Legal & policy framework|Enforced disappearances", "A/HRC/43/15/Add.1"),
    ("121.2", "UKR|BOL", "noted", "Legal & policy framework|Right to health", "A/HRC/43/15/Add.1"),
    ("122.3", "PRT|SVK", "partly", "Cooperation|B12 Cooperation with treaty bodies", "A/HRC/43/15"),
]
QUERY = "SELECT number, recommender, response, themes, symbol FROM told.recommendations ORDER BY number"


def test_each_number_is_a_recommendation(tmp_path: Path) -> None:
    found = read(tmp_path, TEXT)
    assert found.rows(QUERY) == CONTENT
    assert found.rows("SELECT DISTINCT state, cycle, session, kind FROM told.recommendations") == [
        ("SVN", 3, 34, "recommendation")
    ]
    assert found.rows("SELECT place, text, recommender_told, response_told FROM told.recommendations LIMIT 1") == [
        ("line 7", FIRST.removeprefix("121.1 "), "France|Lithuania", "Supported")
    ]
    assert found.remarks("odd") == found.remarks("lost") == {}
    assert len(found.remarks("ignored")) == 2


def test_the_table_in_word_tells_the_same(tmp_path: Path) -> None:
    path = document(tmp_path, word_rows(HEADING, *ROWS))
    assert recognised(path, LOADER)
    found = told(path, LOADER)
    assert found.rows(QUERY) == CONTENT
    assert found.remarks("odd") == found.remarks("lost") == {}


def test_columns_are_found_by_their_headings(tmp_path: Path) -> None:
    heading = [["Recommendation"], ["Recommending state/s"], ["Human rights themes"], ["Position"]]
    row = [["140.1 Do it", SOURCE], ["Peru", "Mali"], ["- Health"], ["Noted"]]
    name = "upr48-slovenia-thematic-list-of-recommendatio.docx"
    found = told(document(tmp_path, word_rows(heading, row), name), LOADER)
    assert found.rows(QUERY) == [("140.1", "PER|MLI", "noted", "Health", "A/HRC/43/15/Add.1")]
    assert found.rows("SELECT DISTINCT cycle, session FROM told.recommendations") == [(4, 48)]


def test_a_recommendation_repeated_under_each_theme_counts_once(tmp_path: Path) -> None:
    again = TEXT + f"\nTheme: Health\n{SECOND}\n{SOURCE}\nNoted\n- Right to health\n"
    found = read(tmp_path, again + f"\n121.1 Other words (Peru)\n{SOURCE}\nNoted\n- x\n")
    assert found.rows(QUERY) == CONTENT
    assert found.remarks("ignored")["the list repeats a recommendation under each of its themes"] == 1
    assert found.remarks("lost") == {"a number stands twice with different words or positions; the first is taken": 1}


def test_what_is_not_known_is_named(tmp_path: Path) -> None:
    text = (
        TEXT.replace("Lithuania", "Ruritania").replace("Noted\n- R", "Perhaps\n- R").replace("(Portugal, Slovakia)", "")
    )
    found = read(tmp_path, text.replace("Source of position: A/HRC/43/15 -", "Source of position:"))
    assert found.remarks("odd") == {
        "a position that is none of those known; the row stands without one": 1,
        "a recommendation that names no recommending State": 1,
        "a recommending State whose name is not known": 1,
    }
    assert found.remarks("lost") == {"a recommendation without the document of its position": 1}
    assert found.rows("SELECT recommender, response FROM told.recommendations ORDER BY number") == [
        ("FRA", "supported"),
        ("UKR|BOL", None),
        (None, "partly"),
    ]


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("UPR20__Slovenia_ThematicListRecommendations_E.txt", "SVN 20"),
        ("UPR36_United_States_of_America_Thematic_List_of_Recommendations.txt", "USA 36"),
        ("upr48-slovenia-thematic-list-of-recommendatio.txt", "SVN 48"),
    ],
)
def test_the_name_says_whose_list_it_is(tmp_path: Path, name: str, whose: str) -> None:
    read(tmp_path, TEXT, name)
    assert LOADER.name_of(tmp_path / name) == whose


def test_a_title_goes_before_the_name(tmp_path: Path) -> None:
    found = read(tmp_path, "# UPR 41st Session - Brazil - Thematic List of Recommendations\n" + TEXT)
    assert found.rows("SELECT DISTINCT state, session, cycle FROM told.recommendations") == [("BRA", 41, 4)]


@pytest.mark.parametrize("name", ["list.txt", "UPR34_Ruritania_Thematic_list.txt"])
def test_a_list_that_does_not_say_whose_it_is_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadError, match="name it as OHCHR does"):
        read(tmp_path, TEXT, name)


def test_a_stated_number_is_held_against_the_list(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="holds 3 of the 4 recommendations"):
        read(tmp_path, "**Total Recommendations:** 4\n" + TEXT)
    found = read(tmp_path, "**Total Recommendations:** 2\n" + TEXT)
    assert found.remarks("odd") == {"the list holds more recommendations than its heading says": 1}


HOSTILE: dict[str, str | bytes] = {
    "cut in a recommendation": TEXT[: TEXT.index("Increase")],
    "cut before a position": TEXT[: TEXT.index("Noted")],
    "NUL bytes": TEXT.replace("Slovakia", "Slov\0kia"),
    "endless line": TEXT + "x" * 3_000_000,
    "endless recommendation": TEXT + "- x\n" * 100_000,
    "Windows-1252": TEXT.replace("Ukraine", "Ukrain\xe9").encode("cp1252"),
    "gzip": gzip.compress(TEXT.encode()),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_texts_are_refused(tmp_path: Path, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(tmp_path, HOSTILE[name])
    assert time.monotonic() - start < 5


def refused(path: Path) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError):
        told(path, LOADER)
    assert time.monotonic() - start < 5


def test_broken_and_hostile_documents_are_refused(tmp_path: Path) -> None:
    whole = document(tmp_path, word_rows(HEADING, *ROWS)).read_bytes()
    path = tmp_path / f"{NAME}.docx"
    for data in (whole[: len(whole) // 2], whole[:-30], whole[:200] + bytes(50) + whole[250:], b"PK\x03\x04"):
        path.write_bytes(data)
        refused(path)
    entities = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>'
    refused(document(tmp_path, word_rows(HEADING, *ROWS), prolog=entities))
    refused(document(tmp_path, "<w:tr>" * 200))
    refused(document(tmp_path, word_rows([["Name"], ["Office"]], [["A"], ["B"]])))


def test_a_document_that_unfolds_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as stream:
        stream.write(b"<w:tbl>Recommendation Position")
        for _ in range(80):
            stream.write(bytes(1 << 20))
    assert path.stat().st_size < 1 << 20
    refused(path)


def test_other_documents_are_passed_over(tmp_path: Path) -> None:
    assert not recognised(document(tmp_path, word_rows([["Name"], ["Office"]])), LOADER)
    other = tmp_path / "other.docx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/other.xml", "Recommendation Position")
    assert not recognised(other, LOADER)
    text = tmp_path / "minutes.txt"
    text.write_text("Recommendation 1 was adopted.\n")
    assert not recognised(text, LOADER)


@needs_material
@pytest.mark.parametrize(
    ("cycle", "session", "count", "supported", "noted", "symbols"),
    [
        (4, 48, 254, 217, 37, {"A/HRC/59/15/Add.1"}),
        # The heading says 184; there are 215, as SOURCE.md counted.
        (3, 34, 215, 182, 33, {"A/HRC/43/15", "A/HRC/43/15/Add.1"}),
    ],
)
def test_figures_of_the_published_lists(
    cycle: int, session: int, count: int, supported: int, noted: int, symbols: set[str]
) -> None:
    path = FOLDER / f"cycle{cycle}_Thematic_List.md"
    assert recognised(path, LOADER)
    found = told(path, LOADER)
    assert found.sink.rows == count
    positions = found.rows("SELECT response, count(*) FROM told.recommendations GROUP BY 1 ORDER BY 1")
    assert positions == [("noted", noted), ("supported", supported)]
    assert found.rows("SELECT DISTINCT state, cycle, session FROM told.recommendations") == [("SVN", cycle, session)]
    assert {symbol for (symbol,) in found.rows("SELECT DISTINCT symbol FROM told.recommendations")} == symbols
    assert found.one("SELECT count(DISTINCT number) FROM told.recommendations") == count
    assert found.one("SELECT count(*) FROM told.recommendations WHERE recommender IS NULL OR themes IS NULL") == 0
    assert found.one("SELECT count(*) FROM told.recommendations WHERE text || themes LIKE '%&amp;%'") == 0
    assert found.remarks("lost") == {}
    assert list(found.remarks("odd")) == ["the list holds more recommendations than its heading says"] * (cycle == 3)
