#!/bin/sh
# Lays out dist/Dealbox.app. On a Mac with Apple's command line tools it also builds the
# program for both kinds of processor and signs it for this computer; for other computers
# sign and notarise it with your own identity afterwards.
#
#   bundle.sh           the whole bundle, on a Mac
#   bundle.sh layout    all but the program, anywhere: what a test can look at
set -eu
cd "$(dirname "$0")/../.."

version=$(sed -n 's/.*"productVersion": "\([^"]*\)".*/\1/p' wails.json)
app=dist/Dealbox.app
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources/en.lproj"

sed "s/@VERSION@/$version/" build/macos/Info.plist > "$app/Contents/Info.plist"
printf 'APPL????' > "$app/Contents/PkgInfo"
cp -R build/macos/zh-Hans.lproj "$app/Contents/Resources/"
cp LICENSE "$app/Contents/Resources/"
icons=$(mktemp -d)
trap 'rm -rf "$icons"' EXIT
(cd build && go run ./icons "$icons")
cp "$icons/dealbox.icns" "$icons/document.icns" "$app/Contents/Resources/"

[ "${1:-}" = layout ] && exit 0
[ "$(uname -s)" = Darwin ] || { echo "bundle: the window is built on a Mac, with Apple's SDK" >&2; exit 1; }

for arch in amd64 arm64; do
  CGO_ENABLED=1 GOARCH=$arch CGO_LDFLAGS="-framework UniformTypeIdentifiers -mmacosx-version-min=12.0" \
    CGO_CFLAGS="-mmacosx-version-min=12.0" \
    go build -trimpath -tags desktop,production -ldflags "-s -w" -o "$icons/dealbox-$arch" .
done
lipo -create -output "$app/Contents/MacOS/dealbox" "$icons/dealbox-amd64" "$icons/dealbox-arm64"
codesign --force --sign - "$app"
echo "$app"
