#!/usr/bin/env bash
# Builds the PowerShell that test/powershell asks, outside the tree, from what lies beside the repository.
# Where that or dotnet is absent it says so, and the tests are skipped. What is there already is left alone.
set -u
cd "$(dirname "$0")/.." || exit 1
build=../shared/powershell/build.sh
folder=${POWERSHELL:-${XDG_CACHE_HOME:-$HOME/.cache}/exchange-stig/powershell}
if [ -x "$folder/pwsh" ]; then
  exit 0
elif [ ! -f "$build" ]; then
  echo "no PowerShell: $build is not there"
elif ! command -v dotnet >/dev/null; then
  echo "no PowerShell: dotnet is not installed"
elif bash "$build" "$folder.new" && rm -rf "$folder" && mv "$folder.new" "$folder"; then
  echo "PowerShell is in $folder"
else
  echo "no PowerShell: the build failed"
fi
