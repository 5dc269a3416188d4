// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/handshakepanel.h"

#include "client/widgets/contrast.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int handshakeSteps = 5;

} // namespace

QByteArray headField(QByteArrayView message, QByteArrayView name)
{
    const QByteArray all = message.toByteArray();
    for (const QByteArray &line : all.left(all.indexOf("\r\n\r\n")).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

HandshakePanel::HandshakePanel(QWidget *parent) : QScrollArea(parent)
{
    const int em = fontMetrics().height();
    auto *const inside = new QWidget(this);
    auto *const column = new QVBoxLayout(inside);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->setSpacing(em / 4);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    for (int step = 0; step < handshakeSteps; ++step) {
        auto *const caption = new QLabel(inside);
        auto *const value = new QLabel(inside);
        value->setFont(fixed);
        value->setMargin(em / 5);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        for (QLabel *const label : {caption, value}) {
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            column->addWidget(label);
        }
        m_captions.append(caption);
        m_values.append(value);
    }
    column->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    show();
}

void HandshakePanel::setSteps(const wire::AcceptSteps &steps, const QByteArray &answered)
{
    m_steps = steps;
    m_answered = answered;
    show();
}

void HandshakePanel::show()
{
    setAccessibleName(tr("Handshake"));
    const QString captions[] = {
        tr("1. The client draws 16 random bytes and sends them in Base64, as Sec-WebSocket-Key:"),
        tr("2. The host joins the key with a GUID that is the same for everybody (RFC 6455 1.3):"),
        tr("3. It computes SHA-1 of this text, 20 bytes:"),
        tr("4. In Base64, this is the accept value:"),
        tr("5. The host answers with Sec-WebSocket-Accept:"),
    };
    QString verdict = QString::fromLatin1(m_answered);
    if (m_answered.isEmpty())
        verdict = tr("(the answer is not among the rows)");
    else if (m_answered == m_steps.accept)
        verdict += u"  ✓ "_s + tr("The same: who answers has read the key, and is no cache and no other protocol.");
    else
        verdict += u"  ✗ "_s + tr("Not the same: the client has to end the connection.");
    const QString values[] = {QString::fromLatin1(m_steps.key), QString::fromLatin1(m_steps.joined),
                              QString::fromLatin1(m_steps.sha1.toHex(' ')), QString::fromLatin1(m_steps.accept), verdict};
    QPalette field = palette();
    field.setColor(QPalette::Window, palette().color(QPalette::Base));
    field.setColor(QPalette::WindowText, palette().color(QPalette::Text));
    for (int step = 0; step < handshakeSteps; ++step) {
        m_captions.at(step)->setText(captions[step]);
        m_values.at(step)->setText(values[step]);
        m_values.at(step)->setPalette(field);
        m_values.at(step)->setAutoFillBackground(true);
    }
}

void HandshakePanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        show();
}

} // namespace pushlab::app
