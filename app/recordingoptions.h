// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace pushlab::app {

class OptionReader;

//! How a host records its class into a file.
struct RecordingOptions
{
    enum class Format : quint8 { Packets, Session };

    QString file; //!< empty: it does not
    Format format = Format::Packets;
    bool hasNames = true; //!< false: members are numbered
    bool hasSecrets = false; //!< PIN, cookies, tokens, members' ids and the teacher's key are not masked
};

//! The options of `pushlab host` for it.
[[nodiscard]] QList<QCommandLineOption> recordingOptions();

[[nodiscard]] RecordingOptions readRecording(OptionReader &reader);

} // namespace pushlab::app
