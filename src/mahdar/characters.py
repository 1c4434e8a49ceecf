"""Characters that no reader sees but that a terminal or a page obeys, and how they are made visible and harmless.

Tab, line feed and carriage return are ordinary. The direction marks U+200E, U+200F and U+061C are ordinary too: they
stand in clean Arabic text and change nothing but the place of their neighbours.
"""

from __future__ import annotations

from functools import cache

ORDINARY = frozenset("\t\n\r")
CONTROLS = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) - ORDINARY
# Embeddings, overrides and isolates: they turn round everything after them until they are closed.
BIDI_CONTROLS = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
LINE_SEPARATORS = frozenset("\u2028\u2029")

_SHORT_NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def harmless(text: str) -> str:
    """The text with each control character and lone surrogate replaced by visible signs; lengths may change."""
    return text.translate(_visible_signs())


def escape_json(line: str) -> str:
    """The same JSON value in ASCII escapes wherever a raw character could steer a terminal or split the line."""
    return line.translate(_json_escapes())


def count_hidden(text: str) -> tuple[int, int]:
    """How many control characters, and how many bidirectional controls, stand in the text."""
    present = set(text)
    controls = sum(text.count(c) for c in present & CONTROLS)
    return controls, sum(text.count(c) for c in present & BIDI_CONTROLS)


@cache
def _visible_signs() -> dict[int, str]:
    signs = {ord(c): chr(0x2400 + ord(c)) for c in CONTROLS if ord(c) < 0x20}
    signs |= {ord(c): f"⟨U+{ord(c):04X}⟩" for c in CONTROLS if ord(c) > 0x7F}
    signs |= {ord(c): f"⟨{name}⟩" for c, name in _SHORT_NAMES.items()}
    signs |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    return signs | {0x7F: "␡", 0x2028: "\n", 0x2029: "\n"}


@cache
def _json_escapes() -> dict[int, str]:
    steering = [ord(c) for c in CONTROLS | BIDI_CONTROLS | LINE_SEPARATORS if ord(c) >= 0x7F]
    return {code: f"\\u{code:04x}" for code in [*steering, *range(0xD800, 0xE000)]}
