"""Entries of the lexicon that hold where they stand: capitals, context and neighbours decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from mahdar.kept import kept
from mahdar.language.lexicon import Hit, Lexicon, proclitic_splits
from mahdar.language.tokens import Tokens, tokens_of
from mahdar.reading.names.at_home import at_home, organ_elsewhere, short_names
from mahdar.reading.names.entries import Entry, name_entries
from mahdar.reading.names.homonyms import is_addressed, is_american, is_first_name, is_of_each_country, is_surname
from mahdar.reading.names.persons import person_entries
from mahdar.reading.names.titles import title_entries
from mahdar.reading.names.words import office_words

Found = Hit[Entry]
_NEEDS_CASE = frozenset({"state", "capital", "demonym", "body", "outlet", "person"})
_ARTICLES = ("ال", "لل")
_GOVERNOR = "والي"  # so folds وإلى, and to
_LONG = 3  # tokens
_FEW = 6  # tokens of a name in marks
_OPENING = frozenset('"“«„')
_CLOSING = frozenset('"”»“')
ORGANS = frozenset({"organ", "institution"})
_SMALL = frozenset({"body:un-security-council", "body:un-general-assembly"})  # the security council, in some papers
_STATE_KINDS = frozenset({"state", "demonym", "capital"})
_SURE_KINDS = frozenset({"state", "demonym"})
_OF_A_STATE = (["of"], ["of", "the"])


@kept
def lexicon() -> Lexicon[Entry]:
    """All names in one tree. Where a phrase has two readings, the first one listed holds."""
    return Lexicon([*name_entries(), *person_entries(), *title_entries()], everywhere=True)


def find_hits(tokens: Tokens) -> list[Found]:
    """The entries that hold in these tokens, leftmost and longest."""
    found = (_as_adjective(tokens, hit) for hit in _without_short_forms_of_longer(tokens, lexicon().find(tokens)))
    hits = [hit for hit in found if hit.value.kind != "none" and _well_written(tokens, hit)]
    hits = _with_names_in_marks(tokens, hits)
    hits = _without_american_states(tokens, hits)
    hits = _of_body_named_in_full(tokens, _without_namesakes(_without_chambers_of_others(tokens, hits)))
    if not any("context" in hit.value.flags for hit in hits):
        return hits
    sure = {h.value.entity for h in hits if h.value.kind in _SURE_KINDS and "context" not in h.value.flags}
    return [chosen for hit in hits if (chosen := _by_context(tokens, hit, sure))]


def _with_names_in_marks(tokens: Tokens, hits: list[Found]) -> list[Found]:
    """Bodies whose name stands in marks behind its noun, where the name alone is another word: حركة «فتح»."""
    marks = [k for k, form in enumerate(tokens.forms) if form in _OPENING and k]
    marked = [hit for k in marks if (hit := _in_marks(tokens, k)) is not None]
    inside = {hit.i for hit in hits if hit.value.kind in ("body", "outlet")}
    marked = [hit for hit in marked if inside.isdisjoint(range(hit.i, hit.j))]
    if not marked:
        return hits
    covered = tokens_of(marked)
    return sorted([*marked, *(hit for hit in hits if covered.isdisjoint(range(hit.i, hit.j)))], key=lambda hit: hit.i)


def _in_marks(tokens: Tokens, k: int) -> Found | None:
    """The body that the noun before the mark at token k and the few words in the marks name together."""
    end = next((j for j in range(k + 1, min(len(tokens), k + _FEW)) if tokens.forms[j] in _CLOSING), None)
    if end is None or end == k + 1:
        return None
    for proclitics, stem in proclitic_splits(tokens.forms[k - 1]):
        if stem in office_words("body_nouns"):
            named = lexicon().get(" ".join((stem, *tokens.forms[k + 1 : end])))
            body = next((entry for entry in named if entry.kind == "body"), None)
            return Hit(k - 1, end + 1, body, proclitics) if body is not None else None
    return None


def _without_american_states(tokens: Tokens, hits: list[Found]) -> list[Found]:
    """Towns and a state of the United States, and people, that are called like a state are left out.

    Georgia is no state of the world either where the report speaks of the other one and of no Georgians.
    """
    american = {hit.i: hit for hit in hits if _is_place(hit) and is_american(tokens, hit.i, hit.j)}
    if not american:
        return hits
    others = [hit for hit in hits if hit.i not in american]
    named = {hit.value.entity for hit in others if hit.value.kind in ("demonym", "capital")}
    shared = {hit.value.entity for hit in american.values() if "us" in hit.value.flags} - named
    return [hit for hit in others if hit.value.kind != "state" or hit.value.entity not in shared]


def _without_chambers_of_others(tokens: Tokens, hits: list[Found]) -> list[Found]:
    """What by itself is the American chamber (مجلس الشيوخ) or the British ministry is that of a state beside it."""
    chosen = list(hits)
    for n, hit in enumerate(hits):
        elsewhere = organ_elsewhere(hit.value) if hit.value.kind == "body" else None
        if elsewhere is not None:
            beside = _adjective_beside(tokens, hit, hits[n - 1 : n] + hits[n + 1 : n + 2])
            if beside not in ("", hit.value.principal):
                chosen[n] = Hit(hit.i, hit.j, _title(elsewhere), hit.proclitics)
    return chosen


def _adjective_beside(tokens: Tokens, hit: Found, neighbours: list[Found]) -> str:
    """The state whose adjective or genitive belongs to a chamber: الكونغرس البيروفي, the Peruvian Congress."""
    latin = tokens.forms[hit.i].isascii()
    for other in neighbours:
        if other.value.kind not in _SURE_KINDS:
            continue
        if latin and other.j <= hit.i:
            between = tokens.forms[other.j : hit.i]
            beside = between == (["'s"] if other.value.kind == "state" else [])
        else:
            beside = tokens.forms[hit.j : other.i] in _OF_A_STATE if latin else other.i == hit.j
            beside = beside and (latin or other.proclitics == "ال")
        if beside:
            return other.value.entity
    return ""


@cache
def _title(word: str) -> Entry:
    return next(entry for entry in lexicon().get(word) if entry.kind == "title")


def _is_place(hit: Found) -> bool:
    return hit.j - hit.i == 1 and hit.value.kind in ("state", "capital")


def _is_people(hit: Found) -> bool:
    return hit.j - hit.i == 1 and hit.value.kind == "demonym"


def _without_namesakes(hits: list[Found]) -> list[Found]:
    """A name that another state goes by too (Congo) is that of the one which the report names without doubt."""
    if not any(_other(hit) for hit in hits):
        return hits
    sure = {h.value.entity for h in hits if h.value.kind in _STATE_KINDS and not _other(h)}
    people = {h.value.entity for h in hits if h.value.kind == "demonym" and _other(h)} - sure
    return [_namesake(hit, sure, people) for hit in hits]


def _of_body_named_in_full(tokens: Tokens, hits: list[Found]) -> list[Found]:
    """A short name of two bodies (RSF, Congress) is that of the one which the report names in full, else the first's.

    Where it names neither in full, it is that of the one at home in a state that the report is about.
    """
    names = short_names()
    bodies = [n for n, hit in enumerate(hits) if hit.value.kind == "body"]
    short = [n for n in bodies if "upper" in hits[n].value.flags or tokens.forms[hits[n].i] in names]
    if not short:
        return hits
    full = {hits[n].value.entity for n in bodies if n not in short}
    chosen = list(hits)
    for n in short:
        hit = hits[n]
        if hit.value.entity not in full:
            others = [o for o in lexicon().all_at(tokens, hit.i) if o.j == hit.j and o.value.kind == "body"]
            known = [o for o in others if o.value.entity in full]
            chosen[n] = known[0] if known else at_home(hits, others) or hit
    return chosen


def _namesake(hit: Found, sure: set[str], people: set[str]) -> Found:
    other, own = _other(hit), hit.value.entity
    if other is None or own in sure or not (other in sure or (other in people and hit.value.kind == "state")):
        return hit
    return Hit(hit.i, hit.j, replace(hit.value, entity=other), hit.proclitics)


def _other(hit: Found) -> str | None:
    """The other state that goes by this name, as its flag ``or:COD`` says."""
    return next((f"state:{flag[3:]}" for flag in hit.value.flags if flag.startswith("or:")), None)


def _without_short_forms_of_longer(tokens: Tokens, hits: list[Found]) -> Iterator[Found]:
    """`The organization` gives way to `Organization of American States`, which begins one word later."""
    end = 0
    for hit in hits:
        if hit.i < end:
            continue
        longer = None
        if hit.value.kind == "anaphor" and tokens.forms[hit.i] == "the":
            longer = lexicon().at(tokens, hit.i + 1)
        if hit.value.role == "couple" and tokens.forms[hit.j : hit.j + 1] in (["of"], ["from"]):
            longer = lexicon().at(tokens, hit.j - 1)  # the two leaders | of Hamas
            hit = longer if longer is not None else hit
        head = _head_of_longer_organ(tokens, hit)
        chosen = longer if longer is not None and longer.j > hit.j else hit
        for one in head or [chosen]:
            end = one.j
            yield one


def _head_of_longer_organ(tokens: Tokens, hit: Found) -> list[Found]:
    """رئيس المجلس الوطني gives way to رئيس and an organ with a longer name: المجلس الوطني لحقوق الإنسان."""
    if hit.value.kind != "title" or hit.value.role != "post" or hit.j == hit.i + 1:
        return []
    organ = lexicon().at(tokens, hit.i + 1)
    if organ is None or organ.j <= hit.j:
        return []
    if organ.value.kind != "body" and (organ.value.kind != "title" or organ.value.role not in ORGANS):
        return []
    entries = lexicon().get(tokens.forms[hit.i].removeprefix(hit.proclitics))
    post = next((entry for entry in entries if entry.kind == "title"), None)
    return [Hit(hit.i, hit.i + 1, post, hit.proclitics), organ] if post is not None else []


def _by_context(tokens: Tokens, hit: Found, sure: set[str]) -> Found | None:
    """A word for two states (عمان) is that of the one which the report names otherwise, or nobody's."""
    if "context" not in hit.value.flags or _is_placed(tokens, hit):
        return hit
    return next((other for other in lexicon().all_at(tokens, hit.i) if other.value.entity in sure), None)


def _is_placed(tokens: Tokens, hit: Found) -> bool:
    """في مالي: a word for one state alone, without the article, behind a noun or preposition of place.

    Behind a post or organ of state it is no capital: وزير خارجية عمان.
    """
    if hit.proclitics or hit.value.kind != "state" or not hit.i or tokens.forms[hit.i][0].isascii():
        return False
    before = tokens.forms[hit.i - 1]
    if before in office_words("before_states_only_ar"):
        return True
    alone = len({other.value.entity for other in lexicon().all_at(tokens, hit.i) if other.value.kind != "demonym"}) == 1
    return alone and not {before, before.removeprefix("و")}.isdisjoint(office_words("before_states_ar"))


def _as_adjective(tokens: Tokens, hit: Found) -> Found:
    """سورية is the state, but an adjective with the article or behind a feminine noun."""
    if hit.value.kind != "state":
        return hit
    defined = hit.proclitics.endswith("ال")  # المالي, التشيلي
    if not defined and not tokens.forms[hit.j - 1].endswith("ه"):
        return hit
    before = tokens.forms[hit.i - 1] if hit.i else ""
    if not (hit.proclitics.endswith(_ARTICLES) or before.endswith(("ه", "ات"))):
        return hit
    return next((other for other in lexicon().all_at(tokens, hit.i) if other.value.kind == "demonym"), hit)


def _well_written(tokens: Tokens, hit: Found) -> bool:
    """Whether case and neighbours allow this reading of a Latin word; Arabic has no case."""
    entry = hit.value
    if "headed" in entry.flags:
        return hit.i > 0 and tokens.forms[hit.i - 1] in office_words("state_heads_ar") and "ال" in hit.proclitics
    if entry.kind == "capital" and hit.proclitics.endswith(_ARTICLES):
        return False  # السيول, the floods: a capital that has the article has it in its name
    if tokens.forms[hit.i] == _GOVERNOR and entry.kind == "title":
        return tokens.original(hit.i, hit.i + 1) == _GOVERNOR
    if not tokens.forms[hit.i][0].isascii() or entry.kind not in _NEEDS_CASE:
        return not (entry.kind == "demonym" and is_of_each_country(tokens, hit.i))
    if not tokens.is_capital(hit.i):
        return _in_small_letters(tokens, hit)
    if _is_place(hit) and is_surname(tokens, hit.i):
        return False
    if (_is_place(hit) or _is_people(hit)) and is_addressed(tokens, hit.i):
        return False
    return all(_GUARDS[flag](tokens, hit) for flag in entry.flags if flag in _GUARDS)


def _in_small_letters(tokens: Tokens, hit: Found) -> bool:
    """Some papers write long names of organs and what a state is without capitals: the international court of justice,
    the kingdom of Bahrain.
    """
    entry = hit.value
    if entry.kind == "state":
        return hit.j - hit.i >= _LONG and tokens.is_capital(hit.j - 1)
    long = hit.j - hit.i >= _LONG or entry.entity in _SMALL
    return entry.kind == "body" and long and "upper" not in entry.flags and "ngo" not in entry.role


def _in_capitals(tokens: Tokens, hit: Found) -> bool:
    return tokens.original(hit.i, hit.j).isupper()


def _no_namesake(tokens: Tokens, hit: Found) -> bool:
    """Chad and Jordan are states unless another capitalised word, that is no name of a state, stands beside them."""
    return not (_is_strange(tokens, hit.i - 1) or _is_strange(tokens, hit.j))


def _no_first_name(tokens: Tokens, hit: Found) -> bool:
    """Kenya and Paris are a state and a capital unless a surname stands behind them."""
    return not (_is_strange(tokens, hit.j) and is_first_name(tokens, hit.j))


def _is_strange(tokens: Tokens, i: int) -> bool:
    """A capitalised word that no table knows and that does not begin a sentence."""
    if not (0 < i < len(tokens) and tokens.is_word(i) and tokens.is_capital(i)):
        return False
    return tokens.is_word(i - 1) and lexicon().at(tokens, i) is None


_GUARDS: dict[str, Callable[[Tokens, Found], bool]] = {
    "upper": _in_capitals,
    "person": _no_namesake,
    "given": _no_first_name,
}
