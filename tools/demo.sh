#!/usr/bin/env bash
# Reads the reports of examples/ on the terminal and writes each as a page into build/demo/.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build/demo
for report in examples/*.txt; do
    page=build/demo/$(basename "${report%.txt}").html
    .venv/bin/mahdar read "$report" --html "$page"
    echo "The same as a page: $page"
done
