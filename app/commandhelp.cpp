// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandhelp.h"

#include "app/commandlinetext.h"
#include "client/compare/text/columns.h"

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype commandColumns = 10;

QString optionTable(const QList<QCommandLineOption> &options)
{
    QStringList heads;
    qsizetype width = 0;
    for (const QCommandLineOption &option : options) {
        QString head = u"  "_s;
        for (const QString &name : option.names())
            head += (head.size() > 2 ? u", "_s : QString()) + (name.size() == 1 ? u"-"_s : u"--"_s) + name;
        if (!option.valueName().isEmpty())
            head += u' ' + option.valueName();
        heads += head;
        width = std::max(width, head.size());
    }
    QString table;
    const QString indent = u'\n' + QString(width + 4, u' '); // indentation of further lines
    for (qsizetype i = 0; i < options.size(); ++i)
        table += heads.at(i).leftJustified(width + 2) + options.at(i).description().replace(u'\n', indent) + u'\n';
    return table;
}

//! The usage line of a command; \a form has %1 in place of options.
QString usageOf(const QString &form)
{
    return CommandLineText::tr("Usage: %1").arg(form.arg(CommandLineText::tr("[options]")));
}

QString commandTable()
{
    struct Row
    {
        QString command;
        QString what;
    };
    const auto more = [](const QString &command) -> QString {
        return u' ' + CommandLineText::tr("See pushlab %1 --help.").arg(command);
    };
    const Row rows[] = {
        {CommandLineText::tr("(none)", "instead of a command"), CommandLineText::tr("Opens the start window.")},
        {u"host"_s, CommandLineText::tr("Hosts a class.") + more(u"host"_s)},
        {u"join URL"_s, CommandLineText::tr("Joins a class.") + more(u"join"_s)},
        {u"demo"_s, CommandLineText::tr("Shows a class at work, on this computer alone.") + more(u"demo"_s)},
        {u"compare"_s, CommandLineText::tr("Measures what the techniques cost.") + more(u"compare"_s)},
        {u"export"_s, CommandLineText::tr("Writes a room's messages as JSON Lines.") + more(u"export"_s)},
        {u"import"_s, CommandLineText::tr("Reads them back.") + more(u"import"_s)},
        {u"lesson"_s, CommandLineText::tr("Checks a lesson of your own, and writes its worksheet.") + more(u"lesson"_s)},
    };
    QString table;
    for (const Row &row : rows)
        table += u"  "_s + compare::leftAligned(row.command, commandColumns) + row.what + u'\n';
    return table;
}

} // namespace

// QCommandLineParser::helpText() would need an application.
QString commandHelp(const QString &form, const QString &about, const QList<QCommandLineOption> &options)
{
    return usageOf(form) + u"\n\n"_s + about + u"\n\n"_s + CommandLineText::tr("Options:") + u'\n' + optionTable(options);
}

QString timesHint()
{
    return u'\n' + CommandLineText::tr("Times are seconds (2, 0.5) or carry a unit (150ms, 2s, 1m30s).") + u'\n';
}

QString generalHelp(const QList<QCommandLineOption> &options)
{
    const QString end = u'\n'
        + CommandLineText::tr(
                            "Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 cannot bind or connect,\n"
                            "4 a --fail-if holds, 130 interrupted.")
        + u'\n';
    return usageOf(u"pushlab [host|join|demo|compare|export|import|lesson] %1"_s) + u"\n\n"_s
        + CommandLineText::tr("Hosts a class or joins one, to see what polling, long polling and WebSocket cost.") + u"\n\n"_s
        + CommandLineText::tr("Commands:") + u'\n' + commandTable() + u'\n' + CommandLineText::tr("Options:") + u'\n'
        + optionTable(options) + end;
}

} // namespace pushlab::app
