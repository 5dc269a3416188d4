# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests in which the native client meets a real host.

pushlab_test(tst_restart LABEL loopback TIMEOUT 120 LINK pushlab-testwire pushlab-testsupport)
pushlab_test(tst_ledmembers LABEL loopback TIMEOUT 180 LINK pushlab-testwire pushlab-testsupport)
pushlab_test(tst_techniques LABEL loopback TIMEOUT 120 LINK pushlab-testwire pushlab-testsupport)
if(UNIX)
    pushlab_test(tst_tls LABEL loopback TIMEOUT 120 LINK pushlab-testwire pushlab-testsupport)
endif()
pushlab_test(tst_admittedclients LABEL loopback TIMEOUT 180 LINK pushlab-testwire pushlab-testsupport)
if(TARGET pushlab-widgets)
    pushlab_test(tst_switching LABEL loopback TIMEOUT 180
        SOURCES carelessclient.cpp modelcheck.cpp
        LINK pushlab-testwire pushlab-testsupport pushlab-widgets)
endif()
