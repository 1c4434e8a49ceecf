"""A statement as the grammars hand it over, in tokens, before it becomes part of the reading."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model import Act


@dataclass(frozen=True, slots=True)
class Spoken:
    """Content tokens ``i`` to ``j``, less ``skip`` folded characters of the first (a proclitic); who said it, and how.

    ``speakers`` are entity ids, empty where the text does not say; ``speaker_text`` the words that name them, which
    may stand in an earlier sentence; ``via`` the outlets through which it came; ``cue`` the tokens of the reporting
    words (i = j for none).
    """

    i: int
    j: int
    act: Act
    speakers: tuple[str, ...]
    speaker_text: str | None
    via: tuple[str, ...]
    cue: tuple[int, int]
    skip: int = 0
