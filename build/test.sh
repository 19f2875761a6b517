#!/bin/bash
# Runs the tests of Dealbox, all of them or the steps that are named, and stops at the
# first that fails. Each step says what it is and how long it took.
#
#   test.sh                everything, in order, after installing what is missing
#   test.sh vet layers     some steps
set -euo pipefail
cd "$(dirname "$0")/.."

all=(format vet staticcheck layers go module bindings types biome vitest frontend journeys window windows darwin)

declare -A title=(
  [format]="gofmt: every file is formatted"
  [vet]="go vet: the program, and the window as for Windows"
  [staticcheck]="staticcheck"
  [layers]="imports go down"
  [go]="Go tests with the race detector"
  [module]="the module of build/: icons, resources, installers"
  [bindings]="the generated bindings are up to date"
  [types]="TypeScript: types"
  [biome]="Biome: lint and format"
  [vitest]="Vitest: the front end's units"
  [frontend]="Vite: the front end builds"
  [journeys]="journeys in Chromium, on the whole program"
  [window]="the production window under Xvfb"
  [windows]="the Windows programs, with icon and manifest"
  [darwin]="everything but the window, for macOS; the tree of its bundle"
)

gofiles() { find . -name '*.go' -not -path './frontend/node_modules/*'; }

run_format() {
  local bad
  bad=$(gofiles | xargs gofmt -l)
  [ -z "$bad" ] || { echo "not formatted, run gofmt -w on:"; echo "$bad"; return 1; }
}

# The window is compiled for Windows, where it is plain Go, and under the tag bindings.
run_vet() {
  go vet ./...
  go vet -tags bindings . ./app/desktop
  GOOS=windows go vet -tags desktop,production ./...
}

run_staticcheck() {
  go tool staticcheck ./...
  CGO_ENABLED=0 go tool staticcheck -tags bindings . ./app/desktop
}

# Not from Go's cache: it does not know that the test reads the packages.
run_layers() { go test -count=1 ./internal/layers; }

run_go() {
  go test -race -timeout 15m ./...
  CGO_ENABLED=0 go test -tags bindings ./app/desktop
}

run_module() {
  local tool
  tool=$(go tool -n staticcheck)
  cd build
  go vet ./...
  "$tool" ./...
  go test ./...
}

run_bindings() { sh build/bindings.sh check; }
run_types()    { cd frontend && npx --no-install tsc --noEmit; }
run_biome()    { cd frontend && npx --no-install biome check --error-on-warnings .; }
run_vitest()   { cd frontend && npx --no-install vitest run; }
run_frontend() { cd frontend && npx --no-install vite build --logLevel warn && [ -f dist/.gitkeep ]; }
run_journeys() { node frontend/e2e/run.mjs; }
run_window()   { bash build/xvfb/window-test.sh; }
run_windows()  { sh build/windows.sh amd64 && cd build && go run ./resources -check ../dist/windows-amd64/dealbox.exe; }

# One kind of processor: the other compiles the same Go; make package builds both.
# plistutil exits with 0 on a broken file and only says ERROR.
run_darwin() {
  local said
  CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 go build -trimpath -o /dev/null .
  sh build/macos/bundle.sh layout
  said=$(plistutil -i dist/Dealbox.app/Contents/Info.plist -o /dev/null -f bin 2>&1)
  case $said in *ERROR*) echo "$said"; return 1 ;; esac
}

steps=("$@")
if [ ${#steps[@]} = 0 ]; then
  sh build/deps.sh window test package npm
  steps=("${all[@]}")
fi

start=$SECONDS
for i in "${!steps[@]}"; do
  step=${steps[i]}
  began=$SECONDS
  echo "== $((i + 1))/${#steps[@]} ${title[$step]:?there is no step $step}"
  # Not as a condition: bash would go on after a failed line inside it.
  set +e; (set -e; "run_$step"); code=$?; set -e
  if [ $code != 0 ]; then
    echo "== failed: ${title[$step]}" >&2
    exit $code
  fi
  echo "   $((SECONDS - began)) s"
done
echo "== all ${#steps[@]} passed in $((SECONDS - start)) s"
