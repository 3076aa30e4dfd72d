#!/usr/bin/env bash
# Builds the program with which test/shards reads the Kubernetes manifest, outside the tree, from its source there and NuGet.
# Where dotnet is absent it says so, and the test is skipped. What is there already is left alone, unless its source has changed since.
set -u
cd "$(dirname "$0")/.." || exit 1
source=test/shards/read-job
folder=${KUBERNETES_CLIENT:-${XDG_CACHE_HOME:-$HOME/.cache}/exchange-stig/kubernetes}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$source"/* "$work/" || exit 1
if [ -x "$folder/read-job" ] && diff -rq "$source" "$folder/source" >/dev/null 2>&1; then
  exit 0
elif ! command -v dotnet >/dev/null; then
  echo "no Kubernetes client: dotnet is not installed"
elif DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 dotnet publish "$work/read-job.csproj" -c Release -o "$work/out" -v quiet &&
  rm -rf "$folder" && mkdir -p "$(dirname "$folder")" && cp -r "$source" "$work/out/source" && mv "$work/out" "$folder"; then
  echo "the Kubernetes client is in $folder"
else
  echo "no Kubernetes client: the build failed"
fi
