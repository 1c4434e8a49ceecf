"""Times in Arabic and English news: what days an expression means, seen from a reference day.

Conventions of the style ``news``, beside those of READING.md:

- A bare weekday, month or day of a month is the last one up to publication, or the next one where the nearest cue in
  the clause looks ahead (``will``, ``سيـ``, until); a day of a month may also lie up to 31 days ahead.
- الجمعة المقبل is the first Friday after publication, ``next Friday`` the one of the next week.
- A year, month or week that somebody only speaks of in part (مطلع، mid-, late) stays whole.
- ``two weeks ago`` is that week, ``قبل عام`` that year: the whole unit; more than two weeks ago is no time.
- 04/05/2017 has the day first, save that 04/17/2017 can only have the month first.
- Spring begins in March, winter in December of its year; the 20th century is 1901 to 2000, the 1990s are 1990 to 1999.
- A day or month of which nothing tells whether it lies ahead is untold where its last turn is of another year and more
  than nine months ago.
- What was only planned (was scheduled for Friday) is the Friday behind, or untold where the one ahead is nearer.
- A month or a day in the clause of a year that opens its sentence (In 2016 … in March) lies in that year.
- What comes round (every year in April, the third Friday in a row) is no time.
- Months of the Solar Hijri calendar of Iran count with their year only.
- Times that hang on another time (the next day, بعد ذلك بعام) are read off the one named before them in the sentence;
  where there is none, they are not given. A month of such a year (ديسمبر من العام ذاته) is then a time without days.
- منذ عامين is a time where something happened two years ago, and none where it lasts (المستمرة منذ عامين).
- What is to come in two days (سيجتمع بعد يومين) is that day, where its sentence names no other time.
- Durations are not given here; ``mahdar.language.times.durations`` reads them.
"""

from mahdar.language.times.find import times, told_as_past
from mahdar.language.times.values import TimePhrase

__all__ = ["TimePhrase", "times", "told_as_past"]
