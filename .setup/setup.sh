# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by ./run and ./test: installs what is missing, configures and builds. Stdout stays the program's own and stdin, too:
# everything here speaks on stderr and reads nothing.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# A bare system has no locale set; Qt wants UTF-8 and says so at every start.
if [[ -z ${LC_ALL:-}${LC_CTYPE:-}${LANG:-} ]]; then
    export LANG=C.UTF-8
fi

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

# quietly LOG COMMAND...: the output goes to LOG and is shown only when the command fails.
quietly() {
    local log=$1
    shift
    if ! "$@" > "$log" 2>&1 < /dev/null; then
        show_failure "$log" "$*"
    fi
}

show_failure() {
    tail -n 100 "$1" >&2
    die "This failed: $2"
}

# tell_progress LOG: says that a build goes on once it has taken a second, and how far it is: on a terminal each second in the
# same line, elsewhere a line every twenty seconds.
tell_progress() {
    local nothing step pause=20
    exec {nothing}<> <(:) # to wait on without another process
    read -r -t 1 -u "$nothing" || true
    say "Building ..."
    if [[ -t 2 ]]; then
        pause=1
    fi
    while read -r -t "$pause" -u "$nothing" || kill -0 $$ 2> /dev/null; do
        step=$(sed -n 's/^\(\[[0-9]*\/[0-9]*\]\).*/\1/p' "$1" | tail -n 1)
        if [[ -t 2 ]]; then
            printf '\r%s ' "$step" >&2
        elif [[ -n $step ]]; then
            say "Building ... $step"
        fi
    done
}

# Names of the packages in the given lists that are not installed, one a line.
missing_packages() {
    local wanted installed
    wanted=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@")
    # shellcheck disable=SC2086 # one word a package
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2> /dev/null | sed -n 's/^installed //p' || true)
    grep -vxF -e "$installed" <<< "$wanted" || true
}

# install_packages LIST...: does nothing, and fast, when all are there.
install_packages() {
    local -a packages become=()
    if ! command -v dpkg-query > /dev/null; then
        say "This is no Debian system: make sure that what is listed in .setup/packages-* is installed."
        return
    fi
    mapfile -t packages < <(missing_packages "$@")
    if ((${#packages[@]} == 0)); then
        return
    fi
    if ((EUID != 0)); then
        if command -v sudo > /dev/null && { sudo -n true 2> /dev/null || { [[ -t 0 && -t 2 ]] && sudo -v >&2; }; }; then
            become=(sudo)
        else
            say "Some packages are missing. Install them with this command, then start again:"
            die "su -c 'apt-get update && apt-get install -y --no-install-recommends ${packages[*]}'"
        fi
    fi
    say "Installing ${#packages[@]} packages; this takes a few minutes, once ..."
    local -a apt=("${become[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
        apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    quietly "$root/build/packages.log" "${apt[@]}" update
    quietly "$root/build/packages.log" "${apt[@]}" install --no-install-recommends "${packages[@]}"
}

# build_preset PRESET [TARGET]: configures if needed, and builds what has changed.
build_preset() {
    local preset=$1 target=${2:-all}
    local build=$root/build/$preset
    local log=$root/build/$preset.log

    if [[ ! -f $build/build.ninja ]] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        say "Configuring ..."
        quietly "$log" cmake -S "$root" --preset "$preset" --fresh
    fi
    : > "$log"
    tell_progress "$log" 9>&- &
    local teller=$! status=0
    cmake --build "$build" --target "$target" > "$log" 2>&1 < /dev/null || status=$?
    kill "$teller" 2> /dev/null || true
    wait "$teller" 2> /dev/null || true
    if [[ -t 2 ]]; then
        printf '\r\e[K' >&2
    fi
    if ((status != 0)); then
        show_failure "$log" "cmake --build $build"
    fi
}

# prepare PRESET TARGET LIST...: all of the above, one at a time.
prepare() {
    local preset=$1 target=$2
    shift 2
    mkdir -p "$root/build"
    exec 9> "$root/build/.lock"
    flock 9
    install_packages "$@"
    build_preset "$preset" "$target"
    exec 9>&-
}
