"""Colours, patterns and marks that stay apart for the colour-blind, on paper and in grey.

The hues follow M. Okabe and K. Ito's set, darkened until each has a contrast of 3 to 1 with white (WCAG 2.2, 1.4.11);
whatever differs by colour differs by pattern, dash or shape besides.
"""

from __future__ import annotations

INK, MUTED, GRID, PAPER = "#1a1a1a", "#595959", "#d9d9d9", "#ffffff"
COLOURS = ("#0072b2", "#c44e00", "#00795a", "#a8397d", "#1a1a1a", "#8a6100", "#2b7fb0", "#6b6b6b")
DASHES = ("", "8 3", "2 3", "10 3 2 3", "5 2", "1 2", "12 4", "4 4")
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "ring", "wedge", "box")
MOST = len(COLOURS)
_EQUAL = 0.179  # the luminance on which black and white stand out alike

# One hue from light to dark, even in lightness (after cividis): grey print keeps the order.
_RAMP = ("#fdf3c8", "#e9dc8b", "#c3bb79", "#97997a", "#6b7a7e", "#445c7c", "#1f3f70", "#002452")

# Lines of a tile of eight units: white upon the colour, so that neighbours in a stack tell apart without hue.
_TILES = (
    "",
    '<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#fff" stroke-width="1.6"/>',
    '<circle cx="2" cy="2" r="1.3" fill="#fff"/><circle cx="6" cy="6" r="1.3" fill="#fff"/>',
    '<path d="M0 2H8M0 6H8" stroke="#fff" stroke-width="1.4"/>',
    '<path d="M0 0L8 8M0 8L8 0" stroke="#fff" stroke-width="1"/>',
    '<path d="M2 0V8M6 0V8" stroke="#fff" stroke-width="1.4"/>',
    '<path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" stroke="#fff" stroke-width="1.6"/>',
    '<rect x="1" y="1" width="3" height="3" fill="#fff"/><rect x="5" y="5" width="3" height="3" fill="#fff"/>',
)


def pattern(chart: str, index: int) -> str:
    """The definition of the pattern of a series; `chart` keeps its name apart from those of other charts."""
    return (
        f'<pattern id="{chart}-p{index}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{COLOURS[index]}"/>{_TILES[index]}</pattern>'
    )


def fill(chart: str, index: int) -> str:
    """What fills a series: its colour, with its pattern from the second on."""
    return COLOURS[0] if index == 0 else f"url(#{chart}-p{index})"


def ramp(share: float) -> str:
    """The colour of a share from 0 (light) to 1 (dark)."""
    place = min(max(share, 0.0), 1.0) * (len(_RAMP) - 1)
    low = min(int(place), len(_RAMP) - 2)
    return _mixed(_RAMP[low], _RAMP[low + 1], place - low)


def on_ramp(share: float) -> str:
    """Black or white, whichever is legible on the colour of a share: a contrast of 4.5 to 1 at least."""
    return "#000000" if luminance(ramp(share)) > _EQUAL else PAPER


def luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 for black to 1 for white (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
