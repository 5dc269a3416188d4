// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lanaddress.h"

#include <QHostAddress>
#include <QList>
#include <QTimer>
#include <QUrl>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace pushlab::app {

class HelpCard;
class QrView;

//! Shows how to join: QR code, address in large type, its network adapter, the number of members, and help when nobody from
//! another machine has connected within 30 s.
class JoinPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinPanel)

public:
    explicit JoinPanel(QWidget *parent = nullptr);

    //! \a room: the class's, which is part of the address. \a fingerprint: of the host's certificate; empty without TLS.
    //! \a network: the addresses of this machine, sorted by reach.
    void showRunning(const QHostAddress &bind, quint16 port, const QString &room, const QByteArray &fingerprint = {},
                     const QList<LanAddress> &network = lanAddresses());
    void showStopped();
    //! This machine has other addresses, and perhaps another certificate. The best is shown, unless another has been chosen by hand.
    void setNetwork(const QList<LanAddress> &network, const QByteArray &fingerprint);
    //! \a elsewhere: how many of the \a members are in other rooms than the class's.
    void setJoined(qint64 members, qint64 elsewhere, bool fromOtherMachine);

    //! Shows \a pin, or that there is none when empty.
    void setPin(const QString &pin);

    [[nodiscard]] QUrl url() const; //!< to be typed into a browser; empty while stopped
    [[nodiscard]] QUrl urlWithPin() const; //!< with the PIN in the fragment, which browsers do not send

Q_SIGNALS:
    void urlChanged(const QUrl &url);
    void pinWanted(bool isWanted); //!< the user has changed the check box
    void browserWanted(); //!< the class's page on this computer
    void memberWanted(); //!< a further member's window

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void layOutColumn();
    void refreshAddresses(QList<LanAddress> network);
    void fillChooser(int index);
    void showAddress();
    void showFingerprint();
    void offerHelp();
    void retranslate();

    QrView *m_qr;
    QLabel *m_address;
    QPushButton *m_copy;
    QPushButton *m_browser;
    QPushButton *m_member;
    QCheckBox *m_pinWanted;
    QLabel *m_pin;
    QLabel *m_interfaceCaption;
    QComboBox *m_interfaces;
    QLabel *m_fingerprint;
    QLabel *m_joined;
    QLabel *m_elsewhereText;
    HelpCard *m_help;
    QTimer m_helpTimer;
    QHostAddress m_bind;
    quint16 m_port = 0; // 0 while stopped
    QString m_room;
    QByteArray m_certificate; // fingerprint; empty without TLS
    QList<LanAddress> m_addresses;
    qint64 m_members = 0;
    qint64 m_elsewhere = 0;
    bool m_fromOtherMachine = false;
    bool m_isChosen = false; // the address, by hand
};

} // namespace pushlab::app
