#!/bin/sh
# Builds the program for macOS into dist/. On a Mac that is the whole bundle, Dealbox.app,
# for both kinds of processor. Elsewhere it is the program without a window, since the
# window needs Apple's SDK: it compiles everything else, and serves and runs commands.
set -eu
cd "$(dirname "$0")/.."
mkdir -p dist

if [ "$(uname -s)" = Darwin ]; then
  exec sh build/macos/bundle.sh
fi
for arch in amd64 arm64; do
  CGO_ENABLED=0 GOOS=darwin GOARCH=$arch go build -trimpath -ldflags "-s -w" -o "dist/dealbox-darwin-$arch" .
done
echo "dist/dealbox-darwin-*: without a window; make darwin on a Mac builds Dealbox.app"
