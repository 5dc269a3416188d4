// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

class QJsonObject;

namespace pushlab::compare {

//! What stopped a run, or ended it early. A plain value; text/runtext.h has its words.
struct RunError
{
    Q_GADGET

public:
    enum class Reason : quint8 {
        UnknownHost, //!< nobody goes by the name in `subject`
        NoAnswer, //!< at the address in `subject`
        ConnectTimeout, //!< only `connected` of `clients` were there within `limit`
        ConnectRefused, //!< only `connected` of `clients` were let in
        HostFailed, //!< a host of our own did not start; `subject` is its sentence
    };
    Q_ENUM(Reason)

    Reason reason = Reason::NoAnswer;
    QString subject;
    qint64 connected = 0;
    qint64 clients = 0;
    std::chrono::seconds limit{};

    friend bool operator==(const RunError &, const RunError &) = default;
};

//! As it stands in a run's file: `{"reason":"connect-timeout","connected":3,"clients":20,"limit":30}`.
[[nodiscard]] QJsonObject runErrorToJson(const RunError &error);

//! Nothing when \a json is no such object.
[[nodiscard]] std::optional<RunError> runErrorFromJson(const QJsonObject &json);

} // namespace pushlab::compare
