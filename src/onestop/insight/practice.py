"""The numbers of the practice, in one place, each with its source. They are not settings.

The sources are the rows of docs/practice.md.
Limits that are told where the files are read, too, stand with their nouns:
`ACTIVE_THEMES`, `ROLE_WORDS`, `OBJECTIVES`, `RESULTS`, `FOCUS_AREAS` and `PRIORITIES` in `model`.
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

WEEK_PERCENT = 20
"""One-on-ones beyond this part of the working week are too much, in percent (D9)."""

SPAN_WELL = 7
"""Up to seven direct reports work well (D9)."""

SPAN_LIMIT = 8
"""Six to seven people work well, eight pushes the limits (D9)."""

SPAN_IMPOSSIBLE = 10
"""From here on no manager can do it well (D9)."""

OVERHEAD_MINUTES = 15
"""So much preparation and writing down goes with each meeting, beside its own time (D9)."""

LOAD_WEEKS = 12
"""What was really held is looked at over so many weeks, about a quarter (D9)."""

LONG_MINUTES = 50
"""A meeting of this length is an hour, and an hour wants its reason (D9)."""

LONG_TOPICS = 3
"""An hour with no more topics than this could be 20 minutes: poor structure (D9)."""

BRIEF_LINES = 38
"""The brief has at most 40 lines, with the path and the next step under it: one screen (C4)."""

FIRST_MEETING = (("person", 12), ("role", 10), ("us", 6), ("end", 2))
"""How the first half hour is shared out, in minutes of 30; the person comes first (C1)."""

PAPER_SHARES = (
    ("Check-in", 5), ("Follow-up", 5), ("Topics", 10), ("Growth", 5), ("Align and act", 5),
)  # fmt: skip
"""The five steps and their share of 30 minutes, for the printed page (C1)."""

THEME_SILENT_DAYS = 42
"""A theme not seen for six weeks is asked about, or rests (D4)."""

SIGHTINGS_SHOWN = 3
"""So many last sightings of each theme are shown (D4)."""

AMBITION_EVERY = 4
"""Every 4th agenda asks for the ambition's next link (D5)."""

AMBITION_LINK_DAYS = 60
"""An ambition without a link is shown after so many days (D5)."""

ROLE_EVERY = 4
"""Every 4th meeting asks where the role question showed up (D1)."""

ROLE_DAYS = 180
"""After so many days it is asked whether the role question still fits (D1, F)."""

CAREER_DAYS = 30
"""A career talk about once a month, for those who have them (F)."""

ALIGNMENT_DAYS = 30
"""Priorities and expectations are checked after so many days (A1, F)."""

PERFORMANCE_DAYS = 90
"""A performance talk about once a quarter, not weekly (E5, F)."""

PRAISE_MEETINGS = 3
"""Praise missing for so many meetings is mentioned (C3, F)."""

UPWARD_MEETINGS = 4
"""Feedback to the manager is asked for at least every 4th meeting (A4, F)."""

UNSAID_DAYS = 7
"""Feedback that was not said for longer than this is loud (C3)."""

CONFIDENCE_FALL = 2
"""A key result whose confidence fell by so much tops the agenda (E1)."""

RESULT_SILENT_MEETINGS = 3
"""Key results that were not mentioned in so many meetings are shown (B6)."""

FAIR_GRADE = 0.4
"""Below this a key result was missed; the word for it is low (E1)."""

GOOD_GRADE = 0.7
"""From here an aspirational result was reached; a committed one expects 1.0 (E1)."""

DOING_LIMIT = 2
"""More cards in doing than this are a warning: finish before you begin (E2)."""

TREND_POINTS = 3
"""A trend needs so many points (E4)."""

MOOD_WINDOW = 6
"""The last happiness is compared with the median of so many before it (E4)."""

MOOD_FALL = 2
"""So far below that median it is pointed out (E4)."""

KEEP_DAYS = 91
"""`:-)` worth keeping come back once a quarter (E4)."""

UNCLEAR_DAYS = 14
"""A `:-/` is asked about once it had two weeks to become happy or sad (E4)."""

RATING_GAP = 2
"""From here two ratings of one person differ so much that they become a topic (E6)."""

TOPIC_WINDOW = 6
"""Over so many meetings the share of topics by side is looked at (B4)."""

TOPIC_SHARE = 0.5
"""A manager who brings more of the topics than this does too much of the agenda (B4)."""

OFFERS = {
    "role": 2, "praise": 3, "themes": 4, "okrs": 4, "feedback": 5, "alignment": 6,
    "career": 7, "plan": 8, "ratings": 10,
}  # fmt: skip
"""From which meeting on a subject that was never used is offered, one per meeting (F).

The role question comes at the 2nd meeting, a theme at the 4th, OKRs at a new quarter;
what asks for more trust comes later.
"""

WIN_MEETINGS = 3
"""Without a win for so many meetings, the manager is reminded to look for one (A4)."""

BETTER_MEETINGS = 6
"""Progress and improvement: without an improvement for so many meetings, likewise (A4)."""

OBSTACLE_DAYS = 21
"""An obstacle that keeps coming for so long is shown with its age (A4)."""

OBSTACLE_QUIET = 3
"""An obstacle that did not come up in so many meetings is over; key results go by the same (B6)."""

TOPIC_MINUTES = 5
"""A topic takes about so long; a shorter meeting has room for fewer (B8)."""

STATUS_MEETINGS = 3
"""Over so many meetings it is judged whether they were report-outs (D7)."""

STATUS_SHARE = 0.5
"""When more of the lines than this stand under Status, the framing is said again (D7)."""

PACES = {
    "result": 14, "theme": 14, "block": 14, "growth": 14, "unclear": 14, "assumption": 21,
    "feedback": 28, "check-in": 28, "link": 56, "delegated": 56, "worth": 56, "talk-share": 84,
}  # fmt: skip
"""After so many days each subject of the log's rotating prompt has waited its turn.

Numbers that fall and themes fade within two weeks (D4, E1); the way the two work together
changes slowly (A4, A5, C1).
"""

SETTLED_IN = 4
"""From the meeting after so many on, the rotating prompt also asks about the meeting itself."""

MOTIVATION_DAYS = 30
"""A talk on motivation looks back over what made somebody happy or sad for so long (E4)."""

PRAISE_DAYS = 21
"""Three weekly meetings: after so many days without a good word it is time to look for one (C3)."""

HEARD_DAYS = 30
"""`one week` lists what made people sad or unsure for so long back (E4)."""

HEARD_EACH, HEARD_LINES = 2, 12
"""It lists the latest two of each, and no more than a dozen: a week has room for no more (E4)."""

FRESH_DAYS = 3
"""So long after a meeting it can still be written down from memory (C3)."""

HEALTH_WINDOW = 6
"""What the meetings look like is told from the last so many that were held (D6)."""

HEALTH_LEAST = 4
"""With fewer meetings than this nothing is said: two or three show no habit (D6)."""

STATUS_OFTEN = 3
"""So many of the window that are mostly status make it a status meeting (D6)."""

WORK_ALONE = 5
"""So many of the window without a line about the person look like a task check-in (D6)."""

UNPREPARED = 4
"""So many of the window without a topic, a purpose or a question have no agenda (D6)."""

RARE_TALKS = 2
"""Talk about the person is rare in no more of the window than this; when each of them
followed a silence, it looks like a Hail Mary (D6)."""

TALK_LEAST = 2
"""So many entered numbers below half, and most of them, are talking more than listening (D6)."""

EVEN_SHARE = 50
"""The percent of the talking from which on the person has their half (D6)."""

TOPICS_LEAST = 4
"""Of fewer topics than this nobody can say who brings most of them (B4)."""

BLANK = 3
"""So many of the window with nothing written down are half of it (D6)."""

SKIPS = 2
"""So many skips and silences since the window began are a habit, and no exception (D6)."""

SHAPELESS = 4
"""So many of the window without purpose and headings have no structure (D6)."""

SHAPELESS_LINES = 3
"""Only a note of so many lines needs a heading; a short log is a good log (D6, H)."""

COVERED_MEETINGS = 6
"""Over so many meetings the five steps of a talk are counted (C1)."""

FULL_AGENDA = 4
"""With so many promises and topics an agenda is full: one question is enough (B5)."""
