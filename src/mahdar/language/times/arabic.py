"""Arabic: which rules try to read a time at a token, by the kind of word that stands there."""

from __future__ import annotations

from mahdar.language.times.arabic_counted import ago, ago_from, counted_turns, from_now, hence, hence_in, last_turns
from mahdar.language.times.arabic_days import (
    bare_day_number,
    counted_in,
    day_word,
    daypart,
    first_of,
    nth_of,
    this_turn,
    unit_day,
    week_of,
    weekday,
    weekday_bare,
)
from mahdar.language.times.arabic_months import day_and_month, day_of_related_month, month_alone, range_and_month
from mahdar.language.times.arabic_units import (
    bare_year,
    century,
    decade,
    part,
    portion_of,
    related,
    season,
    weekend,
    year,
    years_range,
)
from mahdar.language.times.numeric import numeric_date

RULES = {
    "number": (
        first_of,
        numeric_date, range_and_month, day_and_month, day_of_related_month, counted_in, bare_year,
        years_range, from_now, counted_turns, bare_day_number,
    ),
    "month": (month_alone,),
    "hijri": (month_alone,),
    "month-stub": (month_alone,),
    "weekday": (weekday,),
    "weekday-bare": (weekday_bare,),
    "day": (day_word,),
    "night": (day_word,),
    "daypart": (daypart,),
    "part-of-day": (daypart,),
    "part": (part, portion_of),
    "final": (counted_in, part, last_turns),
    "unit": (
        first_of,
        unit_day, year, years_range, related, portion_of, century,
        counted_turns, from_now, month_alone, nth_of, week_of, weekend,
    ),
    "demonstrative": (related, season, this_turn),
    "ago": (ago,),
    "after": (hence,),
    "from": (ago_from,),
    "in": (hence_in,),
    "season": (season,),
    "decade": (decade,),
}  # fmt: skip
