"""Where the reporter goes on in Arabic: a clause of its own, no part of what is said."""

from __future__ import annotations

from functools import lru_cache

from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_cues import Cue, CueHit, Cues, lexicon, words
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import PLACES, Scene

_STOPS = frozenset(".!?؟…")
_SHORT = 4
_SOON = 4
_SOON_BEHIND_THAT = 6
_FINITE = ("perfect", "imperfect", "object")
_SILENT = 10
_RELAYED = 10


def turns(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether "but he", "as he" with a finite verb of saying opens at k what the speaker said next."""
    form = scene.forms[k]
    if form not in words("turns") or (form in words("turns_by_that") and not _that_follows(scene, k)):
        return False
    far = max((n.j for n in scene.heads_from(_past_that(scene, k + 1))), default=k)
    soon = _SOON_BEHIND_THAT if form in words("turns_by_that") or form in words("buts") else _SOON
    reach = range(k + 1, min(len(scene.forms), max(far + 2, k + soon)))
    if far > k and any(scene.forms[m] in words("no_comment_refusals") for m in reach):
        return True
    own = (cues[m] for m in reach if m in cues and scene.shut(m) is None)
    return any(hit.value.form in _FINITE and not (hit.proclitics and hit.i >= k + _SOON) for hit in own)


def _that_follows(scene: Scene, k: int) -> bool:
    return k + 1 < len(scene.forms) and is_complementizer(scene, k + 1)


def _past_that(scene: Scene, k: int) -> int:
    return k + 1 if k < len(scene.forms) and is_complementizer(scene, k) else k


def starts_cue(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether a reporting word at k opens a clause of its own rather than being part of what is said."""
    hit = cues.get(k)
    if hit is None or scene.shut(k) is not None:
        return False
    cue: Cue = hit.value
    if cue.form == "participle":
        return scene.forms[k - 1] in COMMAS or _announces(scene, hit.j) or adverbial(scene, hit)
    if cue.form not in ("perfect", "imperfect", "object"):
        return False
    if hit.proclitics in ("و", "ف"):
        return _clausal(scene, hit)
    if scene.forms[k - 1] not in COMMAS and not behind_while(scene, k):
        return False
    behind = scene.forms[hit.j] if hit.j < len(scene.forms) else ""
    if cue.form == "object" and cue.needs and behind.removeprefix("ال") in words("institutions"):
        return True  # , the opposition called it
    return bool(scene.heads_from(hit.j)) or (cue.form == "perfect" and _announces(scene, hit.j))


def behind_while(scene: Scene, k: int) -> bool:
    """Whether while (في حين, فيما, بينما) stands just before token k."""
    return scene.forms[k - 1] in words("whiles") or scene.forms[max(0, k - 2) : k] == ["في", "حين"]


def reports_on(scene: Scene, hit: CueHit) -> bool:
    """Whether a participle behind a comma brings speech at once."""
    return scene.forms[hit.i - 1] in COMMAS and _announces(scene, hit.j)


def adverbial(scene: Scene, hit: CueHit) -> bool:
    """An indefinite participle that cannot be an adjective of the word before says how the speaker went on."""
    form, before = scene.forms[hit.i], scene.forms[hit.i - 1]
    if hit.proclitics:
        return False
    if form.endswith("ا"):
        return not before.endswith(("ا", "ان")) or _ends_name(scene, hit.i)
    definite = before.startswith(("ال", "بال", "لل", "وال", "كال"))
    if form.endswith("ين"):
        return (definite and not before.endswith("ين")) or _ends_name(scene, hit.i)
    return form.endswith("ه") and definite and not before.endswith("ه")


def _ends_name(scene: Scene, k: int) -> bool:
    """Whether a name ends just before token k, which has no indefinite adjective: في سوريا مؤكدا."""
    named = scene.named_to.get(k)
    return named is not None and (named.kind in PLACES or named.kind == "person")


def _announces(scene: Scene, k: int) -> bool:
    """Whether speech follows at once: أن, with its preposition or without, a colon or a quotation."""
    if k >= len(scene.forms):
        return False
    if is_complementizer(scene, k) or scene.forms[k] == ":" or k in scene.quote_at:
        return True
    return k + 1 < len(scene.forms) and is_complementizer(scene, k + 1)


def _clausal(scene: Scene, hit: CueHit) -> bool:
    """A joined imperfect continues the clause (condemns and rejects); a joined perfect begins a new one."""
    return (
        hit.value.form in ("perfect", "object") or scene.forms[hit.i - 1] in COMMAS or scene.forms[hit.i - 1] in _STOPS
    )


def while_silent(scene: Scene, k: int) -> bool:
    """Whether the reporter goes on with who said nothing: while no comment was issued, while X declined to comment."""
    joined = scene.forms[k].startswith("و") and scene.forms[k][1:] in words("negations")
    if joined and k + 2 < len(scene.forms) and scene.forms[k + 1] in words("no_comment_negated"):
        return any(form in words("no_comment_nouns") for form in scene.forms[k + 2 : k + _SILENT])
    behind = scene.forms[k + 1 : k + _SILENT] if scene.forms[k] in words("whiles") else []
    if len(behind) < _SHORT:
        return False
    if behind[0] in words("no_comment_refusals"):
        return any(form in words("no_comment_nouns") for form in behind[1:])
    return behind[0] in words("negations") and behind[1] in words("no_comment_negated")


def relays(scene: Scene, k: int) -> bool:
    """Whether the reporter goes on with what an outlet had from somebody: ، ونقل موقع كذا عن فلان."""
    form = scene.forms[k]
    if not (form.startswith("و") and form[1:] in words("relay_verbs")):
        return False
    return any(form in words("relay_prepositions") for form in scene.forms[k + 1 : k + _RELAYED])


def taken_up(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether the reporter takes up what was said before: which (Moscow denied)."""
    near = range(k, min(len(scene.forms), k + _SOON - 1))
    if any(m in cues and cues[m].value.form == "object" for m in near):
        return True
    return k + 1 < len(scene.forms) and scene.forms[k] == "ما" and _has_object(scene.forms[k + 1])


@lru_cache(maxsize=4096)
def _has_object(form: str) -> bool:
    """Whether a word is the perfect of a verb of position for a man with its object: نفاه, رفضه, أكده."""
    stem = form[:-1] if form.endswith("ه") else ""
    stem = f"{stem[:-1]}ي" if stem.endswith("ا") else stem
    return any(cue.form == "perfect" and not cue.feminine and "np" in cue.frames for cue in lexicon().get(stem))
