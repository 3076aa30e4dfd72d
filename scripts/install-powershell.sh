#!/usr/bin/env bash
# Builds the PowerShell that test/powershell asks, outside the tree, from what lies beside the repository.
# Where that or dotnet is absent it says so, and the tests are skipped. What is there already is left alone.
set -u
cd "$(dirname "$0")/.." || exit 1
build=../shared/powershell/build.sh
folder=${POWERSHELL:-${XDG_CACHE_HOME:-$HOME/.cache}/exchange-stig/powershell}
# Of its own: two test files may build at once.
new=$folder.$$
trap 'rm -rf "$new"' EXIT
if [ -x "$folder/pwsh" ]; then
  exit 0
elif [ ! -f "$build" ]; then
  echo "no PowerShell: $build is not there"
elif ! command -v dotnet >/dev/null; then
  echo "no PowerShell: dotnet is not installed"
elif bash "$build" "$new" && { [ -x "$folder/pwsh" ] || { rm -rf "$folder" && mv "$new" "$folder"; }; }; then
  echo "PowerShell is in $folder"
else
  echo "no PowerShell: the build failed"
fi
