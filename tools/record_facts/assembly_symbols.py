"""Symbols of General Assembly resolutions, from the numbers by which the voting files name them."""

from __future__ import annotations

import re


def symbol(text: str, session: int) -> str:
    """The UN symbol of a resolution, empty where the number is another document's (all before the 21st session)."""
    hit = re.fullmatch(r"(R|A/RES|ESS|A/RES/ES-)[/-]?(\d+)/(\d+)([A-Z]?)", text)
    if hit is None:
        return ""
    kind, of, number, letter = hit.group(1), int(hit.group(2)), int(hit.group(3)), hit.group(4)
    part = f" {letter}" if letter else ""
    if "ES" in kind.removeprefix("A/RES"):
        return f"A/RES/ES-{of}/{number}{part}" if of >= 6 and number <= 30 else ""
    if session in _NUMBERED_THROUGH:
        first, last, roman = _NUMBERED_THROUGH[session]
        return f"A/RES/{number}{part} ({roman})" if first <= number <= last else ""
    return f"A/RES/{of}/{number}{part}" if session >= 31 and of == session else ""


# Until the 30th session resolutions were numbered through: first and last number and the session's own numeral.
_NUMBERED_THROUGH = {
    21: (2134, 2239, "XXI"),
    22: (2240, 2372, "XXII"),
    23: (2373, 2486, "XXIII"),
    24: (2487, 2604, "XXIV"),
    25: (2605, 2748, "XXV"),
    26: (2749, 2901, "XXVI"),
    27: (2902, 3048, "XXVII"),
    28: (3049, 3200, "XXVIII"),
    29: (3201, 3357, "XXIX"),
    30: (3358, 3541, "XXX"),
}
