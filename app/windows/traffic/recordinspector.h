// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomy.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QTabWidget;

namespace pushlab::app {

class HandshakePanel;
class HexView;
class PartTree;
class TrafficModel;
class UnmaskingTable;
class XrayView;

//! One record taken apart: its parts with their words, its bytes, both linked; how a handshake's accept value and a masked payload
//! come about; the X-ray of the message that it carries. Secrets are masked unless they are asked for.
class RecordInspector final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordInspector)

public:
    //! Borrows the \a model, which must outlive it.
    explicit RecordInspector(const TrafficModel &model, QWidget *parent = nullptr);

    //! Shows \a record, also when its row is gone; number 0: none.
    void setRecord(const wire::TrafficRecord &record);
    [[nodiscard]] quint64 number() const { return m_record.number; } //!< of the record
    void setSecretsShown(bool areShown);

    //! Shows the X-ray of \a message in \a room, and keeps it while records that carry it are shown.
    void setMessage(const QString &room, qint64 message);
    void showXray(); //!< brings it to the front
    void showBytes(qsizetype offset, qsizetype size); //!< of the record, and brings them to the front

    void saveState() const;

Q_SIGNALS:
    //! Bytes of another record are to be shown, by showBytes() once it is there.
    void bytesWanted(quint64 record, qsizetype offset, qsizetype size);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void refresh();
    void showHandshake(const wire::TrafficRecord &record);
    void showMessageOf(const wire::TrafficRecord &record);
    void showWords(const wire::Part &part);
    void showPart();
    void chooseByte(qsizetype offset);
    [[nodiscard]] QString summaryOf(const wire::TrafficRecord &record) const;
    void retranslate();

    const TrafficModel &m_model;
    wire::TrafficRecord m_record;
    QString m_room;
    qint64 m_message = 0; // of the X-ray
    bool m_areSecretsShown = false;
    QByteArray m_bytes; // as they are shown
    QLabel *m_summary;
    QSplitter *m_splitter;
    PartTree *m_parts;
    QLabel *m_words;
    QTabWidget *m_tabs;
    HexView *m_hex;
    HandshakePanel *m_handshake;
    UnmaskingTable *m_unmasking;
    XrayView *m_xray;
};

} // namespace pushlab::app
