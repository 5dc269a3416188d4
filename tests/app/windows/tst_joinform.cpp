// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/joinform.h"

#include "app/windows/foundhostsview.h"
#include "app/windows/recenthosts.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::JoinForm;

Q_DECLARE_METATYPE(pushlab::session::ClientOptions)

class tst_JoinForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void joinsWithWhatWasTyped();
    void saysWhatIsWrong();
    void takesARecentHost();
    void takesAHostThatWasFound();

private:
    static bool says(const JoinForm &form, const QString &words);

    QTemporaryDir m_directory;
};

void tst_JoinForm::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

bool tst_JoinForm::says(const JoinForm &form, const QString &words)
{
    for (const auto *label : form.findChildren<QLabel *>()) {
        if (!label->isHidden() && label->text().contains(words))
            return true;
    }
    return false;
}

void tst_JoinForm::joinsWithWhatWasTyped()
{
    JoinForm form;
    QSignalSpy wanted(&form, &JoinForm::joinWanted);
    const auto fields = form.findChildren<QLineEdit *>();
    fields.at(0)->setText(u"10.0.0.9:8123"_s);
    fields.at(1)->setText(u"physics"_s);
    fields.at(2)->setText(u" Alice "_s);
    form.findChild<QPushButton *>()->click();
    QCOMPARE(wanted.count(), 1);
    const auto options = wanted.first().first().value<session::ClientOptions>();
    QCOMPARE(options.host, QUrl(u"http://10.0.0.9:8123"_s));
    QCOMPARE(options.room, u"physics"_s);
    QCOMPARE(options.name, u"Alice"_s);
    QCOMPARE(JoinForm().findChildren<QLineEdit *>().at(2)->text(), u"Alice"_s); // next time
}

void tst_JoinForm::saysWhatIsWrong()
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
    QCOMPARE(wanted.count(), 0);
}

void tst_JoinForm::takesARecentHost()
{
    app::rememberHost({QUrl(u"http://10.0.0.7:8000"_s), u"maths"_s});
    JoinForm form;
    const auto *recent = form.findChild<QListWidget *>();
    QCOMPARE(recent->count(), 1);
    const auto fields = form.findChildren<QLineEdit *>();
    QCOMPARE(fields.at(0)->text(), u"10.0.0.7:8000"_s);
    QCOMPARE(fields.at(1)->text(), u"maths"_s);
}

void tst_JoinForm::takesAHostThatWasFound()
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

QTEST_MAIN(tst_JoinForm)
#include "tst_joinform.moc"
