#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# CONTRIBUTING.md names the folders of the sources as they are: each row of its table and each path in its text exists, and
# each folder of app, client and server has a row.
set -euo pipefail

cd -- "$SOURCES"
failed=0
complain() {
    echo "$*"
    failed=1
}

mapfile -t rows < <(sed -n 's/^| `\([a-z/]*\)` |.*/\1/p' CONTRIBUTING.md)
((${#rows[@]} > 10)) || complain "CONTRIBUTING.md has no table of folders"
for folder in "${rows[@]}"; do
    [[ -d $folder ]] || complain "CONTRIBUTING.md has a row for $folder, which is not there"
done

while IFS= read -r folder; do
    grep -qxF -- "$folder" <<< "$(printf '%s\n' "${rows[@]}")" || complain "CONTRIBUTING.md has no row for $folder"
done < <(find app client server -mindepth 1 -maxdepth 2 -name '*.cpp' -printf '%h\n' | sort -u)

# Folders below those: named in the row of the folder that holds them.
while IFS= read -r folder; do
    row=$(grep -F "| \`${folder%/*}\` |" CONTRIBUTING.md || true)
    [[ $row == *"\`${folder##*/}\`"* ]] || complain "the row of ${folder%/*} in CONTRIBUTING.md does not name ${folder##*/}"
done < <(find app client server -mindepth 3 -maxdepth 3 -name '*.cpp' -printf '%h\n' | sort -u)

while IFS= read -r path; do
    [[ -e $path ]] || complain "CONTRIBUTING.md speaks of $path, which is not there"
done < <(grep -oE '`(app|client|server|resources|tests)/[a-z0-9_./]*`' CONTRIBUTING.md | tr -d '`' | sort -u)
exit "$failed"
