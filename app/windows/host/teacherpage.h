// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>
#include <QUrl>

class QAction;

namespace pushlab::app {

//! Opens the teacher's own page, /admin/, in the browser of this computer, or by a QR code on the teacher's phone. Both URLs
//! contain the key.
class TeacherPage final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeacherPage)

public:
    explicit TeacherPage(QWidget *parent = nullptr);

    //! Sets the URL of the page for this computer, and for others; empty: the host does not run.
    void setUrls(const QUrl &here, const QUrl &elsewhere);

Q_SIGNALS:
    void problemFound(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openHere();
    void showCode();
    void retranslate();

    QAction *m_open;
    QAction *m_code;
    QUrl m_here;
    QUrl m_elsewhere;
};

} // namespace pushlab::app
