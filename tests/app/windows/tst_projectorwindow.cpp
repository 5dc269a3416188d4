// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/projectorwindow.h"

#include "app/windows/host/hostwindow.h"
#include "app/windows/host/qrview.h"
#include "app/windows/language.h"
#include "app/windows/projector/chartsview.h"
#include "app/windows/projector/chatview.h"
#include "app/windows/projector/figurecard.h"
#include "app/windows/projector/figuresview.h"
#include "app/windows/projector/joinoverlay.h"
#include "app/windows/projector/joinview.h"
#include "app/windows/projector/nameslabel.h"
#include "client/widgets/contrast.h"
#include "client/widgets/plotting.h"
#include "client/widgets/stripchart.h"
#include "tests/app/windows/projectorsample.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::ProjectorWindow;

//! What a class sees on the wall.
class TestProjectorWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keysLead();
    void keysWithoutAView();
    void namesAsTheyArrive();
    void manyNamesAreCounted();
    void followsTheInvitation();
    void codeIsHalfTheHeight();
    void textsAreLargeAndReadable_data();
    void textsAreLargeAndReadable();
    void growsWithTheScreen();
    void nothingCanBeClicked();
    void staysLightInTheDark();
    void pausedFiguresStandStill();
    void showsWhatIsOffered();
    void chatIsHiddenUntilShown();
    void belongsToTheHostWindow();
    void fillsTheOnlyScreen();

private:
    void press(int key) { QTest::keyClick(m_window.get(), Qt::Key(key)); }
    template <typename View>
    [[nodiscard]] bool shows() const
    {
        return qobject_cast<const View *>(&m_window->view());
    }
    [[nodiscard]] QString text(const QWidget &parent) const;

    QTemporaryDir m_directory;
    std::unique_ptr<tests::ProjectorSample> m_class;
    std::unique_ptr<ProjectorWindow> m_window;
};

void TestProjectorWindow::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestProjectorWindow::init()
{
    m_class = std::make_unique<tests::ProjectorSample>();
    m_window = std::make_unique<ProjectorWindow>();
    m_window->resize(1024, 768);
    m_class->feed(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestProjectorWindow::cleanup()
{
    m_window.reset();
    m_class.reset();
    app::applyLanguage(u"en"_s);
}

//! All that can be read in \a parent.
QString TestProjectorWindow::text(const QWidget &parent) const
{
    QStringList texts;
    for (const QLabel *const label : parent.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

void TestProjectorWindow::keysLead()
{
    QVERIFY(shows<app::JoinView>());
    press(Qt::Key_2);
    QVERIFY(shows<app::FiguresView>());
    press(Qt::Key_3);
    const auto *const charts = qobject_cast<const app::ChartsView *>(&m_window->view());
    QVERIFY(charts);
    for (const int chart : {0, 1, 2, 0}) {
        QCOMPARE(charts->shownChart(), chart);
        int visible = 0;
        for (const auto *const strip : charts->findChildren<widgets::StripChart *>())
            visible += strip->isVisible();
        QCOMPARE(visible, 1);
        press(Qt::Key_3);
    }
    press(Qt::Key_4);
    QVERIFY(shows<app::ChatView>());
    press(Qt::Key_B);
    QVERIFY(m_window->isBlack());
    QCOMPARE(m_window->grab().toImage().pixelColor(512, 384), QColor(Qt::black));
    press(Qt::Key_4); // a view ends the black
    QVERIFY(!m_window->isBlack() && shows<app::ChatView>());
    auto *const overlay = m_window->findChild<app::JoinOverlay *>();
    press(Qt::Key_J);
    QVERIFY(overlay->isVisible() && m_window->rect().contains(overlay->geometry()));
    QVERIFY(text(*overlay).contains(u"471122"_s));
    press(Qt::Key_J);
    QVERIFY(!overlay->isVisible());
    const int before = m_window->view().textSize();
    press(Qt::Key_Plus);
    QVERIFY(m_window->view().textSize() > before);
    for (int i = 0; i < 9; ++i)
        press(Qt::Key_Minus);
    QCOMPARE(m_window->view().textSize(), ProjectorWindow::leastText);
    const QSignalSpy closed(m_window.get(), &ProjectorWindow::closed);
    press(Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
    m_window->show();
    press(Qt::Key_F11);
    QVERIFY(!m_window->isVisible());
    QCOMPARE(closed.count(), 2);
}

// They tell which there are, for some seconds; a key that some other program wants does nothing.
void TestProjectorWindow::keysWithoutAView()
{
    press(Qt::Key_9);
    QVERIFY(shows<app::JoinView>());
    QVERIFY(text(*m_window).contains(u"black"_s));
    press(Qt::Key_2);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(shows<app::FiguresView>());
}

void TestProjectorWindow::namesAsTheyArrive()
{
    const auto *const people = m_window->findChild<app::NamesLabel *>();
    const auto order = [&](std::initializer_list<const char *> names) {
        qsizetype at = -1;
        for (const char *const name : names) {
            const qsizetype found = people->text().indexOf(QString::fromUtf8(name));
            if (found <= at)
                return false;
            at = found;
        }
        return true;
    };
    QVERIFY(text(*m_window).contains(u"Joined: 5"_s));
    m_class->join(u"Eve"_s);
    m_class->feed(*m_window);
    m_class->join(u"Aaron"_s);
    m_class->feed(*m_window);
    QVERIFY2(order({"Aaron", "Eve"}), qPrintable(people->text())); // the last to come first
    QVERIFY(order({"Eve", "Bob"}));
    QVERIFY(text(*m_window).contains(u"Joined: 7"_s));
    m_class->leave(u"Eve"_s);
    m_class->feed(*m_window);
    QVERIFY(!people->text().contains(u"Eve"_s));
}

void TestProjectorWindow::manyNamesAreCounted()
{
    for (int i = 0; i < 300; ++i)
        m_class->join(u"A name of some length %1"_s.arg(i));
    m_class->feed(*m_window);
    const auto *const people = m_window->findChild<app::NamesLabel *>();
    QVERIFY(people->text().contains(u"more"_s));
    QVERIFY(people->heightForWidth(people->width()) <= people->height());
}

void TestProjectorWindow::followsTheInvitation()
{
    QVERIFY(text(*m_window).contains(u"physics 7b"_s));
    m_class->invitation.address = u"https://10.1.2.3:8443/"_s;
    m_class->invitation.pin = u"9999"_s;
    m_class->invitation.room = u"lobby"_s;
    m_class->feed(*m_window);
    const QString shown = text(*m_window).remove(QChar(0x200b));
    for (const char *const part : {"https://10.1.2.3:8443", "9999", "lobby"})
        QVERIFY2(shown.contains(QLatin1String(part)), qPrintable(shown));
    QVERIFY(!shown.contains(u"471122"_s));
    m_class->invitation.pin.clear();
    m_class->feed(*m_window);
    QVERIFY(!text(*m_window).contains(u"PIN"_s));
    app::applyLanguage(u"zh_CN"_s);
    QTRY_VERIFY2(text(*m_window).contains(u"浏览器"_s), qPrintable(text(*m_window)));
}

void TestProjectorWindow::codeIsHalfTheHeight()
{
    const QRect code = m_window->view().findChild<app::QrView *>()->geometry();
    QVERIFY2(code.height() >= m_window->height() / 2, qPrintable(QString::number(code.height())));
    QVERIFY(m_window->view().rect().contains(code));
}

void TestProjectorWindow::textsAreLargeAndReadable_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("techniques");
    QTest::addColumn<QString>("language");
    for (const char *const language : {"en", "zh_CN"}) {
        for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            for (const int techniques : {3, 4})
                QTest::addRow("%s view %d, %d techniques", language, key - Qt::Key_0, techniques)
                    << key << techniques << QString::fromLatin1(language);
        }
    }
}

void TestProjectorWindow::textsAreLargeAndReadable()
{
    QFETCH(const int, key);
    QFETCH(const int, techniques);
    QFETCH(const QString, language);
    app::applyLanguage(language);
    QCoreApplication::processEvents(); // in which the window hears of it
    m_class->snapshot.settings.techniques.resize(techniques);
    m_class->snapshot.settings.conditioner.delay = std::chrono::milliseconds(150);
    m_class->feed(*m_window);
    press(key);
    press(Qt::Key_Space);
    press(Qt::Key_J);
    press(Qt::Key_9); // tells the keys
    QCoreApplication::processEvents();
    int texts = 0;
    for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        ++texts;
        const QString shown = label->text();
        QVERIFY2(label->font().pixelSize() >= 28, qPrintable(shown));
        const double contrast = widgets::contrastRatio(label->palette().color(QPalette::WindowText), Qt::white);
        QVERIFY2(contrast >= 7, qPrintable(shown + QString::number(contrast)));
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(needed <= label->height() + 1, qPrintable(u"%1: %2 of %3"_s.arg(shown).arg(label->height()).arg(needed)));
        QVERIFY2(label->wordWrap() || label->fontMetrics().horizontalAdvance(shown) <= label->width(), qPrintable(shown));
        QVERIFY2(m_window->rect().contains(QRect(label->mapTo(m_window.get(), QPoint()), label->size())), qPrintable(shown));
    }
    QVERIFY(texts > 5);
    for (const auto *const strip : m_window->findChildren<widgets::StripChart *>()) {
        if (!strip->isVisible())
            continue;
        for (const QCPAxis *const axis : {strip->plot().xAxis, strip->plot().yAxis}) {
            QVERIFY(axis->tickLabelFont().pixelSize() >= 28);
            QVERIFY(widgets::contrastRatio(axis->tickLabelColor(), Qt::white) >= 7);
        }
    }
}

void TestProjectorWindow::growsWithTheScreen()
{
    QCOMPARE(m_window->view().textSize(), 28);
    m_window->resize(1920, 1080);
    QTRY_COMPARE(m_window->view().textSize(), 39);
    for (const int key : {Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        press(key);
        QVERIFY(m_window->view().textSize() >= 36);
    }
    m_window->resize(1024, 768); // and shrinks with another one
    QCOMPARE(m_window->size(), QSize(1024, 768));
    QTRY_COMPARE(m_window->view().textSize(), 28);
}

void TestProjectorWindow::nothingCanBeClicked()
{
    for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        press(key);
        press(Qt::Key_J);
        const QWidget *const shown = &m_window->view();
        const QString before = text(*m_window);
        for (int x = 20; x < m_window->width(); x += 120) {
            for (int y = 20; y < m_window->height(); y += 120) {
                QVERIFY(!m_window->childAt(x, y)); // nothing takes the mouse
                for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton, Qt::MiddleButton})
                    QTest::mouseClick(m_window.get(), button, {}, QPoint(x, y));
                QTest::mouseDClick(m_window.get(), Qt::LeftButton, {}, QPoint(x, y));
            }
        }
        QCOMPARE(&m_window->view(), shown);
        QCOMPARE(text(*m_window), before);
        QVERIFY(!QApplication::activePopupWidget());
    }
    for (const QWidget *const part : m_window->findChildren<QWidget *>()) {
        QCOMPARE(part->focusPolicy(), Qt::NoFocus);
        QVERIFY(!qobject_cast<const QAbstractButton *>(part) && !qobject_cast<const QLineEdit *>(part)
                && !qobject_cast<const QComboBox *>(part) && !qobject_cast<const QAbstractSpinBox *>(part));
    }
    press(Qt::Key_Tab);
    QVERIFY(!m_window->focusWidget());
}

void TestProjectorWindow::staysLightInTheDark()
{
    const QPalette before = QApplication::palette();
    QPalette dark(QColor(42, 46, 50), QColor(27, 30, 32));
    dark.setColor(QPalette::WindowText, Qt::white);
    dark.setColor(QPalette::Base, QColor(27, 30, 32));
    QApplication::setPalette(dark);
    const auto restore = qScopeGuard([&before] { QApplication::setPalette(before); });
    for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        press(key);
        const QImage picture = m_window->grab().toImage();
        QCOMPARE(picture.pixelColor(3, 3), QColor(Qt::white));
        qint64 light = 0;
        for (int y = 0; y < picture.height(); y += 4) {
            for (int x = 0; x < picture.width(); x += 4)
                light += picture.pixelColor(x, y).lightness() > 200;
        }
        QVERIFY(light > picture.width() * picture.height() / 16 * 7 / 10);
    }
    for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
        const double contrast = widgets::contrastRatio(label->palette().color(QPalette::WindowText), Qt::white);
        QVERIFY2(contrast >= 7 || label->text().isEmpty(), qPrintable(label->text()));
    }
}

void TestProjectorWindow::pausedFiguresStandStill()
{
    press(Qt::Key_2);
    const QString before = text(m_window->view());
    QVERIFY2(before.contains(u"1,200"_s), qPrintable(before));
    press(Qt::Key_Space);
    QVERIFY(m_window->isPaused() && text(*m_window).contains(u"Paused"_s));
    m_class->figures->techniques[0].members = 7;
    m_class->feed(*m_window);
    QCOMPARE(text(m_window->view()), before);
    press(Qt::Key_Space);
    m_class->feed(*m_window);
    QVERIFY(text(m_window->view()) != before);
    QVERIFY(!text(*m_window).contains(u"Paused"_s));
}

void TestProjectorWindow::showsWhatIsOffered()
{
    m_class->snapshot.settings.techniques = {protocol::Technique::Polling, protocol::Technique::Sse};
    m_class->feed(*m_window);
    press(Qt::Key_2);
    const QString figures = text(m_window->view());
    for (const char *const part : {"Short polling", "Server-sent events", "Delay p95", "requests/min per member",
                                   "Bytes a message", "openings/min per member"})
        QVERIFY2(figures.contains(QLatin1String(part)), qPrintable(figures));
    QVERIFY(!figures.contains(u"WebSocket"_s) && !figures.contains(u"Long polling"_s));
    press(Qt::Key_3);
    QVERIFY(text(m_window->view()).contains(u"Server-sent events"_s) && !text(m_window->view()).contains(u"WebSocket"_s));
}

void TestProjectorWindow::chatIsHiddenUntilShown()
{
    m_class->say(u"Mallory"_s, u"<img src=x> & more"_s);
    m_class->feed(*m_window);
    QVERIFY(!text(*m_window).contains(u"Mallory"_s));
    press(Qt::Key_4);
    QVERIFY2(text(*m_window).contains(u"&lt;img src=x&gt; &amp; more"_s), qPrintable(text(*m_window)));
    m_class->say(u"Zoe"_s, u"live"_s);
    QVERIFY(text(*m_window).contains(u"live"_s));
    for (int i = 0; i < 60; ++i)
        m_class->say(u"Zoe"_s, u"a longer message that takes more than a single line of the projector, number %1"_s.arg(i));
    QVERIFY(text(*m_window).contains(u"number 59"_s)); // the newest are seen
    for (const QLabel *const line : m_window->view().findChildren<QLabel *>())
        QVERIFY(!line->isVisible() || m_window->view().rect().contains(line->geometry()));
    m_window->take({m_class->invitation, m_class->snapshot, m_class->figures, nullptr}); // the class is over
    QVERIFY(shows<app::JoinView>());
}

void TestProjectorWindow::belongsToTheHostWindow()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    auto host = std::make_unique<app::HostWindow>(options);
    const QSignalSpy started(host.get(), &app::HostWindow::started);
    host->show();
    host->start();
    QTRY_COMPARE(started.count(), 1);
    const auto projectors = [this] {
        QList<ProjectorWindow *> found;
        for (QWidget *const window : QApplication::topLevelWidgets()) {
            if (auto *const projector = qobject_cast<ProjectorWindow *>(window); projector && projector != m_window.get())
                found.append(projector);
        }
        return found;
    };
    QCOMPARE(projectors().size(), 1);
    ProjectorWindow &window = *projectors().first();
    QVERIFY(!window.isVisible());
    auto *const button = host->findChild<QToolButton *>(u"projector"_s);
    QTest::keyClick(host.get(), Qt::Key_F11);
    QVERIFY(window.isVisible() && button->isChecked());
    QTRY_VERIFY2(text(window).contains(host->url().authority()), qPrintable(text(window)));
    QTRY_VERIFY(text(window).contains(u"Joined: 0"_s)); // the teacher is none of them
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isVisible() && !button->isChecked());
    button->click();
    QVERIFY(window.isVisible());
    host->close();
    QVERIFY(!window.isVisible());
    host.reset();
    QVERIFY(projectors().isEmpty());
}

//! With one screen the class sees what the teacher sees; how to get back is told once.
void TestProjectorWindow::fillsTheOnlyScreen()
{
    QCOMPARE(QGuiApplication::screens().size(), 1);
    QSettings().remove(u"projector"_s);
    QWidget teacher;
    teacher.show();
    for (const bool isTold : {true, false}) {
        m_window->open(teacher);
        QTRY_VERIFY(m_window->isFullScreen());
        QTRY_COMPARE(m_window->geometry(), teacher.screen()->geometry());
        const QString seen = text(*m_window);
        QVERIFY2(seen.contains(u"takes you back"_s) == isTold && seen.contains(u"leave"_s), qPrintable(seen));
        for (const QLabel *const label : m_window->findChildren<QLabel *>())
            QVERIFY2(m_window->rect().contains(QRect(label->mapTo(m_window.get(), QPoint()), label->size())) || !label->isVisible(),
                     qPrintable(label->text()));
        press(isTold ? Qt::Key_Escape : Qt::Key_F11);
        QVERIFY(!m_window->isVisible() && teacher.isVisible());
    }
}

QTEST_MAIN(TestProjectorWindow)
#include "tst_projectorwindow.moc"
