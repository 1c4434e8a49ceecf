#!/usr/bin/env bash
# Makes .venv with the pinned requirements and the package, fetching uv into .tools/ where it is missing.
# Needs Python >= 3.11 with pip, and nothing else. Quick when there is nothing to do.
#   tools/setup.sh [bench]        with `bench`, also what `make bench` compares with
set -euo pipefail
cd "$(dirname "$0")/.."
uv_version=0.13.9

find_python() {
    for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Mahdar needs Python 3.11 or later; set PYTHON to one." >&2
    return 1
}

find_uv() {
    if command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1; then
        command -v uv
        return
    fi
    if ! .tools/bin/uv --version >/dev/null 2>&1; then
        echo "Fetching uv $uv_version into .tools/ ..." >&2
        local pip_python=$python
        if ! "$python" -m pip --version >/dev/null 2>&1; then
            # Some systems split pip off their Python but leave venv, which brings its own.
            "$python" -m venv .tools/venv || { echo "$python has no pip; install pip or uv." >&2; return 1; }
            pip_python=.tools/venv/bin/python
        fi
        "$pip_python" -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
            --target .tools --upgrade "uv==$uv_version" >&2
    fi
    echo "$PWD/.tools/bin/uv"
}

wanted=requirements/dev.txt
[ "${1:-}" = bench ] && wanted=requirements/bench.txt
stamp=".venv/.made-from-$(basename "$wanted")"
stale=false
for made_from in "$wanted" pyproject.toml tools/setup.sh; do
    [ "$stamp" -nt "$made_from" ] || stale=true
done
$stale || exit 0

python=$(find_python)
uv=$(find_uv)
[ -x .venv/bin/python ] || "$uv" venv --quiet --python "$python" .venv
export VIRTUAL_ENV="$PWD/.venv"
"$uv" pip install --quiet -r "$wanted"
if [ "$wanted" = requirements/dev.txt ]; then
    "$uv" pip install --quiet --no-deps --no-build-isolation --editable .
fi
touch "$stamp"
