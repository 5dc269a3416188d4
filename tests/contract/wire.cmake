# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests that speak to a real host over raw sockets.

pushlab_library(testwire
    SOURCES
        ${PROJECT_SOURCE_DIR}/tests/support/httpanswer.cpp
        ${PROJECT_SOURCE_DIR}/tests/support/joining.cpp
        ${PROJECT_SOURCE_DIR}/tests/support/rawclient.cpp
        ${PROJECT_SOURCE_DIR}/tests/support/rawwebsocket.cpp
        ${PROJECT_SOURCE_DIR}/tests/support/testhost.cpp
        ${PROJECT_SOURCE_DIR}/tests/support/tlsclient.cpp
    LINK pushlab-server Qt6::Network Qt6::Test OpenSSL::SSL)

pushlab_test(tst_badinput LABEL loopback TIMEOUT 180
    SOURCES
        badframingrows.cpp
        badhandshakerows.cpp
        badhttprows.cpp
        badroutingrows.cpp
        badwebsocketrows.cpp
    LINK pushlab-testwire)
pushlab_test(tst_websocketconformance LABEL loopback TIMEOUT 120
    SOURCES badwebsocketrows.cpp conformancerows.cpp
    LINK pushlab-testwire Qt6::WebSockets)
foreach(name tst_admission tst_classapi tst_classcontrol tst_leading tst_trustedproxies tst_wrongtries tst_moderation tst_tutorialroutes tst_tutorialsockets tst_queues tst_connections tst_api tst_apisocket
        tst_controlentries tst_ledger tst_delayreports tst_ledgersplit tst_history tst_limits tst_errorpages tst_oneaddress tst_slowreader)
    pushlab_test(${name} LABEL loopback TIMEOUT 120 LINK pushlab-testwire)
endforeach()
pushlab_test(tst_eventstream LABEL loopback TIMEOUT 180 LINK pushlab-testwire pushlab-transport)
if(UNIX)
    pushlab_test(tst_conditioner LABEL loopback TIMEOUT 120 LINK pushlab-testwire)
    pushlab_test(tst_roomconditioner LABEL loopback TIMEOUT 120 LINK pushlab-testwire)
endif()
