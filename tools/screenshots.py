"""Pictures of every page of the web application, in both languages and two widths.

    python -m tools.screenshots FOLDER [--pages PART …] [--languages ar,en] [--widths 1280,390] [--dark]
                                [--library PLACE] [--record PATH]

Without --library the two reports of examples/ and those of tests/browser/reports are read into a new one first. A page
that is wider than its window is told of, with exit status 1. Chromium is that of tools/chromium.sh.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.web_served import addresses, keep, served, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
HEIGHTS = {1280: 900, 390: 844}
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def chromium() -> str:
    """The path of a Chromium. Raises RuntimeError with the reason where there is none."""
    found = subprocess.run(["bash", str(ROOT / "tools/chromium.sh")], capture_output=True, text=True)
    if found.returncode:
        raise RuntimeError(found.stderr.strip())
    return found.stdout.strip()


def fill(base: str) -> None:
    """Read our own reports into the library of a server, and wait until their story is there."""
    for path in sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/browser/reports/*.txt")]):
        keep(base, path.read_text(encoding="utf-8"), outlet=path.stem)
    settled(base, 2)


def file_name(path: str, language: str, width: int) -> str:
    """`states-PRK_ar_390.png` of `/states/PRK`."""
    return f"{re.sub(r'[^0-9A-Za-z]+', '-', path).strip('-')[:80] or 'home'}_{language}_{width}.png"


def shoot(browser: Browser, base: str, paths: Iterable[str], asked: argparse.Namespace) -> list[str]:
    """Write the pictures; the pages that are wider than the window."""
    wide = []
    scheme = "dark" if asked.dark else "light"
    for width in map(int, asked.widths.split(",")):
        size = {"width": width, "height": HEIGHTS.get(width, 900)}
        page = browser.new_context(viewport=size, color_scheme=scheme).new_page()  # type: ignore[arg-type]
        for language in asked.languages.split(","):
            for path in paths:
                page.goto(f"{base}/{language}{path}")
                if page.evaluate(_WIDER) > 0:
                    wide.append(f"/{language}{path} at {width} px")
                page.screenshot(path=asked.folder / file_name(path, language, width), full_page=True)
        page.context.close()
    return wide


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("folder", type=Path)
    made.add_argument("--pages", nargs="*", default=[], help="only addresses that hold one of these")
    made.add_argument("--languages", default="ar,en")
    made.add_argument("--widths", default="1280,390")
    made.add_argument("--dark", action="store_true")
    made.add_argument("--library")
    made.add_argument("--record")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    from playwright.sync_api import sync_playwright

    asked = parser().parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mahdar-pictures-") as folder:
        options = ["--library", asked.library or f"{folder}/library.db", "--rate", "100000"]
        options += ["--record", asked.record] if asked.record else []
        with served(*options) as (base, _), sync_playwright() as playwright:
            if not asked.library:
                fill(base)
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            paths = [path for path in addresses(base) if not asked.pages or any(one in path for one in asked.pages)]
            wide = shoot(browser, base, paths, asked)
            browser.close()
    for each in wide:
        print(f"wider than the window: {each}", file=sys.stderr)
    print(f"{len(list(asked.folder.glob('*.png')))} pictures in {asked.folder}")
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())
