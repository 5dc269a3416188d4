// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/widgets/plotting.h"

#include <functional>

namespace pushlab::widgets {

//! Steps of an axis of values, each written as everywhere else in its window: as many as have room. Owned by its axis.
class ValueTicker final : public QCPAxisTicker
{
public:
    using Text = std::function<QString(double value)>;

    ValueTicker(Text text, bool isLogarithmic);

    //! How many labels the axis has room for; at least two are written.
    void setRoom(int labels);

    //! The next of 1, 2, 5, 10, 20 … from \a value, which is more than nothing: an end of an axis that seldom changes.
    [[nodiscard]] static double roundedUp(double value);

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double tickStep) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;

private:
    Text m_text;
    bool m_isLogarithmic;
    int m_room = 2;
};

} // namespace pushlab::widgets
