"""A passage as the finders of claims see it: its view by tokens, and which body each place speaks of."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from mahdar.checking.cues import Cue
from mahdar.checking.implied import COUNCIL, GENEVA, implied, implied_before, implied_in, told_before
from mahdar.checking.mentions import codes
from mahdar.checking.view import View

COMMITTEE = "committee"
_COUNCILS = frozenset(("council", "ecosoc", "المجلس", "مجلس"))
_ANY_COUNCIL = frozenset(("مجلس", "ومجلس", "لمجلس", "بمجلس"))
_NAME = 8  # tokens of the name of a body
_SOON = 2  # sentences from a short name to the full one that explains it


class Scene(View):
    """A view of a passage that also knows the bodies of the United Nations in it."""

    def body(self, i: int) -> str:
        """Which body token i is about: the nearest in its clause, else in its sentence, else the last one named
        before; or "".
        """
        for span in (self.clause(i), self.sentence(i)):
            near = self.nearest("body", i, span)
            if near is not None and self.which(near):
                return self.which(near)
        last = self._full_before(i, None)
        if last is None:
            return self.unnamed or self._opening
        if last.value == GENEVA and implied_in(self, self.sentence(i)):
            return COUNCIL
        return last.value if not (last.value == "un" and self.unnamed) else self.unnamed

    @cached_property
    def unnamed(self) -> str:
        """The body that the report means without naming it."""
        return implied(self)

    @cached_property
    def _opening(self) -> str:
        """The Council where a report is told of it before it is named, and no other body first: the veto of the five
        and numbers of resolutions are its own.
        """
        named = self._full.get(COUNCIL, [])
        first = self._full_before(named[0].i, None) if named else None
        return implied_before(self, named[0].i) if named and first is None else ""

    def which(self, cue: Cue) -> str:
        """The body that a cue names; "the Council" is the last council named in full, if there is one."""
        key = cue.i, cue.value, cue.form
        known = self._bodies.get(key)
        if known is None:
            known = self._bodies[key] = self._meant(cue)
        return known

    @cached_property
    def _bodies(self) -> dict[tuple[int, str, str], str]:
        return {}

    def _meant(self, cue: Cue) -> str:
        if cue.form != "short":
            return "other" if self._national(cue) else cue.value
        family = cue.value.split("/")
        last = self._full_before(cue.i, (*family, "other"))
        organ = next((c for c in reversed(self._full.get(COMMITTEE, [])) if c.i < cue.i and self._council(c)), None)
        if organ is not None and COUNCIL in family and (last is None or last.i < organ.i):
            return COMMITTEE
        if COUNCIL in family and self._own_council(cue.i, last.i if last is not None else -1):
            return "other"
        if last is not None:
            return self.which(last)
        if self.unnamed in family:
            return self.unnamed
        later = [named[0] for value in family if (named := self._full.get(value))]
        first = min(later, key=lambda c: c.i, default=None)
        if first is not None and first.value == GENEVA and COUNCIL in family and told_before(self, first.i):
            return COUNCIL  # what is told before the other council is named can only be told of this one
        return first.value if first is not None and self._soon(cue.i, first.i) else ""

    def _soon(self, i: int, j: int) -> bool:
        """Whether token j stands in the sentence of token i or in one of the next: a report that opens with "the
        Council" says soon which one it means.
        """
        return self.passage.sentence_of(j) - self.passage.sentence_of(i) <= _SOON

    def _own_council(self, i: int, after: int) -> bool:
        """Whether the council named last before token i, in its sentence or the one before, is one of no table:
        مجلس القيادة الرئاسي, "the Nordic Council".
        """
        k = self.passage.sentence_of(i)
        low = max(after, self.passage.sentences[max(0, k - 1)].i)
        at = bisect_left(self._councils, i) - 1
        return at >= 0 and self._councils[at] > low

    @cached_property
    def _councils(self) -> list[int]:
        """The tokens at which councils of no table are named."""
        if self.passage.language == "en":
            named = (k for k, form in enumerate(self.forms) if form == "council" and k and self._proper(k))
        else:
            named = (k for k, form in enumerate(self.forms) if form in _ANY_COUNCIL)
        return [k for k in named if not self._told_otherwise(k)]

    def _told_otherwise(self, k: int) -> bool:
        """Whether token k belongs to the name of a body of the tables, or of its states: دول مجلس التعاون."""
        bodies = any(c.i <= k < c.j for c in self.within("body", max(0, k - _NAME), k + 1))
        arabic = self.passage.language != "en"
        return bodies or (arabic and any(n.i < k < n.j for n in self.named_in(max(0, k - 3), k + 1)))

    def _proper(self, k: int) -> bool:
        capital = self.tokens.is_capital
        return capital(k) and capital(k - 1) and self.forms[k - 1] != "the"

    def _council(self, cue: Cue) -> bool:
        """Whether an organ goes by "the Council" for short: the Economic and Social Council."""
        return not _COUNCILS.isdisjoint(self.forms[cue.i : cue.j])

    @cached_property
    def _full(self) -> dict[str, list[Cue]]:
        """The full names of bodies by body, in order."""
        found: dict[str, list[Cue]] = {}
        for cue in self.all("body"):
            if cue.form == "full":
                found.setdefault(cue.value, []).append(cue)
        return found

    def _full_before(self, i: int, among: tuple[str, ...] | None) -> Cue | None:
        """The last full name of a body before token i, of any or of some."""
        lists = [self._full.get(value, []) for value in (among if among is not None else self._full)]
        last = [named[k - 1] for named in lists if (k := bisect_left(named, i, key=lambda c: c.i))]
        return max(last, key=lambda c: c.i, default=None)

    def _national(self, cue: Cue) -> bool:
        """Whether a demonym makes it a state's own body: مجلس الأمن الروسي, the Russian Security Council."""
        if self.passage.language == "en" and cue.value != "un" and (self._of_state(cue) or self._owned(cue)):
            return True
        around = self.states_in(cue.j, cue.j + 1, demonyms=True) + [
            s
            for s in self.states_in(max(0, cue.i - 2), cue.i, demonyms=True)
            if s.j == cue.i and self.passage.language == "en"
        ]
        return cue.value != "un" and any(s.kind == "demonym" for s in around)

    def _of_state(self, cue: Cue) -> bool:
        """Whether "of" and a state or an owner in small letters make it their own: "the General Assembly of Georgia",
        "the general assembly of the company".
        """
        if self.forms[cue.j : cue.j + 1] != ["of"] or cue.j + 2 >= len(self.forms):
            return False
        behind = cue.j + 1 + (self.forms[cue.j + 1] == "the")
        small = not any(self.tokens.is_capital(k) for k in (cue.i, cue.j - 1, behind))
        return bool(self.states_in(behind, behind + 1)) or (small and not self.within("body", behind, behind + 1))

    def _owned(self, cue: Cue) -> bool:
        """Whether it is that of an owner without capitals of its own: "the company's general assembly"."""
        small = not any(self.tokens.is_capital(k) for k in range(cue.i, cue.j))
        owner = cue.i - (2 if self.forms[max(0, cue.i - 1)] in ("'s", "'") else 0)
        if not small or owner == cue.i or owner < 0:
            return False
        named = [c for c in self.within("body", max(0, owner - 2), owner + 1) if c.j == owner + 1]
        return not named and not any(t.i <= owner < t.j for t in self.times_in(max(0, owner - 2), owner + 1))

    def bodies(self, i: int, j: int) -> set[str]:
        """The bodies named between tokens i and j."""
        return {self.which(c) for c in self.within("body", i, j)}

    def speaks_of(self, body: str) -> bool:
        """Whether the report names this body in full anywhere, or means it without a name."""
        return body in self._full or body == self.unnamed


__all__ = ["Scene", "codes"]
