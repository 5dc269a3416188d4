// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficexport.h"

#include <QToolButton>

#include <functional>

namespace pushlab::app {

//! The button "Export": writes rows of traffic as HAR, as packets for Wireshark, or as text.
class TrafficExport final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficExport)

public:
    enum class Format : quint8 { Har, Packets, Text };
    using Rows = std::function<wire::TrafficExcerpt()>;

    //! \a rows says what is to be written.
    explicit TrafficExport(Rows rows, QWidget *parent = nullptr);

    void setSecrets(wire::Secrets secrets) { m_secrets = secrets; } //!< masked unless told otherwise
    void ask(Format format); //!< for a file
    //! Returns a translated error message; empty on success.
    [[nodiscard]] QString write(Format format, const QString &path) const;

Q_SIGNALS:
    void done(const QString &problem); //!< empty: success

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Rows m_rows;
    wire::Secrets m_secrets = wire::Secrets::Masked;
};

} // namespace pushlab::app
