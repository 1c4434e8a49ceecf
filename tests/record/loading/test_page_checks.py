"""Links that lead elsewhere, and letters that were encoded twice."""

from __future__ import annotations

import duckdb
import pytest

from mahdar.record.loading.html_tables import Cell
from mahdar.record.loading.page_checks import leads_elsewhere, remark_on_cells
from mahdar.record.loading.sink import Sink

DOCUMENTS = "https://undocs.org/en/"


@pytest.mark.parametrize(
    ("words", "target", "elsewhere"),
    [
        ("S/RES/207 (1964)", "S/RES/207 (1965)", True),
        ("S/RES/770 (1992)", "S/RES/770%20(1992)", False),
        ("S/RES/37 (1947)", "S/RES/37(1947)", False),
        ("S/19638", "S/196384", True),
        ("S/PV.4229", "S/PV.4299", True),
        ("S/PV.1152", "S/PV.1152(OR)", False),
        ("S/PV.2540", "S/PV.2540ANDCORR.1AND2(OR)", False),
        ("S/PV.11closed", "S/PV.11", False),
        ("S/PV.6590 (Resumption 1)", "S/PV.6590(Resumption1)", False),
        ("(S/2005/703)", "S/2005/703", False),
        ("S/507/Add.1", "S/507/Add.1", False),
        ("Add.1", "S/507/Add.1", False),
        ("Webcast", "webcast", False),
    ],
)
def test_where_links_lead(words: str, target: str, elsewhere: bool) -> None:
    assert leads_elsewhere(words, DOCUMENTS + target) is elsewhere


def test_remarks() -> None:
    sink = Sink(duckdb.connect(), 1)
    cells = {
        "symbol": Cell("S/PV.1", (("S/PV.1", DOCUMENTS + "S/PV.12"),)),
        "topic": Cell("People\u00e2\u0080\u0099s Republic"),
        "plain": Cell("Mr. Leño Velloso, Côte d'Ivoire – “Âge”"),
    }
    remark_on_cells(cells, "row 3", sink)
    assert sink.remarks() == {
        ("odd", "the link of a symbol leads to another document"): 1,
        ("odd", "characters that were encoded twice"): 1,
    }
