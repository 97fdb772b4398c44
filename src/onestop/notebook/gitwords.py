"""Why git could not do it, in words for someone who may not know git."""

from pathlib import Path

_SENTENCES = {
    "tell me who you are": "git does not know your name and e-mail; "
    "tell it with: git config --global user.name NAME, and user.email; "
    "then commit what was left out: git add -A && git commit -m start",
    "dubious ownership": "git does not trust this folder, as it belongs to someone else",
    "index.lock": "another git command is at work, or has left its index.lock behind",
    "cannot lock ref": "another commit was made meanwhile",
}
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}


def plain(told: str) -> str:
    """Put into one sentence what git, speaking English, complains about."""
    for words, sentence in _SENTENCES.items():
        if words in told:
            return f"{sentence}."
    lines = [line for line in told.splitlines() if line.strip()]
    if not lines:
        return "git gave no reason."
    return f"git says: {lines[-1].removeprefix('fatal: ').rstrip('.')}."


def under_way(folder: Path) -> str:
    """Name what is under way in a repository, given its `.git` folder; "" when nothing is."""
    return next((what for file, what in _UNDER_WAY.items() if (folder / file).exists()), "")
