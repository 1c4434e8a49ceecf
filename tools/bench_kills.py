"""SIGKILL in the middle of making, migrating, adding and watching, many times, on SQLite and PostgreSQL.

`python -m tools.bench_kills [--times N]` runs the tests of kills with so many kills each (default 25) and prints what
they found: how many processes were killed, and that nothing was lost. The suite runs them with 6.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ("tests/library/test_killed_anywhere.py", "tests/library/test_killed.py", "tests/watch/test_killed.py")
_ABOUT = ("making: ", "migration: ", "add: ", "watch: ")


def main() -> int:
    """The exit status of the tests."""
    parser = argparse.ArgumentParser(prog="bench_kills", description="processes killed at any moment, many times")
    parser.add_argument("--times", type=int, default=25, help="kills of each kind (default %(default)s)")
    times = parser.parse_args().times
    environment = {**os.environ, "MAHDAR_KILLS": str(times)}
    command = [sys.executable, "-m", "pytest", "-q", "-s", *TESTS]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            found = line.lstrip(".")
            if found.startswith(_ABOUT) or " passed" in found or " failed" in found or "Error" in found:
                print(found, end="", flush=True)
    return process.returncode


if __name__ == "__main__":
    raise SystemExit(main())
