// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runform.h"

#include "app/windows/compare/hostchoice.h"
#include "app/windows/compare/variantboxes.h"
#include "client/compare/result/preset.h"
#include "client/compare/text/notetext.h"
#include "client/widgets/contrast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using compare::RunOptions;

namespace {

constexpr double longestTime = 3600; // s, of a measurement
constexpr int mostBandwidth = 1'000'000; // kbit/s

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

std::chrono::milliseconds milliseconds(const QDoubleSpinBox &box)
{
    return std::chrono::milliseconds(qRound64(box.value() * 1000));
}

void prepare(QDoubleSpinBox &box, double least, double greatest, int decimals)
{
    box.setDecimals(decimals);
    box.setRange(least, greatest);
    box.setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
}

} // namespace

RunForm::RunForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
    , m_variants(new VariantBoxes(this))
    , m_preset(new QComboBox(this))
    , m_presetNotes(new QLabel(this))
    , m_clients(new QSpinBox(this))
    , m_rate(new QDoubleSpinBox(this))
    , m_size(new QSpinBox(this))
    , m_arrivals(new QComboBox(this))
    , m_pollInterval(new QDoubleSpinBox(this))
    , m_hold(new QDoubleSpinBox(this))
    , m_newConnections(new QCheckBox(this))
    , m_duration(new QDoubleSpinBox(this))
    , m_warmUp(new QDoubleSpinBox(this))
    , m_repeats(new QSpinBox(this))
    , m_order(new QComboBox(this))
    , m_seed(new QLineEdit(this))
    , m_host(new HostChoice(this))
    , m_delay(new QSpinBox(this))
    , m_jitter(new QSpinBox(this))
    , m_bandwidth(new QSpinBox(this))
{
    makeFields();
    m_presetNotes->setWordWrap(true);
    m_presetNotes->setTextFormat(Qt::PlainText);
    m_layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addRow(m_variants);
    addRow(m_preset);
    m_layout->addRow(m_presetNotes);
    addGroup({m_clients, m_rate, m_size, m_arrivals});
    addGroup({m_pollInterval, m_hold, m_newConnections});
    addGroup({m_duration, m_warmUp, m_repeats, m_order, m_seed});
    addGroup({m_host, m_delay, m_jitter, m_bandwidth});
    retranslate();
    setOptions(*compare::presetNamed(compare::quickPreset));
    follow();
}

void RunForm::makeFields()
{
    m_clients->setRange(1, compare::maxClients);
    prepare(*m_rate, compare::minRate, compare::maxRate, 3);
    m_size->setRange(compare::minSize, int(protocol::maxTextBytes));
    prepare(*m_pollInterval, 0.01, seconds(protocol::maxPollInterval), 2);
    prepare(*m_hold, seconds(protocol::minHold), seconds(protocol::maxWait), 0);
    prepare(*m_duration, 1, longestTime, 0);
    prepare(*m_warmUp, 0, longestTime, 1);
    m_repeats->setRange(1, compare::maxRepeats);
    for (QSpinBox *box : {m_delay, m_jitter})
        box->setRange(0, int(std::chrono::milliseconds(protocol::maxDelay).count()));
    m_bandwidth->setRange(0, mostBandwidth);
    m_bandwidth->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,18}"_s), m_seed));
    m_preset->addItem(QString());
    for (const QString &name : compare::presetNames())
        m_preset->addItem(name, name);
    for (QComboBox *box : {m_preset, m_order, m_arrivals})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_order->addItems({QString(), QString()});
    m_arrivals->addItems({QString(), QString()});
}

void RunForm::addGroup(const QList<QWidget *> &fields)
{
    auto *heading = new QLabel(this);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    m_headings.append(heading);
    m_layout->addRow(heading);
    for (QWidget *field : fields)
        addRow(field);
}

void RunForm::addRow(QWidget *field)
{
    auto *caption = new QLabel(this);
    caption->setBuddy(field);
    m_captions.append(caption);
    m_layout->addRow(caption, field);
}

void RunForm::follow()
{
    connect(m_preset, &QComboBox::activated, this, &RunForm::choosePreset);
    connect(m_variants, &VariantBoxes::changed, this, &RunForm::onEdited);
    for (const QSpinBox *box : {m_clients, m_size, m_repeats, m_delay, m_jitter, m_bandwidth})
        connect(box, &QSpinBox::valueChanged, this, &RunForm::onEdited);
    for (const QDoubleSpinBox *box : {m_rate, m_pollInterval, m_hold, m_duration, m_warmUp})
        connect(box, &QDoubleSpinBox::valueChanged, this, &RunForm::onEdited);
    for (const QComboBox *box : {m_order, m_arrivals})
        connect(box, &QComboBox::currentIndexChanged, this, &RunForm::onEdited);
    connect(m_newConnections, &QCheckBox::toggled, this, &RunForm::onEdited);
    connect(m_host, &HostChoice::changed, this, [this] {
        for (QSpinBox *box : {m_delay, m_jitter, m_bandwidth})
            box->setEnabled(m_host->isOwn()); // another host uses its own settings
        Q_EMIT changed();
    });
}

RunOptions RunForm::options() const
{
    RunOptions options;
    options.variants = m_variants->chosen();
    options.clients = m_clients->value();
    options.rate = m_rate->value();
    options.isConstant = m_arrivals->currentIndex() == 1;
    options.size = m_size->value();
    options.pollInterval = milliseconds(*m_pollInterval);
    options.hold = milliseconds(*m_hold);
    options.duration = milliseconds(*m_duration);
    options.warmUp = milliseconds(*m_warmUp);
    options.repeats = m_repeats->value();
    options.isSimultaneous = m_order->currentIndex() == 1;
    options.keepAlive = !m_newConnections->isChecked();
    options.seed = m_seed->text().isEmpty() ? QRandomGenerator::global()->bounded(1'000'000) : m_seed->text().toULongLong();
    options.host = m_host->url().value_or(QUrl());
    if (m_host->isOwn()) {
        options.delay = std::chrono::milliseconds(m_delay->value());
        options.jitter = std::chrono::milliseconds(m_jitter->value());
        options.rateBitsPerSecond = qint64(m_bandwidth->value()) * 1000;
    }
    options.preset = m_preset->currentData().toString();
    return options;
}

void RunForm::setOptions(const RunOptions &options)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_variants->setChosen(options.variants);
    m_clients->setValue(options.clients);
    m_rate->setValue(options.rate);
    m_arrivals->setCurrentIndex(options.isConstant ? 1 : 0);
    m_size->setValue(options.size);
    m_pollInterval->setValue(seconds(options.pollInterval));
    m_hold->setValue(seconds(options.hold));
    m_duration->setValue(seconds(options.duration));
    m_warmUp->setValue(seconds(options.warmUp));
    m_repeats->setValue(options.repeats);
    m_order->setCurrentIndex(options.isSimultaneous ? 1 : 0);
    m_newConnections->setChecked(!options.keepAlive);
    m_delay->setValue(int(options.delay.count()));
    m_jitter->setValue(int(options.jitter.count()));
    m_bandwidth->setValue(int(options.rateBitsPerSecond / 1000));
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(options.preset)));
    m_host->setUrl(options.host);
    m_notes = compare::presetNotes(options);
    showNotes();
    Q_EMIT changed();
}

QString RunForm::problem() const
{
    if (m_variants->chosen().isEmpty())
        return tr("Choose one technique at least.");
    if (!m_host->url())
        return tr("The host’s address should look like http://192.168.1.20:8000/.");
    return {};
}

void RunForm::onEdited()
{
    if (m_isFilling)
        return;
    m_preset->setCurrentIndex(0); // the options are no longer the preset's
    m_notes.clear();
    showNotes();
    Q_EMIT changed();
}

void RunForm::choosePreset()
{
    if (const auto preset = compare::presetNamed(m_preset->currentData().toString())) {
        setOptions(*preset);
        return;
    }
    m_notes.clear();
    showNotes();
    Q_EMIT changed();
}

void RunForm::showNotes()
{
    QStringList notes;
    for (const compare::Note &note : m_notes)
        notes += compare::noteText(note);
    m_presetNotes->setText(notes.join(u'\n'));
    m_presetNotes->setVisible(!m_notes.isEmpty());
}

void RunForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunForm::retranslate()
{
    const QStringList captions{tr("Preset"),         tr("Clients of each"),
                               tr("Messages/s"),     tr("Size of a text"),
                               tr("They come"),      tr("Poll interval"),
                               tr("Hold"),           tr("Connections"),
                               tr("Duration"),       tr("Warm-up"),
                               tr("Repeats"),        tr("Order"),
                               tr("Seed"),           tr("Host"),
                               tr("Delay, one way"), tr("Jitter"),
                               tr("Bandwidth")};
    const QStringList headings{tr("What is said"), tr("How clients ask"), tr("How it is measured"), tr("Host and network")};
    for (qsizetype i = 0; i < headings.size(); ++i)
        m_headings.at(i)->setText(headings.at(i));
    for (qsizetype i = 0; i < captions.size(); ++i)
        m_captions.at(i)->setText(captions.at(i));
    for (QDoubleSpinBox *box : {m_pollInterval, m_hold, m_duration, m_warmUp})
        box->setSuffix(tr(" s", "seconds, behind a number"));
    for (QSpinBox *box : {m_delay, m_jitter})
        box->setSuffix(tr(" ms", "milliseconds, behind a number"));
    m_size->setSuffix(tr(" bytes", "behind a number"));
    m_bandwidth->setSuffix(u" kbit/s"_s);
    m_bandwidth->setSpecialValueText(tr("unlimited"));
    m_newConnections->setText(tr("A new one for every request"));
    m_seed->setPlaceholderText(tr("random for each run"));
    showNotes();
    retranslateChoices();
}

void RunForm::retranslateChoices()
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_preset->setItemText(0, tr("none"));
    m_order->setItemText(0, tr("One after another"));
    m_order->setItemText(1, tr("All at once"));
    m_arrivals->setItemText(0, tr("At random (Poisson)"));
    m_arrivals->setItemText(1, tr("At equal distances"));
}

} // namespace pushlab::app
