"""The rules of `one health` in words, with their numbers, and one remedy for each.

They stand here once: `one health --rules` prints them, and docs/health.md shows what it prints.
"""

from onestop.insight import health
from onestop.insight.practice import (
    BLANK,
    EVEN_SHARE,
    GAP_FACTOR,
    HEALTH_LEAST,
    HEALTH_WINDOW,
    RARE_TALKS,
    SHAPELESS,
    SHAPELESS_LINES,
    SKIPS,
    STATUS_MEETINGS,
    STATUS_OFTEN,
    STATUS_SHARE,
    TALK_LEAST,
    TOPIC_SHARE,
    TOPIC_WINDOW,
    TOPICS_LEAST,
    UNPREPARED,
    WORK_ALONE,
)
from onestop.render.text import Cell, Page, row

_STATUS_PART = f"more than {STATUS_SHARE * 100:.0f} % of the lines"
_SILENCE = f"{GAP_FACTOR:.0f} cadences"

RULES = {
    health.CHECK_IN: (
        f"Of the last {STATUS_MEETINGS} meetings {_STATUS_PART} stand under Status; "
        f"or at least {WORK_ALONE} meetings have lines, and none about the person."
    ),
    health.NO_AGENDA: (
        f"At least {UNPREPARED} meetings had no topic, no open item, no purpose and no question "
        "before them."
    ),
    health.HAIL_MARY: (
        f"No more than {RARE_TALKS} meetings have something about the person, and each of these "
        f"came after {_SILENCE} or more without a meeting."
    ),
    health.STATUS: (
        f"In at least {STATUS_OFTEN} meetings {_STATUS_PART} stand under Status. "
        "Not said beside a task check-in."
    ),
    health.TALKING: (
        f"At least {TALK_LEAST} of the talk-shares that were entered, and most of them, are below "
        f"{EVEN_SHARE} %; or over {TOPIC_WINDOW} meetings you bring more than "
        f"{TOPIC_SHARE * 100:.0f} % of at least {TOPICS_LEAST} topics."
    ),
    health.NOTHING: (
        f"At least {BLANK} meetings left nothing in their notes, or were planned and never logged."
    ),
    health.SKIPPING: (
        f"At least {SKIPS} times a meeting was skipped and not moved, or {_SILENCE} went by with "
        "nothing noted. Leave does not count."
    ),
    health.SHAPELESS: (
        f"At least {SHAPELESS} notes of {SHAPELESS_LINES} lines or more have no purpose and no "
        "more than one heading."
    ),
    health.BRINGING: (
        f"Over {TOPIC_WINDOW} meetings you bring none of at least {TOPICS_LEAST} topics."
    ),
}
"""When each finding is shown, counted over the last meetings that were held."""

REMEDIES = {
    health.CHECK_IN: (
        "Say first whose time it is, and open with one question about them: one ask {slug}"
    ),
    health.NO_AGENDA: 'Note one thing as it comes up during the week: one topic {slug} "..."',
    health.HAIL_MARY: (
        "Little and often: ask about them in every meeting, not only after a silence."
    ),
    health.STATUS: 'Take status in writing. When it comes up: "Covered. Do you want my input?"',
    health.TALKING: "Begin with their topic, ask one open question, and wait for the whole answer.",
    health.NOTHING: "One line on the way out is enough: one log {slug}",
    health.SKIPPING: (
        "If it was leave or illness: one away {slug} FROM TO. If it was work: one move {slug} DATE"
    ),
    health.SHAPELESS: "Give the next one a purpose: one prep {slug} growth",
    health.BRINGING: 'Bring something of your own, too: one topic {slug} "..."',
}
"""One thing to do about each."""


def remedy(name: str, slug: str) -> str:
    """The one thing to do about a finding, with the command for this person."""
    return REMEDIES[name].format(slug=slug)


def rules() -> Page:
    """Every rule and its remedy."""
    page = [
        row(
            f"Looks at the last {HEALTH_WINDOW} meetings that were held, "
            f"once there are {HEALTH_LEAST}."
        )
    ]
    for name in health.NAMES:
        page.append(row(Cell(name, "name"), RULES[name], grid="rules", stretch=1))
        page.append(row("", Cell(f"Try: {remedy(name, 'PERSON')}", "quiet"), grid="rules"))
    return page
