#!/bin/sh
# dist/fieldapp-VERSION.pkg from dist/fieldapp.app, signed and notarised where certificates are named:
#   FIELDAPP_IDENTITY   "Developer ID Application: ..." (named before `make package`, too)
#   FIELDAPP_INSTALLER  "Developer ID Installer: ..."
#   FIELDAPP_NOTARY     a profile kept by `xcrun notarytool store-credentials`
set -eu
cd "$(dirname "$0")/../../.."
app=dist/fieldapp.app
version=$(/usr/libexec/PlistBuddy -c 'Print :CFBundleShortVersionString' "$app/Contents/Info.plist")
pkg="dist/fieldapp-$version-$(uname -m).pkg"

if [ -n "${FIELDAPP_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$FIELDAPP_IDENTITY" \
        --entitlements deploy/desktop/macos/entitlements.plist "$app"
    codesign --verify --deep --strict "$app"
fi
"$app/Contents/MacOS/fieldapp" selftest
set -- --component "$app" --install-location /Applications --identifier org.fieldapp.laptop \
    --version "$version"
[ -z "${FIELDAPP_INSTALLER:-}" ] || set -- "$@" --sign "$FIELDAPP_INSTALLER" --timestamp
pkgbuild "$@" "$pkg"
if [ -n "${FIELDAPP_NOTARY:-}" ]; then
    xcrun notarytool submit "$pkg" --keychain-profile "$FIELDAPP_NOTARY" --wait
    xcrun stapler staple "$pkg"
fi
echo "$pkg"
