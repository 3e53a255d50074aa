#!/usr/bin/env bash
# Fetches the real readers that the tests open files with (poppler, qpdf, MuPDF, LibreOffice, Chromium) from Debian when they
# are missing and this user may install packages. Says in one line what is still missing; the tests that need it fail.
set -u
declare -A packages=(
  [pdftotext]=poppler-utils [qpdf]=qpdf [soffice]=libreoffice-writer-nogui [chromium]=chromium [fc-match]=fontconfig [mutool]=mupdf-tools
)
missing=()
for command in "${!packages[@]}"; do
  command -v "$command" >/dev/null 2>&1 || missing+=("${packages[$command]}")
done
[ ${#missing[@]} -eq 0 ] && exit 0
run=()
[ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null 2>&1 && run=(sudo -n)
if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" -eq 0 ] || "${run[@]}" true 2>/dev/null; }; then
  echo "installing test tools: ${missing[*]}"
  "${run[@]}" apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1
fi
for command in "${!packages[@]}"; do
  command -v "$command" >/dev/null 2>&1 || echo "缺少测试工具 $command，请安装 Debian 软件包 ${packages[$command]}" >&2
done
exit 0
