// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/certificatequestion.h"

#include "app/trustedhosts.h"
#include "server/protocol/fingerprint.h"

namespace pushlab::app {

namespace {

constexpr qsizetype bytesALine = 8;

} // namespace

QString fingerprintLines(const QByteArray &fingerprint)
{
    QString lines;
    for (qsizetype at = 0; at < fingerprint.size(); at += bytesALine)
        lines += (at > 0 ? QStringLiteral("\n") : QString()) + protocol::fingerprintText(fingerprint.mid(at, bytesALine));
    return lines;
}

CertificateQuestion::CertificateQuestion(const QString &host, const QByteArray &fingerprint, bool isOther, QWidget *parent)
    : QMessageBox(parent)
{
    setIcon(Warning);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWindowTitle(tr("Unknown certificate"));
    setStandardButtons(Cancel);
    setDefaultButton(Cancel);
    if (isOther)
        setText(tr("%1 shows another certificate than the one that you have trusted.").arg(host));
    else
        setText(tr("%1 shows a certificate that no authority vouches for.").arg(host));
    if (fingerprint.isEmpty()) {
        setInformativeText(tr("It cannot be checked, so the class cannot be joined."));
        return;
    }
    setInformativeText(
        tr("Compare its SHA-256 fingerprint with the one that the teacher's window shows. Trust it only if they are the same.")
        + QStringLiteral("\n\n") + fingerprintLines(fingerprint));
    addButton(tr("Trust and join"), AcceptRole);
}

void CertificateQuestion::ask(QWidget *window, const QUrl &host, const QByteArray &trusted, const QByteArray &fingerprint,
                              const std::function<void()> &accepted, const std::function<void()> &rejected)
{
    auto *const question = new CertificateQuestion(host.authority(), fingerprint, !trusted.isEmpty(), window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, window, [host, fingerprint, accepted] {
        trustHost(host, fingerprint);
        accepted();
    });
    connect(question, &QDialog::rejected, window, rejected);
    question->open();
}

} // namespace pushlab::app
