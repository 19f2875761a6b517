# Words for the window test: a display of its own, the program in it, and hands and eyes.
# Eyes are the accessibility tree (at.py), hands are xdotool. Sourced, inside a session bus.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$here/out
binary=${DEALBOX_WINDOW:?the program with a window}
shots=0

# fresh_home DIR: settings, caches and files of a user who has never started Dealbox.
fresh_home() {
  export HOME=$1 XDG_CONFIG_HOME=$1/config XDG_CACHE_HOME=$1/cache XDG_DATA_HOME=$1/data
  export XDG_STATE_HOME=$1/state XDG_RUNTIME_DIR=$1/runtime XDG_DOCUMENTS_DIR=$1/documents
  mkdir -p "$HOME" "$XDG_DOCUMENTS_DIR"
  mkdir -p -m 700 "$XDG_RUNTIME_DIR"
}

# start_display: a virtual screen; its number is chosen by Xvfb.
start_display() {
  local fd=$HOME/display
  mkfifo "$fd"
  Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$fd" >"$out/xvfb.log" 2>&1 &
  xvfb=$!
  export DISPLAY=:$(head -n 1 "$fd")
  rm "$fd"
}

stop_display() { kill "$xvfb" 2>/dev/null || true; }

say() { echo "   - $*"; }

# fail TEXT: a picture, what is on the screen in words, the program's log, and the end.
fail() {
  echo "window test: $*" >&2
  shot failed
  at tree >"$out/failed.txt" 2>/dev/null || true
  echo "see $out: failed.txt, $shots-failed.png" >&2
  tail -n 20 "$out/dealbox.log" >&2 || true
  exit 1
}

# From the system's Python: that is the one which has the bindings.
at() { /usr/bin/python3 "$here/at.py" "$@" 2>>"$out/at.log"; }

# start [ARGUMENTS]: starts the program and waits for its window.
start() {
  "$binary" "$@" >>"$out/dealbox.log" 2>&1 &
  program=$!
  window=$(timeout 60 xdotool search --sync --onlyvisible --pid "$program" --name Dealbox | tail -n 1)
  [ -n "$window" ] || fail "no window"
  xdotool windowfocus "$window"
}

# ended: waits until the program has ended by itself and demands success.
ended() {
  local code=0
  for _ in $(seq 100); do
    kill -0 "$program" 2>/dev/null || break
    sleep 0.2
  done
  kill -0 "$program" 2>/dev/null && fail "the program is still running"
  wait "$program" || code=$?
  program=
  [ $code = 0 ] || fail "the program ended with $code"
}

see()     { at find "$1" "$2" "${3:-20}" >/dev/null || fail "no $1 named $2"; }
see_not() { at gone "$1" "$2" "${3:-20}" || fail "still a $1 named $2"; }

# click ROLE NAME
click() {
  local place
  place=$(at find "$1" "$2") || fail "no $1 named $2 to click"
  xdotool mousemove $place sleep 0.1 click 1 sleep 0.2
}

# menu NAME ITEM: chooses from the menu bar.
menu() {
  click menu "$1"
  click "menu item" "$2"
}

# drag ROLE NAME ROLE NAME: slowly enough for a page to follow.
drag() {
  local from to
  from=$(at find "$1" "$2") || fail "no $1 named $2 to drag"
  to=$(at find "$3" "$4") || fail "no $3 named $4 to drop on"
  set -- $from $to
  xdotool mousemove "$1" "$2" mousedown 1 sleep 0.2
  for i in $(seq 12); do
    xdotool mousemove $(($1 + ($3 - $1) * i / 12)) $(($2 + ($4 - $2) * i / 12)) sleep 0.04
  done
  xdotool sleep 0.2 mouseup 1 sleep 0.4
}

press() { xdotool key --clearmodifiers "$@" sleep 0.2; }
write() { xdotool type --clearmodifiers --delay 12 "$1"; sleep 0.2; }

# write_path TITLE PATH: fills in the file dialog with this title and confirms it. Nothing
# manages windows here, so the dialog gets the keys only when it is given the focus.
write_path() {
  local dialog
  dialog=$(timeout 30 xdotool search --sync --onlyvisible --name "^$1\$" | tail -n 1)
  [ -n "$dialog" ] || fail "no file dialog named $1"
  xdotool windowfocus --sync "$dialog"
  see "file chooser" "=$1"
  press ctrl+l
  see text ""
  press ctrl+a
  write "$2"
  shot "${1,,}"
  press Return
  see_not "file chooser" "=$1"
  xdotool windowfocus --sync "$window"
}

shot() {
  shots=$((shots + 1))
  import -window root "$out/$shots-$1.png" 2>/dev/null || true
}

# painted: the window shows something: more than a few colours.
painted() {
  local colours
  for _ in $(seq 50); do
    colours=$(import -window "$window" -format '%k' info: 2>/dev/null || echo 0)
    [ "$colours" -gt 20 ] && return 0
    sleep 0.2
  done
  fail "the window shows nothing"
}
