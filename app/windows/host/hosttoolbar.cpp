// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hosttoolbar.h"

#include "app/windows/roomfield.h"
#include "app/windows/viewbutton.h"
#include "client/widgets/contrast.h"
#include "client/widgets/techniquestyle.h"
#include "server/host.h"
#include "server/protocol/limits.h"

#include <QAction>
#include <QActionEvent>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

QIcon startStopIcon(bool running, const QPalette &palette)
{
    QPixmap pixmap(64, 64);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        widgets::readableOn(palette.color(QPalette::Button), running ? QColor(0xc6, 0x28, 0x28) : QColor(0x2e, 0x7d, 0x32), 3));
    if (running)
        painter.drawRoundedRect(QRect(12, 12, 40, 40), 5, 5);
    else
        painter.drawPolygon(QPolygon({QPoint(16, 8), QPoint(56, 32), QPoint(16, 56)}));
    return QIcon(pixmap);
}

using FractionalSeconds = std::chrono::duration<double>;

constexpr int studentsChoose = -1; // data of the combo box's first entry
constexpr int offerOthers = -2; // and of its last
constexpr int splitClass = -3; // and of the one behind the techniques

} // namespace

HostToolBar::HostToolBar(const QString &room, const protocol::ClassSettings &settings, QWidget *parent)
    : QToolBar(parent)
    , m_settings(settings)
    , m_startStop(new QToolButton(this))
    , m_class(new QToolButton(this))
    , m_roomCaption(new QLabel(this))
    , m_room(new RoomField(room, this))
    , m_techniqueCaption(new QLabel(this))
    , m_technique(new QComboBox(this))
    , m_offer(new QMenu(this))
    , m_pollCaption(new QLabel(this))
    , m_poll(new SettlingBox<QDoubleSpinBox>(this))
    , m_holdCaption(new QLabel(this))
    , m_hold(new SettlingBox<QSpinBox>(this))
    , m_network(new QToolButton(this))
    , m_generator(new QToolButton(this))
    , m_lock(new QToolButton(this))
    , m_freeze(new QToolButton(this))
    , m_mark(new QToolButton(this))
    , m_race(new QToolButton(this))
    , m_projector(new QToolButton(this))
    , m_markKey(new QShortcut(QKeySequence(u"Ctrl+M"_s), this))
    , m_projectorKey(new QShortcut(QKeySequence(Qt::Key_F11), this))
{
    setObjectName(u"controls"_s);
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_startStop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // In the order of what matters in class: where there is little room, what stands last goes behind the ».
    addWidget(m_startStop);
    m_room->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_roomActions = addField(m_roomCaption, m_room);
    addField(m_techniqueCaption, m_technique);
    setUpLead();
    addField(m_pollCaption, m_poll);
    addField(m_holdCaption, m_hold);
    setUpSwitches();
    setUpPace();
    fillTechniques();
    showSettings();
    connect(m_startStop, &QToolButton::clicked, this, &HostToolBar::toggle);
    connect(m_room, &QLineEdit::returnPressed, this, &HostToolBar::startWanted);
    connect(m_technique, &QComboBox::activated, this, &HostToolBar::chooseTechnique);
    m_offer->setObjectName(u"offer"_s);
    retranslate();
}

void HostToolBar::setUpSwitches()
{
    m_network->setObjectName(u"network"_s);
    m_network->setFocusPolicy(Qt::StrongFocus);
    if (server::Host::canCondition())
        addWidget(m_network);
    else
        m_network->hide();
    connect(m_network, &QToolButton::clicked, this, &HostToolBar::networkWanted);
    m_generator->setObjectName(u"generator"_s);
    addWidget(m_generator);
    connect(m_generator, &QToolButton::clicked, this, &HostToolBar::generatorWanted);
    m_class->setPopupMode(QToolButton::InstantPopup);
    m_classAction = addWidget(m_class);
    m_classAction->setVisible(false);
    auto *spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spacer);
    addWidget(new ViewButton(this));
}

void HostToolBar::setUpLead()
{
    m_lock->setObjectName(u"lock"_s);
    m_freeze->setObjectName(u"freeze"_s);
    m_mark->setObjectName(u"mark"_s);
    m_race->setObjectName(u"race"_s);
    for (QToolButton *button : {m_lock, m_freeze})
        button->setCheckable(true);
    for (QToolButton *button : {m_lock, m_freeze, m_mark, m_race})
        addWidget(button);
    connect(m_lock, &QToolButton::clicked, this, &HostToolBar::lockWanted);
    connect(m_freeze, &QToolButton::clicked, this, [this](bool isWanted) {
        m_settings.isFrozen = isWanted;
        Q_EMIT settingsChosen(m_settings);
    });
    connect(m_markKey, &QShortcut::activated, m_mark, &QToolButton::click);
    connect(m_mark, &QToolButton::clicked, this, &HostToolBar::markWanted);
    connect(m_race, &QToolButton::clicked, this, &HostToolBar::raceWanted);
    m_projector->setObjectName(u"projector"_s);
    m_projector->setCheckable(true);
    addWidget(m_projector);
    connect(m_projector, &QToolButton::clicked, this, &HostToolBar::projectorWanted);
    connect(m_projectorKey, &QShortcut::activated, m_projector, &QToolButton::click);
}

//! Texts in a bar look like captions unless they have a frame; and whatever can be pressed can be reached by keys.
void HostToolBar::actionEvent(QActionEvent *event)
{
    QToolBar::actionEvent(event);
    if (event->type() != QEvent::ActionAdded)
        return;
    if (auto *const button = qobject_cast<QToolButton *>(widgetForAction(event->action()))) {
        button->setAutoRaise(false);
        button->setFocusPolicy(Qt::StrongFocus);
    }
}

QList<QAction *> HostToolBar::addField(QLabel *caption, QWidget *field)
{
    const int em = fontMetrics().height();
    caption->setContentsMargins(em / 2, 0, em / 4, 0);
    caption->setBuddy(field);
    return {addWidget(caption), addWidget(field)};
}

void HostToolBar::setUpPace()
{
    m_poll->setDecimals(1);
    m_poll->setSingleStep(0.1);
    m_poll->setRange(FractionalSeconds(protocol::minPollInterval).count(), FractionalSeconds(protocol::maxPollInterval).count());
    m_hold->setRange(int(std::chrono::duration_cast<std::chrono::seconds>(protocol::minHold).count()),
                     int(protocol::maxWait.count()));
    m_poll->whenChosen([this] {
        m_settings.pollInterval = std::chrono::milliseconds(qRound64(m_poll->value() * 1000));
        Q_EMIT settingsChosen(m_settings);
    });
    m_hold->whenChosen([this] {
        m_settings.hold = std::chrono::seconds(m_hold->value());
        Q_EMIT settingsChosen(m_settings);
    });
}

void HostToolBar::setSettings(const protocol::ClassSettings &settings)
{
    m_settings = settings;
    showSettings();
}

void HostToolBar::showSettings()
{
    const int chosen = m_settings.isSplit ? splitClass : m_settings.technique ? int(*m_settings.technique) : studentsChoose;
    m_technique->setCurrentIndex(m_technique->findData(chosen));
    m_poll->display(FractionalSeconds(m_settings.pollInterval).count());
    m_hold->display(int(std::chrono::duration_cast<std::chrono::seconds>(m_settings.hold).count()));
    setLocked(m_settings.isLocked);
    m_freeze->setChecked(m_settings.isFrozen);
    showGenerator();
}

void HostToolBar::showGenerator()
{
    const protocol::Generator &now = m_settings.generator;
    //: %1 is a number of messages per second
    m_generator->setText(now.isOn() ? tr("Generator: %1/s").arg(QLocale().toString(now.perSecond, 'g', 4)) : tr("Generator …"));
}

void HostToolBar::fillTechniques()
{
    const int index = qMax(0, m_technique->currentIndex());
    m_technique->clear();
    m_technique->addItem(tr("students choose"), studentsChoose);
    for (const Technique technique : protocol::allTechniques)
        m_technique->addItem(widgets::techniqueIcon(technique, palette()), widgets::techniqueTitle(technique), int(technique));
    m_technique->addItem(tr("split the class"), splitClass);
    m_technique->setItemData(m_technique->count() - 1, tr("An equal part of the members for each technique that is offered"),
                             Qt::ToolTipRole);
    m_technique->insertSeparator(m_technique->count());
    m_technique->addItem(tr("Offered …"), offerOthers);
    m_technique->setItemData(m_technique->count() - 1, tr("What students may choose from"), Qt::ToolTipRole);
    m_technique->setCurrentIndex(index);
}

void HostToolBar::chooseTechnique(int index)
{
    const int chosen = m_technique->itemData(index).toInt();
    if (chosen == offerOthers) {
        showSettings(); // this entry is no technique: show the former one
        askForOffer();
        return;
    }
    m_settings.technique = chosen < 0 ? std::nullopt : std::optional(Technique(chosen));
    m_settings.isSplit = chosen == splitClass;
    Q_EMIT settingsChosen(m_settings);
}

//! Shows a check box for each technique; the last offered one cannot be cleared.
void HostToolBar::askForOffer()
{
    m_offer->clear();
    for (const Technique technique : protocol::allTechniques) {
        QAction *const box = m_offer->addAction(widgets::techniqueIcon(technique, palette()), widgets::techniqueTitle(technique));
        box->setCheckable(true);
        box->setChecked(m_settings.techniques.contains(technique));
        box->setEnabled(m_settings.techniques != QList{technique});
        connect(box, &QAction::toggled, this, [this, technique](bool isOffered) { offer(technique, isOffered); });
    }
    m_offer->popup(m_technique->mapToGlobal(QPoint(0, m_technique->height())));
}

void HostToolBar::offer(Technique technique, bool isOffered)
{
    QList<Technique> &offered = m_settings.techniques;
    offered.removeAll(technique);
    if (isOffered)
        offered.append(technique);
    std::sort(offered.begin(), offered.end());
    Q_EMIT settingsChosen(m_settings);
}

void HostToolBar::setClassMenu(QMenu *menu)
{
    m_class->setMenu(menu);
    m_classAction->setVisible(true);
}

QString HostToolBar::room() const
{
    return m_room->room();
}

void HostToolBar::toggle()
{
    if (m_state == State::Running)
        Q_EMIT stopWanted();
    else
        Q_EMIT startWanted();
}

void HostToolBar::setState(State state)
{
    m_state = state;
    showState();
}

void HostToolBar::setLocked(bool isLocked)
{
    m_lock->setChecked(isLocked);
}

void HostToolBar::setRacing(bool isRacing)
{
    if (std::exchange(m_isRacing, isRacing) != isRacing)
        showState();
}

void HostToolBar::setProjectorShown(bool isShown)
{
    m_projector->setChecked(isShown);
}

void HostToolBar::showState()
{
    const bool running = m_state == State::Running;
    for (QToolButton *button : {m_lock, m_freeze, m_mark})
        button->setEnabled(running);
    m_race->setEnabled(running && !m_isRacing);
    m_lock->setChecked(running && m_lock->isChecked());
    m_startStop->setEnabled(m_state != State::Busy);
    m_startStop->setText(running ? tr("Stop") : tr("Start"));
    m_startStop->setIcon(startStopIcon(running, palette()));
    m_startStop->setToolTip(running ? tr("End the class: everybody is disconnected") : tr("Open the class"));
    m_room->setEnabled(m_state == State::Stopped);
    for (QAction *const action : std::as_const(m_roomActions))
        action->setVisible(!running); // the window's title has it
    m_room->setToolTip(running ? tr("The room can be changed while the class is stopped") : QString());
}

void HostToolBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showState();
}

void HostToolBar::retranslate()
{
    setWindowTitle(tr("Controls"));
    m_class->setText(tr("Messages"));
    m_class->setToolTip(tr("Export or import the messages, or start without them"));
    m_roomCaption->setText(tr("Room"));
    m_techniqueCaption->setText(tr("Technique"));
    m_pollCaption->setText(tr("Poll every"));
    m_holdCaption->setText(tr("Hold"));
    //: seconds, after a number
    m_poll->setSuffix(tr(" s"));
    m_hold->setSuffix(tr(" s"));
    m_network->setText(tr("Network …"));
    m_network->setToolTip(tr("Pretend a slow network: delay, jitter, rate"));
    m_room->setAccessibleName(tr("Room"));
    m_technique->setAccessibleName(tr("Class technique"));
    m_technique->setToolTip(tr("The technique that everybody uses"));
    m_poll->setAccessibleName(tr("Poll interval in seconds"));
    m_poll->setToolTip(tr("How long a short polling client waits before it asks again"));
    m_hold->setAccessibleName(tr("Hold time in seconds"));
    m_hold->setToolTip(tr("How long a long poll is held open while there is nothing new"));
    m_generator->setToolTip(tr("Let the host itself say something, so that a silent class measures, too"));
    showGenerator();
    m_freeze->setText(tr("Freeze"));
    m_freeze->setToolTip(tr("Let nobody but you send; what was typed stays"));
    m_mark->setText(tr("Mark …"));
    m_mark->setToolTip(tr("Put a line with a word into all curves and the messages: Ctrl+M"));
    m_markKey->setWhatsThis(tr("Put a line with a word into all curves and the messages"));
    m_race->setText(tr("Race"));
    m_race->setToolTip(tr("Send one message to everybody at once, and see who has it when"));
    m_projector->setText(tr("Projector"));
    m_projector->setToolTip(tr("What the class sees, in a window of its own, led by keys: F11"));
    m_projectorKey->setWhatsThis(tr("Open or close the projector's window"));
    m_lock->setText(tr("Lock"));
    m_lock->setToolTip(tr("Let nobody new into the class, whatever the room; who is in stays"));
    fillTechniques();
    showState();
}

} // namespace pushlab::app
