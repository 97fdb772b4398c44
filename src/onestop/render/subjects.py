"""The practice's own sentences: what was neglected, what is offered, what to mind oneself."""

from onestop.insight import manager, subjects
from onestop.insight.parts import Recognition
from onestop.insight.subjects import Clock
from onestop.model.person import Person
from onestop.render import words

_REMINDERS = (
    "Listen first: their words before yours.",
    "Ask before you advise: what have they tried?",
    "Say what went well, and what got better.",
    "Name what was done and what it led to, never who they are.",
    "Guide without blame: what would make it easier next time?",
    "Ask what you should do differently.",
    "Find the obstacle while it is small.",
    "Leave silence after a question.",
)
_OFFERS = {
    subjects.ROLE: "what is the role for? Find the question together: one role {who}",
    subjects.PRAISE: 'write down what is good when you see it: one praise {who} "..."',
    subjects.THEMES: "what does the role stretch? Follow it up: one theme {who} ID TITLE",
    subjects.OKRS: "a new quarter: objectives, with confidence: one okr {who} add TITLE",
    subjects.FEEDBACK: 'ask what you should change: one feedback {who} to-me "..."',
    subjects.ALIGNMENT: "compare your priorities with theirs: one align {who} priorities",
    subjects.CAREER: 'ask where it shall lead: one ambition {who} "..."',
    subjects.PLAN: "a skill the day job does not teach: one plan {who} add TITLE",
    subjects.RATINGS: "both rate both, each on their own: one rate {who}",
}
_NAMES = {
    subjects.RATINGS: "performance",
    subjects.FEEDBACK: "feedback to you",
    subjects.ROLE: "role question",
}
_NEGLECTED = {
    subjects.CAREER: "no career talk for {time}: one prep {who} career",
    subjects.ALIGNMENT: "priorities not compared for {time}: one prep {who} alignment",
    subjects.FEEDBACK: "no feedback to you in {time}: ask what you should do differently",
    subjects.RATINGS: "no performance talk for {time}: one rate {who}",
    subjects.ROLE: "the role question is {time} old: does it still fit? one role {who}",
    subjects.PRAISE: 'no praise noted in {time}: one praise {who} "..."',
}


def neglected(clock: Clock, person: Person) -> str:
    """Why a subject should come up, and how."""
    if clock.is_new_quarter and clock.elapsed < clock.limit:
        return f"a new quarter: compare your priorities: one prep {person.slug} alignment"
    time = words.plural(clock.elapsed, "meeting" if clock.meetings else "day")
    return _NEGLECTED[clock.subject].format(time=time, who=person.slug)


def clock(one: Clock) -> str:
    """`career 49 of 30 days`."""
    unit = "meetings" if one.meetings else "days"
    return f"{_NAMES.get(one.subject, one.subject)} {one.elapsed} of {one.limit} {unit}"


def offer(subject: str, person: Person) -> str:
    """A subject these two have not tried, and how to say no to it for good."""
    said = _OFFERS[subject].format(who=person.slug)
    return f"{said}   Or not: one without {person.slug} {subject}"


def reminder(part: Recognition, person: Person) -> str:
    """One sentence for the manager's own side."""
    name = person.first_name
    if part.missing == manager.WIN:
        return f"No win noted lately: what did {name} do well?"
    if part.missing == manager.BETTER:
        return f"No improvement noted lately: what does {name} do better than before?"
    if part.missing == manager.TALKS and part.share is not None:
        return f"{part.share:.0%} of the topics were yours lately: ask {name} to bring some."
    if part.missing == manager.DEFERS:
        return f"Every topic was {name}'s lately: what do you want to raise?"
    return _REMINDERS[part.turn % len(_REMINDERS)]
