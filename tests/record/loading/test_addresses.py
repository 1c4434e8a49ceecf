"""The table of official addresses, and how the newest file is found in a list of them."""

from __future__ import annotations

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading import addresses
from mahdar.record.loading.addresses import file_name, newest, of_kinds, publications
from mahdar.record.loading.hosts import place_of
from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.registry import all_loaders
from mahdar.tables import TableError

ROWS = publications()
EACH = [publication for row in ROWS for publication in row.each()]
# Who publishes: the United Nations, UPR Info, and scholars for their own tables.
PUBLISHERS = ("un.org", "ohchr.org", "upr-info-database.uwazi.io", "doi.org", "raw.githubusercontent.com")


def test_every_kind_is_a_loaders() -> None:
    assert {row.kind for row in ROWS} <= set(all_loaders())


def test_every_address_is_whole_secure_official_and_stands_once() -> None:
    asked = [publication.address for publication in EACH if publication.how != "by hand"]
    assert len(asked) == len(set(asked))
    assert not any("{" in text for publication in EACH for text in (publication.address, publication.page))
    for address in (*asked, *(publication.page for publication in EACH)):
        place = place_of(address)
        assert place.scheme == "https"
        assert any(place.host == host or place.host.endswith(f".{host}") for host in PUBLISHERS), address


def test_what_a_row_needs_stands_in_it() -> None:
    for row in ROWS:
        assert row.note
        assert row.page
        assert (row.how == "by hand") == (not row.address)
        assert row.by_hand or row.how == "fetch"
        if row.how == "index":
            re.compile(row.find)


def test_every_year_of_the_councils_meetings_has_its_address() -> None:
    kind = [publication for publication in EACH if publication.kind == "council-meetings-html"]
    years = {int(found[1]) for each in kind if (found := re.search(r"scact(\d{4})_table", each.address))}
    assert years == set(range(1946, 2023))
    assert kind[0].name == "Meetings of the Security Council, 1946"
    assert kind[0].page.endswith("/1946")


def test_files_keep_names_by_which_loaders_know_them() -> None:
    names = {publication.address: file_name(publication.address) for publication in EACH if publication.how == "fetch"}
    assert len(set(names.values())) == len(names)
    treaties = [name for address, name in names.items() if "treaties.un.org" in address]
    assert "IV-11-b.en.xml" in treaties
    assert all(re.fullmatch(r"IV-\d+(-[a-z])?\.en\.xml", name) for name in treaties)


def test_the_newest_file_of_a_list_is_found_whether_it_is_json_or_html() -> None:
    find = next(row.find for row in ROWS if row.kind == "undl-assembly-votes")
    base = "https://digitallibrary.un.org/record/4060887/files/"
    days = ("2025_9_19_ga_voting", "2026_02_06_ga_voting", "2025_11_25_ga_voting", "2024_09_12_ga_resolutions_voting")
    names = [f"{base}{day}.csv" for day in days]
    escaped = " ".join(names).replace("/", "\\/")
    assert newest(f'[{{"url": "{escaped}"}}]', find, "https://digitallibrary.un.org/api") == names[1]
    assert newest(f'<a href="{names[0]}?ln=en">', find, "https://digitallibrary.un.org/api") == names[0]
    assert newest(f"{base}2026_02_06_ga_voting.md https://evil.example/2027_ga_voting.csv", find, base) is None


def test_kinds_are_chosen_and_unknown_ones_refused() -> None:
    assert of_kinds(ROWS, ()) == ROWS
    assert {row.kind for row in of_kinds(ROWS, ["sanctions-list"])} == {"sanctions-list"}
    with pytest.raises(LoadError, match=r"no address for the kind 'sanctions'; there are for: .*sanctions-list"):
        of_kinds(ROWS, ["sanctions"])


@pytest.mark.parametrize(
    "line",
    [
        "k,n,send,https://un.org/a,,,csv,https://un.org,,x",
        "k,n,by hand,https://un.org/a,,,csv,https://un.org,do,x",
        "k,n,by hand,,,,csv,https://un.org,,x",
        "k,n,fetch,,,,csv,https://un.org,,x",
        "k,n,fetch,https://un.org/a,,,csv,,,x",
        "k,n,index,https://un.org/a,,,csv,https://un.org,do,x",
        "k,n,fetch,https://un.org/{year},,,csv,https://un.org,,x",
        "k,n,fetch,https://un.org/a,1946/1948,,csv,https://un.org,,x",
    ],
)
def test_a_row_that_is_not_as_the_header_says_is_refused(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["kind", "name", "how", "address", "span", "find", "form", "page", "by_hand", "note"]
    row = dict(zip(names, next(csv.reader([line])), strict=True))
    monkeypatch.setattr(addresses, "read_rows", lambda *table: [row])
    with pytest.raises(TableError, match="the row of 'n'"):
        publications()


@given(st.text(max_size=80))
def test_a_files_name_is_always_safe(text: str) -> None:
    for address in (
        f"https://un.org/{text.replace('[', '').replace(']', '')}",
        "https://un.org/..%2f..%2fetc%2fpasswd",
    ):
        name = file_name(address, "csv", "kind")
        assert re.fullmatch(r"[\w()-][\w.()-]{0,200}", name)


def test_a_file_without_a_name_gets_one() -> None:
    assert (
        file_name("https://dataverse.example/api/14098429?format=original", "csv", "ideal-points") == "ideal-points.csv"
    )
    assert file_name("https://un.org/") == "un.org"
    assert file_name("https://un.org/list.csv?download=1") == "list.csv"
    assert file_name("https://un.org/list") == "list"


def test_what_a_program_was_asked_belongs_to_the_name() -> None:
    page = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4"
    assert file_name(page) == "ViewDetails.aspx_src_TREATY_mtdsg_no_IV-4_chapter_4"
    assert file_name("https://un.org/a.php?x=..%2F..%2Fetc") == "a.php_x_.._.._etc"
    assert len(file_name("https://un.org/a.php?" + "x." * 200)) <= 120
