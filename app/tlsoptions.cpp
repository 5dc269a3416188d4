// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tlsoptions.h"

#include "app/commandlinetext.h"
#include "app/optionreader.h"
#include "app/tlsfaulttext.h"
#include "server/certificates.h"
#include "server/protocol/hostname.h"

#include <QStandardPaths>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

QList<QCommandLineOption> tlsOptions()
{
    return {
        {u"tls-cert"_s, CommandLineText::tr("Speaks https and wss only, with the certificate of this PEM file, chain included."),
         u"FILE"_s},
        {u"tls-key"_s,
         CommandLineText::tr("The certificate's private key in PEM form, not encrypted; in the certificate's file if not given."),
         u"FILE"_s},
        {u"tls-self-signed"_s,
         CommandLineText::tr("Speaks https and wss only, with a certificate of its own, whose fingerprint it shows.")},
    };
}

bool readTls(OptionReader &reader, server::HostOptions &options)
{
    const QString certificate = reader.text(u"tls-cert"_s);
    const bool isSelfSigned = reader.has(u"tls-self-signed"_s);
    if (reader.has(u"tls-key"_s) && !reader.has(u"tls-cert"_s))
        reader.complain(CommandLineText::tr("--tls-key needs --tls-cert, the certificate that it belongs to."));
    if (!reader.has(u"tls-cert"_s))
        return isSelfSigned;
    if (isSelfSigned)
        reader.complain(CommandLineText::tr("--tls-cert and --tls-self-signed exclude each other."));
    const auto loaded = server::loadTlsIdentity(certificate, reader.has(u"tls-key"_s) ? reader.text(u"tls-key"_s) : certificate);
    if (const auto *const fault = std::get_if<server::TlsFault>(&loaded))
        reader.complain(tlsFaultText(*fault));
    else
        options.tls = std::get<server::TlsIdentity>(loaded);
    return false;
}

QString useSelfSigned(server::HostOptions &options)
{
    const QString directory = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    server::HostNames names = server::namesOfThisMachine();
    for (const QString &allowed : options.allowedHosts) {
        const QString name = protocol::wireHostName(allowed.count(u':') > 1 ? QString() : allowed.section(u':', 0, 0));
        if (!name.isEmpty() && QHostAddress(name).isNull() && !names.names.contains(name))
            names.names.append(name);
    }
    const auto stored = server::storedTlsIdentity(directory, names);
    if (const auto *const fault = std::get_if<server::TlsFault>(&stored))
        return tlsFaultText(*fault);
    options.tls = std::get<server::TlsIdentity>(stored);
    options.isOwnCertificate = true;
    return {};
}

QString schemeOf(const server::HostOptions &options)
{
    return options.tls ? u"https"_s : u"http"_s;
}

} // namespace pushlab::app
