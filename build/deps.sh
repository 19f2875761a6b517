#!/bin/sh
# Installs what is missing to build, run and test Dealbox, and says what it cannot install.
#
#   deps.sh window    to build the window: GTK and WebKit
#   deps.sh test      to test it: a virtual display, a browser, fonts
#   deps.sh package   to make the Windows installer and check the macOS bundle
#   deps.sh npm       the front end's packages, exactly as locked
#
# Go and Node come from you: Debian's own may be too old, and nothing here downloads a
# toolchain. It does nothing, quickly and silently, where all is there.
set -eu
cd "$(dirname "$0")/.."

window="gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev"
test="xvfb xauth xdotool imagemagick x11-apps dbus dbus-x11 at-spi2-core python3-gi
  gir1.2-atspi-2.0 fonts-noto-cjk chromium"
package="nsis libplist-utils"

complain() { echo "deps: $*" >&2; exit 1; }

# newer A B: A is version B or later.
newer() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

check_go() {
  command -v go >/dev/null || complain "Go is missing. Install Go 1.26 or later from https://go.dev/dl/ and put it on your PATH."
  have=$(go env GOVERSION | sed 's/^go//; s/[^0-9.].*//')
  newer "$have" 1.26 || complain "Go $have is too old. Dealbox needs 1.26 or later: https://go.dev/dl/"
}

check_node() {
  command -v node >/dev/null || complain "Node.js is missing. Install version 20 or later with npm from https://nodejs.org/ and put it on your PATH."
  command -v npm >/dev/null || complain "npm is missing. It comes with Node.js from https://nodejs.org/ (on Debian also as the package npm)."
  have=$(node --version | sed 's/^v//')
  newer "$have" 20 || complain "Node.js $have is too old. Dealbox needs 20 or later: https://nodejs.org/"
}

missing() {
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || printf '%s ' "$name"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; return; fi
  command -v sudo >/dev/null || complain "these packages are missing and there is no sudo to install them: $want"
  sudo "$@"
}

# apt installs Debian packages; elsewhere it says what to look for.
apt() {
  [ "$(uname -s)" = Linux ] || return 0
  command -v dpkg-query >/dev/null || { echo "deps: not a Debian system; you need the equivalents of: $*" >&2; return 0; }
  want=$(missing "$@")
  [ -n "$want" ] || return 0
  echo "deps: installing $want"
  log=$(mktemp)
  if ! { as_root apt-get -qq update && as_root env DEBIAN_FRONTEND=noninteractive \
         apt-get -qq install -y --no-install-recommends $want; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2; rm -f "$log"
    complain "apt-get could not install: $want"
  fi
  rm -f "$log"
}

# npm installs again only when the lock file is newer than what lies there.
npm_packages() {
  check_node
  mark=frontend/node_modules/.package-lock.json
  [ -f "$mark" ] && [ ! frontend/package-lock.json -nt "$mark" ] && return 0
  echo "deps: installing the front end's packages"
  (cd frontend && npm ci --no-audit --no-fund --loglevel=error </dev/null)
  touch "$mark"
}

check_go
for set in "$@"; do
  case $set in
    window) apt $window ;;
    test) apt $test ;;
    package) apt $package ;;
    npm) npm_packages ;;
    *) complain "unknown set: $set" ;;
  esac
done
