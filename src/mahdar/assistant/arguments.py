"""How the arguments of tools are described: what each means, its bounds, an example."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from mahdar.assistant import given

Mechanism = Literal[
    "assembly", "council", "mandates", "membership", "review", "rights_council", "sanctions", "treaties"
]


def text(words: str, most: int, example: str) -> Any:
    """A text of a bounded length; the tool itself refuses a longer one, in words."""
    return Field(description=words, json_schema_extra={"maxLength": most}, examples=[example])


Day = Annotated[str | None, text("Only what was public on that day, as the record stood then.", 10, "2017-12-31")]
Published = Annotated[
    str | None,
    text("When the text was published (EDTF): yesterday, on Thursday and now are counted from it.", 60, "2022-05-27"),
]
First = Annotated[str | None, text("Not before this day, month or year (EDTF).", 60, "2011")]
Last = Annotated[str | None, text("Not after this day, month or year (EDTF).", 60, "2022-05")]
Name = Annotated[str | None, text("A name.", given.NAME, "Reuters")]
State = Annotated[str, text("A state: code (ISO alpha-3), or name in English or Arabic.", given.NAME, "PRK")]
OfState = Annotated[str | None, text("A state: code or name in English or Arabic.", given.NAME, "السودان")]
Rows = Annotated[int, Field(ge=1, le=given.ROWS, description="The most rows of each list.")]
Offset = Annotated[int, Field(ge=0, le=100_000, description="Rows to pass over, to go on where a page ended.")]
