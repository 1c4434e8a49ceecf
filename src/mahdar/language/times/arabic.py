"""Arabic: which rules try to read a time at a token, by the kind of word that stands there.

Units are parted by their grain, so that no rule runs which only another grain can satisfy.
"""

from __future__ import annotations

from mahdar.language.times.ahead import after_units
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
    weekday_bare,
)
from mahdar.language.times.arabic_months import (
    day_and_month,
    day_of_related_month,
    month_alone,
    range_and_month,
    two_months,
)
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
from mahdar.language.times.arabic_weekdays import two_days, weekday
from mahdar.language.times.numeric import arabic_date

RULES = {
    "number": (
        first_of,
        arabic_date, range_and_month, day_and_month, day_of_related_month, counted_in, bare_year,
        years_range, from_now, counted_turns, bare_day_number,
    ),
    "month": (month_alone,),
    "hijri": (month_alone,),
    "solar": (month_alone,),
    "month-stub": (month_alone,),
    "weekday": (weekday,),
    "weekday-bare": (weekday_bare,),
    "day": (day_word,),
    "night": (day_word,),
    "daypart": (daypart,),
    "part-of-day": (daypart,),
    "part": (part, portion_of),
    "final": (counted_in, part, last_turns),
    "unit/day": (first_of, unit_day, related, counted_turns, from_now, two_days),
    "unit/week": (first_of, related, counted_turns, from_now, nth_of, week_of, weekend),
    "unit/weekend": (related, weekend),
    "unit/month": (first_of, related, counted_turns, from_now, month_alone, nth_of, two_months),
    "unit/quarter": (related, portion_of, counted_turns, from_now),
    "unit/half": (related, portion_of),
    "unit/third": (related, portion_of),
    "dated-quarter": (portion_of,),
    "unit/year": (first_of, year, years_range, related, counted_turns, from_now),
    "unit/decade": (related, counted_turns, from_now, decade),
    "unit/century": (related, century, counted_turns, from_now),
    "demonstrative": (related, season, this_turn),
    "ago": (ago,),
    "after": (hence, after_units),
    "from": (ago_from,),
    "in": (hence_in,),
    "season": (season,),
    "decade": (decade,),
}  # fmt: skip
