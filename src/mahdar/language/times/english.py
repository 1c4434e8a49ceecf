"""English: which rules try to read a time at a token, by the kind of word that stands there."""

from __future__ import annotations

from mahdar.language.times.ahead import in_units
from mahdar.language.times.english_calendar import closest, days_on
from mahdar.language.times.english_counted import (
    ago,
    ago_or_hence_of_another,
    counted_turns,
    hence,
    week_from,
    weekdays_away,
)
from mahdar.language.times.english_days import (
    bare_day_number,
    counted_in,
    day_word,
    daypart,
    directed,
    part,
    week_of,
    weekday,
)
from mahdar.language.times.english_months import (
    day_and_month,
    day_of_related_month,
    days_and_month,
    month_alone,
    month_and_day,
    month_and_days,
)
from mahdar.language.times.english_units import (
    bare_year,
    century,
    decade,
    portion_of,
    quarter_behind,
    quarter_code,
    related,
    season,
    slang,
    weekend,
    year_and_quarter,
    years_range,
)
from mahdar.language.times.numeric import numeric_date
from mahdar.language.times.units import GRAINS

_NUMBER = (
    numeric_date, days_and_month, day_and_month, day_of_related_month, counted_in, bare_year,
    years_range, year_and_quarter, quarter_behind, decade, century, portion_of, ago, in_units, ago_or_hence_of_another,
    week_from, counted_turns, weekdays_away, bare_day_number, days_on, closest,
)  # fmt: skip

RULES = {
    "number": _NUMBER,
    "month": (month_and_days, month_and_day, month_alone),
    "hijri": (month_and_day, month_alone),
    "solar": (month_and_day, month_alone),
    "weekday": (weekday,),
    "weekday-bare": (weekday,),
    "day": (day_word,),
    "night": (day_word,),
    "daypart": (daypart,),
    "part-of-day": (daypart, part),
    "part": (part,),
    "final": (counted_in,),
    "direction": (directed, related, season, counted_turns, part),
    "anaphoric": (related,),
    "article": (
        day_and_month, days_and_month, day_of_related_month, counted_in, portion_of, decade,
        century, season, weekend, directed, related, part, week_of,
        ago, in_units, ago_or_hence_of_another, week_from, bare_day_number, bare_year, closest,
    ),
    **{f"unit/{grain}": (week_of, ago, week_from) for grain in GRAINS},
    "in": (hence, days_on),
    "closest": (closest,),
    "season": (season,),
    "decade": (decade,),
    "quarter": (quarter_code,),
    "half-year": (quarter_code,),
    "slang": (slang,),
}  # fmt: skip
