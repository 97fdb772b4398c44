"""The laws of the house that a machine can hold: about commands, problems, words and exit codes."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import typer

from onestop import errors
from onestop.cli.app import ALIASES, COMMANDS, app
from onestop.errors import OnestopError
from onestop.notebook import shelf
from stage import ROOT, Stage

SOURCE = ROOT / "src" / "onestop"
MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))
}
SUMMARIES = {name: text for group in COMMANDS.values() for name, text in group.items()}
PAGES = [*(ROOT / "tests" / "transcripts").glob("*.md"), *(ROOT / "tests" / "errors").glob("*.md")]
SHOWN = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)

NO_FAILURE = {0, 1, 70}
"""Exit codes without an error class: done, the answer is no, a bug."""

NOT_OUR_WORDS = re.compile(r"\b(he|she|his|her|hers|him|employee|subordinate|underling)\b", re.I)
ASKED_TO_TYPE = re.compile(r"(?:^|: |`| {3,})one ([a-z]+)")


def commands() -> dict[str, Any]:
    """Every command as it is registered."""
    table: Any = typer.main.get_command(app)
    return {name: table.get_command(None, name) for name in SUMMARIES}


def said(tree: ast.AST) -> Iterator[str]:
    """Every string in a module that explains nothing: what a person may come to read."""
    unsaid = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unsaid
        ):
            yield node.value


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_every_command_has_a_file_of_its_own_and_every_file_is_a_command() -> None:
    files = {path.stem for path in (SOURCE / "cli" / "commands").glob("*.py")} - {"__init__"}
    assert files == set(SUMMARIES)
    assert set(ALIASES.values()) <= set(SUMMARIES)
    assert not set(ALIASES) & set(SUMMARIES)


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_table_says_what_the_command_says_of_itself(name: str) -> None:
    command = import_module(f"onestop.cli.commands.{name}").command
    assert (command.__doc__ or "").splitlines()[0] == SUMMARIES[name]


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_flag_and_argument_is_explained(name: str) -> None:
    for param in commands()[name].params:
        assert getattr(param, "help", None), f"{name}: {param.name} has no help"


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_explains_itself_with_h(name: str, stage: Stage) -> None:
    shown = stage.one(f"one {name} -h")
    assert shown.code == 0
    assert shown.out.startswith(f"Usage: one {name} ")
    assert SUMMARIES[name] in shown.out


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_a_transcript(name: str) -> None:
    page = ROOT / "tests" / "transcripts" / f"{name}.md"
    assert page.read_text(encoding="utf-8").count("```console") >= 1


def test_no_command_imports_another() -> None:
    for path, tree in MODULES.items():
        if path.parent.name == "commands":
            others = [n for n in imported(tree) if n.startswith("onestop.cli.commands")]
            assert not others, f"{path.name} imports {others}"


def test_what_a_message_asks_to_type_is_a_command() -> None:
    known = {*SUMMARIES, *ALIASES}
    pages = (shelf.help_page(topic) or "" for topic in shelf.help_topics())
    texts = [*(text for tree in MODULES.values() for text in said(tree)), *pages]
    asked = {word for text in texts for word in ASKED_TO_TYPE.findall(text)}
    assert len(asked) > 10
    assert not asked - known


def test_no_page_shows_a_bug() -> None:
    assert "This is a bug" not in SHOWN


def codes() -> dict[str, set[str]]:
    """Every problem code that is raised, with the modules that raise it.

    A call that names a code is one of a class or function with a parameter `code`.
    """
    everywhere = {
        n: at for tree in MODULES.values() for n, at in takers(tree).items() if n[0] != "_"
    }
    found: dict[str, set[str]] = {}
    for path, tree in MODULES.items():
        known = everywhere | takers(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (code := code_of(node, known)):
                found.setdefault(code, set()).add(path.name)
    return found


def takers(tree: ast.AST) -> dict[str, int]:
    """Classes and functions with a parameter `code`, and which one it is."""
    named = (n for n in ast.walk(tree) if isinstance(n, ast.ClassDef | ast.FunctionDef))
    return {n.name: names.index("code") for n in named if "code" in (names := parameters(n))}


def parameters(node: ast.ClassDef | ast.FunctionDef) -> list[str]:
    """What a call of a function has to give, or the making of a value."""
    if isinstance(node, ast.FunctionDef):
        return [arg.arg for arg in node.args.args if arg.arg not in ("self", "cls")]
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return parameters(part)
    fields = (part.target for part in node.body if isinstance(part, ast.AnnAssign))
    return [field.id for field in fields if isinstance(field, ast.Name)]


def code_of(call: ast.Call, known: dict[str, int]) -> str:
    """The code a call names, "" when it names none."""
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    at = known.get(name)
    if at is None:
        return ""
    given = [k.value for k in call.keywords if k.arg == "code"] or call.args[at : at + 1]
    values = [g.value for g in given if isinstance(g, ast.Constant)]
    return next((value for value in values if isinstance(value, str)), "")


def test_every_problem_is_shown_on_a_page() -> None:
    raised = codes()
    assert len(raised) > 25
    for code, modules in raised.items():
        assert f"`{code}`" in SHOWN, f"{code}, raised in {', '.join(modules)}, is on no page"


def test_every_way_to_fail_has_its_exit_code_explained() -> None:
    kinds = [
        k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, OnestopError)
    ]
    page = shelf.help_page("exit-codes") or ""
    explained = {int(code) for code in re.findall(r"^ +(\d+)  ", page, re.MULTILINE)}
    assert explained == {kind.exit_code for kind in kinds} | NO_FAILURE


def test_every_exit_code_that_a_page_can_show_is_shown() -> None:
    exits = {int(code) for code in re.findall(r"^\[exit (\d+)\]$", SHOWN, re.MULTILINE)}
    assert {1, 2, 3, 4, 5, 6, 130} <= exits


def test_the_words_of_the_glossary_are_used() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| ([a-z-]+)", glossary, re.MULTILINE)
    used = " ".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")).lower()
    assert len(words) > 15
    for word in words:
        assert word.replace("-", " ") in used.replace("-", " "), f"nothing is called {word}"


def test_the_tool_knows_no_gender_and_no_ranks() -> None:
    texts = [text for tree in MODULES.values() for text in said(tree)]
    assert not [text for text in texts if NOT_OUR_WORDS.search(text)]
