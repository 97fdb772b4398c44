#!/bin/sh
# A quarter of one-on-ones, from an empty notebook: three people, thirteen Wednesdays, no prompts.
# Usage: examples/quarter.sh [path of `one`]; everything happens in a folder that goes away again.
# It shows what three months of short notes add up to: the last brief before the last Wednesday.
set -eu

bin=$(command -v "${1:-one}")
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"

today() { export ONE_TODAY="$1"; }
one() { "$bin" -q "$@" >/dev/null; }
show() {
    printf '\n$ one %s\n' "$*"
    "$bin" "$@"
}

# The first of July: a notebook, three people, the first talks.
today 2026-07-01
one init --me sam --name "Sam Okafor"
one add "Alice Moreau" --title "Senior engineer, customer tools" --day wed --at 10:00 --since 2023-04-03
one add "Bo Lind" --title "Engineer, search" --day wed --at 11:00 --since 2024-02-05
one add "Dana Reyes" --title "Product designer" --day wed --at 14:00 --since 2025-01-13
one okr team add "Customers solve importer errors without us"
one okr team result o1 "Support tickets per week at most 150" --start 220 --target 150 --lead "tickets answered by a page"
one prep alice bo dana
one log alice --happiness 4 --win "The error pages have words now, not codes" \
    --challenge "Every vendor file is a little different" \
    --action "@alice Collect ten real error texts, tue" --action "@sam Ask the vendor for a test account, +2w"
one log bo --happiness 3 --checkin "Slept badly, the baby is teething" --win "Search survived the sale" \
    --challenge "Nobody knows how to roll the index back" --action "@bo Show the first ranking sketch, tue"
one log dana --happiness 4 --win "Planning began with a sketch" \
    --action "@dana Name the two screens people leave on, tue" --action "@sam Keep Mondays free of planning, fri"

# The second week: what each role is for, what the quarter is for.
today 2026-07-06
one topic alice "@alice May I show the error pages to support?"
one done "Mondays free"
today 2026-07-08
one role alice --mine "Support load grows with sales unless someone owns self-service." \
    --theirs "It is about the next question never being asked." \
    --stretch "Put new ideas in the open early, before they are safe."
one role alice "Can a customer fix more of their own problems today than last week?"
one role bo "Does a person find what they meant more often than last month?" \
    --mine "Everything we write is worth as much as people can find of it." \
    --theirs "People come with half a memory, and I make the other half."
one okr alice add "Importer errors explain themselves" --kind committed --supports "team o1" --origin person --agreed today
one okr alice result o1 "Importer tickets per week at most 40" --start 80 --target 40 --lead "error pages with a fix link"
one okr alice add "Another team builds on the importer" --kind aspirational --supports "team o1" --origin manager --agreed today
one okr alice result o2 "Used by another team" --milestone "One team tries it=0.4" --milestone "Runs there daily=0.6"
one okr bo add "The first result is the right one" --kind committed --supports "team o1" --agreed today
one okr bo result o1 "Searches repeated within a minute, in percent" --start 31 --target 20 --lead "queries looked at by hand"
one prep alice bo dana
one log alice --happiness 4 --done "error texts" --win "Ten error texts, sorted by pain #o1-kr1" \
    --decision "Support sees every error page first" --action "@alice Draft the fix link for the top three, wed"
one log bo --happiness 3 --done "ranking sketch" --win "A first sketch of the ranking #o1-kr1" \
    --action "@bo Write down how to roll the index back, +2w"
one log dana --happiness 4 --done "two screens" --win "Both screens are named: import and invite" \
    --action "@dana Test the invite screen with two customers, +2w"

# The third week: an ambition, and what each side puts first.
today 2026-07-15
one ambition alice "Run her own company"
one align alice priorities --mine "importer, vendor, hiring" --theirs "importer, error pages, mentoring"
one align alice expect "Owns the vendor call" --success "The vendor ships the fix before the release" --said-back "I run the call and chase the fix weekly"
one prep alice bo dana
one log alice --happiness 5 --happy "Support wrote thank you" --done "Draft the fix link" --done "test account" \
    --win "The fix link works on three pages #o1-kr1" --action "@alice Invite the vendor to a weekly call, fri"
one log bo --happiness 2 --sad "Three nights on call in a row" --challenge "On call eats the ranking days" \
    --action "@sam Find a second pair of hands for on call, +1w"
one log dana --happiness 4 --win "A customer finished the import without a question"

# A good word is said while it is fresh.
today 2026-07-17
one praise alice "Took the vendor call alone and came back with a date" --said
one feedback bo good "Wrote the outage up so that anyone could follow" --said

# The fourth week: themes, and numbers for the first time.
today 2026-07-22
one theme alice share-early "Share an idea before I am sure of it" --stretch "The role needs ideas in the open" \
    --ask "What would you show us today?"
one theme bo show-rough "Show it while it can still be changed" --stretch "Search lives from other eyes"
one okr alice o1-kr1 74 8 --lead-now 3
one prep alice bo dana
one log alice --happiness 4 --done "weekly call" --win "Tickets are down to 74 #o1-kr1" --challenge "The vendor slips #o1-kr1" \
    --growth "Said out loud that the parser idea is half baked #share-early" --action "@alice Show the parser idea to Bo, wed"
one log bo --happiness 3 --done "second pair of hands" --win "Two people on call from August" \
    --growth "@bo Showed the ranking with holes in it #show-rough"
one log dana --happiness 3 --sad "The invite test was moved twice" --confused "Who decides when a test may be moved?"

# The fifth week.
today 2026-07-27
one topic dana "What would you need to hold a design day?"
today 2026-07-29
one ambition alice link "selling an idea" --here "the vendor call"
one plan alice add "Negotiation" --why-not-day-job "The contracts are made elsewhere"
one plan alice card negotiation "Read one book on it and tell what surprised you"
one plan alice block negotiation thu 2 --from 15:00
one prep alice bo dana
one log alice --happiness 4 --done "parser idea" --better "Asked for help on day one" --win "Bo found the flaw in an hour" \
    --action "@alice Write the release note for support, fri"
one log bo --happiness 4 --done "roll the index back" --win "Rolled the index back in a drill"
one log dana --happiness 3 --done "Test the invite screen" --challenge "Friday wishes fill the design days" \
    --action "@sam Tell sales to bring wishes on Mondays, fri"

# The sixth week: halfway; the first month's feedback goes the other way, too.
today 2026-08-05
one done "Tell sales"
one feedback alice to-me "Too many questions on release evening; one person in the channel is enough"
one card alice negotiation-1 doing
one prep alice bo dana
one log alice --happiness 4 --done "release note" --block negotiation=kept --win "The release was quiet #o1-kr1" --minutes 25
one log bo --happiness 4 --win "Repeated searches at 27 percent #o1-kr1" --action "@bo Look at fifty queries by hand, +1w"
one log dana --happiness 4 --win "Sales came on Monday" --better "Said no, and offered a date"

# The seventh week: somebody is on leave, and the clock stands still.
today 2026-08-10
one away bo 2026-08-17 2026-08-21 --why leave
one settle "test may be moved" happy
today 2026-08-12
one okr alice o1-kr1 66 8 --lead-now 7
one okr bo o1-kr1 27 7
one prep alice bo dana
one log alice --happiness 4 --win "A fix link on seven pages #o1-kr1" --block negotiation=missed --challenge "The vendor slips again #o1-kr1" \
    --action "@sam Write to the vendor's boss, fri"
one log bo --happiness 4 --done "fifty queries" --win "Half of all repeats are typing mistakes" --talk-share 70
one log dana --happiness 4 --growth "Held the design day against two wishes" --worth 5

# The eighth week, without Bo: a short note is a good note.
today 2026-08-19
one prep alice dana
one log alice --happiness 3 --done "vendor's boss" --sad "The fix is promised again, without a day"
one log dana --happiness 4 --win "The import screen lost four fields"

# Bo's talk moves to the Monday after the leave.
today 2026-08-24
one prep bo
one log bo --happiness 5 --happy "Two weeks without a page at night" --win "Back, and the index is still standing"

# The ninth week: an assumption is written down before it hardens.
today 2026-08-26
one align alice assume "Alice would rather stay on the importer than lead the move"
one prep alice bo dana
one log alice --happiness 4 --block negotiation=kept --growth "@alice Put the schema draft in the channel on day one #share-early" \
    --win "The vendor shipped the first fix #o1-kr1"
one log bo --happiness 4 --win "A draft for typing mistakes, shown after two days #show-rough" --action "@bo Try it on a tenth of the searches, +1w"
one log dana --happiness 4 --decision "Invite is done when five strangers finish it" --action "@dana Find five strangers, +2w"

# The tenth week: what was taken for granted is asked, and turns out otherwise.
today 2026-09-02
one align alice assume "The rota is fair"
one align alice test "rota" corrected "Two people carry all of it"
one okr alice o1-kr1 58 8 --lead-now 11
one okr alice milestone o2-kr1 "tries it"
one prep alice bo dana
one log alice --happiness 4 --win "The billing team tries the importer #o2-kr1" --action "@alice Sit next to billing for a day, +1w"
one log bo --happiness 4 --done "tenth of the searches" --win "Repeated searches at 24 percent #o1-kr1"
one log dana --happiness 3 --challenge "Strangers are hard to find in summer"

# What they say about you is worth as much as what you say about them.
today 2026-09-04
one praise alice "Let billing find the answer themselves" --said
one feedback alice to-me "The note after the release call helped everybody"

# The eleventh week: a promise is made that will be carried.
today 2026-09-09
one prep alice bo dana
one log alice --happiness 4 --done "next to billing" --win "Billing fixed an error without us #o2-kr1" \
    --action "@alice Write one page on the caching idea, fri" --action "@sam Ask finance about the training budget, +3w"
one log bo --happiness 4 --growth "@bo Asked two people to break it #show-rough" --action "@bo Write the page for support, +1w"
one log dana --happiness 4 --done "five strangers" --win "Five strangers, four finished"

# The twelfth week.
today 2026-09-16
one okr bo o1-kr1 23 8
one prep alice bo dana
one log alice --happiness 3 --confused "Who decides what the vendor fixes first?" --challenge "The vendor slips again #o1-kr1" \
    --growth "@alice Showed the cache page to Bo unfinished #share-early"
one log bo --happiness 4 --done "page for support" --win "Support uses the page #o1-kr1"
one log dana --happiness 5 --happy "A design day in one piece" --win "Invite is done"

# The thirteenth week.
today 2026-09-23
one okr alice o1-kr1 57 6 --lead-now 12
one prep alice bo dana
one log alice --happiness 3 --sad "Three nights on call" --challenge "The vendor slips again #o1-kr1" \
    --decision "The cache page goes to review"
one log bo --happiness 4 --win "Repeated searches at 21 percent #o1-kr1"
one log dana --happiness 4 --win "Sales asks for a date by itself" --growth "Offered a date instead of a yes"

# Between the meetings, as it comes up.
today 2026-09-25
one feedback alice fix "Decided the schema alone; two people were surprised"
one topic alice "@alice Who decides on the rollout?"
one private alice "Back from a wedding, ask" --remind 2026-09-30

# The last Wednesday of the quarter: what the notes add up to, five minutes before Alice.
today 2026-09-30
show theme alice
show check --strict
show prep alice
