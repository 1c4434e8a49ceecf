"""Treaties: parties and since when, signatories, and those who stayed out."""

from __future__ import annotations

from datetime import date
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import TreatyAction
from tests.generated.harder.blanks import Drawn, Value, Words
from tests.generated.harder.draws import Draw
from tests.generated.words import codes

_NAMES = {
    "iccpr": (
        "the International Covenant on Civil and Political Rights",
        "العهد الدولي الخاص بالحقوق المدنية والسياسية",
    ),
    "icescr": (
        "the International Covenant on Economic, Social and Cultural Rights",
        "العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية",
    ),
    "cat": ("the Convention against Torture", "اتفاقية مناهضة التعذيب"),
    "cedaw": ("CEDAW", "اتفاقية سيداو"),
    "crc": ("the Convention on the Rights of the Child", "اتفاقية حقوق الطفل"),
    "crpd": ("the Convention on the Rights of Persons with Disabilities", "اتفاقية حقوق الأشخاص ذوي الإعاقة"),
    "cped": ("the Convention on Enforced Disappearance", "اتفاقية الاختفاء القسري"),
    "rome-statute": ("the Rome Statute", "نظام روما الأساسي"),
    "icerd": (
        "the International Convention on the Elimination of All Forms of Racial Discrimination",
        "الاتفاقية الدولية للقضاء على جميع أشكال التمييز العنصري",
    ),
}
_OUT, _SIGNED, _PARTY, _OTHER = "out", "signed", "party", "other"


def prepare(record: Record) -> Draw:
    standing = {
        (code, treaty): _standing(record.treaty_actions(code, treaty))
        for treaty in _NAMES
        for code in codes()
        if code in record.un_members(date(2022, 1, 1))
    }

    def draw(random: Random) -> Drawn | None:
        treaty = random.choice(list(_NAMES))
        known = [(code, *found) for (code, slug), found in standing.items() if slug == treaty]
        random.shuffle(known)
        parties = [(code, act) for code, how, act in known if how == _PARTY and act]
        signed = [(code, act) for code, how, act in known if how == _SIGNED and act]
        out = [code for code, how, _ in known if how == _OUT]
        blanks: dict[str, Value] = {"T": Words(*_NAMES[treaty])}
        for name, (code, act) in zip(("", "2", "3"), parties, strict=False):
            blanks |= {f"S{name}": code, f"y{name}": _year(act), f"wy{name}": _year(act) - 6}
            if not name and act.action in ("ratification", "accession"):
                blanks[{"ratification": "R", "accession": "C"}[act.action]] = code
            if act.when.first and act.when.first == act.when.last and act.action == "ratification":
                blanks[f"D{name}"] = act.when.first
        blanks |= {f"X{name}": code for name, code in zip(("", "2"), out, strict=False)}
        for code, act in signed[:1]:
            blanks |= {"G": code, "gy": _year(act)}
        return Drawn(date(2022, 5, random.randint(1, 28)), blanks)

    return draw


def _standing(acts: tuple[TreatyAction, ...]) -> tuple[str, TreatyAction | None]:
    """How a state stands to a treaty, and the act by which it came to stand so; what is not simple is left out."""
    if any("withdraw" in act.action or not act.firm or not act.when.first for act in acts):
        return _OTHER, None
    if not acts:
        return _OUT, None
    bound = [act for act in acts if act.binds]
    if bound:
        plain = len(bound) == 1 and bound[0].action in ("ratification", "accession")
        return (_PARTY, bound[0]) if plain else (_OTHER, None)
    return (_SIGNED, acts[0]) if acts[0].action == "signature" else (_OTHER, None)


def _year(act: TreatyAction) -> int:
    return act.when.first.year if act.when.first else 0
