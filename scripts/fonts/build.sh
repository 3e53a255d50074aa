#!/usr/bin/env bash
# Rebuilds fonts/*.ttf, their licence files and SHA256SUMS from Debian and npm packages.
# Needs Debian 12 with apt, npm and: apt-get install python3-fonttools fonts-lxgw-wenkai fonts-hanazono unicode-data
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(cd "$here/../.." && pwd)/fonts
if [ $# -gt 0 ]; then
  work=$1
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$out" "$work"
cd "$work"

[ -d texlive ] || { ls texlive-lang-chinese_*.deb >/dev/null 2>&1 || apt-get download -q texlive-lang-chinese; dpkg-deb -x texlive-lang-chinese_*.deb texlive; }
for face in noto-serif-sc noto-sans-sc; do
  [ -d "$face" ] || { npm pack --silent "@expo-google-fonts/$face@0.4.3" >/dev/null; mkdir "$face"; tar xzf expo-google-fonts-"$face"-0.4.3.tgz -C "$face" --strip-components=1; }
done

fandol=texlive/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
fandol_doc=texlive/usr/share/doc/texlive-doc/fonts/fandol
/usr/bin/python3 -B "$here/build.py" \
  "$fandol/FandolFang-Regular.otf" noto-serif-sc noto-sans-sc \
  /usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf \
  /usr/share/fonts/truetype/hanazono/HanaMinB.ttf \
  /usr/share/unicode/Unihan_OtherMappings.txt.bz2 "$out"

{ cat "$fandol_doc/README"; echo; zcat "$fandol_doc/COPYING.gz"; } > "$out/LICENSE-fandol.txt"
cp noto-serif-sc/LICENSE_FONT "$out/LICENSE-noto-serif-sc.txt"
cp noto-sans-sc/LICENSE_FONT "$out/LICENSE-noto-sans-sc.txt"
cp /usr/share/doc/fonts-lxgw-wenkai/copyright "$out/LICENSE-lxgw-wenkai.txt"
cp /usr/share/doc/fonts-hanazono/copyright "$out/LICENSE-hanazono.txt"
cd "$out" && sha256sum ./*.ttf | sed 's# \./# #' > SHA256SUMS
