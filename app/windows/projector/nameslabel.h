// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QStringList>

namespace pushlab::app {

//! As many names as there is room for, and how many more there are.
class NamesLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NamesLabel)

public:
    explicit NamesLabel(QWidget *parent = nullptr);

    //! The first of \a names are shown; \a more: how many there are besides them.
    void setNames(const QStringList &names, qint64 more);
    void fit(); //!< to be called when the font has changed

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString textOf(qsizetype count) const;

    QStringList m_names;
    qint64 m_more = 0;
};

} // namespace pushlab::app
