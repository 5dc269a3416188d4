// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/startwindow.h"

#include "app/windows/card.h"
#include "app/windows/client/clientwindow.h"
#include "app/windows/placeholders.h"
#include "app/windows/windowplace.h"
#include "client/widgets/contrast.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! The layout of windows on the screen, and whether their content is visible.
class TestStartWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingMovesUnderTheMouse();
    void windowsAreFittedToAScreenThatIsThere_data();
    void windowsAreFittedToAScreenThatIsThere();
    void aRestoredWindowLiesOnTheScreen();
    void focusIsSeenOnColouredButtons();
    void placeholdersCanBeRead();

private:
    QTemporaryDir m_directory;
};

void TestStartWindow::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestStartWindow::nothingMovesUnderTheMouse()
{
    app::StartWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.resize(window.width(), 400); // by hand: it scrolls
    QCoreApplication::processEvents();
    const QSize size = window.size();
    const auto buttons = window.findChildren<QPushButton *>();
    const auto places = [&] {
        QList<QPoint> corners;
        for (const QPushButton *button : buttons)
            corners.append(button->mapTo(&window, QPoint()));
        return corners;
    };
    const QList<QPoint> before = places();
    window.setFoundHosts({{{8000, u"maths"_s, u"pc"_s, u"1"_s}, QHostAddress(u"10.0.0.7"_s)},
                          {{8000, u"physics"_s, u"lab"_s, u"2"_s}, QHostAddress(u"10.0.0.8"_s)}});
    for (QPushButton *button : buttons) {
        QTest::mouseMove(button);
        button->updateGeometry(); // as some styles do when a button is hovered
        QCoreApplication::processEvents();
    }
    window.findChildren<QLineEdit *>().at(2)->clear();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Join the class")
            button->click(); // and something is said
    }
    QCoreApplication::processEvents();
    QCOMPARE(window.size(), size);
    QCOMPARE(places(), before);
}

void TestStartWindow::windowsAreFittedToAScreenThatIsThere_data()
{
    QTest::addColumn<QRect>("window");
    QTest::addColumn<QRect>("fitted");
    const QRect small(0, 0, 1024, 768);
    QTest::newRow("as it was") << QRect(100, 100, 600, 400) << QRect(100, 100, 600, 400);
    QTest::newRow("half off") << QRect(700, 500, 600, 400) << QRect(424, 368, 600, 400);
    QTest::newRow("above") << QRect(100, -300, 600, 400) << QRect(100, 0, 600, 400);
    QTest::newRow("too large") << QRect(-50, 20, 1900, 1000) << small;
    QTest::newRow("on the second screen") << QRect(2500, 10, 600, 400) << QRect(2500, 10, 600, 400);
    QTest::newRow("on one that has gone") << QRect(-1500, 10, 600, 400) << QRect(0, 10, 600, 400);
}

void TestStartWindow::windowsAreFittedToAScreenThatIsThere()
{
    QFETCH(const QRect, window);
    QFETCH(const QRect, fitted);
    QCOMPARE(app::fittedRect(window, {QRect(0, 0, 1024, 768), QRect(2000, 0, 1920, 1080)}), fitted);
    QCOMPARE(app::fittedRect(window, {}), window);
}

void TestStartWindow::aRestoredWindowLiesOnTheScreen()
{
    QByteArray geometry;
    {
        QWidget former;
        former.setMinimumSize(300, 300);
        former.setGeometry(500, 500, 300, 300); // small, in the corner of the screen
        geometry = former.saveGeometry();
    }
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:9"_s);
    QSettings().setValue(u"client/geometry"_s, geometry);
    app::ClientWindow window(options);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY2(window.screen()->availableGeometry().contains(window.frameGeometry()),
             qPrintable(u"%1 %2"_s.arg(window.x()).arg(window.width())));
}

void TestStartWindow::focusIsSeenOnColouredButtons()
{
    QWidget window;
    QPushButton other(u"other"_s, &window);
    QPushButton button(u"Host"_s, &window);
    button.setGeometry(0, 50, 200, 50);
    app::makePrimary(button);
    window.resize(200, 100);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other.setFocus();
    const QImage without = button.grab().toImage();
    button.setFocus();
    const QImage with = button.grab().toImage();
    int changed = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (widgets::contrastRatio(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3)
                ++changed;
        }
    }
    // WCAG 2.2, 2.4.13: at least the area of a line of two pixels around it.
    QVERIFY2(changed >= 2 * (2 * 180 + 2 * 30), qPrintable(QString::number(changed)));
}

void TestStartWindow::placeholdersCanBeRead()
{
    QPalette dark; // as KDE's platform theme gives it where it does not know of placeholders
    dark.setColor(QPalette::Base, QColor(27, 30, 32));
    dark.setColor(QPalette::Text, QColor(252, 252, 252));
    dark.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    const auto ratio = [](const QPalette &palette) {
        const QColor colour = palette.color(QPalette::PlaceholderText);
        const QColor base = palette.color(QPalette::Base);
        return widgets::contrastRatio(widgets::blended(QColor(colour.rgb()), base, colour.alphaF()), base);
    };
    const QPalette before = QApplication::palette();
    const app::Placeholders keeper(QCoreApplication::instance());
    QApplication::setPalette(dark); // while it runs
    QCoreApplication::processEvents();
    QVERIFY(ratio(QApplication::palette()) >= 4.5);
    QVERIFY(ratio(QLineEdit().palette()) >= 4.5);
    QApplication::setPalette(before);
    QCoreApplication::processEvents();
    QVERIFY(ratio(QApplication::palette()) >= 4.5);
}

QTEST_MAIN(TestStartWindow)
#include "tst_startwindow.moc"
