"""The load bench and what it shares with the screenshots: addresses, shares, its table."""

from __future__ import annotations

import os
import subprocess

import pytest

from mahdar.web.catalogue import all_pages
from tools.bench_web import Told, resident, share, table
from tools.screenshots import ROOT, file_name
from tools.web_served import filled


def test_shares_of_a_hundred() -> None:
    times = [float(n) for n in range(100, 0, -1)]
    assert (share(times, 0.5), share(times, 0.95), share(times, 0.99)) == (51.0, 96.0, 100.0)
    assert share([7.0], 0.99) == 7.0


def test_the_table_has_the_slowest_page_first_and_no_shares_of_few() -> None:
    told = Told()
    told.times["/quick"] += [1.0] * 40
    told.times["/slow"] += [1.0] * 30 + [90.0] * 10
    told.times["/rare"] += [2.0]
    first = Told()
    first.times["/slow"] += [300.0, 40.0]
    lines = [line.split() for line in table(first, told)]
    assert [line[0] for line in lines] == ["page", "/slow", "/rare", "/quick", "all"]
    assert lines[1][1:] == ["40", "300", "1", "90", "90", "90"]
    assert lines[2][1:] == ["1", "0", "2", "2"]
    assert lines[4][1] == "81"


def test_memory_is_that_of_this_process_at_least() -> None:
    assert resident(os.getpid()) > 10


def test_every_declared_page_has_an_address() -> None:
    shown = [page.path for page in all_pages() if "{id" not in page.path]
    found = [filled(path, "", []) for path in shown]
    assert all(found)
    assert not any("{" in path for path in found)
    assert "/decisions/S/2022/431" in found
    assert filled("/reports/{id:path}/review", "", ["9f2c41d07be85a63"]) == "/reports/9f2c41d07be85a63/review?at=c1"
    assert filled("/reports/{id:path}", "", []) == ""
    with pytest.raises(KeyError):
        filled("/new/{thing}", "", [])


def test_pictures_are_named_by_their_page() -> None:
    assert file_name("/states/PRK", "ar", 390) == "states-PRK_ar_390.png"
    assert file_name("/", "en", 1280) == "home_en_1280.png"


def test_chromium_is_found_where_it_is_named_or_the_reason_is_told() -> None:
    finder = str(ROOT / "tools/chromium.sh")
    named = subprocess.run([finder], capture_output=True, text=True, env={**os.environ, "CHROMIUM": "/bin/true"})
    assert (named.returncode, named.stdout.strip()) == (0, "/bin/true")
    none = subprocess.run(["/bin/bash", finder], capture_output=True, text=True, env={"PATH": "/nowhere"})
    assert none.returncode == 1
    assert "set CHROMIUM" in none.stderr
