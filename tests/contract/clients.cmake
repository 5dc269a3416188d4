# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests in which the native client meets a real host.

pushlab_test(tst_restart LABEL loopback LINK PushLab::testwire PushLab::testsupport)
pushlab_test(tst_racing LABEL loopback LINK PushLab::testwire PushLab::testsupport)
pushlab_test(tst_ledmembers LABEL loopback LINK PushLab::testwire PushLab::testsupport)
pushlab_test(tst_techniques LABEL loopback LINK PushLab::testwire PushLab::testsupport)
if(UNIX)
    pushlab_test(tst_tls LABEL loopback LINK PushLab::testwire PushLab::testsupport)
    set_tests_properties(tst_tls PROPERTIES COST 12)
endif()
pushlab_test(tst_selftest LABEL loopback
    SOURCES ${PROJECT_SOURCE_DIR}/tests/support/meddlingproxy.cpp
    LINK PushLab::testwire PushLab::testsupport)
pushlab_test(tst_ownpayload LABEL loopback LINK PushLab::testwire PushLab::testsupport)
pushlab_test(tst_admittedclients LABEL loopback LINK PushLab::testwire PushLab::testsupport)
if(TARGET pushlab-widgets)
    pushlab_test(tst_switching LABEL loopback TIMEOUT 300
        SOURCES carelessclient.cpp modelcheck.cpp
        LINK PushLab::testwire PushLab::testsupport PushLab::widgets)
    set_tests_properties(tst_switching PROPERTIES COST 30)
endif()
set_tests_properties(tst_techniques PROPERTIES COST 26)
set_tests_properties(tst_restart tst_admittedclients PROPERTIES COST 16)
