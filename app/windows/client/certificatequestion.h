// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMessageBox>
#include <QString>
#include <QUrl>

#include <functional>

namespace pushlab::app {

//! A fingerprint, in lines short enough to compare by eye.
[[nodiscard]] QString fingerprintLines(const QByteArray &fingerprint);

//! Asks whether to trust a certificate that no authority has signed: shows the fingerprint, and the default is not to. Emits
//! accepted() or rejected(); shown with open().
class CertificateQuestion final : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CertificateQuestion)

public:
    //! \a isOther: another certificate is trusted for that host. Without a fingerprint it only informs.
    CertificateQuestion(const QString &host, const QByteArray &fingerprint, bool isOther, QWidget *parent);

    //! Asks above \a window, without waiting, where \a trusted is the certificate of before, if any. One that is trusted is kept
    //! for the next time, and then \a accepted called.
    static void ask(QWidget *window, const QUrl &host, const QByteArray &trusted, const QByteArray &fingerprint,
                    const std::function<void()> &accepted, const std::function<void()> &rejected);
};

} // namespace pushlab::app
