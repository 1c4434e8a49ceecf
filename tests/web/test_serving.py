"""The server as it is started: workers, a graceful stop, a look at it in a real browser."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(folder: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server in processes of its own, and its address; stopped afterwards if it still runs."""
    port = free_port()
    command = [sys.executable, "-m", "mahdar", "serve", "--port", str(port), "--library", str(folder / "l.db"), *more]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=60)


def until_ready(process: subprocess.Popen[str], base: str) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{base}/ready", timeout=5) as answer:
                assert json.load(answer) == {"status": "ok"}
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("the server did not come up")


def fetched(base: str, path: str) -> str:
    with urllib.request.urlopen(base + path, timeout=30) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_a_single_process_ends_well_when_told(tmp_path: Path, told: signal.Signals) -> None:
    with served(tmp_path) as (process, base):
        until_ready(process, base)
        process.send_signal(told)
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_workers_answer_count_together_and_stop_when_told(tmp_path: Path) -> None:
    with served(tmp_path, "--workers", "2") as (process, base):
        until_ready(process, base)
        for _ in range(12):
            assert "<h1" in fetched(base, "/ar/method?secret=word")
        found = re.search(r'mahdar_requests_total\{.*route="/method".*\} (\d+)', fetched(base, "/metrics"))
        assert found is not None
        assert int(found[1]) == 12
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=60)
    assert process.returncode == 0
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    asked = [line for line in lines if line["route"] == "/method"]
    assert (len(asked), asked[0]["status"], asked[0]["method"]) == (12, 200, "GET")
    assert "secret" not in log
