// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/lessonpage.h"

#include "app/classroom/lessonplayer.h"
#include "app/windows/card.h"
#include "app/windows/host/worksheetdialog.h"
#include "client/text/questiontext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! "3:07"
QString lessonClock(std::chrono::milliseconds time)
{
    const auto seconds = int(std::chrono::duration_cast<std::chrono::seconds>(time).count());
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

LessonPage::LessonPage(LessonPlayer &player, QWidget *parent)
    : QScrollArea(parent)
    , m_player(player)
    , m_choiceCaption(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_start(new QPushButton(this))
    , m_worksheet(new QPushButton(this))
    , m_place(new QLabel(this))
    , m_clock(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    layOut();
    const std::pair<QWidget *, QString> names[] = {
        {m_choice, u"lesson"_s},      {m_start, u"start-lesson"_s}, {m_place, u"lesson-place"_s}, {m_clock, u"lesson-clock"_s},
        {m_title, u"lesson-title"_s}, {m_back, u"lesson-back"_s},   {m_next, u"lesson-next"_s},   {m_worksheet, u"worksheet"_s},
    };
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    connect(m_start, &QPushButton::clicked, this, &LessonPage::toggle);
    connect(m_worksheet, &QPushButton::clicked, this, &LessonPage::openWorksheet);
    connect(m_back, &QPushButton::clicked, &m_player, &LessonPlayer::back);
    connect(m_next, &QPushButton::clicked, &m_player, &LessonPlayer::next);
    connect(&m_player, &LessonPlayer::changed, this, &LessonPage::showStep);
    connect(&m_clockTimer, &QTimer::timeout, this, &LessonPage::showClock);
    retranslate();
}

void LessonPage::layOut()
{
    const int em = fontMetrics().height();
    auto *content = new QWidget(this);
    m_choiceCaption->setBuddy(m_choice);
    m_title->setFont(scaledFont(font(), 1.6, true));
    m_text->setFont(scaledFont(font(), 1.3));
    for (QLabel *label : {m_place, m_clock, m_title, m_text, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_choiceCaption);
    choice->addWidget(m_choice, 1);
    choice->addWidget(m_start);
    choice->addWidget(m_worksheet);
    auto *steps = new QHBoxLayout;
    steps->addWidget(m_back);
    steps->addWidget(m_next);
    steps->addWidget(m_place);
    steps->addWidget(m_clock, 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(em, em, em, em);
    column->setSpacing(em * 2 / 3);
    column->addLayout(choice);
    column->addLayout(steps);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_notes);
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameStyle(QFrame::NoFrame);
}

void LessonPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    showStep();
}

void LessonPage::toggle()
{
    if (m_player.lesson())
        m_player.stop();
    else
        m_player.start(m_choice->currentData().toString());
}

//! Of the lesson that is chosen, which is the one that is played if there is one.
void LessonPage::openWorksheet()
{
    const int chosen = m_choice->currentIndex();
    if (chosen < 0)
        return;
    const Lesson &lesson = m_player.lesson() ? *m_player.lesson() : m_player.lessons().at(chosen);
    auto *const dialog = new WorksheetDialog(m_player.classroom(), lesson, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LessonPage::showStep()
{
    const Lesson *const lesson = m_player.lesson();
    m_choice->setEnabled(!lesson);
    m_worksheet->setEnabled(m_choice->count() > 0);
    m_start->setEnabled(m_isRunning && m_choice->count() > 0);
    m_start->setText(lesson ? tr("End the lesson") : tr("Start the lesson"));
    for (QWidget *widget : {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_place),
                            static_cast<QWidget *>(m_clock), static_cast<QWidget *>(m_notes)})
        widget->setVisible(lesson);
    if (!lesson) {
        m_clockTimer.stop();
        m_title->setText(QString());
        m_text->setText(
            tr("A lesson leads you and the class from step to step: it sets the techniques, asks the questions and shows the "
               "results. Your own lessons are files: pushlab host --lessons FOLDER."));
        return;
    }
    const LessonStep &step = lesson->steps[m_player.step()];
    m_place->setText(tr("Step %1 of %2").arg(m_player.step() + 1).arg(lesson->steps.size()));
    m_title->setText(text::questionText(step.title));
    m_text->setText(text::questionText(step.text));
    m_notes->setText(step.notes.isEmpty() ? QString() : tr("For you: %1").arg(text::questionText(step.notes)));
    m_back->setEnabled(m_player.step() > 0);
    m_next->setEnabled(m_player.step() + 1 < lesson->steps.size());
    m_clockTimer.start(1s);
    showClock();
}

void LessonPage::showClock()
{
    const Lesson *const lesson = m_player.lesson();
    if (!lesson)
        return;
    const LessonStep &step = lesson->steps[m_player.step()];
    m_clock->setText(tr("This step: %1 of %2 min; the lesson: %3 of %4 min")
                         .arg(lessonClock(m_player.stepElapsed()), lessonClock(step.time), lessonClock(m_player.elapsed()),
                              lessonClock(lesson->time())));
}

void LessonPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LessonPage::retranslate()
{
    setAccessibleName(tr("Lesson"));
    m_choiceCaption->setText(tr("Lesson:"));
    m_worksheet->setText(tr("Worksheet…"));
    m_worksheet->setToolTip(tr("A page for the students: empty, or with what the class has measured"));
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    const int chosen = std::max(0, m_choice->currentIndex());
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const Lesson &lesson : m_player.lessons())
        m_choice->addItem(text::questionText(lesson.title), lesson.id);
    m_choice->setCurrentIndex(chosen);
    showStep();
}

} // namespace pushlab::app
