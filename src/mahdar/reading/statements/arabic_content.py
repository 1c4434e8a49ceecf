"""Where the content of an Arabic statement begins and ends."""

from __future__ import annotations

from functools import cache, lru_cache

from mahdar.language.arabic_forms import perfect_forms
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon, proclitic_splits
from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.arabic_cues import Cue, CueHit, phrases, words
from mahdar.reading.statements.arabic_words import bare, is_complementizer
from mahdar.reading.statements.scene import PLACES, Scene
from mahdar.tables import read_toml

COMMAS = frozenset("،,")
_TRAILING = frozenset("،,.:؛;-")
_STOPS = frozenset(".!?؟…")
_SHORT = 4
_SOON = 4
_SOON_BEHIND_THAT = 6
_TOPIC = 6
_FINITE = ("perfect", "imperfect", "object")
_SILENT = 10
_RELAYED = 10
_EVEN_IF = "وان"


def clause_end(scene: Scene, i: int, end: int, cues: dict[int, CueHit], *, phrase: bool = False) -> int:
    """The token after the clause (or with ``phrase`` the noun phrase) that begins at i, before the sentence's ``end``.

    Quotations are passed over whole, also where they run beyond the sentence.
    """
    k, relative = i, False
    forms, quote_at, relatives, tallies = scene.forms, scene.quote_at, words("relatives"), words("tallies")
    while k < end:
        relative = relative or forms[k] in relatives
        quote = quote_at.get(k)
        if quote is not None and quote.j > k:
            k = quote.j + 1 if quote.balanced else quote.j
        elif k > i and phrase and not relative and forms[k] in tallies and not _adopts(scene, i, k):
            k = _before_time(scene, i, k)
            break
        elif k > i and phrase and not relative and k in scene.named_from and _opens_clause_of_another(scene, k, cues):
            break
        elif k > i and (k in cues or _may_end(forms[k])) and _ends_here(scene, k, cues, phrase=phrase and not relative):
            k = _before_topic(scene, i, k, cues)
            break
        else:
            k += 1
    return trim(scene, i, k)


def _opens_clause_of_another(scene: Scene, k: int, cues: dict[int, CueHit]) -> bool:
    """Whether a name behind و or while has a verb of saying right behind it: the raid, and Tehran denies it."""
    if not (scene.forms[k].startswith("و") or scene.forms[k - 1] in words("whiles")):
        return False
    reached = (named.j for named in scene.heads_from(k))
    return any(j in cues and cues[j].value.form in ("object", "imperfect", "perfect") for j in reached)


def _adopts(scene: Scene, i: int, k: int) -> bool:
    """Whether by how many stands with a noun of adopting inside the phrase: the adoption of X by 93 votes."""
    return any(stem in words("adoptions") for m in range(i, k) for _, stem in proclitic_splits(scene.forms[m]))


def _before_time(scene: Scene, i: int, k: int) -> int:
    """Back over a time that ends before token k, and its preposition."""
    start = scene.time_to.get(k)
    if start is None or start <= i + 1:
        return k
    return start - (scene.forms[start - 1] == "في" and start - 1 > i)


def _before_topic(scene: Scene, i: int, k: int, cues: dict[int, CueHit]) -> int:
    """Where a participle ended the clause, back to the comma behind which its own subject stands."""
    hit = cues.get(k)
    if hit is None or hit.value.form != "participle" or scene.forms[k - 1] in COMMAS:
        return k
    comma = next((m for m in range(k - 1, max(i, k - _TOPIC), -1) if scene.forms[m] in COMMAS), None)
    named = scene.named_to.get(k)
    own = comma is not None and named is not None and named.head and named.i > comma
    return comma if own and comma is not None else k


def trim(scene: Scene, i: int, j: int) -> int:
    """Back over marks at the end that are no part of the content."""
    whiles = words("whiles")
    while j > i and (scene.forms[j - 1] in _TRAILING or scene.forms[j - 1] == NEWLINE or scene.forms[j - 1] in whiles):
        j -= 1
    return j


@lru_cache(maxsize=32_768)
def _may_end(form: str) -> bool:
    """Whether a clause can end before this word though it is no cue; most words are passed over by it."""
    stem = form[1:] if form[:1] in "وف" and form[1:] in words("according_heads") else form
    listed = form in words("consequences") or form in words("turns") or stem in words("according_heads")
    listed = listed or phrases("concessions").may_begin(form) or _mediums().may_begin(form)
    listed = listed or (form.startswith("وت") and len(form) > _SHORT) or form in _joined_deeds()
    listed = listed or form in words("so_it")
    return listed or form in COMMAS or form in "؛;-" or _joined_imperfect(form)


def _ends_here(scene: Scene, k: int, cues: dict[int, CueHit], *, phrase: bool) -> bool:
    form = scene.forms[k]
    if form in COMMAS:
        return _comma_ends(scene, k, cues, phrase=phrase)
    if form == "-":
        return k + 1 < len(scene.forms) and phrases("reporter_turns").at(scene.passage.tokens, k + 1) is not None
    if form in "؛;":
        return phrase or k + 1 in cues
    if phrase and k in scene.quote_to and k in cues and cues[k].value.form == "object":
        return True  # "attacks", which it called
    if phrase and (_joined_imperfect(form) or joined_verb(k, cues) or form in words("consequences")):
        return True
    if phrase and (_with_resumption(scene, k) or phrases("concessions").at(scene.passage.tokens, k) is not None):
        return True
    if phrase and (_is_medium(scene, k) or form in _joined_deeds() or form in words("so_it")):
        return True
    if turns(scene, k, cues):
        return True
    return starts_cue(scene, k, cues) or according_at(scene, k) is not None


@cache
def _joined_deeds() -> frozenset[str]:
    """Perfects of deeds with و before them that no noun is spelled like: and summoned, and withdrew."""
    verbs: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["acting_verbs"]
    made = ((code, fold_word(form)) for verb in verbs for code, form in perfect_forms(verb).items())
    return frozenset("و" + form for code, form in made if _is_only_verb(code, form))


def _is_only_verb(code: str, form: str) -> bool:
    """Whether print shows a verb: a feminine or plural, or a long stem whose noun is spelled otherwise."""
    if code == "3ms":
        return len(form) > _SHORT and not form.startswith("ت")
    return len(form) > _SHORT and form[-2:] not in ("ات", "وت", "يت")


@cache
def _mediums() -> Lexicon[str]:
    """Where a position is put out: on an account, in a statement."""
    table = read_toml("mahdar.reading", "statements_ar.toml")
    return Lexicon((phrase, name) for name in ("mediums", "medium_documents") for phrase in table[name])


def _is_medium(scene: Scene, k: int) -> bool:
    """Whether token k opens where a position was put out: in a tweet, on her account; not in the letter of somebody."""
    hit = _mediums().at(scene.passage.tokens, k)
    if hit is None or hit.proclitics:
        return False
    if hit.value == "mediums":
        return True
    behind = scene.forms[hit.j] if hit.j < len(scene.forms) else "."
    ends = behind in COMMAS or behind in _TRAILING or behind == NEWLINE or behind in words("behind_mediums")
    return (ends or hit.j in scene.time_from) and scene.forms[k - 1] not in words("written")


def turns(scene: Scene, k: int, cues: dict[int, CueHit]) -> bool:
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


def joined_verb(k: int, cues: dict[int, CueHit]) -> bool:
    """Whether a finite verb of saying stands at k with و or ف: a noun phrase cannot go on with it."""
    return k in cues and cues[k].proclitics in ("و", "ف") and cues[k].value.form in ("perfect", "imperfect", "object")


def _joined_imperfect(form: str) -> bool:
    """A word in وي is a verb, save names, months and a few nouns; so is one with the plural's وا."""
    if form.startswith("و") and form.endswith("وا") and len(form) > _SHORT + 1:
        return True
    return form.startswith("وي") and len(form) > _SHORT and not form.startswith(tuple(words("not_imperfects")))


def _with_resumption(scene: Scene, k: int) -> bool:
    """A word in وت with what takes up an earlier noun right behind it is a verb, not a noun: and under which serves."""
    behind = scene.forms[k + 1] if k + 1 < len(scene.forms) else ""
    return scene.forms[k].startswith("وت") and behind in words("resumptions")


def starts_cue(scene: Scene, k: int, cues: dict[int, CueHit]) -> bool:
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
    if scene.forms[k - 1] not in COMMAS and not _behind_while(scene, k):
        return False
    behind = scene.forms[hit.j] if hit.j < len(scene.forms) else ""
    if cue.form == "object" and cue.needs and behind.removeprefix("ال") in words("institutions"):
        return True  # , the opposition called it
    return bool(scene.heads_from(hit.j)) or (cue.form == "perfect" and _announces(scene, hit.j))


def _behind_while(scene: Scene, k: int) -> bool:
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


def _comma_ends(scene: Scene, k: int, cues: dict[int, CueHit], *, phrase: bool) -> bool:
    if k + 1 >= len(scene.forms):
        return True
    nexts = scene.forms[k + 1]
    if nexts in words("resuming_pronouns") and _taken_up(scene, k + 2, cues):
        return True
    if nexts in words("relatives") and k + 2 in cues and cues[k + 2].value.form == "object":
        return True  # the ruling, which it called unjust
    if turns(scene, k + 1, cues) or starts_cue(scene, k + 1, cues) or according_at(scene, k + 1) is not None:
        return True
    if phrases("reporter_turns").at(scene.passage.tokens, k + 1) is not None or _while_silent(scene, k + 1):
        return True
    if _relays(scene, k + 1) or (nexts == _EVEN_IF and k + 2 in cues and cues[k + 2].value.form == "perfect"):
        return True
    if phrase:
        goes_on = nexts in words("prepositions") or nexts.startswith("لل") or bare(nexts) in words("relatives")
        goes_on = goes_on or _describes_person(scene, k, cues)
        return not (goes_on or _continues(scene, k + 1) or _says_by_what(scene, k + 2))
    return nexts in words("strong_boundaries") and not _says_by_what(scene, k + 2)


def _describes_person(scene: Scene, k: int, cues: dict[int, CueHit]) -> bool:
    """Whether a definite word behind the comma at token k says who or what stands before it: Ann, the former head."""
    nexts = scene.forms[k + 1]
    if not nexts.startswith("ال") or nexts in words("no_appositions") or k in scene.time_to or k + 1 in scene.time_from:
        return False
    if scene.named_from.get(k + 1) or k + 2 in cues:
        return False
    definite = scene.forms[k - 1].startswith("ال") and scene.forms[k - 2] not in words("name_links")
    return scene.passage.tokens.is_word(k - 1) and not definite


def _while_silent(scene: Scene, k: int) -> bool:
    """Whether the reporter goes on with who said nothing: while no comment was issued, while X declined to comment."""
    behind = scene.forms[k + 1 : k + _SILENT] if scene.forms[k] in words("whiles") else []
    if len(behind) < _SHORT:
        return False
    if behind[0] in words("no_comment_refusals"):
        return any(form in words("no_comment_nouns") for form in behind[1:])
    return behind[0] in words("negations") and behind[1] in words("no_comment_negated")


def _relays(scene: Scene, k: int) -> bool:
    """Whether the reporter goes on with what an outlet had from somebody: ، ونقل موقع كذا عن فلان."""
    form = scene.forms[k]
    if not (form.startswith("و") and form[1:] in words("relay_verbs")):
        return False
    return any(form in words("relay_prepositions") for form in scene.forms[k + 1 : k + _RELAYED])


def _says_by_what(scene: Scene, k: int) -> bool:
    """Whether وذلك goes on with by what or to what end (ب, ل): part of what is said, not when and where it was."""
    form = scene.forms[k] if k < len(scene.forms) and scene.forms[k - 1] in words("and_that") else ""
    return form.startswith(("ب", "ل")) and form not in words("prepositions") and form not in words("according_heads")


def _taken_up(scene: Scene, k: int, cues: dict[int, CueHit]) -> bool:
    """Whether the reporter takes up what was said before: which (Moscow denied)."""
    near = range(k, min(len(scene.forms), k + _SOON - 1))
    return any(m in cues and cues[m].value.form == "object" for m in near)


def _continues(scene: Scene, k: int) -> bool:
    """After a comma, what still belongs to a noun phrase: one more noun with و, examples, exceptions."""
    form = scene.forms[k]
    if phrases("phrase_continuations").at(scene.passage.tokens, k) is not None:
        return True
    if is_complementizer(scene, k) and "إ" in scene.passage.tokens.original(k, k + 1):
        return False  # and that: what is said goes on, not the noun phrase inside it
    return form.startswith("و") and len(form) > 2 and form not in words("boundaries") and not _verb_like(form)


def _verb_like(form: str) -> bool:
    feminine = form.endswith("ت") and form[-2] not in "اوي" and len(form) > _SHORT
    return feminine or form in words("common_verbs") or form[1:] in words("common_verbs")


@lru_cache(maxsize=4096)
def _is_norm(form: str) -> bool:
    """Whether a word, its preposition taken off, names a law, a plan or a standard rather than a speaker."""
    return any(stem in words("norms") for _, stem in proclitic_splits(form))


def _is_only(scene: Scene, k: int) -> bool:
    """Whether فحسب, وحسب say "only" here: a mark or بل follows them."""
    behind = scene.forms[k + 1]
    return scene.forms[k] in words("onlies") and (
        not scene.passage.tokens.is_word(k + 1) or behind in words("buts_of_only")
    )


def according_at(scene: Scene, k: int) -> int | None:
    """The token after "according to" at k (وفقا لـ، بحسب), or None; its last preposition may be glued to the source."""
    form = scene.forms[k]
    stem = form[1:] if form[:1] in "وف" and form[1:] in words("according_heads") else form
    if stem not in words("according_heads") or k + 1 >= len(scene.forms) or _is_only(scene, k):
        return None
    if stem in words("according_with_li"):
        return k + 1 if scene.forms[k + 1].startswith("ل") and not _is_norm(scene.forms[k + 1]) else None
    if stem == "وفق" and _is_norm(scene.forms[k + 1]):
        return None
    if stem == "نقلا":
        return k + 2 if scene.forms[k + 1] == "عن" else None
    if stem == "كما":
        return k + 1 if scene.forms[k + 1] in words("according_verbs") else None
    if stem == "علي":
        hit = phrases("according_phrases").at(scene.passage.tokens, k)
        return hit.j if hit is not None else None
    return k + 1
