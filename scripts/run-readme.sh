#!/usr/bin/env bash
# Does what a newcomer does: runs the README's shell blocks, and nothing else, in a fresh clone of this commit. The first
# block has to leave three valid files within 120 seconds; the others have to run. The block that runs the tests is left
# out, because whoever calls this runs the tests too. What the blocks install globally goes into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
readme=$PWD/README.md
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
export npm_config_prefix=$root/global PATH=$root/global/bin:$PATH NO_COLOR=1
mkdir "$root/global"

git clone --quiet . "$root/clone"
awk -v root="$root" '/^```sh$/ { n++; f = 1; next } /^```$/ { f = 0 } f { print > sprintf("%s/%02d.sh", root, n) }' "$readme"
cd "$root/clone"
start=$SECONDS
for block in "$root"/*.sh; do
  if grep -q 'npm test' "$block"; then continue; fi
  sed 's/^/$ /' "$block"
  code=0
  bash "$block" || code=$?
  # 1 and 2 are verdicts.
  if [ "$code" -gt 2 ]; then echo "exit code $code"; exit 1; fi
  if [ "$block" = "$root/01.sh" ]; then
    took=$((SECONDS - start))
    files=(artifacts/*)
    echo "${#files[@]} files after $took s"
    [ "${#files[@]}" -eq 3 ] && [ "$took" -le 120 ]
    node bin/exchange-stig.cjs validate --quiet "${files[@]}"
  fi
done
echo "all shell blocks of the README after $((SECONDS - start)) s"
