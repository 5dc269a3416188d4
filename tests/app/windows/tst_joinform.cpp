// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/joinform.h"

#include "app/tlsoptions.h"
#include "app/windows/client/certificatequestion.h"
#include "app/windows/start/foundhostsview.h"
#include "app/windows/start/recenthosts.h"
#include "server/host.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::JoinForm;

Q_DECLARE_METATYPE(pushlab::session::ClientOptions)

class TestJoinForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_host.reset(); }
    void joinsWithWhatWasTyped();
    void saysWhatIsWrong();
    void saysThatNobodyAnswers();
    void canBeCalledOff();
    void saysThatItIsNoHost();
    void asksForThePin();
    void saysThatTheCertificateWasNotTrusted();
    void saysThatItIsEncrypted();
    void takesARecentHost();
    void takesAHostThatWasFound();

private:
    static bool says(const JoinForm &form, const QString &words);
    static void fill(const JoinForm &form, const QString &address);
    void open(server::HostOptions options = {});
    [[nodiscard]] QString address() const { return u"127.0.0.1:%1"_s.arg(m_host->port()); }

    std::unique_ptr<server::Host> m_host;

    QTemporaryDir m_directory;
};

void TestJoinForm::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    QVERIFY(qputenv("XDG_DATA_HOME", m_directory.path().toLocal8Bit())); // for the certificate
}

bool TestJoinForm::says(const JoinForm &form, const QString &words)
{
    for (const auto *label : form.findChildren<QLabel *>()) {
        if (!label->isHidden() && label->text().contains(words))
            return true;
    }
    return false;
}

void TestJoinForm::fill(const JoinForm &form, const QString &address)
{
    const auto fields = form.findChildren<QLineEdit *>();
    fields.at(0)->setText(address);
    fields.at(1)->setText(u"physics"_s);
    fields.at(2)->setText(u" Alice "_s);
}

void TestJoinForm::open(server::HostOptions options)
{
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    m_host = std::make_unique<server::Host>(options);
    QSignalSpy started(m_host.get(), &server::Host::started);
    m_host->start();
    QTRY_COMPARE(started.count(), 1);
}

void TestJoinForm::joinsWithWhatWasTyped()
{
    open();
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    fill(form, address());
    form.findChild<QPushButton *>()->click();
    QTRY_COMPARE(wanted.count(), 1);
    const auto options = wanted.first().first().value<session::ClientOptions>();
    QCOMPARE(options.host, QUrl(u"http://"_s + address()));
    QCOMPARE(options.room, u"physics"_s);
    QCOMPARE(options.name, u"Alice"_s);
    QCOMPARE(JoinForm().findChildren<QLineEdit *>().at(2)->text(), u"Alice"_s); // next time
}

void TestJoinForm::saysWhatIsWrong()
{
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    const auto fields = form.findChildren<QLineEdit *>();
    auto *join = form.findChild<QPushButton *>();
    fields.at(0)->clear();
    join->click();
    QVERIFY(says(form, u"Type the address"_s));
    fields.at(0)->setText(u"10.0.0"_s);
    join->click();
    QVERIFY(says(form, u"no address of a host"_s));
    fields.at(0)->setText(u"10.0.0.9"_s);
    fields.at(1)->setText(u"a/b"_s);
    join->click();
    QVERIFY(says(form, u"no slash"_s));
    fields.at(1)->setText(u"physics"_s);
    fields.at(2)->setText(u"  "_s); // as on the command line
    join->click();
    QVERIFY(says(form, u"Type the name"_s));
    QCOMPARE(wanted.count(), 0);
}

void TestJoinForm::saysThatNobodyAnswers()
{
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress(QHostAddress::LocalHost)));
        port = gone.serverPort();
    }
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    fill(form, u"127.0.0.1:%1"_s.arg(port));
    form.findChild<QPushButton *>()->click();
    QTRY_VERIFY(says(form, u"No class answers at 127.0.0.1:%1"_s.arg(port)));
    QVERIFY(form.findChildren<QLineEdit *>().at(0)->isEnabled());
    QCOMPARE(wanted.count(), 0);
    form.findChildren<QLineEdit *>().at(0)->setFocus();
    QTest::keyClicks(form.findChildren<QLineEdit *>().at(0), u"1"_s);
    QVERIFY(!says(form, u"No class answers"_s));
}

void TestJoinForm::canBeCalledOff()
{
    QTcpServer silent; // takes connections and says nothing
    QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    fill(form, u"127.0.0.1:%1"_s.arg(silent.serverPort()));
    auto *button = form.findChild<QPushButton *>();
    const QString join = button->text();
    button->click();
    QVERIFY(says(form, u"Looking for"_s));
    QCOMPARE(button->text(), u"Cancel"_s);
    QVERIFY(form.findChildren<QLineEdit *>().at(0)->isEnabled());
    button->click();
    QCOMPARE(button->text(), join);
    QVERIFY(!says(form, u"Looking for"_s));
    button->click(); // and left alone: it ends by itself
    QTRY_VERIFY_WITH_TIMEOUT(says(form, u"No class answers"_s), 10'000);
    QCOMPARE(button->text(), join);
    QCOMPARE(wanted.count(), 0);
}

void TestJoinForm::saysThatItIsNoHost()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    connect(&other, &QTcpServer::newConnection, &other, [&other] {
        auto *socket = other.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
            socket->disconnectFromHost();
        });
    });
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    fill(form, u"127.0.0.1:%1"_s.arg(other.serverPort()));
    form.findChild<QPushButton *>()->click();
    QTRY_VERIFY(says(form, u"no PushLab host"_s));
    QCOMPARE(wanted.count(), 0);
}

void TestJoinForm::asksForThePin()
{
    server::HostOptions options;
    options.pin = u"739152"_s;
    open(options);
    JoinForm form;
    form.show();
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    fill(form, address());
    auto *pin = form.findChildren<QLineEdit *>().at(3);
    auto *button = form.findChild<QPushButton *>();
    button->click();
    QTRY_VERIFY(says(form, u"needs a PIN"_s));
    QCOMPARE(form.focusWidget(), pin);
    pin->setText(u"111111"_s);
    button->click();
    QTRY_VERIFY(says(form, u"not the PIN"_s));
    QCOMPARE(wanted.count(), 0);
    pin->setText(u"\uff17\uff13\uff19\uff11\uff15\uff12"_s); // wide digits
    button->click();
    QTRY_COMPARE(wanted.count(), 1);
    QVERIFY(!wanted.first().first().value<session::ClientOptions>().token.isEmpty());
}

void TestJoinForm::saysThatTheCertificateWasNotTrusted()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    QCOMPARE(app::useSelfSigned(options), QString());
    open(options);
    JoinForm form;
    form.show();
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    fill(form, u"https://"_s + address());
    auto *button = form.findChild<QPushButton *>();
    button->click();
    QTRY_VERIFY(form.findChild<app::CertificateQuestion *>());
    form.findChild<app::CertificateQuestion *>()->reject();
    QVERIFY(says(form, u"was not trusted"_s));
    QCOMPARE(wanted.count(), 0);
    QTRY_VERIFY(!form.findChild<app::CertificateQuestion *>());
    button->click();
    QTRY_VERIFY(form.findChild<app::CertificateQuestion *>());
    form.findChild<app::CertificateQuestion *>()->accept();
    QTRY_COMPARE(wanted.count(), 1);
}

void TestJoinForm::saysThatItIsEncrypted()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    QCOMPARE(app::useSelfSigned(options), QString());
    open(options);
    JoinForm form;
    fill(form, address());
    form.findChild<QPushButton *>()->click();
    QTRY_VERIFY(says(form, u"put https:// before"_s));
}

void TestJoinForm::takesARecentHost()
{
    app::rememberHost({QUrl(u"http://10.0.0.7:8000"_s), u"maths"_s});
    JoinForm form;
    const auto *recent = form.findChild<QListWidget *>();
    QCOMPARE(recent->count(), 1);
    const auto fields = form.findChildren<QLineEdit *>();
    QCOMPARE(fields.at(0)->text(), u"10.0.0.7:8000"_s);
    QCOMPARE(fields.at(1)->text(), u"maths"_s);
}

void TestJoinForm::takesAHostThatWasFound()
{
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    auto *view = form.findChild<app::FoundHostsView *>();
    auto *list = view->findChild<QListWidget *>();
    QVERIFY(list->isHidden());
    QVERIFY(says(form, u"No class found"_s));

    const QString trap = u"<b>pc</b>"_s;
    const app::FoundHost first{{8000, u"maths"_s, trap, u"1"_s}, QHostAddress(u"10.0.0.7"_s)};
    const app::FoundHost second{{8123, u"physics"_s, u"lab"_s, u"2"_s}, QHostAddress(u"10.0.0.8"_s)};
    form.setFoundHosts({first, second});
    QVERIFY(!list->isHidden());
    QCOMPARE(list->item(0)->text(), u"\u2068<b>pc</b>\u2069 · 10.0.0.7:8000 · \u2068maths\u2069"_s);
    QVERIFY(list->item(0)->toolTip().isEmpty()); // it would be taken for HTML
    Q_EMIT list->itemClicked(list->item(1));
    const auto fields = form.findChildren<QLineEdit *>();
    QCOMPARE(fields.at(0)->text(), u"10.0.0.8:8123"_s);
    QCOMPARE(fields.at(1)->text(), u"physics"_s);
    QCOMPARE(wanted.count(), 0); // a click alone does not join

    list->setCurrentRow(1);
    form.setFoundHosts({second});
    QCOMPARE(list->currentRow(), 0); // still the same host
    form.setFoundHosts({});
    QVERIFY(list->isHidden());
    QCOMPARE(fields.at(0)->text(), u"10.0.0.8:8123"_s);
}

QTEST_MAIN(TestJoinForm)
#include "tst_joinform.moc"
