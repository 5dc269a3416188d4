// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/foundhosts.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace pushlab::app {

//! "Found on this network": the hosts that announce themselves, or a line saying that there are none.
class FoundHostsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoundHostsView)

public:
    explicit FoundHostsView(QWidget *parent = nullptr);

    void setHosts(const QList<FoundHost> &hosts);

Q_SIGNALS:
    void chosen(const QString &address, const QString &room); //!< \a address as a user would type it
    void activated(); //!< emitted after chosen(): the host is to be joined at once

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const QListWidgetItem *item);
    void keepHeight();
    void colour();
    void retranslate();

    QLabel *m_caption;
    QLabel *m_none;
    QListWidget *m_list;
};

} // namespace pushlab::app
