// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

class QJsonObject;

namespace pushlab::compare {

//! Why a run failed or ended early. A plain value; text/runtext.h has its text.
struct RunError
{
    Q_GADGET

public:
    enum class Reason : quint8 {
        UnknownHost, //!< there is no host with the name in `subject`
        NoAnswer, //!< there was no answer at the address in `subject`
        ConnectTimeout, //!< only `connected` of `clients` were connected within `limit`
        ConnectRefused, //!< the host accepted only `connected` of `clients`
        HostFailed, //!< the host started for the run failed; `subject` is its message
    };
    Q_ENUM(Reason)

    Reason reason = Reason::NoAnswer;
    QString subject;
    qint64 connected = 0;
    qint64 clients = 0;
    std::chrono::seconds limit{};

    friend bool operator==(const RunError &, const RunError &) = default;
};

//! The error as a run's file contains it: `{"reason":"connect-timeout","connected":3,"clients":20,"limit":30}`.
[[nodiscard]] QJsonObject runErrorToJson(const RunError &error);

//! Returns nullopt when \a json is no such object.
[[nodiscard]] std::optional<RunError> runErrorFromJson(const QJsonObject &json);

} // namespace pushlab::compare
