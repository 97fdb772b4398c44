"""Any edit of any YAML: what was asked for changes, and not one byte more."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.header import (
    append,
    append_header,
    read,
    remove,
    remove_header,
    set_header,
    set_value,
    split,
)
from onestop.formats.parsed import CannotEdit
from yaml_texts import anything, documents, mappings, named, plainly, told, values, words

Path = tuple[str | int, ...]
Edit = Callable[..., str]
many = settings(
    max_examples=examples(300),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def paths(value: Any, above: Path = ()) -> list[Path]:
    """The path of everything in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[Path] = []
    for step, each in inner:
        found.append((*above, step))
        if isinstance(each, dict | list):
            found += paths(each, (*above, step))
    return found


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def changed(old: str, new: str) -> tuple[str, str]:
    """What the shortest splice takes out of `old` and puts in for `new`."""
    short = min(len(old), len(new))
    front = next((i for i in range(short) if old[i] != new[i]), short)
    rest = short - front
    back = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return old[front : len(old) - back], new[front : len(new) - back]


def attempt(edit: Callable[[str], str], text: str) -> str | None:
    """The edited text; None when it was refused for a reason that is to be expected."""
    try:
        return edit(text)
    except CannotEdit as refusal:
        event(refusal.problem.message[:20])
        unsure = "without changing more" in refusal.problem.message
        # A block of text may say something else with one line end more behind it.
        assert not unsure or "|+" in text or not text.endswith("\n")
        return None


@many
@given(documents(), st.data())
def test_setting_changes_one_value(text: str, data: st.DataObject) -> None:
    expected = plainly(text)
    assume(expected)
    path, value = data.draw(st.sampled_from(paths(expected))), data.draw(values)
    new = attempt(lambda text: set_value(text, path, value), text)
    if new is not None:
        at(expected, path[:-1])[path[-1]] = told(value)
        assert plainly(new) == expected
        assert "#" not in changed(text, new)[0] or "#" in str(at(plainly(text), path))


@many
@given(documents(), words, values, st.data())
def test_a_new_key_is_put_in_whole(text: str, key: str, value: Any, data: st.DataObject) -> None:
    expected = plainly(text)
    assume(expected)
    above = [path for path in [(), *paths(expected)] if isinstance(at(expected, path), dict)]
    path = data.draw(st.sampled_from(above))
    assume(key not in at(expected, path))
    new = attempt(lambda text: set_value(text, [*path, key], value), text)
    if new is not None:
        at(expected, path)[key] = told(value)
        assert plainly(new) == expected
        assert changed(text, new)[0] == ""


@many
@given(documents(), values, st.data())
def test_an_item_is_put_in_whole(text: str, item: Any, data: st.DataObject) -> None:
    expected = plainly(text)
    assume(expected)
    lists = [path for path in paths(expected) if isinstance(at(expected, path), list)]
    assume(lists)
    path = data.draw(st.sampled_from(lists))
    new = attempt(lambda text: append(text, path, item), text)
    if new is not None:
        filled = bool(at(expected, path))
        at(expected, path).append(told(item))
        assert plainly(new) == expected
        assert not filled or changed(text, new)[0] == ""


@many
@given(documents(), values, st.data())
def test_nothing_becomes_a_list(text: str, item: Any, data: st.DataObject) -> None:
    expected = plainly(text)
    assume(expected)
    nothing = [path for path in paths(expected) if at(expected, path) is None]
    path = data.draw(st.sampled_from([*nothing, ("fresh",)]))
    new = attempt(lambda text: append(text, path, item), text)
    if new is not None:
        at(expected, path[:-1])[path[-1]] = [told(item)]
        assert plainly(new) == expected


@many
@given(documents(), st.data())
def test_removing_takes_out_one_piece(text: str, data: st.DataObject) -> None:
    expected = plainly(text)
    assume(expected)
    path = data.draw(st.sampled_from(paths(expected)))
    new = attempt(lambda text: remove(text, path), text)
    if new is not None:
        while len(path) > 1 and len(at(expected, path[:-1])) == 1:
            path = path[:-1]
        del at(expected, path[:-1])[path[-1]]
        assert plainly(new) == expected
        assert changed(text, new)[1] == ""


@many
@given(named(mappings()), st.text(), values, st.sampled_from(["\n", "\r\n"]))
def test_an_edit_of_front_matter_leaves_the_body_alone(
    head: str, body: str, value: Any, line_end: str
) -> None:
    text = f"---\n{head}---\n".replace("\n", line_end) + body
    assume(plainly(head) and split(text).value.head)
    new = attempt(lambda text: set_header(text, "rating", value), text)
    if new is not None:
        found = split(new).value
        assert new[found.body :] == body
        assert plainly(new[slice(*found.head or ())]) == plainly(head) | {"rating": told(value)}
        assert split(remove_header(new, "rating")).value.fields.keys() == (
            found.fields.keys() - {"rating"}
        )


@many
@given(anything, values)
def test_any_file_is_edited_or_refused(text: str, item: Any) -> None:
    for each in (text, f"---\n{text}"):
        for edit, *rest in ((set_value, ["a"], "x"), (append, ["a"], item), (remove, ["a"])):
            with suppress(CannotEdit):
                assert not read(edit(each, *rest)).problems


@many
@given(anything, values)
def test_any_note_is_edited_or_refused(text: str, item: Any) -> None:
    for each in (text, f"---\n{text}\n---\n"):
        for edit, *rest in ((set_header, "x"), (append_header, item), (remove_header,)):
            with suppress(CannotEdit):
                assert not split(edit(each, "a", *rest)).problems
