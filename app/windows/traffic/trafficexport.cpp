// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficexport.h"

#include "app/outputfile.h"
#include "app/windows/filequestion.h"

#include <QEvent>
#include <QMenu>

#include <iterator>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString trafficSuffix(TrafficExport::Format format)
{
    switch (format) {
    case TrafficExport::Format::Har:
        return u"har"_s;
    case TrafficExport::Format::Packets:
        return u"pcapng"_s;
    case TrafficExport::Format::Text:
        return u"txt"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

TrafficExport::TrafficExport(Rows rows, QWidget *parent) : QToolButton(parent), m_rows(std::move(rows))
{
    auto *const menu = new QMenu(this);
    for (const Format format : {Format::Har, Format::Packets, Format::Text})
        connect(menu->addAction(QString()), &QAction::triggered, this, [this, format] { ask(format); });
    setMenu(menu);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void TrafficExport::ask(Format format)
{
    const QString suffix = trafficSuffix(format);
    askWhereToSave(window(), {tr("Save as"), u"*."_s + suffix, suffix, u"traffic."_s + suffix},
                   [this, format](const QString &path) { Q_EMIT done(write(format, path)); });
}

QString TrafficExport::write(Format format, const QString &path) const
{
    const QString version = QStringLiteral(PUSHLAB_VERSION);
    QByteArray contents;
    switch (format) {
    case Format::Har:
        contents = wire::harExport(m_rows(), m_secrets, version);
        break;
    case Format::Packets:
        contents = wire::pcapngExport(m_rows(), m_secrets, version);
        break;
    case Format::Text:
        contents = wire::textExport(m_rows(), m_secrets);
        break;
    }
    const QString problem = writeOutput(path, contents, Patience::Short);
    return problem.isEmpty() ? QString() : tr("%1 cannot be written: %2").arg(path, problem);
}

void TrafficExport::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrafficExport::retranslate()
{
    setText(tr("Export"));
    setToolTip(tr("Write the rows that are shown to a file; secrets are stars there, too, unless they are shown"));
    const QString texts[] = {tr("Exchanges (HAR)…"), tr("Packets for Wireshark (pcapng)…"), tr("Text…")};
    for (int i = 0; i < int(std::size(texts)); ++i)
        menu()->actions().at(i)->setText(texts[i]);
}

} // namespace pushlab::app
