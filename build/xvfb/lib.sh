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
  export XDG_STATE_HOME=$1/state XDG_DOCUMENTS_DIR=$1/documents
  mkdir -p "$HOME" "$XDG_DOCUMENTS_DIR"
}

# start_display: a virtual screen; its number is chosen by Xvfb.
start_display() {
  local fd=$XDG_RUNTIME_DIR/display
  mkfifo "$fd"
  Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$fd" >"$out/xvfb.log" 2>&1 &
  xvfb=$!
  export DISPLAY=:$(head -n 1 "$fd")
  rm "$fd"
}

close_all() { kill ${program:+"$program"} ${cover:+"$cover"} "$eyes" "$xvfb" 2>/dev/null || true; }

say() { echo "   - $*"; }

# fail TEXT: a picture, what is on the screen in words, the program's log, and the end.
fail() {
  echo "window test: $*" >&2
  shot failed
  /usr/bin/python3 "$here/at.py" tree >"$out/failed.txt" 2>/dev/null || true
  echo "see $out: failed.txt, $shots-failed.png" >&2
  tail -n 20 "$out/dealbox.log" >&2 || true
  exit 1
}

# open_eyes: starts what looks at the window; 7 asks it, 8 is its answer. It is the
# system's Python that has the bindings.
open_eyes() {
  mkfifo "$XDG_RUNTIME_DIR/ask" "$XDG_RUNTIME_DIR/answer"
  exec 7<>"$XDG_RUNTIME_DIR/ask" 8<>"$XDG_RUNTIME_DIR/answer"
  /usr/bin/python3 "$here/at.py" serve <&7 >&8 2>"$out/at.log" &
  eyes=$!
}

# at QUESTION ROLE NAME: prints where it is; fails when it was not seen.
at() {
  local IFS=$'\t' code place
  printf '%s\n' "$*" >&7
  IFS=' ' read -r -t 120 -u 8 code place || return 2
  echo "$place"
  return "$code"
}

# windows: those of the program that are to be seen.
windows() { xdotool search --onlyvisible --class '^[Dd]ealbox$' 2>/dev/null || true; }

# start [ARGUMENTS]: starts the program on a system that speaks $speaks, and waits for its
# window. By env, since bash itself would look for the locale.
start() {
  env LC_MESSAGES="${speaks:-C.UTF-8}" "$binary" "$@" >>"$out/dealbox.log" 2>&1 &
  program=$!
  window=
  for _ in $(seq 300); do
    window=$(windows | tail -n 1)
    [ -n "$window" ] && break
    sleep 0.2
  done
  [ -n "$window" ] || fail "no window"
  xdotool windowfocus --sync "$window"
}

# start_again [ARGUMENTS]: a second start, which hands over to the first and ends. The
# toolkit ends it with 1.
start_again() {
  local code=0
  timeout 30 "$binary" "$@" >>"$out/dealbox.log" 2>&1 || code=$?
  [ "$code" = 1 ] || fail "a second start ended with $code"
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

see()     { at find "$1" "$2" >/dev/null || fail "no $1 named $2"; }
see_not() { at gone "$1" "$2" >/dev/null || fail "still a $1 named $2"; }

# typing_in ROLE NAME: waits until it has the keys.
typing_in() { at focus "$1" "$2" >/dev/null || fail "the keys do not go to the $1 named $2"; }

# click ROLE NAME
click() {
  local place
  place=$(at find "$1" "$2") || fail "no $1 named $2 to click"
  xdotool mousemove $place sleep 0.1 click 1 sleep 0.1
}

# menu NAME ITEM: chooses from the menu bar.
menu() {
  click menu "=$1"
  click "menu item" "=$2"
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
  xdotool sleep 0.2 mouseup 1
}

press() { xdotool key --clearmodifiers "$@" sleep 0.1; }
write() { xdotool type --clearmodifiers --delay 12 "$1"; sleep 0.1; }

# write_path TITLE PATH: fills in the file dialog with this title and confirms it. Nothing
# manages windows here, so the dialog gets the keys only when it is given the focus. In a
# dialog that opens, ctrl+l is what shows the line to type into.
write_path() {
  see "file chooser" "=$1"
  xdotool windowfocus --sync "$(windows | grep -vx "$window")"
  press ctrl+l
  typing_in text ""
  press ctrl+a
  write "$2"
  shot file-dialog
  press Return
  see_not "file chooser" "=$1"
  xdotool windowfocus --sync "$window"
}

# shot NAME: a picture of the screen once it rests. Words are there before they are drawn.
shot() {
  local before='' now
  for _ in $(seq 10); do
    now=$(xwd -silent -root 2>/dev/null | md5sum)
    [ "$now" = "$before" ] && break
    before=$now
    sleep 0.3
  done
  shots=$((shots + 1))
  import -window root -quality 10 "$out/$shots-$1.png" 2>/dev/null || true
  [ -s "$out/$shots-$1.png" ] || echo "window test: no picture $shots-$1" >&2
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

# on_top WINDOW: waits until no other lies above it; they are listed from the bottom up.
on_top() {
  local top
  for _ in $(seq 150); do
    top=$(xdotool search --maxdepth 1 --onlyvisible --name '.*' 2>/dev/null | tail -n 1)
    [ "$top" = "$1" ] && return 0
    sleep 0.2
  done
  fail "window $top is on top of $1"
}

# stored FILE ARGUMENTS: what the command line says about a file.
stored() { "$binary" --file "$1" "${@:2}"; }

# expect WHAT GOT WANT
expect() { [ "$2" = "$3" ] || fail "$1: got $2, want $3"; }
