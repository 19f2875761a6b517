# What the window test does, in order. Each scene starts where the one before it ended.

scenes=(
  the_first_run_in_chinese
  the_first_run_in_english
  it_imports_a_spreadsheet
  it_creates_an_opportunity
  it_drags_a_card_to_another_stage
  it_takes_the_move_back
  a_command_says_that_the_window_holds_the_file
  it_quits_from_the_menu
  it_comes_back_where_it_was_with_the_last_file
  a_link_shows_its_record
  a_second_start_comes_to_the_front_and_opens_its_file
  it_opens_a_file_with_a_space_and_chinese_in_its_name
  the_files_hold_what_was_done
)

# The system speaks Chinese; the second user chooses English.
speaks=zh_CN.UTF-8

the_first_run_in_chinese() {
  fresh_home "$work/zh"
  chinese="$HOME/chosen/East.dealbox"
  mkdir "$HOME/chosen"
  start
  painted
  see menu =文件
  see "radio button" =中文
  typing_in entry =你的姓名
  write "Zhang Yu"
  shot zh-first-run
  click "push button" =下一步
  typing_in entry =文件名
  see any "$XDG_DOCUMENTS_DIR/"
  click "push button" =更改…
  write_path 保存 "$chinese"
  see any "$chinese"
  shot zh-file
  click "push button" =新建文件
  shot zh-data
  click "push button" 空白开始
  see link =线索
  see heading =标准销售流程
  shot zh-board
  menu 文件 退出
  ended
  expect "the owner" "$(stored "$chinese" list member --json | grep -c 'Zhang Yu')" 1
}

the_first_run_in_english() {
  fresh_home "$work/en"
  file="$HOME/documents/Window test.dealbox"
  start
  click "radio button" =English
  see dialog "=Welcome to Dealbox"
  click entry "=Your name"
  write "Ann Li"
  shot en-first-run
  press Return
  typing_in entry "=Name of the file"
  write "Window test"
  see any "$file"
  press Return
  click "push button" "Start empty"
  see heading "=Standard pipeline"
  shot en-board
}

it_imports_a_spreadsheet() {
  cat >"$HOME/deals.csv" <<'ROWS'
商机名称,客户,金额,预计成交日期
华东数据平台,青云科技,"128,000",2027-01-15
Cold chain sensors,Northwind Foods,64000,2027-02-20
Warehouse robots,Blue Harbor,250000.50,2027-03-05
ROWS
  click "push button" Import…
  click "push button" "=Choose a file…"
  write_path Import "$HOME/deals.csv"
  see "table cell" =华东数据平台
  shot import-preview
  click "push button" "=Import 3 rows"
  see heading "=Imported deals.csv"
  click "push button" "=Show opportunities"
  click "radio button" =Table
  see "check box" "=Select 华东数据平台"
  see "check box" "=Select Warehouse robots"
  see "table cell" '$250,000.50'
  shot list
}

it_creates_an_opportunity() {
  click link Opportunities
  see landmark =New
  press c
  typing_in entry =Name
  write "Robot arms"
  shot create
  press Return
  see "push button" "Undo create opportunity"
  see link "Robot arms,"
}

it_drags_a_card_to_another_stage() {
  drag link "Robot arms," landmark =Contacted
  see "push button" "Undo move to Contacted"
  see "push button" "=Contacted 1"
  shot dragged
}

it_takes_the_move_back() {
  press ctrl+z
  see "push button" "=Contacted 0"
  see "push button" "=New 4"
  shot undone
  drag link "Cold chain sensors," landmark =Contacted
  see "push button" "=Contacted 1"
}

a_command_says_that_the_window_holds_the_file() {
  local code=0
  stored "$file" list opportunity --count >/dev/null 2>"$out/held.txt" || code=$?
  expect "exit code for a file that is held" "$code" 7
}

it_quits_from_the_menu() {
  xdotool windowsize --sync "$window" 1160 720
  xdotool windowmove --sync "$window" 90 70
  menu 文件 退出
  ended
  id=$(stored "$file" list opportunity --where 'name = "Robot arms"' --json |
    sed -n 's/.*"id": *"\([0-9A-Z]*\)".*/\1/p' | head -n 1)
}

it_comes_back_where_it_was_with_the_last_file() {
  start
  painted
  local place
  see "push button" "=Contacted 1"
  place=$(xdotool getwindowgeometry --shell "$window" | tr '\n' ' ')
  case $place in
    *"X=90 Y=70 WIDTH=1160 HEIGHT=720"*) ;;
    *) fail "the window came back at $place" ;;
  esac
  click menu =File
  see "menu item" "=Save a copy…"
  shot again
  press Escape
}

a_link_shows_its_record() {
  start_again "dealbox://record/opportunity/$id"
  see heading "Robot arms"
  shot link
  start_again "dealbox://open"
  see any "This link is not understood: dealbox://open"
}

a_second_start_comes_to_the_front_and_opens_its_file() {
  local second="$HOME/documents/Second.dealbox" over
  stored "$second" import "$HOME/deals.csv" --as opportunity --create-missing --json >/dev/null
  xlogo -geometry 1300x800+60+50 2>/dev/null &
  cover=$!
  over=$(timeout 20 xdotool search --sync --onlyvisible --class '^XLogo$' | tail -n 1)
  xdotool windowraise "$over"
  on_top "$over"
  start_again "$second"
  on_top "$window"
  see "combo box" "Second, file menu"
  see "push button" "=New 3"
  shot second
  kill "$cover"
  cover=
  menu File Quit
  ended
}

it_opens_a_file_with_a_space_and_chinese_in_its_name() {
  named="$HOME/documents/客户 2026 年.dealbox"
  stored "$named" import "$HOME/deals.csv" --as opportunity --create-missing --json >/dev/null
  cd "$HOME/documents"
  start "客户 2026 年.dealbox"
  cd "$root"
  see "combo box" "客户 2026 年, file menu"
  see link "华东数据平台,"
  shot chinese-name
  menu File Quit
  ended
}

the_files_hold_what_was_done() {
  local one
  for one in "$chinese" "$file" "$named"; do stored "$one" check >/dev/null; done
  expect "opportunities" "$(stored "$file" list opportunity --count --sum amount --json)" \
    '{"count":4,"sum":{"amount":"442000.50"}}'
  expect "in Contacted" "$(stored "$file" list opportunity --where 'stage = Contacted' --count --json)" '{"count":1}'
}
