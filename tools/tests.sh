#!/usr/bin/env bash
# All tests on the built wheel, in about half of the time that they take one after another on two cores.
#   tools/tests.sh ROOM...      the rooms of tests/ whose tests start no servers, browsers or limits on time
# These run first, file by file on both cores. The others follow room by room, two rooms at a time, each in a process of
# its own in which one test follows another: browsers and event loops do not bear a second one beside them in one process.
set -uo pipefail
cd "$(dirname "$0")/.."

# What takes longest comes first, so that both cores are done at about the same time; `tests` is all that no other has.
rooms=(
    tests/browser tests/library tests/record/loaders tests/commands tests/record tests/web tests/corpus tests/assistant
    tests/watch tests
)

run() {
    .venv/bin/python -P -m pytest "$@"
}

# One room without the rooms of others that lie in it; told as a whole when it is done.
one() {
    local room=$1 without=() told status
    shift
    for other in "$@" "${rooms[@]}"; do
        [[ $other == "$room"/* ]] && without+=("--ignore=$other")
    done
    told=$(mktemp)
    run -q -p no:cacheprovider "$room" "${without[@]}" >"$told" 2>&1
    status=$?
    printf -- '--- %s\n%s\n' "$room" "$(<"$told")"
    rm -f "$told"
    return "$status"
}

if [ "${1:-}" = --one ]; then
    shift
    one "$@"
    exit
fi

run -q -n 2 --dist loadfile "$@" || exit $?
printf '%s\n' "${rooms[@]}" | xargs -P 2 -I {} tools/tests.sh --one {} "$@"
