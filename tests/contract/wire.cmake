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
    LINK PushLab::api PushLab::push PushLab::server PushLab::web Qt6::Network Qt6::Test OpenSSL::SSL)

pushlab_test(tst_badinput LABEL loopback
    SOURCES
        badframingrows.cpp
        badhandshakerows.cpp
        badhttprows.cpp
        badroutingrows.cpp
        badwebsocketrows.cpp
    LINK PushLab::testwire)
pushlab_test(tst_websocketconformance LABEL loopback
    SOURCES badwebsocketrows.cpp conformancerows.cpp
    LINK PushLab::testwire Qt6::WebSockets)
foreach(name tst_admission tst_classpeople tst_names tst_nomembers tst_probe tst_classapi tst_classcontrol tst_classprediction tst_leading tst_trustedproxies tst_wrongtries tst_moderation tst_tutorialroutes tst_tutorialsockets tst_queues tst_connections tst_api tst_apisocket
        tst_controlentries tst_traffic tst_withdrawal tst_ledger tst_delayreports tst_ledgersplit tst_history tst_limits tst_errorpages tst_oneaddress tst_slowreader)
    pushlab_test(${name} LABEL loopback LINK PushLab::testwire)
endforeach()
pushlab_test(tst_eventstream LABEL loopback LINK PushLab::testwire PushLab::transport)
pushlab_test(tst_browsing LABEL loopback LINK PushLab::testwire)
pushlab_test(tst_wireanatomy LABEL loopback LINK PushLab::testwire)
pushlab_test(tst_projector LABEL loopback LINK PushLab::testwire)
if(UNIX)
    pushlab_test(tst_conditioner LABEL loopback MEASURES LINK PushLab::testwire)
    pushlab_test(tst_roomconditioner LABEL loopback MEASURES LINK PushLab::testwire)
    set_tests_properties(tst_conditioner tst_roomconditioner PROPERTIES COST 119)
endif()
set_tests_properties(tst_slowreader PROPERTIES COST 45)
set_tests_properties(tst_eventstream PROPERTIES COST 28)
set_tests_properties(tst_websocketconformance tst_limits PROPERTIES COST 16)
set_tests_properties(tst_badinput PROPERTIES COST 10)
