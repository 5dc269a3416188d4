// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace pushlab::http {

//! What somebody is told who asked for \a host, a Host field's value that the guard does not allow.
[[nodiscard]] QByteArray unknownNameText(QByteArrayView host);

//! Knows by which names this host may be called, against DNS rebinding: a foreign name that was made to point here is
//! refused. Addresses of this machine, its names, localhost, and those allowed. A plain class; server's thread.
class HostGuard
{
public:
    //! What the machine is called now; replaced in tests.
    struct Names
    {
        QSet<QHostAddress> addresses;
        QSet<QString> names; //!< lower case
    };
    [[nodiscard]] static Names namesOfThisMachine();

    explicit HostGuard(const QStringList &allowed, std::function<Names()> look = namesOfThisMachine);

    //! Whether a Host field's value, with or without port, names this host. A name that is not known makes it look again,
    //! at most once in 2 s: the network may have changed.
    [[nodiscard]] bool allows(QByteArrayView host);

private:
    [[nodiscard]] bool knows(const QString &name) const;

    std::function<Names()> m_look;
    QSet<QString> m_allowed;
    Names m_names;
    QByteArray m_lastAllowed; //!< as it came: nearly every request says the same
    QElapsedTimer m_looked;
};

} // namespace pushlab::http
