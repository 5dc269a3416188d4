// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/projectorwindow.h"

#include "app/windows/projector/chartsview.h"
#include "app/windows/projector/chatview.h"
#include "app/windows/projector/figuresview.h"
#include "app/windows/projector/joinoverlay.h"
#include "app/windows/projector/joinview.h"
#include "app/windows/projector/predictionview.h"
#include "app/windows/projector/projectorcontent.h"
#include "app/windows/projector/projectorpalette.h"
#include "app/windows/projector/raceview.h"
#include "app/windows/projector/spotlightview.h"
#include "client/widgets/networktext.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto wayBackKey = "projector/wayBackTold"_L1;
constexpr auto keysTime = 8s;
constexpr double zoomStep = 1.1;
constexpr double leastZoom = 0.7;
constexpr double greatestZoom = 2;
constexpr double topicScale = 1.2;

template <typename View>
ProjectorView *makeView(QWidget *parent)
{
    return new View(parent);
}

//! A view, its key, its name in lessons (empty: none), and its word in the list of keys.
struct ViewRow
{
    Qt::Key key;
    QLatin1StringView lessonName;
    const char *word;
    ProjectorView *(*make)(QWidget *parent);
};
constexpr std::array viewTable{
    ViewRow{Qt::Key_1, "join"_L1, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "join"), makeView<JoinView>},
    ViewRow{Qt::Key_2, "cards"_L1, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "figures"), makeView<FiguresView>},
    ViewRow{Qt::Key_3, "chart"_L1, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "charts, again: the next"),
            makeView<ChartsView>},
    ViewRow{Qt::Key_4, "chat"_L1, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "chat"), makeView<ChatView>},
    ViewRow{Qt::Key_5, "race"_L1, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "race"), makeView<RaceView>},
    ViewRow{Qt::Key_6, "question"_L1, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "question"), makeView<PredictionView>},
    ViewRow{Qt::Key_7, {}, QT_TRANSLATE_NOOP("pushlab::app::ProjectorWindow", "spotlight"), makeView<SpotlightView>},
};

QScreen *screenBeside(const QScreen *leader)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::find_if(screens.cbegin(), screens.cend(), [leader](const QScreen *screen) { return screen != leader; });
    return other == screens.cend() ? nullptr : *other;
}

} // namespace

ProjectorWindow::ProjectorWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_header(new QWidget(this))
    , m_title(new QLabel(m_header))
    , m_network(new QLabel(m_header))
    , m_paused(new QLabel(m_header))
    , m_views(new QStackedWidget(this))
    , m_overlay(new JoinOverlay(this))
    , m_keys(new QLabel(this))
    , m_black(new QWidget(this))
{
    setPalette(projectorPalette());
    setAutoFillBackground(true);
    setAttribute(Qt::WA_QuitOnClose, false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    makeHeader();
    for (const ViewRow &row : viewTable) {
        m_slots.push_back({row.key, row.make(m_views)});
        m_views->addWidget(m_slots.back().view);
    }
    auto *const column = new QVBoxLayout(this);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    column->setSizeConstraint(QLayout::SetNoConstraint); // texts as large as another screen allowed follow this one
    m_keys->setWordWrap(true);
    m_keys->setAlignment(Qt::AlignCenter);
    m_keys->setAutoFillBackground(true);
    QPalette black = palette();
    black.setColor(QPalette::Window, Qt::black);
    m_black->setPalette(black);
    m_black->setAutoFillBackground(true);
    for (QWidget *const part : std::initializer_list<QWidget *>{m_header, m_views, m_overlay, m_keys, m_black})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (QWidget *const part : std::initializer_list<QWidget *>{m_overlay, m_keys, m_black})
        part->hide();
    m_keysTimer.setSingleShot(true);
    connect(&m_keysTimer, &QTimer::timeout, m_keys, &QWidget::hide);
    // Queued, because the list of screens changes only after these signals.
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ProjectorWindow::place, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ProjectorWindow::place, Qt::QueuedConnection);
    resize(leastScreen);
    retranslate();
}

void ProjectorWindow::makeHeader()
{
    auto *const row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title);
    row->addWidget(m_network, 1);
    row->addWidget(m_paused);
    for (QLabel *const label : {m_title, m_network, m_paused})
        label->setTextFormat(Qt::PlainText);
    m_network->setPalette(projectorCaptions());
    m_network->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_network->setWordWrap(true);
    m_paused->hide();
}

void ProjectorWindow::take(const ProjectorContent &content)
{
    for (const Slot &slot : m_slots)
        slot.view->take(content);
    m_overlay->take(content);
    m_network->setText(widgets::networkNotice(content.snapshot.settings.conditioner));
    if (!view().hasContent())
        showView(*m_slots.front().view);
    followLead();
    resizeTexts(); // there may be more of them now
}

void ProjectorWindow::lead(const QString &view)
{
    m_led = nullptr;
    for (size_t i = 0; i < viewTable.size(); ++i) {
        if (!view.isEmpty() && viewTable.at(i).lessonName == view)
            m_led = m_slots.at(i).view;
    }
    followLead();
}

void ProjectorWindow::followLead()
{
    if (m_led && m_led->hasContent())
        showView(*std::exchange(m_led, nullptr));
}

void ProjectorWindow::clear()
{
    m_led = nullptr;
    for (const Slot &slot : m_slots)
        slot.view->clear();
}

void ProjectorWindow::open(QWidget &leader)
{
    m_leader = &leader;
    show();
    place();
    activateWindow();
    tellKeys();
    if (!screenBeside(leader.screen()) && !QSettings().value(wayBackKey).toBool()) {
        QSettings().setValue(wayBackKey, true);
        m_keys->setText(tr("This covers your own window: Esc or F11 takes you back to it.") + u'\n' + m_keys->text());
        placeParts();
    }
}

void ProjectorWindow::place()
{
    if (!isVisible() || !m_leader)
        return;
    QScreen *const beside = screenBeside(m_leader->screen());
    QScreen *const screen = beside ? beside : m_leader->screen(); // the only one is mostly the projector's, too
    setWindowState(Qt::WindowNoState);
    setScreen(screen);
    setGeometry(screen->geometry());
    showFullScreen();
}

const ProjectorView &ProjectorWindow::view() const
{
    return *static_cast<const ProjectorView *>(m_views->currentWidget());
}

bool ProjectorWindow::isBlack() const
{
    return m_black->isVisibleTo(this);
}

void ProjectorWindow::showView(ProjectorView &view)
{
    m_views->setCurrentWidget(&view);
    m_title->setText(view.title());
    resizeTexts();
}

bool ProjectorWindow::chooseView(int key)
{
    const auto slot = std::find_if(m_slots.cbegin(), m_slots.cend(), [key](const Slot &one) { return one.key == key; });
    if (slot == m_slots.cend() || !slot->view->hasContent())
        return false;
    if (slot->view == &view() && !isBlack())
        slot->view->turn();
    m_black->hide();
    m_led = nullptr;
    showView(*slot->view);
    return true;
}

//! What the other keys do.
bool ProjectorWindow::act(int key)
{
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_F11:
        close();
        return true;
    case Qt::Key_B:
        m_black->setVisible(!isBlack());
        return true;
    case Qt::Key_J:
        m_overlay->setVisible(!m_overlay->isVisibleTo(this));
        return true;
    case Qt::Key_Space:
        setPaused(!m_isPaused);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key, without Shift
        magnify(zoomStep);
        return true;
    case Qt::Key_Minus:
        magnify(1 / zoomStep);
        return true;
    default:
        return false;
    }
}

void ProjectorWindow::keyPressEvent(QKeyEvent *event)
{
    constexpr int bareModifiers = Qt::Key_Shift; // these and their kin do nothing by themselves
    const bool isCommand = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isModifier = event->key() >= bareModifiers && event->key() <= Qt::Key_ScrollLock;
    if (isCommand || isModifier)
        QWidget::keyPressEvent(event);
    else if (!event->isAutoRepeat() && !act(event->key()) && !chooseView(event->key()))
        tellKeys();
    placeParts();
}

void ProjectorWindow::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_paused->setVisible(isPaused);
    for (const Slot &slot : m_slots)
        slot.view->setPaused(isPaused);
}

void ProjectorWindow::magnify(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, leastZoom, greatestZoom);
    resizeTexts();
}

//! As large as wanted, or as there is room for; never below the least size.
void ProjectorWindow::resizeTexts()
{
    const double scale = std::min(double(width()) / leastScreen.width(), double(height()) / leastScreen.height());
    const int least = std::min(leastText, std::max(1, qRound(leastText * scale)));
    for (int size = std::max(least, qRound(leastText * scale * m_zoom)); size >= least; --size) {
        setTextSize(size);
        if (view().neededHeight(m_views->width()) <= m_views->height())
            break;
    }
    placeParts();
}

void ProjectorWindow::setTextSize(int pixels)
{
    QFont smallest = font();
    smallest.setPixelSize(pixels);
    QFont large = smallest;
    large.setPixelSize(qRound(pixels * topicScale));
    large.setBold(true);
    m_title->setFont(large);
    m_paused->setFont(large);
    m_network->setFont(smallest);
    m_keys->setFont(smallest);
    m_header->layout()->setSpacing(pixels);
    layout()->setContentsMargins(pixels, pixels / 2, pixels, pixels / 2);
    layout()->setSpacing(pixels / 2);
    static_cast<ProjectorView *>(m_views->currentWidget())->setTextSize(pixels);
    m_overlay->setTextSize(pixels);
    layout()->activate();
}

//! What lies above the views, from the lowest up.
void ProjectorWindow::placeParts()
{
    m_overlay->place();
    const int high = m_keys->heightForWidth(width());
    m_keys->setGeometry(0, height() - high, width(), high);
    m_black->setGeometry(rect());
    for (QWidget *const part : std::initializer_list<QWidget *>{m_overlay, m_keys, m_black})
        part->raise();
}

void ProjectorWindow::tellKeys()
{
    QStringList keys;
    for (size_t i = 0; i < viewTable.size(); ++i) {
        if (m_slots.at(i).view->hasContent())
            keys.append(QKeySequence(viewTable.at(i).key).toString() + u' ' + tr(viewTable.at(i).word));
    }
    keys.append(tr("B black"));
    keys.append(tr("J how to join"));
    keys.append(tr("Space pause"));
    keys.append(tr("+ − size"));
    keys.append(tr("Esc leave"));
    for (QString &key : keys)
        key.replace(u' ', QChar(QChar::Nbsp)); // lines break only between them
    m_keys->setText(keys.join(u" · "_s));
    m_keys->show();
    m_keysTimer.start(keysTime);
    placeParts();
}

void ProjectorWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    resizeTexts();
}

void ProjectorWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    // Queued: the views have their texts in the new language only after this.
    QMetaObject::invokeMethod(this, &ProjectorWindow::resizeTexts, Qt::QueuedConnection);
}

void ProjectorWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void ProjectorWindow::retranslate()
{
    setWindowTitle(tr("PushLab projector"));
    m_paused->setText(tr("Paused"));
    m_title->setText(view().title());
    m_keys->hide();
}

} // namespace pushlab::app
