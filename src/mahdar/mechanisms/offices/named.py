"""Who is named behind an office: past titles, marks and nationalities."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.lexicon import Hit
from mahdar.mechanisms.offices.persons import alike, persons

_PACKAGE = "mahdar.mechanisms.offices"
_LONGER = 3  # tokens of a name that the reader left out
_JOINED = ("وب", "ول", "وال")  # a word joined by "and" and a preposition is no name
_MARKS = frozenset({",", "،", "(", ")", "-", ":", '"', "«", "»", "“", "”"})


def past_titles(scene: Scene, k: int) -> int:
    """Past "of the United Nations", a former-mark, titles, commas, and the stop of "Mr." but no end of a sentence."""
    stop = scene.sentence(k - 1).j
    while k < len(scene.forms):
        skip = scene.any_of(("office.title", "body", "that_time"), k, k + 1)
        if skip:
            k = skip[0].j
        elif scene.forms[k] in _MARKS or (scene.forms[k] == "." and k + 1 < stop) or _who_is(scene, k):
            k += 1
        else:
            break
    return k


def _who_is(scene: Scene, k: int) -> bool:
    """Whether token k only leads from an Arabic office to who holds it: هو، or behind it a nationality."""
    if scene.forms[k] in words(_PACKAGE, "words.toml", "who_is"):
        return True
    led = scene.forms[k - 1] in words(_PACKAGE, "words.toml", "who_is")
    return led and any(s.kind == "demonym" and s.j == k + 1 for s in scene.states_in(k, k + 1, demonyms=True))


def whole(scene: Scene, cue: Cue) -> tuple[str, int] | None:
    """The person whom the reader found under the whole of "office, name"."""
    named = scene.person(cue.i)
    named = named if named is not None and named.j > cue.j and not scene.at("that_time", cue.j) else None
    hit = known_in(scene, cue.j, named.j) if named is not None else None
    if named is None or (hit is None and any(form.startswith(_JOINED) for form in scene.forms[cue.j : named.j])):
        return None
    slug = hit.value if hit else alike(scene.forms[cue.j : named.j]) or named.entity.removeprefix("person:")
    return slug, max(named.j, hit.j) if hit else named.j


def known_in(scene: Scene, i: int, j: int) -> Hit[str] | None:
    """The holder named from token i on whose name begins before token j, also where the reader took less of it."""
    return next((h for h in persons().find(scene.tokens, i, min(len(scene.forms), j + _LONGER)) if h.i < j), None)


def person_at(scene: Scene, k: int) -> tuple[str, int] | None:
    """The person named at token k, and the token behind: a known holder, or anybody whom the reader took for a
    person.
    """
    if k >= len(scene.forms):
        return None
    hit = persons().at(scene.tokens, k)
    if hit is not None and hit.proclitics == "":
        return hit.value, hit.j
    named = scene.person(k)
    if named is None or named.i != k or named.start != scene.tokens.start(k):
        return None
    return alike(scene.forms[named.i : named.j]) or named.entity.removeprefix("person:"), named.j
