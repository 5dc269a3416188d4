// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/certificatequestion.h"

#include "app/tlsoptions.h"
#include "app/trustedhosts.h"
#include "app/windows/client/clientwindow.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messagemodel.h"
#include "server/host.h"
#include "server/protocol/fingerprint.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::CertificateQuestion;
using app::ClientWindow;

//! A student's window before a host with a certificate of its own.
class TestCertificateQuestion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void asksOnceAndJoins();
    void saysThatItIsAnotherOne();
    void saysThatItIsNotTrusted();
    void cannotBeTrustedWithoutFingerprint();

private:
    [[nodiscard]] std::unique_ptr<ClientWindow> open() const;
    [[nodiscard]] static bool isJoined(ClientWindow &window);
    [[nodiscard]] static QAbstractButton *trustButton(const CertificateQuestion &question);

    QTemporaryDir m_folder;
    std::unique_ptr<server::Host> m_host;
    QUrl m_url;
    QByteArray m_fingerprint;
};

void TestCertificateQuestion::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestCertificateQuestion::init()
{
    QSettings().clear();
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    QCOMPARE(app::useSelfSigned(options), QString());
    m_fingerprint = options.tls->fingerprint;
    m_host = std::make_unique<server::Host>(options);
    QSignalSpy started(m_host.get(), &server::Host::started);
    m_host->start();
    QTRY_COMPARE(started.count(), 1);
    m_url = QUrl(u"https://127.0.0.1:%1"_s.arg(m_host->port()));
}

void TestCertificateQuestion::cleanup()
{
    m_host.reset();
}

std::unique_ptr<ClientWindow> TestCertificateQuestion::open() const
{
    session::ClientOptions options;
    options.host = m_url;
    options.name = u"Anna"_s;
    auto window = std::make_unique<ClientWindow>(options);
    window->show();
    window->start();
    return window;
}

bool TestCertificateQuestion::isJoined(ClientWindow &window)
{
    const auto *const pane = window.findChild<widgets::ChatPane *>();
    auto *const input = pane->findChild<widgets::MessageInput *>();
    QTest::keyClicks(input, u"hello"_s);
    QTest::keyClick(input, Qt::Key_Return);
    return QTest::qWaitFor([pane] {
        const int rows = pane->messages().rowCount();
        return rows > 0 && pane->messages().row(rows - 1).state == widgets::MessageRow::State::Received;
    });
}

QAbstractButton *TestCertificateQuestion::trustButton(const CertificateQuestion &question)
{
    for (QAbstractButton *const button : question.buttons()) {
        if (question.buttonRole(button) == QMessageBox::AcceptRole)
            return button;
    }
    return nullptr;
}

void TestCertificateQuestion::asksOnceAndJoins()
{
    {
        const auto window = open();
        QTRY_VERIFY(window->findChild<CertificateQuestion *>());
        const QPointer<CertificateQuestion> question = window->findChild<CertificateQuestion *>();
        QTRY_VERIFY(question->isVisible());
        QVERIFY(question->text().contains(m_url.authority()));
        const QString shown = question->informativeText().simplified().remove(u' ');
        QVERIFY2(shown.contains(protocol::fingerprintText(m_fingerprint.first(8)).remove(u' ')), qPrintable(shown));
        QVERIFY2(shown.contains(protocol::fingerprintText(m_fingerprint.last(8)).remove(u' ')), qPrintable(shown));
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel)); // Enter alone trusts nobody
        QVERIFY(app::trustedFingerprint(m_url).isEmpty());
        trustButton(*question)->click();
        QTRY_VERIFY(!question);
        QCOMPARE(app::trustedFingerprint(m_url), m_fingerprint);
        QVERIFY(isJoined(*window));
    }
    const auto again = open();
    QVERIFY(isJoined(*again));
    QVERIFY(!again->findChild<CertificateQuestion *>());
}

void TestCertificateQuestion::saysThatItIsAnotherOne()
{
    app::trustHost(m_url, QByteArray(32, 'x'));
    const auto window = open();
    QTRY_VERIFY(window->findChild<CertificateQuestion *>());
    const auto *const question = window->findChild<CertificateQuestion *>();
    QVERIFY2(question->text().contains(u"another certificate"_s), qPrintable(question->text()));
    QCOMPARE(app::trustedFingerprint(m_url), QByteArray(32, 'x')); // until the user trusts the other one
}

void TestCertificateQuestion::saysThatItIsNotTrusted()
{
    const auto window = open();
    QTRY_VERIFY(window->findChild<CertificateQuestion *>());
    auto *const question = window->findChild<CertificateQuestion *>();
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    const auto says = [&window] {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [](const QLabel *label) { return label->isVisible() && label->text().contains(u"was not trusted"_s); });
    };
    QTRY_VERIFY(says());
    QVERIFY(window->isVisible()); // with the way back
    QSignalSpy left(window.get(), &ClientWindow::leaveWanted);
    const auto buttons = window->findChildren<QPushButton *>();
    const auto leave = std::find_if(buttons.cbegin(), buttons.cend(), [](auto *each) { return each->text() == u"Leave"; });
    QVERIFY(leave != buttons.cend());
    (*leave)->click();
    QCOMPARE(left.count(), 1);
    QVERIFY(app::trustedFingerprint(m_url).isEmpty());
}

void TestCertificateQuestion::cannotBeTrustedWithoutFingerprint()
{
    const CertificateQuestion question(u"<b>host</b>"_s, {}, false, nullptr);
    QVERIFY(!trustButton(question));
    QCOMPARE(question.textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestCertificateQuestion)
#include "tst_certificatequestion.moc"
