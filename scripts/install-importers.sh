#!/usr/bin/env bash
# Installs the programs that the conformance suite (npm run test:importers) asks, outside the dependency tree: Debian packages,
# and npm packages with exact versions under ${CLIENTS:-clients}. With --light without Heimdall and SAF, the largest.
# What is there already is left alone. What cannot be had is named; the suite then says what it left out.
set -u
cd "$(dirname "$0")/.." || exit 1
clients=${CLIENTS:-clients}
light=false
[ "${1:-}" = "--light" ] && light=true
missing=()

debian() {
  local wanted=() sudo=""
  while [ $# -gt 0 ]; do
    command -v "$1" >/dev/null || wanted+=("$2")
    shift 2
  done
  [ "${#wanted[@]}" -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  for package in "${wanted[@]}"; do
    echo "installing $package"
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
      missing+=("$package")
  done
}

# True where a folder holds exactly these packages. The mark stands while an installation runs: one that broke off is done again.
has_packages() {
  local folder=$1
  shift
  [ ! -e "$folder/incomplete" ] && node -e '
    const { readFileSync } = require("node:fs");
    const [folder, ...wanted] = process.argv.slice(1);
    for (const name of wanted) {
      const at = name.lastIndexOf("@");
      const file = `${folder}/node_modules/${name.slice(0, at)}/package.json`;
      if (JSON.parse(readFileSync(file, "utf8")).version !== name.slice(at + 1)) process.exit(1);
    }' "$folder" "$@" 2>/dev/null
}

npm_client() {
  local folder="$clients/$1"
  shift
  has_packages "$folder" "$@" && return 0
  echo "installing $*"
  mkdir -p "$folder" && touch "$folder/incomplete"
  [ -e "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
  if npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error "$@"; then
    rm "$folder/incomplete"
  else
    missing+=("$*")
  fi
}

debian xmllint libxml2-utils xsltproc xsltproc oscap openscap-scanner autotailor openscap-utils
npm_client hdfconv @mitre/hdf-converters@2.12.6 inspecjs@2.12.6
if [ "$light" = false ]; then
  debian chromium chromium
  npm_client heimdall @mitre/heimdall-lite@2.12.6 playwright-core@1.65.1
  npm_client saf @mitre/saf@1.5.3
fi

for name in "${missing[@]}"; do echo "not installed: $name"; done
[ "${#missing[@]}" -eq 0 ]
