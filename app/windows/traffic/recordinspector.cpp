// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/recordinspector.h"

#include "app/windows/traffic/handshakepanel.h"
#include "app/windows/traffic/hexview.h"
#include "app/windows/traffic/parttree.h"
#include "app/windows/traffic/trafficmodel.h"
#include "app/windows/traffic/traffictext.h"
#include "app/windows/traffic/unmaskingtable.h"
#include "app/windows/traffic/xrayview.h"
#include "server/protocol/wire/anatomytext.h"
#include "server/protocol/wire/masking.h"

#include <QEvent>
#include <QLabel>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::Part;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

const QString inspectorKey = u"host/traffic-inspector"_s;

//! A character a byte: 1 where it is no overhead.
QByteArray payloadOf(const QList<Part> &parts, qsizetype size)
{
    QByteArray marks(size, '\0');
    for (const Part &leaf : wire::leavesOf(parts)) {
        if (!leaf.isOverhead && leaf.offset < size)
            std::fill_n(marks.begin() + leaf.offset, std::min(leaf.size, size - leaf.offset), '\1');
    }
    return marks;
}

} // namespace

RecordInspector::RecordInspector(const TrafficModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_summary(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_parts(new PartTree(this))
    , m_words(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_hex(new HexView(this))
    , m_handshake(new HandshakePanel(this))
    , m_unmasking(new UnmaskingTable(this))
    , m_xray(new XrayView(this))
{
    layOut();
    connect(m_parts, &PartTree::partChosen, this, &RecordInspector::showPart);
    connect(m_hex, &HexView::byteChosen, this, &RecordInspector::chooseByte);
    connect(m_xray, &XrayView::bytesWanted, this, &RecordInspector::bytesWanted);
    retranslate();
}

void RecordInspector::layOut()
{
    const int em = fontMetrics().height();
    m_summary->setObjectName(u"record-summary"_s);
    m_words->setObjectName(u"part-words"_s);
    for (QLabel *const label : {m_summary, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMargin(em / 4);
    }
    m_words->setMinimumHeight(em * 4);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *const left = new QWidget(this);
    auto *const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_parts, 1);
    column->addWidget(m_words);
    m_tabs->setDocumentMode(true);
    for (QWidget *const page : std::initializer_list<QWidget *>{m_hex, m_handshake, m_unmasking, m_xray})
        m_tabs->addTab(page, QString());
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_tabs);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->restoreState(QSettings().value(inspectorKey).toByteArray());
    auto *const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_summary);
    all->addWidget(m_splitter, 1);
}

void RecordInspector::setRecord(const TrafficRecord &record)
{
    m_record = record;
    refresh();
}

void RecordInspector::refresh()
{
    const TrafficRecord record = m_areSecretsShown ? m_record : wire::maskSecrets(m_record);
    const QList<Part> parts = wire::dissect(record);
    m_bytes = record.bytes;
    m_summary->setText(number() > 0 ? summaryOf(record) : QString());
    m_words->setText(number() > 0 ? tr("Choose a part, or a byte: the other is shown.") : QString());
    m_parts->setParts(parts, record.bytes);
    m_hex->setBytes(record.bytes, payloadOf(parts, record.bytes.size()));
    const QList<wire::XorStep> steps = wire::xorSteps(parts, record.bytes, 0, UnmaskingTable::most);
    m_unmasking->setSteps(steps);
    m_tabs->setTabVisible(m_tabs->indexOf(m_unmasking), !steps.isEmpty());
    showHandshake(record);
    showMessageOf(record);
}

//! The request has the key, the answer the accept value: each leads to the other.
void RecordInspector::showHandshake(const TrafficRecord &record)
{
    const TrafficRecord *request = record.kind == RecordKind::Answer ? m_model.find(record.request) : nullptr;
    const TrafficRecord *answer = record.kind == RecordKind::Answer ? &record : nullptr;
    if (record.kind == RecordKind::Request)
        request = &record;
    const wire::AcceptSteps steps = request ? wire::acceptSteps(request->bytes) : wire::AcceptSteps();
    const bool isHandshake = !steps.key.isEmpty();
    for (int row = m_model.rowOf(record.number) + 1; isHandshake && !answer && row < m_model.rowCount(); ++row) {
        if (m_model.record(row).request == record.number)
            answer = &m_model.record(row);
    }
    m_handshake->setSteps(steps, isHandshake && answer ? headField(answer->bytes, "Sec-WebSocket-Accept") : QByteArray());
    m_tabs->setTabVisible(m_tabs->indexOf(m_handshake), isHandshake);
}

void RecordInspector::showMessageOf(const TrafficRecord &record)
{
    if (record.firstMessage == 0)
        return;
    const bool isKept = m_message >= record.firstMessage && m_message <= record.lastMessage && m_room == record.room;
    setMessage(record.room, isKept ? m_message : record.firstMessage);
}

void RecordInspector::setMessage(const QString &room, qint64 message)
{
    m_room = room;
    m_message = message;
    QList<TrafficRecord> records;
    for (const int row : m_model.rowsOfMessage(room, message)) {
        const TrafficRecord &record = m_model.record(row);
        if (const TrafficRecord *const request = record.request > 0 ? m_model.find(record.request) : nullptr)
            records.append(*request);
        records.append(record);
    }
    std::sort(records.begin(), records.end(), [](const TrafficRecord &a, const TrafficRecord &b) { return a.number < b.number; });
    records.erase(std::unique(records.begin(), records.end(),
                              [](const TrafficRecord &a, const TrafficRecord &b) { return a.number == b.number; }),
                  records.end());
    m_xray->setXray(wire::xrayOf(message, records));
}

void RecordInspector::showXray()
{
    m_tabs->setCurrentWidget(m_xray);
}

void RecordInspector::setSecretsShown(bool areShown)
{
    m_areSecretsShown = areShown;
    refresh();
}

void RecordInspector::showPart()
{
    const Part *const part = m_parts->chosen();
    if (!part)
        return;
    m_hex->highlight(part->offset, part->size);
    showWords(*part);
}

void RecordInspector::chooseByte(qsizetype offset)
{
    m_parts->selectByte(offset);
    showPart();
}

void RecordInspector::showBytes(qsizetype offset, qsizetype size)
{
    m_tabs->setCurrentWidget(m_hex);
    m_parts->selectByte(offset);
    if (const Part *const part = m_parts->chosen())
        showWords(*part);
    m_hex->highlight(offset, size);
}

void RecordInspector::showWords(const Part &part)
{
    m_words->setText(partSentence(wire::textOf(part, m_bytes)));
}

QString RecordInspector::summaryOf(const TrafficRecord &record) const
{
    QString text = tr("No. %1").arg(record.number) + u" · "_s + recordSentence(record);
    if (const auto connection = m_model.connection(record.connection))
        text += u" · "_s
            + tr("connection %1, %2 port %3").arg(connection->number).arg(connection->peerAddress).arg(connection->peerPort);
    if (record.bytes.size() < record.size)
        text += u" · "_s + tr("the first %1 were kept").arg(sizeText(record.bytes.size()));
    if (record.isWithdrawn)
        text += u" · "_s + tr("a withdrawn message is overwritten with “%1”").arg(QLatin1Char(TrafficRecord::withdrawnFiller));
    return text;
}

void RecordInspector::saveState() const
{
    QSettings().setValue(inspectorKey, m_splitter->saveState());
}

void RecordInspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (QSettings().contains(inspectorKey))
        return;
    const int bytes = std::max(width() / 2, std::min(width() * 3 / 5, m_hex->comfortableWidth()));
    m_splitter->setSizes({width() - bytes, bytes});
}

void RecordInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecordInspector::retranslate()
{
    m_tabs->setTabText(m_tabs->indexOf(m_hex), tr("Bytes"));
    m_tabs->setTabText(m_tabs->indexOf(m_handshake), tr("Handshake"));
    m_tabs->setTabText(m_tabs->indexOf(m_unmasking), tr("Unmasking"));
    m_tabs->setTabText(m_tabs->indexOf(m_xray), tr("X-ray"));
    refresh();
}

} // namespace pushlab::app
