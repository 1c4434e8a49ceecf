"""Whom an Arabic report keeps in mind as its speaker, for the verbs and documents that follow."""

from __future__ import annotations

from functools import cache

from mahdar.language.folding import fold_word
from mahdar.reading.statements.arabic_cues import Cues, words
from mahdar.reading.statements.arabic_words import document_at, feminine
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken
from mahdar.tables import read_rows


def remember(scene: Scene, spoken: Spoken, cues: Cues) -> None:
    """Keep the speaker for what follows; an outlet named as the source of a sentence does not displace anybody."""
    text = spoken.speaker_text or ""
    if not spoken.speakers and (_is_post(text) or _is_document(text)):
        scene.last = Voice((), text, _gender(scene, spoken, cues), person=_is_post(text))
        scene.last_place = scene.passage.sentence_of(spoken.cue[0])
    if not spoken.speakers or all(speaker.startswith("outlet:") for speaker in spoken.speakers):
        return
    person = any(speaker.startswith("person:") for speaker in spoken.speakers)
    scene.last = Voice(spoken.speakers, spoken.speaker_text or "", _gender(scene, spoken, cues), person)
    if spoken.speakers[0] in scene.first_named and spoken.speakers[0] not in _groups():
        scene.last_known = scene.last
    scene.last_place = scene.passage.sentence_of(spoken.cue[0])
    _know_stranger(scene, scene.last)
    if _is_unknown_organisation(scene, spoken):
        again = scene.last_unknown is not None and scene.last_unknown[0].ids == spoken.speakers
        first = scene.last_unknown[0] if scene.last_unknown is not None and again else scene.last
        scene.last_unknown = first, spoken.cue[0]
    if scene.last.feminine is not None:
        scene.last_of[scene.last.feminine], scene.place_of[scene.last.feminine] = scene.last, scene.last_place


def _know_stranger(scene: Scene, voice: Voice) -> None:
    """Keep somebody of no table by the last of two names or more."""
    names = voice.text.split()
    if len(voice.ids) == 1 and voice.ids[0].startswith("person:") and len(names) > 1:
        known = voice.ids[0] in scene.first_named
        if not known:
            scene.strangers.setdefault(fold_word(names[-1]), voice)


def _is_post(text: str) -> bool:
    """Whether a speaker is named by nothing but a post that the report leaves open: the minister."""
    form = fold_word(text)
    return form.startswith("ال") and form[2:] in words("posts_alone")


def _is_document(text: str) -> bool:
    """Whether a document speaks whose authors nobody knows: the report."""
    return document_at(fold_word(text.partition(" ")[0])) is not None


def _is_unknown_organisation(scene: Scene, spoken: Spoken) -> bool:
    """Whether the one who spoke is an organisation that no table names, told by its first noun."""
    if len(spoken.speakers) != 1 or scene.passage.principal(spoken.speakers[0]) in scene.first_named:
        return False
    first = fold_word((spoken.speaker_text or "").split(" ")[0]).removeprefix("ال")
    return first in words("organisations") | words("movements") and spoken.speakers[0].startswith("body:")


def in_passing(scene: Scene, spoken: Spoken, found: list[Spoken]) -> bool:
    """Whether somebody speaks only inside what another says, or in a clause that describes them."""
    cue = spoken.cue[0]
    described = cue > 0 and scene.forms[cue - 1] in words("relatives")
    return described or any(outer.i <= cue < outer.j for outer in found)


@cache
def _groups() -> frozenset[str]:
    """The ids of people without a name: they write no documents."""
    return frozenset(row["id"] for row in read_rows("mahdar.reading", "groups_generic.csv"))


def _gender(scene: Scene, spoken: Spoken, cues: Cues) -> bool | None:
    """The verb or participle shows the gender of its subject; elsewhere the first name of the speaker does."""
    hit = cues.get(spoken.cue[0])
    if hit is not None and hit.value.form in ("perfect", "imperfect", "object", "participle"):
        return hit.value.feminine
    if not spoken.speakers:
        return None
    place = scene.first_named.get(spoken.speakers[0])
    return feminine(scene, place) if place is not None else None


def spoke(scene: Scene, found: list[Spoken]) -> bool:
    """Whether anybody spoke before in the sentence, save in passing."""
    return any(not in_passing(scene, one, found[:k]) for k, one in enumerate(found))
