"""What people type about key results: numbers, confidence, quarters."""

import re
from collections.abc import Sequence
from datetime import date

from onestop.errors import Usage
from onestop.formats.schema import number
from onestop.model.okr import MOST_CONFIDENT, CheckIn, Milestone, is_quarter

_SHARES = 'For example: --milestone "Draft read by two=0.3" --milestone "Published=0.7"'


def measured(said: str, flag: str = "") -> float:
    """Read a number that was typed, also as `45%`; Usage for what is none, naming the flag."""
    found = number(said.strip().removesuffix("%").rstrip())
    if found is None:
        what = f'{flag} "{said}"'.strip()
        raise Usage(f"{what} is not a number.", hint="Write it plainly: 41, 0.5 or 1200.")
    return found


def confident(said: str) -> int:
    """Read a confidence that was typed, also as `6/10`; Usage for what is none."""
    words = said.strip().removesuffix(f"/{MOST_CONFIDENT}")
    if words.isascii() and words.isdigit() and len(words) < 3 and int(words) <= MOST_CONFIDENT:
        return int(words)
    raise Usage(
        f'Confidence "{said}" is not a whole number from 0 to {MOST_CONFIDENT}.',
        hint="0 is no hope, 5 even odds, 10 certain.",
    )


def checked(said: str, day: date, *, has_number: bool = True) -> CheckIn | None:
    """Read an answer such as `41 6`, `41`, `, 6` (the confidence alone) or `41 6 15`.

    The third is the leading number; None when the answer is empty.
    A key result with milestones has no number: `6` is its confidence then.
    Usage when it is no number and confidence.
    """
    if not has_number and (sure := said.strip(" ,-")):
        return CheckIn(day, confidence=confident(sure))
    words = said.replace(",", " , ").split()
    parts = [word for n, word in enumerate(words) if word != "," or n == 0]
    if not parts:
        return None
    if len(parts) > 3:
        raise Usage(f'"{said.strip()}" is not a number and a confidence.', hint="For example: 41 6")
    now = None if parts[0] in (",", "-") else measured(parts[0])
    confidence = confident(parts[1]) if len(parts) > 1 else None
    lead = measured(parts[2]) if len(parts) == 3 else None
    return None if now is None and confidence is None else CheckIn(day, now, lead, confidence)


def quarter_name(said: str, today: date) -> str | None:
    """Read `2026-Q4`, `Q4` or `q4` of this year; None for anything else."""
    words = said.strip().upper()
    name = f"{today.year}-{words}" if re.fullmatch(r"Q[1-4]", words) else words
    return name if is_quarter(name) else None


def way(said: str) -> tuple[float, float]:
    """Read `55 20` or `from 55 to 20`: where a key result begins, and its target."""
    words = [w for w in said.replace(",", " ").split() if w.lower() not in ("from", "to", "->")]
    if len(words) != 2:
        raise Usage(f'"{said.strip()}" is not two numbers.', hint="For example: 55 20")
    return measured(words[0]), measured(words[1])


def gauge(said: str) -> tuple[float | None, float | None, tuple[Milestone, ...]]:
    """Read `55 20`, or steps such as `Draft=0.3, Published=0.7`: start, target, milestones."""
    if "=" in said:
        return None, None, milestones([one.strip() for one in said.split(",") if one.strip()])
    start, target = way(said)
    return start, target, ()


def milestones(said: Sequence[str]) -> tuple[Milestone, ...]:
    """Read `Draft read by two=0.3`: a title and its share; shares left out are even."""
    found = [_milestone(one) for one in said]
    given = [share for _, share in found if share is not None]
    if given and len(given) < len(found):
        raise Usage("Some milestones have a share and some have none.", hint=_SHARES)
    even = round(1 / len(found), 2)
    return tuple(Milestone(title, even if share is None else share) for title, share in found)


def _milestone(said: str) -> tuple[str, float | None]:
    from onestop.formats import spoken

    title, sign, end = said.rpartition("=")
    share = number(end.strip()) if sign else None
    if share is None:
        return spoken.one_line(said, "The milestone"), None
    if not 0 < share <= 1:
        raise Usage(f'The share "{end.strip()}" is not between 0 and 1.', hint=_SHARES)
    return spoken.one_line(title, "The milestone"), share
