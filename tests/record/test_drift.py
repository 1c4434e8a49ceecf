"""The tables in the package are what the generator makes of the official publications, where copies are at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MATERIAL = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"


@pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the copies of the official publications are not here (MAHDAR_SHARED)"
)
@pytest.mark.skipif(
    not all(map(find_spec, ("lxml", "openpyxl", "pyreadr"))), reason="the generator needs lxml, openpyxl and pyreadr"
)
def test_tables_do_not_drift_from_their_sources() -> None:
    command = [sys.executable, "-m", "tools.compile_record", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
