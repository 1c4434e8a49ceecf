"""Speakers that a noun phrase describes: a document, a group, a post and its name, somebody of whom no table knows."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.lexicon import proclitic_splits
from mahdar.reading.names.generic import generic_group
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.arabic_documents import document_voice, tabled_elsewhere
from mahdar.reading.statements.arabic_extent import agreeing_adjectives, phrase_end
from mahdar.reading.statements.arabic_issuers import past_issuer
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_marked import past_own_name
from mahdar.reading.statements.arabic_unknown import unknown
from mahdar.reading.statements.arabic_words import (
    document_at,
    feminine,
    with_proclitic,
)
from mahdar.reading.statements.scene import Scene, Voice

_REACH = 4
_TOGETHER = ("ان", "ون")  # of posts that several hold: الرئيسان فلان وفلان


def described(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """A subject whose first word is no known name: a document, a group, somebody unknown."""
    if not scene.passage.tokens.is_word(i) or _has_preposition(scene, i):
        return None
    draft = document_at(scene.forms[i + 1]) if i + 1 < end and scene.forms[i] in words("sponsors") else None
    if draft is not None and draft in words("drafts"):
        return _sponsors(scene, draft, i, end)
    stop = past_own_name(scene, i, phrase_end(scene, i, end), end)
    adjectives = agreeing_adjectives(scene, i, stop)
    stop = adjectives if i < adjectives < stop and scene.passage.tokens.is_word(adjectives) else stop
    document = document_at(scene.forms[i])
    if document is not None:
        stop = past_issuer(scene, i, stop, end)
        return document_voice(scene, document, i, stop), stop
    reach = range(i, min(stop, i + _REACH))
    inner = next((n for k in reach for n in scene.named_from.get(k, ()) if not with_proclitic(scene, n)), None)
    if inner is not None and inner.kind == "outlet" and generic_group(scene.forms[i : inner.i]) is not None:
        stop, inner = inner.i, None  # witnesses told the agency
    if inner is not None and not _speaks_for_none(scene, i, stop, inner):
        return _of_name(scene, i, stop, end, inner)
    if stop == i + 1 and scene.forms[i].startswith("ال") and scene.forms[i][2:] in words("posts_alone"):
        return _post_again(scene, i), stop
    return Voice((unknown(scene, i, stop),), scene.text(i, stop), feminine(scene, i)), stop


def _sponsors(scene: Scene, draft: str, i: int, end: int) -> tuple[Voice, int]:
    """Those who stand behind a draft, where the report names them elsewhere: مقدمو مشروع القرار."""
    stop = i + 2 + (i + 2 < end and document_at(scene.forms[i + 2]) is not None)
    known = tabled_elsewhere(scene, draft)
    return Voice(known.ids if known is not None else (), scene.text(i, stop), False), stop


def _of_name(scene: Scene, i: int, stop: int, end: int, inner: Named) -> tuple[Voice, int]:
    """A noun phrase that a name within it makes known: the names of a dual or plural, else that one."""
    several = inner.i == i + 1 and scene.forms[i].endswith(_TOGETHER)
    if several and inner.head:
        joint, stop = coordinated(scene, inner.i, end)
        return replace(joint, text=scene.text(i, stop), feminine=feminine(scene, i)), stop
    group = list(scene.named_from[inner.i])
    if several:
        group, stop = _of_nations(scene, group, stop, end)
    stop = inner.j if inner.kind == "person" and inner.i > i else stop
    voice = Voice(tuple(dict.fromkeys(n.entity for n in group)), scene.text(i, stop), feminine(scene, i))
    return voice, max(stop, inner.j)


def _of_nations(scene: Scene, group: list[Named], stop: int, end: int) -> tuple[list[Named], int]:
    """The adjectives of nationality that share out a dual, and the token behind them: الوزيران السعودي والإيراني."""
    j = group[0].j
    while group[-1].kind == "demonym" and j < end:
        nexts = [n for n in scene.named_from.get(j, ()) if n.kind == "demonym"]
        glued = scene.passage.text[scene.passage.tokens.start(j) : nexts[0].start] if nexts else ""
        if not glued.startswith("و"):
            break
        group, j = [*group, *nexts], nexts[0].j
    return group, max(stop, j)


def _post_again(scene: Scene, i: int) -> Voice:
    """الوزير alone: the person who spoke last, where the gender fits; else nobody known."""
    last, text = scene.last_of.get(feminine(scene, i)) or scene.last, scene.text(i, i + 1)
    person = last is not None and (last.person or all(one.startswith("person:") for one in last.ids))
    return Voice(last.ids if last is not None and person else (), text, feminine(scene, i), True)


def _speaks_for_none(scene: Scene, i: int, stop: int, inner: Named) -> bool:
    """Whether the name inside a noun phrase is not who speaks: the state of an activist, the child of a father."""
    if inner.kind == "person":
        return inner.i == i + 1 and scene.forms[i].removesuffix("ه") in words("kin")
    end = min(i + 2, stop, inner.i if inner.kind == "body" and inner.i > i else stop)
    return any(_has_own_voice(form) for form in scene.forms[i:end])


def _has_own_voice(form: str) -> bool:
    """Whether the word is for somebody who speaks for nobody else, whatever the adjective of nationality behind it."""
    private = words("own_voice")
    return any(stem in private or stem.removesuffix("ه") in private for _, stem in proclitic_splits(form))


def _has_preposition(scene: Scene, i: int) -> bool:
    """Whether a preposition and the article are glued to the word: such a noun is no subject."""
    form = scene.forms[i]
    return form.startswith(("بال", "لل", "كال")) and i not in scene.named_from and len(form) > _REACH
