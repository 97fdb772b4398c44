"""What a log writes beside its note: one line in the file where it has its home."""

from functools import partial, singledispatch

from onestop.model.agenda import Agenda
from onestop.model.entry import Aside, Look, Verdict
from onestop.model.feedback import Feedback
from onestop.model.person import Link
from onestop.notebook import layout
from onestop.notebook.change import Name
from onestop.notebook.edits import Edits


@singledispatch
def write(said: Aside, edits: Edits, agenda: Agenda, name: Name) -> None:  # noqa: ARG001
    """Put it into the person's file of its kind, dated with the day of the meeting."""
    raise TypeError(type(said).__name__)


@write.register
def _feedback(said: Feedback, edits: Edits, agenda: Agenda, name: Name) -> None:
    from onestop.formats import feedback

    line = feedback.written(said._replace(day=agenda.on, id=name()))
    first = feedback.first(agenda.between[0])
    edits.change(layout.feedback(agenda.slug), partial(feedback.add, line=line), first)


@write.register
def _look(said: Look, edits: Edits, agenda: Agenda, name: Name) -> None:  # noqa: ARG001
    from onestop.formats import okrs

    look = said.check_in._replace(date=agenda.on)
    edits.change(said.path, partial(okrs.check_in, ident=said.result, look=look, begun=said.begun))


@write.register
def _link(said: Link, edits: Edits, agenda: Agenda, name: Name) -> None:  # noqa: ARG001
    from onestop.formats import person

    link = said._replace(date=agenda.on)
    edits.change(layout.person_yaml(agenda.slug), partial(person.add_link, link=link))


@write.register
def _tested(said: Verdict, edits: Edits, agenda: Agenda, name: Name) -> None:  # noqa: ARG001
    from onestop.formats import alignment

    def close(text: str) -> str:
        return alignment.close(text, said.assumption, said.outcome, said.note, agenda.on)

    edits.change(layout.alignment(agenda.slug), close)
