"""What a notice says, in English and in Arabic, by the table `wording.toml`."""

from __future__ import annotations

from typing import Any

from mahdar.characters import harmless
from mahdar.checking.wording import state_name
from mahdar.tables import read_toml
from mahdar.watch.rules import Hit, Told

LANGUAGES = ("en", "ar")
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
_MOST = 160  # characters of a sentence in a title
_MOST_STATES = 8
_COMMAS = {"en": ", ", "ar": "، "}


def words(language: str, key: str, **values: object) -> str:
    """One text of the table with its values in place."""
    text: str = read_toml("mahdar.watch", "wording.toml")[language][key]
    return text.format(**values)


def told(hit: Hit) -> dict[str, Any]:
    """The notice as it is kept: `title_en`, `title_ar`, `text_en`, `text_ar`, `sentence`, `verdict`, `citations`."""
    part = hit.part or {}
    found: dict[str, Any] = {
        "sentence": harmless(str(part.get("text") or "")),
        "verdict": part.get("verdict"),
        "citations": [_citation(each) for each in part.get("citations", ())],
    }
    for language in LANGUAGES:
        found[f"title_{language}"] = _title(hit, language)
        found[f"text_{language}"] = _text(hit, language)
    return found


def _citation(cited: Told) -> dict[str, Any]:
    return {key: cited.get(key) for key in ("symbol", "title", "date", "url")}


def _title(hit: Hit, language: str) -> str:
    about = hit.rule.about
    key = str((hit.part or {}).get("verdict")) if about == "claim" else about
    outlet = hit.came.outlet or words(language, "unknown_outlet")
    text = str((hit.part or {}).get("text") or "") or hit.came.title or hit.came.text.strip()
    return words(language, key, words=_short(text), outlet=harmless(outlet), who=_who(hit, language))


def _short(text: str) -> str:
    """The beginning of a text, on one line, cut between words."""
    line = harmless(" ".join(text[: 20 * _MOST].split()))
    return line if len(line) <= _MOST else line[:_MOST].rpartition(" ")[0] + " …"


def _text(hit: Hit, language: str) -> str:
    if hit.part is None:
        return _named(hit, language)
    if hit.rule.about == "statement":
        return _said(hit, language)
    why, cited = str(hit.part["why"][language]), _cited(hit.part)
    return harmless(f"{why} {words(language, 'sources', citations=_COMMAS[language].join(cited))}" if cited else why)


def _cited(claim: Told) -> list[str]:
    return list(dict.fromkeys(str(each["symbol"] or each["source"]) for each in claim["citations"]))


def _named(hit: Hit, language: str) -> str:
    codes = [entity.removeprefix("state:") for entity in hit.came.told["entities"] if entity.startswith("state:")]
    names = [getattr(state_name(code), language) for code in codes[:_MOST_STATES]]
    return words(language, "names", states=_COMMAS[language].join(names)) if names else ""


def _said(hit: Hit, language: str) -> str:
    principals = [
        str(hit.came.told["entities"].get(each, {}).get("principal") or "") for each in (hit.part or {})["speakers"]
    ]
    found = dict.fromkeys(_name(hit, each, language) for each in principals if each)
    who = _who(hit, language)
    others = [each for each in found if each != who]
    if not others:
        return words(language, "said_alone", who=who)
    return words(language, "said_by", who=who, principal=_COMMAS[language].join(others))


def _who(hit: Hit, language: str) -> str:
    """Who speaks: names of the entities in this language, else the words of the report, else names in English."""
    part = hit.part or {}
    speakers = part.get("speakers", ())
    said = harmless(" ".join(str(part.get("speaker_text") or "").split()))
    nameless = any(not hit.came.told["entities"].get(each, {}).get("name_ar") for each in speakers)
    if said and (not speakers or (language == "ar" and nameless and hit.came.told["report"]["language"] == "ar")):
        return said
    names = [_name(hit, each, language) for each in speakers]
    return _COMMAS[language].join(names) or words(language, "unknown_speaker")


def _name(hit: Hit, entity: str, language: str) -> str:
    known = hit.came.told["entities"].get(entity, {})
    name = (known.get("name_ar") if language == "ar" else None) or known.get("name") or entity.partition(":")[2]
    return harmless(str(name))
