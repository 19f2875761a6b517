# What the window test does, in order. Each scene starts where the one before it ended.

scenes=(
  it_comes_up_and_paints
  a_second_start_goes_to_the_first_window
  it_quits_from_the_menu
  it_comes_back_where_it_was
)

it_comes_up_and_paints() {
  start
  painted
  see "menu" "File"
  see "document web" ""
  shot first
}

a_second_start_goes_to_the_first_window() {
  local code=0
  "$binary" >>"$out/dealbox.log" 2>&1 || code=$?
  [ "$code" = 1 ] || fail "a second start ended with $code"
  [ "$(xdotool search --onlyvisible --name Dealbox | wc -l)" = 1 ] || fail "there are two windows"
}

it_quits_from_the_menu() {
  xdotool windowsize --sync "$window" 1160 720
  xdotool windowmove --sync "$window" 90 70
  menu File Quit
  ended
}

it_comes_back_where_it_was() {
  start
  painted
  local place
  place=$(xdotool getwindowgeometry --shell "$window" | tr '\n' ' ')
  case $place in
    *"X=90 Y=70 WIDTH=1160 HEIGHT=720"*) ;;
    *) fail "the window came back at $place" ;;
  esac
  shot again
  menu File Quit
  ended
}
