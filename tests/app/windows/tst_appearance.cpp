// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/appearance.h"

#include "app/windows/client/clientwindow.h"
#include "app/windows/compare/comparewindow.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/placeholders.h"
#include "app/windows/start/startwindow.h"
#include "app/windows/viewbutton.h"
#include "client/widgets/contrast.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::Theme;

class TestAppearance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void coloursAreReadable_data();
    void coloursAreReadable();
    void systemComesBack();
    void themeIsKept();
    void keysScaleEveryWindow();
    void scaledLooksAsOpenedSo();
    void scaleIsKept();
    void menuChooses();

private:
    QTemporaryDir m_folder;
    QPalette m_system;
};

namespace {

bool isDark()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < 128;
}

session::ClientOptions nobody()
{
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:1"_s);
    return options;
}

} // namespace

void TestAppearance::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    m_system = QApplication::palette();
    app::applyAppearance(std::nullopt);
}

void TestAppearance::cleanup()
{
    app::chooseTheme(Theme::System);
    app::chooseScale(app::usualScale);
}

void TestAppearance::coloursAreReadable_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestAppearance::coloursAreReadable()
{
    QFETCH(Theme, theme);
    QLabel label; // open already
    label.show();
    app::chooseTheme(theme);
    QCOMPARE(isDark(), theme == Theme::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::Window), QApplication::palette().color(QPalette::Window));
    const QPalette palette = app::withReadablePlaceholders(QApplication::palette());
    const auto contrast = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
        return widgets::contrastRatio(palette.color(text), palette.color(ground));
    };
    QVERIFY(contrast(QPalette::WindowText, QPalette::Window) >= 7);
    QVERIFY(contrast(QPalette::Text, QPalette::Base) >= 7);
    QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) >= 7);
    QVERIFY(contrast(QPalette::ToolTipText, QPalette::ToolTipBase) >= 7);
    QVERIFY(contrast(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
    QVERIFY(contrast(QPalette::Link, QPalette::Base) >= 4.5);
    QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
}

void TestAppearance::systemComesBack()
{
    app::chooseTheme(Theme::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window) != m_system.color(QPalette::Window));
    app::chooseTheme(Theme::System);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight})
        QCOMPARE(QApplication::palette().color(role), m_system.color(role));
}

void TestAppearance::themeIsKept()
{
    app::chooseTheme(Theme::Dark);
    app::applyAppearance(Theme::Light); // by the command line: for once
    QVERIFY(!isDark());
    app::applyAppearance(std::nullopt);
    QCOMPARE(app::currentTheme(), Theme::Dark);
    QVERIFY(isDark());
}

void TestAppearance::keysScaleEveryWindow()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    std::vector<std::unique_ptr<QWidget>> windows;
    windows.push_back(std::make_unique<app::StartWindow>());
    windows.push_back(std::make_unique<app::ClientWindow>(nobody()));
    windows.push_back(std::make_unique<app::CompareWindow>());
    windows.push_back(std::make_unique<app::HostWindow>(options));
    for (const auto &window : windows) {
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        const qreal before = window->font().pointSizeF();
        QTest::keyClick(window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(app::currentScale(), 110);
        QTRY_VERIFY(window->font().pointSizeF() > before);
        QTest::keyClick(window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(app::currentScale(), 90);
        QTest::keyClick(window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(app::currentScale(), 100);
        QTRY_COMPARE(window->font().pointSizeF(), before);
    }
}

//! A window that is scaled while it is open has the sizes of one that is opened at this scale.
void TestAppearance::scaledLooksAsOpenedSo()
{
    const auto shown = [](const QWidget &window) {
        QList<QPair<QString, qreal>> texts;
        const auto labels = window.findChildren<QLabel *>();
        for (const QLabel *const label : labels) {
            if (!label->text().isEmpty())
                texts.append({label->text(), label->font().pointSizeF()});
        }
        return texts;
    };
    app::StartWindow before;
    before.show();
    app::chooseScale(150);
    app::StartWindow after;
    after.show();
    QTRY_COMPARE(before.font().pointSizeF(), after.font().pointSizeF());
    const auto ofBefore = shown(before);
    const auto ofAfter = shown(after);
    QCOMPARE(ofBefore.size(), ofAfter.size());
    for (qsizetype i = 0; i < ofBefore.size(); ++i) {
        QCOMPARE(ofBefore.at(i).first, ofAfter.at(i).first);
        QVERIFY2(qAbs(ofBefore.at(i).second - ofAfter.at(i).second) < 0.6, qPrintable(ofBefore.at(i).first));
    }
    const QSize one = before.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly)->sizeHint();
    const QSize other = after.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly)->sizeHint();
    QVERIFY2(qAbs(one.height() - other.height()) <= other.height() / 20,
             qPrintable(u"%1 %2"_s.arg(one.height()).arg(other.height())));
    app::chooseScale(100);
    QTRY_COMPARE(before.font().pointSizeF(), QApplication::font().pointSizeF());
}

void TestAppearance::scaleIsKept()
{
    app::chooseScale(125);
    QCOMPARE(QSettings().value(u"appearance/scale"_s).toInt(), 125);
    app::chooseScale(10'000);
    QCOMPARE(app::currentScale(), 300);
    QCOMPARE(app::nextScale(300, 1), 300);
    QCOMPARE(app::nextScale(100, 1), 110);
    QCOMPARE(app::nextScale(105, -1), 100);
    QCOMPARE(app::nextScale(70, -1), 70);
}

void TestAppearance::menuChooses()
{
    app::ViewButton button;
    const auto dark = [&button] {
        const auto actions = button.menu()->actions();
        return *std::find_if(actions.cbegin(), actions.cend(), [](const QAction *each) { return each->objectName() == u"dark"_s; });
    };
    QVERIFY(!dark()->isChecked());
    dark()->trigger();
    QVERIFY(isDark());
    Q_EMIT button.menu()->aboutToShow();
    QVERIFY(dark()->isChecked());
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
