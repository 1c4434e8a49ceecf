"""How a chart is set: its language, and with it the direction of reading and the digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LRM = "\u200e"
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Setting:
    """`language` decides the direction (`ar` runs from right to left), `digits` is `latn` (123) or `arab` (١٢٣)."""

    language: Literal["en", "ar"] = "en"
    digits: Literal["latn", "arab"] = "latn"

    @property
    def rtl(self) -> bool:
        return self.language == "ar"

    @property
    def direction(self) -> str:
        return "rtl" if self.rtl else "ltr"

    def number(self, value: float, places: int | None = None) -> str:
        """A number as the language writes it: thousands apart, `places` decimals (None: as many as there are).

        A minus sign stays before its digits in both directions.
        """
        text = f"{abs(value):,.{places}f}" if places is not None else f"{abs(value):,.10g}"
        return (f"{_LRM}{_MINUS}" if value < 0 else "") + self.written(text, True)

    def written(self, text: str, number: bool = False) -> str:
        """Text with its digits as the setting wants them; `number` changes the points and commas too."""
        if self.digits != "arab":
            return text
        if number:
            text = text.replace(",", "٬").replace(".", "٫")
        return text.translate(_ARABIC)
