#!/bin/sh
# Builds Dealbox and opens its window. Without a display it serves the same program on a
# loopback address and prints the link. Arguments go to the program.
set -eu
cd "$(dirname "$0")/.."
export npm_config_update_notifier=false # no advice about npm in between

sh build/deps.sh npm
echo "== building the front end"
(cd frontend && npx --no-install vite build --logLevel warn)

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
  sh build/deps.sh window
  echo "== building the window"
  go build -tags desktop,production,webkit2_41 -o dealbox .
  exec ./dealbox "$@"
fi

echo "== building the program; no display here, so it is served for a browser"
CGO_ENABLED=0 go build -o dealbox .
exec ./dealbox serve "$@"
