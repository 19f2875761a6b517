#!/bin/sh
# Makes what is given to users, into dist/: for Windows a zip for each kind of processor and
# the installer, for macOS the bundle on a Mac and the windowless program elsewhere.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/.*"productVersion": "\([^"]*\)".*/\1/p' wails.json)
sh build/windows.sh amd64 arm64
icons=$(mktemp -d)
trap 'rm -rf "$icons"' EXIT
(cd build && go run ./icons "$icons")

for arch in amd64 arm64; do
  folder=dist/windows-$arch
  cp LICENSE "$folder/"
  (cd build && go run ./resources -check "../$folder/dealbox.exe" && go run ./zip "../dist/dealbox-$version-windows-$arch.zip" "../$folder")
  if command -v makensis >/dev/null; then
    makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DFILES=$PWD/$folder" "-DICONS=$icons" \
      "-DOUT=$PWD/dist/dealbox-$version-windows-$arch-setup.exe" build/windows/installer.nsi
  else
    echo "package: no makensis here, so no installer (Debian: the package nsis)" >&2
  fi
done

sh build/darwin.sh
ls -l dist
