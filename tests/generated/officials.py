"""Who holds which office of the United Nations, with title and name in both orders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Office
from tests.generated.made import Made, other
from tests.generated.words import AR, EN, month

KIND = "official.holds"
_TITLES = {
    "secretary-general": ("UN Secretary-General", "الأمين العام للأمم المتحدة"),
    "president-general-assembly": ("President of the UN General Assembly", "رئيس الجمعية العامة للأمم المتحدة"),
    "high-commissioner-human-rights": (
        "UN High Commissioner for Human Rights", "مفوض الأمم المتحدة السامي لحقوق الإنسان",
    ),
    "high-commissioner-refugees": (
        "UN High Commissioner for Refugees", "المفوض السامي للأمم المتحدة لشؤون اللاجئين",
    ),
    "commissioner-general-unrwa": ("UNRWA Commissioner-General", "المفوض العام للأونروا"),
    "emergency-relief-coordinator": ("UN humanitarian chief", "منسق الأمم المتحدة للإغاثة في حالات الطوارئ"),
    "director-general-who": ("World Health Organization Director-General", "المدير العام لمنظمة الصحة العالمية"),
    "director-general-unesco": ("UNESCO Director-General", "المدير العام لليونسكو"),
    "director-general-iaea": ("IAEA Director General", "المدير العام للوكالة الدولية للطاقة الذرية"),
    "special-envoy-syria": ("UN special envoy for Syria", "المبعوث الأممي الخاص إلى سوريا"),
    "special-envoy-yemen": ("UN special envoy for Yemen", "مبعوث الأمم المتحدة الخاص إلى اليمن"),
    "srsg-libya-unsmil": ("head of the UN mission in Libya", "رئيس بعثة الأمم المتحدة في ليبيا"),
    "prosecutor-icc": ("International Criminal Court prosecutor", "المدعي العام للمحكمة الجنائية الدولية"),
}  # fmt: skip
_NOW = {
    AR: (
        "رحب {title} {name} بالاتفاق.",
        "وقال {name}، {title}، إن الوضع خطير.",
        "حذر {title}، {name}، من تدهور الأوضاع.",
        "{title} {name}: الوضع كارثي",
        "التقى الوزير {title} {name} في نيويورك.",
    ),
    EN: (
        "{title} {name} welcomed the deal.",
        "{name}, the {title}, said the situation was grave.",
        "The {title}, {name}, warned of a catastrophe.",
        "{title} {name}: situation is dire",
        "The minister met {title} {name} in New York.",
    ),
}
_SINCE = {
    AR: (
        "تولى {name} منصب {title} في {month}.",
        "عُين {name} في منصب {title} عام {year}.",
        "يشغل {name} منصب {title} منذ عام {year}.",
    ),
    EN: (
        "{name} took office as {title} in {month}.",
        "{name} became {title} in {year}.",
        "{name} has been {title} since {year}.",
    ),
}
_FORMER = {
    AR: ("كان {name} {title} عام {year}.",),
    EN: ("{name} was {title} in {year}.",),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each holder in office, and another holder of the same office at that time; since when; and earlier."""
    for office in _TITLES:
        rows = [row for row in record.offices(office=office) if _sayable(row)][-5:]
        for n, row in enumerate(rows):
            first = _first(row)
            middle = first + (min(_last(row), date(2026, 3, 1)) - first) / 2
            strangers = [one for one in rows if not _near(one, middle) and one.person != row.person]
            yield from _said(_NOW, row, office, n, first, middle)
            yield from _said(_FORMER, row, office, n, middle, middle + timedelta(2000))
            if row.first and row.first.first == row.first.last:
                yield from _said(_SINCE, row, office, n, first, first + timedelta(200))
            if strangers:
                wrong = other(random, strangers)
                firm = wrong.firm and row.firm
                yield from _said(_NOW, wrong, office, n, first, middle, "person", firm)
                yield from _said(_FORMER, wrong, office, n, middle, date(2026, 2, 1), "at", firm)


def _sayable(row: Office) -> bool:
    dated = row.first is not None and row.first.first is not None
    return bool(row.name_ar) and dated and 1960 < _first(row).year < 2026


def _first(row: Office) -> date:
    return row.first.last if row.first and row.first.last else date.min


def _last(row: Office) -> date:
    return row.last.first if row.last and row.last.first else date(2026, 1, 1)


def _near(row: Office, when: date) -> bool:
    return _first(row) - timedelta(500) <= when <= _last(row) + timedelta(500)


def _said(
    templates: Mapping[str, tuple[str, ...]],
    row: Office,
    office: str,
    n: int,
    when: date,
    published: date,
    changed: str = "",
    covered: bool = True,
) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            title=_TITLES[office][language == AR],
            name=row.name_ar if language == AR else row.name,
            year=when.year,
            month=month(when, language, n),
        )
        yield Made(text[:1].upper() + text[1:], KIND, published.isoformat(), changed, covered)
