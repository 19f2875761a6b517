#!/bin/bash
# The production window, driven as a user does, under a virtual screen. Journeys in a
# browser test the page; this tests what is only in the window: that it comes up and paints,
# its menu and file dialogs, one instance, opening by argument and by link, its place,
# quitting, and the main job once. Pictures are in build/xvfb/out.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "${1:-}" != inside ]; then
  rm -rf build/xvfb/out
  mkdir -p build/xvfb/out
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  [ "$(uname -s)" = Linux ] || { echo "the window test needs Linux and Xvfb" >&2; exit 1; }
  go build -tags desktop,production,webkit2_41 -o "$work/dealbox" .
  # A bus of its own: the lock of the one instance and the accessibility tree live on it.
  mkdir -m 700 "$work/runtime"
  XDG_RUNTIME_DIR=$work/runtime DEALBOX_WINDOW=$work/dealbox \
    dbus-run-session -- bash "$0" inside "$work" 2>build/xvfb/out/bus.log ||
    { code=$?; tail -n 30 build/xvfb/out/bus.log >&2; exit $code; }
  exit 0
fi

work=$2
. build/xvfb/lib.sh
unset LC_ALL LANGUAGE
export LANG=C.UTF-8 GTK_A11Y=atspi NO_AT_BRIDGE=0
start_display
open_eyes
trap close_all EXIT

. build/xvfb/scenes.sh
for scene in "${scenes[@]}"; do
  began=$SECONDS
  "$scene"
  say "${scene//_/ }: $((SECONDS - began)) s"
done
[ "$(ls "$out"/*.png | wc -l)" = "$shots" ] || fail "a picture is missing"
