"""A report while its names are read: its tokens, the hits of the lexicon by their place, and the cast so far."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import COMMAS, Tokens
from mahdar.reading.names.cast import Cast
from mahdar.reading.names.entries import ROOM, free_bodies
from mahdar.reading.names.hits import Found
from mahdar.tables import read_toml

SEPARATORS = COMMAS | {"-"}
CONJUNCTIONS = ("و", "ف")
STATES = frozenset({"state", "capital", "demonym"})
_FAR = 80  # hits that a short form inside a post may look back over


def bare_noun(form: str) -> str:
    """A folded noun without its article and what is glued before it."""
    return next((stem for lead, stem in proclitic_splits(form) if lead.endswith(("ال", "لل"))), form)


@dataclass(frozen=True, slots=True)
class Owner:
    """``entity`` holds a post at token ``i`` of a ``person`` or ``thing`` (``kind``) named before: its spokesman."""

    entity: str
    i: int
    kind: str


@dataclass(slots=True)
class Scene:
    """``at[k]`` is the hit that begins at token k, ``until[k]`` the one that ends before token k.

    ``owned`` are people whose principal is that of whoever was named before them, ``of_organs`` those of an organ whose
    slug is their kind, ``ministers`` known people called minister without a state.
    """

    tokens: Tokens
    hits: list[Found]
    cast: Cast
    at: dict[int, Found] = field(default_factory=dict)
    until: dict[int, Found] = field(default_factory=dict)
    owned: list[Owner] = field(default_factory=list)
    of_organs: list[Owner] = field(default_factory=list)
    ministers: list[Owner] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = {hit.i: hit for hit in self.hits}
        self.until = {hit.j: hit for hit in self.hits}

    def form(self, i: int) -> str:
        """The folded form of token i, or nothing outside the text."""
        forms = self.tokens.forms
        return forms[i] if 0 <= i < len(forms) else ""

    def is_latin(self, i: int) -> bool:
        return self.form(i)[:1].isascii()

    def has_adjective(self, hit: Found) -> bool:
        """المجلس المحلي is another council; المجلس الهجوم only its neighbour."""
        behind = self.form(hit.j)
        if self.is_latin(hit.i) or (hit.j in self.at and self.at[hit.j].value.kind != "demonym"):
            return False
        return len(behind) > 4 and behind.startswith("ال") and behind.endswith(("ي", "يه"))

    def latest_body(self, i: int, classes: frozenset[str]) -> Found | None:
        """The last body of one of these classes that stands before token i."""
        here = bisect_left(self.hits, i, key=lambda hit: hit.i)
        before = reversed(self.hits[max(0, here - _FAR) : here])
        return next((h for h in before if h.value.kind == "body" and classes & set(h.value.role.split("|"))), None)

    def _body_of_class(self, hit: Found) -> Found | None:
        weak = frozenset(flag[1:] for flag in hit.value.flags if flag.startswith("?"))
        found = self.latest_body(hit.i, hit.value.flags) or (self.latest_body(hit.i, weak) if weak else None)
        return found or self.body_of_head(hit, free=True)

    def body_of_head(self, hit: Found, *, free: bool = False) -> Found | None:
        """The last body before a short form whose words begin with the same noun, or a free one."""
        here = bisect_left(self.hits, hit.i, key=lambda other: other.i)
        head = bare_noun(self.form(hit.i))
        before = reversed(self.hits[max(0, here - _FAR) : here])
        bodies = (h for h in before if h.value.kind == "body" and (not free or h.value.entity in free_bodies()))
        return next((h for h in bodies if bare_noun(self.form(h.i)) == head), None)

    def _body_called(self, hit: Found) -> Found | None:
        if hit.value.role == "class":
            return self._body_of_class(hit)
        if hit.value.role not in ("head", "outlet"):
            return None
        return self.body_of_head(hit, free=hit.value.role == "outlet")

    def _only_state(self, hit: Found) -> str:
        """The one state of those a short form may mean that the report names: سفير المملكة."""
        named = {h.value.entity for h in self.hits if h.value.kind in STATES} & hit.value.flags
        return next(iter(named)) if len(named) == 1 else ""

    def organ_called(self, hit: Found) -> Found | None:
        """The organ of a state that a short form calls by its first noun, if no other body with it was named since."""
        if hit.value.role not in ("class", "head") or self.has_adjective(hit):
            return None
        slugs: list[str] = read_toml(ROOM, "anaphora_words.toml")["called_by_noun"]
        here, head = bisect_left(self.hits, hit.i, key=lambda other: other.i), bare_noun(self.form(hit.i))
        for other in reversed(self.hits[max(0, here - _FAR) : here]):
            named = other.value.kind in ("title", "body") and bare_noun(self.form(other.i)) == head
            if named and other.j > other.i + 1:
                return other if other.value.entity in slugs else None
        return None

    def principal_of(self, hit: Found) -> str:
        """Whom a hit speaks for: its fixed principal, or itself; nobody where a short form finds no body."""
        if hit.value.kind == "anaphor" and hit.value.role != "fixed":
            if hit.value.role == "states":
                return self._only_state(hit)
            body = self._body_called(hit)
            usual = next((flag[1:] for flag in hit.value.flags if flag.startswith("=")), "")
            return self.principal_of(body) if body and not self.has_adjective(hit) else usual
        return hit.value.principal or self.cast.principal(hit.value.entity) or hit.value.entity


@dataclass(slots=True)
class Office:
    """A post, organ or group at tokens ``i`` to ``j``, and whom it speaks for if its words say so.

    ``heads_part`` is true where its organ is spelled out between title and state (رئيس دائرة ...); ``owner`` is
    ``person`` or ``thing`` where a possessive stands for its state or body; ``within`` is the slug of
    an organ of some state to which it belongs (a source at the foreign ministry); ``opposing`` says that it belongs to
    the opposition of some state.
    """

    i: int
    j: int
    title: Found
    principal: str | None = None
    proclitics: str = ""
    heads_part: bool = False
    owner: str = ""
    within: str = ""
    opposing: bool = False

    @property
    def slug(self) -> str:
        """The slug of the title; who presides over a part of an organ is its head, not a president."""
        slug = self.title.value.entity
        return "head" if self.heads_part and slug == "president" else slug

    @property
    def kind(self) -> str:
        return self.title.value.role

    def takes(self, what: str) -> bool:
        """``state``, ``mission``, ``fixed`` or ``private`` (speaks for no state)."""
        return what in self.title.value.flags
