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

//! The text of the refusal of a request for \a host, the value of a Host field that the guard does not allow.
[[nodiscard]] QByteArray unknownNameText(QByteArrayView host);

//! Decides which host names this host answers to, as a protection against DNS rebinding, in which a foreign name is made to point
//! to this machine: allowed are this machine's addresses and names, localhost, and the names given. A plain class; server's
//! thread.
class HostGuard
{
public:
    //! Returns the present names of the machine; replaced in tests.
    struct Names
    {
        QSet<QHostAddress> addresses;
        QSet<QString> names; //!< lower case
    };
    [[nodiscard]] static Names namesOfThisMachine();

    explicit HostGuard(const QStringList &allowed, std::function<Names()> look = namesOfThisMachine);

    //! Whether a Host field's value, with or without port, names this host. For an unknown name the machine's names are read
    //! again, at most once in 2 s, because the network may have changed.
    [[nodiscard]] bool allows(QByteArrayView host);

private:
    [[nodiscard]] bool knows(const QString &name) const;

    std::function<Names()> m_look;
    QSet<QString> m_allowed;
    Names m_names;
    QByteArray m_lastAllowed; //!< the value of the field that was allowed last: nearly every request has the same
    QElapsedTimer m_looked;
};

} // namespace pushlab::http
