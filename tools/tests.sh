#!/usr/bin/env bash
# All tests on the built wheel, in about half of the time that they take one after another on two cores.
#   tools/tests.sh ROOM...      the rooms of tests/ whose tests start no servers, browsers or limits on time
# These run first, file by file on both cores. The others follow in two lanes, each a process of its own in which
# one test follows another: browsers and event loops do not bear a second one beside them in one process.
set -uo pipefail
cd "$(dirname "$0")/.."
quick=("$@")
first_lane=(tests/record tests/corpus tests/tools tests/commands tests/assistant)

run() {
    .venv/bin/python -P -m pytest "$@"
}

ignored() {
    printf -- '--ignore=%s\n' "$@"
}

run -q -n 2 --dist loadfile "${quick[@]}" || exit $?

told=$(mktemp)
trap 'rm -f "$told"' EXIT
trap 'kill "$lane" 2>/dev/null; exit 130' INT TERM
mapfile -t rest < <(ignored "${quick[@]}" "${first_lane[@]}")
set -m # else the lane, and whatever its tests start, would not hear Ctrl-C, which some of them send
run -q -p no:cacheprovider "${first_lane[@]}" >"$told" 2>&1 &
lane=$!
set +m
run "${rest[@]}"
status=$?
wait "$lane" || status=$?
echo "--- the other lane: ${first_lane[*]}"
cat "$told"
exit "$status"
