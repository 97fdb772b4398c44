"""OKRs and plan as columns: what is to do, what is being done, what is done (E2)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import okrs
from onestop.insight.okrs import Tracked
from onestop.insight.practice import DOING_LIMIT
from onestop.model.folder import Folder
from onestop.model.okr import DOING, DONE, TODO, Quarter

COLUMNS = (TODO, DOING, DONE)


class Card(NamedTuple):
    """A key result or a step of the plan; `days` is how long it is in its column, if known.

    `of` is the title of its objective or focus area; a team's card is nobody's alone.
    """

    id: str
    title: str
    column: str
    days: int | None
    since: date | None
    of: str
    is_plan: bool = False
    is_team: bool = False


class Board(NamedTuple):
    """The cards of one owner, each column with what came into it last on top."""

    owner: str
    cards: tuple[Card, ...]

    def column(self, name: str) -> tuple[Card, ...]:
        """The cards of one column."""
        return tuple(card for card in self.cards if card.column == name)

    @property
    def own_doing(self) -> int:
        """How many cards one person is at; those of a team are shared by many."""
        return sum(not card.is_team for card in self.column(DOING))

    @property
    def is_crowded(self) -> bool:
        """Whether one person does more at a time than can be finished soon (E2)."""
        return self.own_doing > DOING_LIMIT


def board(folder: Folder, today: date) -> Board:
    """Everything of the quarter and the plan; dropped and carried cards are left out."""
    return _sorted(folder.person.name, _cards(folder, today))


def of_team(quarters: Sequence[Quarter], today: date, owner: str) -> Board:
    """The key results of a team's current quarter."""
    return _sorted(owner, team_cards(quarters, today))


def bare(quarters: Sequence[Quarter], today: date) -> tuple[str, ...]:
    """The ids of the current objectives without a key result: they put no card on a board."""
    quarter = okrs.current(quarters, today)
    objectives = quarter.objectives if quarter and not quarter.closed else ()
    return tuple(one.id for one in objectives if one.id and not one.results)


def team_cards(quarters: Sequence[Quarter], today: date) -> tuple[Card, ...]:
    """Every card of a team that can be moved."""
    quarter = okrs.current(quarters, today)
    found = _of_results(okrs.within(quarter), today) if quarter else ()
    return tuple(card._replace(is_team=True) for card in found)


def cards(folder: Folder, today: date) -> tuple[Card, ...]:
    """Every card that can be moved, dropped ones too, in the order of the files."""
    return tuple(_cards(folder, today))


def _sorted(owner: str, found: Iterable[Card]) -> Board:
    cards = [card for card in found if card.column in COLUMNS]
    return Board(owner, tuple(sorted(cards, key=lambda c: c.since or date.min, reverse=True)))


def _of_results(found: Iterable[Tracked], today: date) -> Iterator[Card]:
    for one in found:
        result, of = one.result, one.objective.title
        if not result.carried_to:
            days = _days(result.since, today)
            card = Card(one.tag, result.title, result.status, days, result.since, of)
            yield card._replace(is_team=one.team)


def _cards(folder: Folder, today: date) -> Iterator[Card]:
    yield from _of_results(okrs.tracked(folder, today), today)
    for focus in folder.plan:
        for card in focus.cards:
            days = _days(card.since, today)
            yield Card(
                card.id, card.title, card.status, days, card.since, focus.title, is_plan=True
            )


def _days(since: date | None, today: date) -> int | None:
    return (today - since).days if since and since <= today else None
