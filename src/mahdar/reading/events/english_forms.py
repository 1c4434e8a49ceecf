"""Forms of English verbs, made regularly; irregular pasts come from the table ``events_en.toml``."""

from __future__ import annotations

_VOWELS = "aeiou"
_HISSES = ("s", "sh", "ch", "x", "z", "o")


def forms(verb: str, irregular: dict[str, list[str]]) -> dict[str, list[str]]:
    """``base``, ``s``, ``past`` (with the participle) and ``ing`` of a verb; in a phrase the first word changes."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    past = irregular.get(head) or [_past(head)]
    made = {"base": [head], "s": [_third(head)], "past": list(dict.fromkeys(past)), "ing": [_ing(head, past)]}
    return {form: [word + tail for word in words] for form, words in made.items()}


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(_HISSES) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _ing(verb: str, past: list[str]) -> str:
    """The present participle; a consonant doubled in the past is doubled here too."""
    if past[0] == verb + verb[-1] + "ed" or verb in ("cut", "put", "set", "shut", "begin", "stop", "run", "overrun"):
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
