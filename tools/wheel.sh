#!/usr/bin/env bash
# Builds the wheel and lays its content out in DIR, so that tests run on what a user installs.
#   tools/wheel.sh DIR
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
uv=$(command -v uv || echo .tools/bin/uv)
export VIRTUAL_ENV="$PWD/.venv"
rm -rf "$target" build/dist
"$uv" build --quiet --wheel --no-build-isolation --out-dir build/dist
"$uv" pip install --quiet --no-deps --target "$target" build/dist/*.whl
