#!/bin/sh
# Builds both Windows programs for the architectures that are named, into dist/windows-ARCH:
# dealbox.exe is the window, dealbox-cli.exe the command line, since a program without a
# console prints nothing in one. Works on any system; the front end must have been built.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/.*"productVersion": "\([^"]*\)".*/\1/p' wails.json)
root=$PWD
(cd build && go run ./resources -version "$version" -out "$root")

for arch in "$@"; do
  out=dist/windows-$arch
  mkdir -p "$out"
  # wv2runtime.error: the program says that WebView2 is missing and downloads nothing.
  CGO_ENABLED=0 GOOS=windows GOARCH=$arch go build -trimpath -tags desktop,production,wv2runtime.error \
    -ldflags "-s -w -H windowsgui" -o "$out/dealbox.exe" .
  CGO_ENABLED=0 GOOS=windows GOARCH=$arch go build -trimpath -ldflags "-s -w" -o "$out/dealbox-cli.exe" .
done
