"""What agrees with the speaker in a container, and the punctuation where blanks were filled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

from tests.generated.words import EN, table_rows

Row = dict[str, str]
_CHOICE = re.compile(r"\[([^][|]*)\|([^][|]*)(?:\|([^][|]*))?\]")
_SUBJECT_NEXT = re.compile(r"\[(قال|أضاف)\](?= \[(?:SP|PP|again)\])")
_PRONOUNS = {
    "he": ("he", "his", "him"),
    "she": ("she", "her", "her"),
    "it": ("it", "its", "it"),
    "they": ("they", "their", "them"),
}
_PLURALS = {"is": "are", "was": "were", "has": "have", "says": "say"}
_AFTER_SUBJECT = re.compile(r"(\[SP\],?) (is|was|has|says)\b")


def agreeing(container: str, speaker: Row, language: str, random: Random) -> str:
    """A container whose verbs and pronouns are those of the speaker."""
    return _english(container, speaker, random) if language == EN else _arabic(container, speaker, random)


def tidy(text: str, language: str, *, ended: bool) -> str:
    """A filled container with one comma where two met, a capital in front, and a full stop if it is to have one."""
    text = text.replace("\\n", "\n")
    text = re.sub(r"([,،])[,،](?=[^,،])", r"\1", text)
    text = re.sub(r"[,،](?=[.:;])|[,،](?= [-–])", "", text)
    text = re.sub(r"[,،]$", "", text)
    text = re.sub(r"(^|\s)(و?)لال", r"\1\2لل", text).replace("لا الأ", "لا الأ")
    if ended and text[-1] not in '.»"':
        text += "."
    return _capitals(text) if language == EN else text


def _capitals(text: str) -> str:
    return re.sub(r'(^"?|[.]"? "?|\n"?|: ")([a-z])', lambda found: found.group(1) + found.group(2).upper(), text)


@cache
def _cues(language: str, kind: str) -> tuple[Row, ...]:
    every = table_rows(Path(__file__).parent / f"cues_{language}.csv")
    return tuple(row for row in every if row["kind"] == kind)


def _english(container: str, speaker: Row, random: Random) -> str:
    he, his, him = _PRONOUNS[speaker["pronoun"]]
    if he == "they":
        container = _AFTER_SUBJECT.sub(lambda found: f"{found.group(1)} {_PLURALS[found.group(2)]}", container)
    forms = {"[he]": he, "[He]": he.capitalize(), "[his]": his, "[him]": him}
    forms["[said]"] = random.choice(_cues(EN, "said"))["said"]
    for blank, words in forms.items():
        container = container.replace(blank, words)
    return container


def _arabic(container: str, speaker: Row, random: Random) -> str:
    gender = speaker["gender"]
    saying, going_on = random.choice(_cues("ar", "said")), random.choice(_cues("ar", "adds"))
    cues = {"قال": saying, "أضاف": going_on}
    before = "m" if gender == "p" else gender  # a verb before its subject is singular
    container = _SUBJECT_NEXT.sub(lambda found: cues[found.group(1)][before], container)
    for blank, cue in cues.items():
        container = container.replace(f"[{blank}]", cue[gender])
    container = container.replace("[أن]", saying["that"]).replace("[وأن]", going_on["that"])
    which = {"m": 1, "f": 2, "p": 3}[gender]
    return _CHOICE.sub(
        lambda found: found.group(which) if found.group(which) is not None else found.group(1), container
    )
