"""Whether an Arabic word that looks like a verb of saying reports: negated, wished for, a noun, a description."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_content import COMMAS
from mahdar.reading.statements.arabic_cues import CueHit, attitudes, speaker_nouns, words
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import bare, document_at, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice

Subject = tuple[Voice, int]


def unreported(scene: Scene, hit: CueHit, start: int) -> bool:
    """Negated, modal and subjunctive speech was not said."""
    if hit.i == start:
        return False
    before = scene.forms[hit.i - 1]
    if bare(before) in words("negations") or before.lstrip("وف") in words("negations"):
        return True
    if hit.value.form in ("imperfect", "object"):
        return before.lstrip("وف") in words("modals") or bare(before) in words("subjunctives")
    return before in words("conditionals")


def placed_as_verb(scene: Scene, hit: CueHit, before: Voice | None, start: int) -> bool:
    """Whether a form that could also be a noun stands where a verb stands."""
    if hit.i > start and hit.value.form == "perfect" and scene.forms[hit.i - 1] in words("noun_governors"):
        return False
    homograph = fold_word(hit.value.lemma) in words("homographs")
    if not homograph or hit.value.form == "imperfect" or hit.value.feminine:
        return True
    if before is not None or hit.i == start or hit.proclitics:
        return True
    previous = scene.forms[hit.i - 1]
    return previous in COMMAS or previous == NEWLINE or previous in words("boundaries") | words("verb_openers")


def clause_start(scene: Scene, i: int, start: int) -> int:
    """Back to the word behind the one that opens the clause in which token i stands."""
    for k in range(i - 1, start - 1, -1):
        if is_complementizer(scene, k) or scene.forms[k] in words("boundaries") or scene.forms[k] in "؛:;":
            return k + 1
    return start


def means_otherwise(
    scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content, tail: int
) -> bool:
    """Whether the verb names nobody, describes or shows something, or is the "as X said" of another rule."""
    if content.frame == "bare" and scene.forms[hit.i - 1] in words("as_said"):
        return True
    if _impersonal(scene, hit, before, after, content) or _describes(scene, hit, before, after, content):
        return True
    return _merely_shows(scene, hit, after, tail)


def _impersonal(scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content) -> bool:
    """يذكر أن, يعتقد أن: a passive that names nobody, at the opening of a clause."""
    if before is not None or after is not None or hit.value.form != "imperfect" or hit.value.feminine:
        return False
    return content.frame == "that" and fold_word(hit.value.lemma) in words("impersonal")


def _describes(scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content) -> bool:
    """X is considered Y, X is renewed, reports that tell of X: a verb of saying that here describes a noun."""
    if content.frame in ("عن", "في") and hit.value.act == "say" and scene.forms[hit.i - 1] in words("relatives"):
        return True
    if content.frame != "np":
        return False
    lemma = fold_word(hit.value.lemma)
    if lemma in words("needs_attitude"):
        return attitudes().at(scene.passage.tokens, content.i) is None
    if lemma in words("copular") and after is None and scene.forms[content.i].endswith("ا"):
        return True
    nobody = after is None and before is None and (hit.proclitics == "" or hit.value.form == "imperfect")
    passive = nobody or (before is not None and hit.value.form == "imperfect")
    return lemma in words("copular") and passive


def _merely_shows(scene: Scene, hit: CueHit, after: Subject | None, tail: int) -> bool:
    """A verb of showing whose subject behind it is neither a document nor one who speaks."""
    if fold_word(hit.value.lemma) not in words("evidence_verbs"):
        return False
    k = skip_fillers(scene, tail, len(scene.forms) - 1)
    shows = after is not None and (document_at(scene.forms[k]) or scene.heads_from(k))
    return not shows and scene.forms[k] not in speaker_nouns()
