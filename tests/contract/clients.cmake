# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests in which the native client meets a real host.

pushlab_test(tst_restart LABEL loopback LINK pushlab-testwire pushlab-testsupport)
pushlab_test(tst_techniques LABEL loopback LINK pushlab-testwire pushlab-testsupport)
if(UNIX)
    pushlab_test(tst_tls LABEL loopback LINK pushlab-testwire pushlab-testsupport)
    set_tests_properties(tst_tls PROPERTIES COST 12)
endif()
pushlab_test(tst_admittedclients LABEL loopback LINK pushlab-testwire pushlab-testsupport)
if(TARGET pushlab-widgets)
    pushlab_test(tst_switching LABEL loopback TIMEOUT 300
        SOURCES carelessclient.cpp modelcheck.cpp
        LINK pushlab-testwire pushlab-testsupport pushlab-widgets)
    set_tests_properties(tst_switching PROPERTIES COST 30)
endif()
set_tests_properties(tst_techniques PROPERTIES COST 26)
set_tests_properties(tst_restart tst_admittedclients PROPERTIES COST 16)
