#!/usr/bin/env bash
# All tests, room by room, two rooms at a time, in about half of the time that they take one after another on two cores.
# Each room is a process of its own in which one test follows another: browsers and event loops do not bear a second one
# beside them in one process.
set -uo pipefail
cd "$(dirname "$0")/.."

# What takes longest comes first, so that both cores are done at about the same time. `tests` is what has no other room.
rooms=(
    tests/reading tests/browser tests/library tests/record/loaders tests/generated tests/commands tests/record tests/web
    tests/language tests/checking tests/mechanisms tests/corpus tests/assistant tests/watch tests/analysis tests
)

# One room without the rooms that lie in it and have their turn; told as a whole when it is done.
one() {
    local room=$1 without=() told status
    for other in "${rooms[@]}"; do
        [[ $other == "$room"/* ]] && without+=("--ignore=$other")
    done
    told=$(mktemp)
    .venv/bin/python -P -m pytest -q -p no:cacheprovider "$room" "${without[@]}" >"$told" 2>&1
    status=$?
    printf -- '--- %s\n%s\n' "$room" "$(<"$told")"
    rm -f "$told"
    return "$status"
}

if [ "${1:-}" = --one ]; then
    one "$2"
    exit
fi

printf '%s\n' "${rooms[@]}" | xargs -P 2 -I {} tools/tests.sh --one {}
