"""Which reports tell one happening: syndicated copies told from independent accounts, across outlets and languages.

>>> from mahdar.accounts import stories, tell
>>> stories([tell("a", text, outlet="x", published="2023-03-17"), tell("b", other, published="2023-03-17")])
"""

from mahdar.accounts.stories import Stories, stories
from mahdar.accounts.story import Member, Story, Tie
from mahdar.accounts.telling import Telling, tell, told

__all__ = ["Member", "Stories", "Story", "Telling", "Tie", "stories", "tell", "told"]
