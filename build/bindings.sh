#!/bin/sh
# The TypeScript side of app's services, made from the Go side. The generator of the window
# toolkit is built into the program under the tag bindings; no tool, GTK or cgo is needed.
#
#   bindings.sh write    into frontend/wailsjs
#   bindings.sh check    fails when frontend/wailsjs is not what it would write
set -eu
cd "$(dirname "$0")/.."

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/frontend"
cp wails.json "$tmp/"
CGO_ENABLED=0 go build -tags bindings -o "$tmp/dealbox" .
(cd "$tmp" && HOME="$tmp" tsoutputtype=interfaces ./dealbox >log 2>&1) || { cat "$tmp/log" >&2; exit 1; }

case $1 in
  write)
    rm -rf frontend/wailsjs
    mv "$tmp/frontend/wailsjs" frontend/wailsjs
    ;;
  check)
    diff -r "$tmp/frontend/wailsjs" frontend/wailsjs || {
      echo "frontend/wailsjs is out of date: run make bindings and commit it" >&2
      exit 1
    }
    ;;
esac
