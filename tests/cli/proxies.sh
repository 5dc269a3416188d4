#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The sample files for nginx and haproxy, with the real programs in front of a real host: pages, sends with an Origin, long
# polls, WebSocket handshakes, secure cookies, TLS. PUSHLAB names the program, PROXY_FILES the folder of the samples.

set -u
: "${PUSHLAB:?must name the pushlab program}" "${PROXY_FILES:?must name the folder of the samples}"
PATH=$PATH:/usr/sbin

work=$(mktemp -d) || exit 1
started=()
failures=0
name=class.school.example

cleanup() {
    local pid
    for pid in "${started[@]}"; do
        kill -TERM "$pid" 2>/dev/null
    done
    wait 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT

fail() {
    echo "FAIL: $*" >&2
    failures=$((failures + 1))
}

# expect WHAT EXPECTED GOT
expect() {
    [ "$2" = "$3" ] || fail "$1: expected $2, got $3"
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# ask PATH CURL-ARGUMENTS...: by way of the proxy
ask() {
    local path=$1
    shift
    curl -s -m 10 --cacert "$work/pem" --noproxy '*' --resolve "$name:$port:127.0.0.1" "$@" "https://$name:$port$path"
}

status() {
    ask "$@" -o /dev/null -w '%{http_code}'
}

# comes FILE PATTERN: within 15 s, while the stream is quiet: a host that says nothing for 25 s adds a comment
comes() {
    local tries=300
    until grep -q -- "$2" "$1" 2>/dev/null; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.05
    done
}

check() {
    local proxy=$1 origin=https://$name:$port tries=100
    until [ "$(status /api/health)" = 200 ]; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { fail "$proxy does not pass requests on"; return; }
        sleep 0.1
    done
    expect "$proxy: own origin" 201 "$(status /api/rooms/lobby/messages -H "Origin: $origin" -d "{\"text\":\"by $proxy\"}")"
    expect "$proxy: another site" 403 "$(status /api/rooms/lobby/messages -H 'Origin: https://evil.example' -d '{"text":"no"}')"
    expect "$proxy: HEAD" 200 "$(status /api/health -I)"
    ask /api/rooms/lobby/messages | grep -q "by $proxy" || fail "$proxy: the message is not there"
    # Held until a message comes.
    ask '/api/rooms/held/messages?wait=8' >"$work/held" &
    local held=$!
    sleep 0.5
    status /api/rooms/held/messages -H "Origin: $origin" -d '{"text":"news"}' >/dev/null
    wait "$held"
    grep -q news "$work/held" || fail "$proxy: the long poll was not answered"
    # Passed on as it is written, though the answer goes on: the reader sees the event before it gives up, or the proxy ends.
    local stream=$work/stream-$proxy
    ask '/api/rooms/stream/events' -N -m 60 >"$stream" &
    started+=($!)
    comes "$stream" '^event: welcome' || fail "$proxy: the welcome was kept back"
    status /api/rooms/stream/messages -H "Origin: $origin" -d '{"text":"pushed"}' >/dev/null
    comes "$stream" '^data: .*pushed' || fail "$proxy: the event was kept back"
    local upgrade=(--http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13'
        -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==')
    expect "$proxy: WebSocket" 101 "$(status /ws/chat/lobby/ "${upgrade[@]}" -m 1 -H "Origin: $origin")"
    expect "$proxy: another site's WebSocket" 403 "$(status /ws/chat/lobby/ "${upgrade[@]}" -H 'Origin: https://evil.example')"
    # What the browser says of itself is not believed.
    expect "$proxy: made-up name" 201 "$(status /api/rooms/lobby/messages -H "Origin: $origin" -H 'X-Forwarded-Host: evil.example' -d '{"text":"x"}')"
    ask /admin/ -H 'Accept: text/html' -D - -o /dev/null --http1.1 | grep -qi '^set-cookie:.*; Secure' || fail "$proxy: the cookie is not secure"
}

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$name" -addext "subjectAltName=DNS:$name" \
    -keyout "$work/key" -out "$work/certificate" 2>/dev/null || exit 1
cat "$work/key" "$work/certificate" >"$work/pem"

host_port=$(free_port)
env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=none "$PUSHLAB" host --headless --bind 127.0.0.1 --port "$host_port" \
    --trusted-proxy 127.0.0.1 --allow-host "$name" >"$work/host.out" 2>"$work/host.err" &
started+=($!)

# The second with the Host field that nginx sends when it is not told one: the address that it passes requests on to. The third
# keeps back what it may.
for proxy in nginx nginx-default nginx-buffering haproxy; do
    port=$(free_port)
    file=$work/$proxy.conf
    sed -e "s|@PORT@|$port|g; s|@HOST_PORT@|$host_port|g; s|@NAME@|$name|g; s|@CERTIFICATE@|$work/pem|g; s|@RUN@|$work|g" \
        "$PROXY_FILES/${proxy%%-*}".*.in >"$file"
    if [ "$proxy" = nginx-default ]; then
        sed -i "/proxy_set_header Host/d; s/nginx.pid/nginx-default.pid/" "$file"
    fi
    if [ "$proxy" = nginx-buffering ]; then
        sed -i "s/proxy_buffering off/proxy_buffering on/; s/nginx.pid/nginx-buffering.pid/" "$file"
    fi
    if [ "$proxy" != haproxy ]; then
        nginx -e "$work/nginx-error.log" -c "$file" -g 'daemon off;' >"$work/nginx.out" 2>&1 &
    else
        haproxy -db -f "$file" >"$work/haproxy.out" 2>&1 &
    fi
    started+=($!)
    before=$failures
    check "$proxy"
    [ "$failures" -eq "$before" ] || tail -n 20 "$work"/*.out "$work"/*.err "$work"/*.log >&2
done

[ "$failures" -eq 0 ]
