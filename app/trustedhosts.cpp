// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/trustedhosts.h"

#include "server/protocol/fingerprint.h"

#include <QSettings>

#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maxTrustedHosts = 50;
const QString arrayKey = u"join/trusted"_s;

using Trust = std::pair<QString, QByteArray>; // URL and fingerprint

QList<Trust> trusts()
{
    QList<Trust> list;
    QSettings settings;
    const int size = settings.beginReadArray(arrayKey);
    for (int i = 0; i < size && list.size() < maxTrustedHosts; ++i) {
        settings.setArrayIndex(i);
        if (const auto fingerprint = protocol::fingerprintFromText(settings.value(u"fingerprint"_s).toString()))
            list.append({settings.value(u"host"_s).toString(), *fingerprint});
    }
    settings.endArray();
    return list;
}

} // namespace

QByteArray trustedFingerprint(const QUrl &host)
{
    const QList<Trust> list = trusts();
    for (const auto &[address, fingerprint] : list) {
        if (address == host.authority())
            return fingerprint;
    }
    return {};
}

void trustHost(const QUrl &host, const QByteArray &fingerprint)
{
    QList<Trust> list = trusts();
    list.removeIf([&host](const Trust &trust) { return trust.first == host.authority(); });
    list.prepend({host.authority(), fingerprint});
    if (list.size() > maxTrustedHosts)
        list.resize(maxTrustedHosts);
    QSettings settings;
    settings.beginWriteArray(arrayKey, int(list.size()));
    for (int i = 0; i < int(list.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"host"_s, list.at(i).first);
        settings.setValue(u"fingerprint"_s, protocol::fingerprintText(list.at(i).second));
    }
    settings.endArray();
}

} // namespace pushlab::app
