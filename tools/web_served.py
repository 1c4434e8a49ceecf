"""A server as people start it, what to put into its library, and an address for each of its pages.

For the tests in a browser, tools/screenshots.py and tools/bench_web.py. The addresses follow from the declared pages,
so that a new page cannot be forgotten: a name in a path that has no sample here raises KeyError.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

_START = 180.0  # seconds until a server has to answer, also on a busy machine
_SAMPLES = {"symbol": "S/2022/431", "code": "PRK", "treaty": "iccpr", "chart": "vetoes"}
# Pages whose first sight is empty, with something asked of them.
_ASKED = (
    "/council?on=2022-05-26",
    "/search?words=sanctions",
    "/search?in=statements&state=CHN",
    "/vetoes?topic=SYR",
    "/decisions?topic=PRK&outcome=vetoed",
    "/charts/assembly?state=EGY",
    "/no-such-page",
)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(*more: str, log: Path | None = None) -> Iterator[tuple[str, int]]:
    """`mahdar serve` with more options, once it answers: its address and process; stopped afterwards.

    Its log goes into `log`. Raises RuntimeError where it does not come up.
    """
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with Path(log or os.devnull).open("wb") as told:
        command = [sys.executable, "-m", "mahdar", "serve", "--port", str(port), *more]
        process = subprocess.Popen(command, stdout=told, stderr=told)
        try:
            _wait(process, base)
            yield base, process.pid
        finally:
            process.terminate()
            process.wait(60)


def _wait(process: subprocess.Popen[bytes], base: str) -> None:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"mahdar serve ended at once, with status {process.returncode}")
        try:
            with urllib.request.urlopen(f"{base}/ready", timeout=10):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"mahdar serve did not answer within {_START:.0f} seconds")


def asked(base: str, path: str) -> Any:
    """What a JSON address answers."""
    with urllib.request.urlopen(base + path, timeout=60) as answer:
        return json.load(answer)


def keep(base: str, text: str, **more: str) -> str:
    """Put a report into the library of the server; the beginning of its digest, by which its page is addressed."""
    body = json.dumps({"text": text, **more}).encode()
    request = urllib.request.Request(f"{base}/api/reports", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(json.load(answer)["sha256"][:16])


def settled(base: str, reports: int, seconds: float = 60.0) -> bool:
    """Wait until a story of so many reports is there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if any(len(row["reports"]) >= reports for row in asked(base, "/en/stories.json")["data"]["stories"]):
            return True
        time.sleep(0.3)
    return False


def addresses(base: str) -> list[str]:
    """An address, without its language, for each page, with names filled in by what the library has."""
    from mahdar.web.catalogue import all_pages

    latest = [row["sha256"][:16] for row in asked(base, "/en/home.json")["data"]["latest"]]
    paths = [page.path for page in all_pages() if not page.path.startswith(("/jobs", "/invitation", "/account"))]
    found = [filled(path, base, latest) for path in paths]
    if len(latest) > 1:
        found.append("/compare?" + "&".join(f"report={digest}" for digest in latest[:3]))
    return [*dict.fromkeys([*filter(None, found), *_ASKED])]


def filled(path: str, base: str, latest: Sequence[str]) -> str:
    """A declared path with samples in the place of its names; "" where the library has nothing for it."""
    for name in re.findall(r"{(\w+)(?::\w+)?}", path):
        value = _SAMPLES[name] if name != "id" else _of_library(path, base, latest)
        if not value:
            return ""
        path = re.sub(rf"{{{name}(:\w+)?}}", quote(value), path)
    return path + ("?at=c1" if path.endswith("/review") and path != "/review" else "")


def _of_library(path: str, base: str, latest: Sequence[str]) -> str:
    if not path.startswith("/stories"):
        return latest[0] if latest else ""
    stories = asked(base, "/en/stories.json")["data"]["stories"]
    return str(stories[0]["story"]) if stories else ""
