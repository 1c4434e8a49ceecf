"""Words that و joins to a phrase and that their spelling shows to be verbs."""

from __future__ import annotations

from functools import cache

from mahdar.language.arabic_forms import perfect_forms
from mahdar.language.folding import fold_word
from mahdar.reading.statements.arabic_cues import Cues, words
from mahdar.reading.statements.scene import Scene
from mahdar.tables import read_toml

_SHORT = 4


@cache
def joined_deeds() -> frozenset[str]:
    """Perfects of deeds with و before them that no noun is spelled like: and summoned, and withdrew."""
    verbs: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["acting_verbs"]
    made = ((code, fold_word(form)) for verb in verbs for code, form in perfect_forms(verb).items())
    return frozenset("و" + form for code, form in made if _is_only_verb(code, form))


def _is_only_verb(code: str, form: str) -> bool:
    """Whether print shows a verb: a feminine or plural, or a long stem whose noun is spelled otherwise."""
    if code == "3ms":
        return len(form) > _SHORT and not form.startswith("ت")
    return len(form) > _SHORT and form[-2:] not in ("ات", "وت", "يت")


def joined_verb(k: int, cues: Cues) -> bool:
    """Whether a finite verb of saying stands at k with و or ف: a noun phrase cannot go on with it."""
    return k in cues and cues[k].proclitics in ("و", "ف") and cues[k].value.form in ("perfect", "imperfect", "object")


def joined_imperfect(form: str) -> bool:
    """A word in وي is a verb, save names, months and a few nouns; so is one with the plural's وا, or some in وت."""
    if form.startswith("وت"):
        return _is_feminine_imperfect(form[1:])
    if form.startswith("و") and form.endswith("وا") and len(form) > _SHORT + 1:
        return True
    return form.startswith("وي") and len(form) > _SHORT and not form.startswith(tuple(words("not_imperfects")))


def _is_feminine_imperfect(form: str) -> bool:
    """The shapes تستفعل and تفتعل, which no noun has: تستضيف, تعتزم; not تكتلات, ترتيب."""
    if len(form) <= _SHORT or form.endswith("ات"):
        return False
    return form.startswith("تست") or (form[2] == "ت" and form[3] != "ي")


def with_resumption(scene: Scene, k: int) -> bool:
    """A word in وت with what takes up an earlier noun right behind it is a verb, not a noun: and under which serves."""
    behind = scene.forms[k + 1] if k + 1 < len(scene.forms) else ""
    return scene.forms[k].startswith("وت") and behind in words("resumptions")


def verb_like(form: str) -> bool:
    """Whether a folded word looks like a verb of the past: a feminine in ت, or a common verb, و or ف before it."""
    feminine = form.endswith("ت") and form[-2] not in "اوي" and len(form) > _SHORT
    return feminine or form in words("common_verbs") or form[1:] in words("common_verbs")
