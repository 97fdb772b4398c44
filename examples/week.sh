#!/bin/sh
# A manager's Tuesday on the example team: what is typed, and what comes back.
# Usage: examples/week.sh [path of `one`]; everything happens in a folder that goes away again.
set -eu

one=$(command -v "${1:-one}")
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
ONE_TODAY=2026-11-24
export ONE_TODAY

say() { printf '\n== %s\n' "$*"; }
run() {
    printf '\n$ one'
    for word in "$@"; do
        case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    "$one" "$@"
}

cd "$here"
"$one" --quiet demo team >/dev/null
cd team

say "Tuesday morning: who needs you?"
run

say "Five minutes before Alice"
run prep alice

say "Afterwards, in a minute (typed without arguments, it asks eight short questions)"
run log alice --done k3f9 --happiness 4 --sad "Four days of support interrupts" \
    --win "Importer 2 is live" --decision "Rollout is decided by Dana" \
    --action "@alice Demo the cache to support, tue" --action "@sam Find out who owns search, fri"

say "Something for the next time, as it comes up"
run topic bo "How much of the ranking plan is decided?"
run act dana "Ask who pays for the conference" --mine --due fri

say "Every promise of both sides, from the terminal and from git"
run actions --late --format table
printf '\n$ %s\n' "git grep --untracked -n -e '- \\[ \\] @alice' -- people"
git grep --untracked -n -e '- \[ \] @alice' -- people
run done t9xp

say "What did we say about the cache?"
run find cache alice

say "Was that wrong? Take it back"
run undo

say "Does everything fit? The notes are plain files; edit them as you like"
run check --strict

say "The note that all this wrote"
cat people/alice/meetings/2026-11-24-alice.md

say "Try it yourself: $one demo, then cd one-demo"
