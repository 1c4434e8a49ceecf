#!/usr/bin/env bash
# Prints the path of a Chromium that the tests of the web application can drive; 1 and a reason where there is none.
#   tools/chromium.sh [--install]     with --install, gets Debian's package where none is found and this is root
# CHROMIUM names one that stands elsewhere.
set -euo pipefail

find_chromium() {
    local name
    for name in ${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" >/dev/null 2>&1 && "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

find_chromium && exit 0
if [ "${1:-}" != --install ]; then
    echo "no Chromium was found; tools/chromium.sh --install gets Debian's, or set CHROMIUM to one" >&2
    exit 1
fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    echo "no Chromium was found, and only root on Debian can get it here; set CHROMIUM to one" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
if ! { apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium; } >/dev/null 2>&1; then
    echo "apt-get could not install chromium; install it, or set CHROMIUM to one" >&2
    exit 1
fi
find_chromium || { echo "chromium was installed but does not start" >&2; exit 1; }
