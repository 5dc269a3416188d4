#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Core and Network libraries of Debian's Qt anew, from its source package, with the thread sanitizer, into
# build/instrumented-qt. Debian's own are without it: how they guard what threads share is not seen, and all of it is reported.
# Takes some 20 minutes on two cores and 0.7 GB. A build with the preset tsan that is configured afterwards runs its tests with
# these libraries in the place of Debian's:
#
#     tests/support/instrumented_qt.sh
#     ./test --preset tsan
set -euo pipefail

# shellcheck source=.setup/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../../.setup/setup.sh"

here=$root/build/instrumented-qt
mkdir -p "$here/lists/partial"
install_packages "$root/.setup/packages-build" "$root/.setup/packages-instrumented-qt"

# Where the installed packages come from, their sources as well, without touching the system's lists.
sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$here/source.sources"
source_of=(-q -o "Dir::Etc::sourcelist=$here/source.sources" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$here/lists")
version=$(dpkg-query -W -f '${Version}' qt6-base-dev)
arch=$(dpkg-architecture -q DEB_HOST_MULTIARCH)
if [[ ! -d $here/source || ! -f $here/qt6-base_$version.dsc ]]; then
    rm -rf -- "$here/source" "$here/build" # of another version
    say "Fetching the source of Qt $version ..."
    quietly "$here/log" apt-get "${source_of[@]}" update
    cd -- "$here"
    quietly "$here/log" apt-get "${source_of[@]}" source --download-only "qt6-base=$version"
    quietly "$here/log" dpkg-source -x "$here/qt6-base_$version.dsc" "$here/source"
fi

# What of Debian's options decides about these two libraries. The tools are Debian's, not built and not instrumented.
say "Configuring ..."
lib=lib/$arch
quietly "$here/log" cmake -S "$here/source" -B "$here/build" -G Ninja \
    -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" -DCMAKE_C_FLAGS_RELWITHDEBINFO="-O1 -g1" \
    -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
    -DCMAKE_INSTALL_PREFIX=/usr -DINSTALL_LIBDIR="$lib" -DINSTALL_ARCHDATADIR="$lib/qt6" -DINSTALL_DATADIR=share/qt6 \
    -DINSTALL_PLUGINDIR="$lib/qt6/plugins" -DINSTALL_TRANSLATIONDIR=share/qt6/translations -DINSTALL_SYSCONFDIR=/etc/xdg \
    -DQT_HOST_PATH=/usr -DQT_FORCE_FIND_TOOLS=ON -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF \
    -DFEATURE_sanitizer=ON -DFEATURE_sanitize_thread=ON -DFEATURE_relocatable=OFF \
    -DFEATURE_gui=OFF -DFEATURE_widgets=OFF -DFEATURE_dbus=OFF -DFEATURE_xml=OFF -DFEATURE_sql=OFF -DFEATURE_concurrent=OFF \
    -DFEATURE_testlib=OFF -DFEATURE_mimetype_database=OFF -DFEATURE_doubleconversion=ON -DFEATURE_glib=ON -DFEATURE_icu=ON \
    -DFEATURE_pcre2=ON -DFEATURE_system_pcre2=ON -DFEATURE_system_libb2=ON -DFEATURE_ssl=ON -DFEATURE_libproxy=ON \
    -DFEATURE_system_proxies=ON -DFEATURE_sctp=ON

say "Building ..."
quietly "$here/log" cmake --build "$here/build" --target Core Network
ln -sfn "build/$lib" "$here/lib"
say "Done. To use it: cmake --preset tsan, then ./test --preset tsan"
