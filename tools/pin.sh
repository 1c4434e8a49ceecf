#!/usr/bin/env bash
# Pins every version for every platform, with no registry's address in the files.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .tools/bin/uv)
compile() {
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --no-emit-index-url \
        --custom-compile-command "make requirements" "$@"
}
compile pyproject.toml -o requirements/run.txt
compile pyproject.toml requirements/dev.in -c requirements/run.txt -o requirements/dev.txt
compile requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt
