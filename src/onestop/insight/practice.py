"""The numbers of the practice, in one place, each with its source. They are not settings.

The sources are the rows of docs/practice.md.
"""

LATE_FACTOR = 1.5
"""A meeting is late when this many cadences have passed since the last one (C2)."""

GAP_FACTOR = 2.0
"""From here it is a gap: the relationship itself needs a meeting (C2)."""

QUESTIONS_PER_AGENDA = 3
"""At most so many questions; more turn a talk into an interview (B5)."""

DEEP_DEPTH = 3
"""The depth of a question that needs trust (B5)."""

TRUST_AFTER = 5
"""Deep questions wait until so many meetings were held (B5)."""

FRAMED_MEETINGS = 3
"""So many first meetings open with "your time, not a status report" (D7)."""

SHOWN_LINES = 5
"""A part of a view shows so many lines, then says how many more there are."""

WEEK_SHARE = 0.20
"""One-on-ones beyond this share of the working week are too much (D9)."""

SPAN_LIMIT = 8
"""Six to seven people work well, eight pushes the limits (D9)."""

FIRST_MEETING = (("person", 12), ("role", 10), ("us", 6), ("end", 2))
"""How the first half hour is shared out, in minutes of 30; the person comes first (C1)."""

PAPER_SHARES = (
    ("Check-in", 5), ("Follow-up", 5), ("Topics", 10), ("Growth", 5), ("Align and act", 5),
)  # fmt: skip
"""The five steps and their share of 30 minutes, for the printed page (C1)."""
