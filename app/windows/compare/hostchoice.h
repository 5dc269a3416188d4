// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace pushlab::app {

//! The choice of the host to measure: one started for the run, the class's, or another.
class HostChoice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostChoice)

public:
    explicit HostChoice(QWidget *parent = nullptr);

    //! Offers the class's host; with an empty URL it is not offered.
    void setClassHost(const QUrl &url);

    void setUrl(const QUrl &url); //!< empty: one started for the run

    [[nodiscard]] bool isOwn() const;
    //! Empty: one started for the run. nullopt when the typed text is no address.
    [[nodiscard]] std::optional<QUrl> url() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showChoice();
    void colour();

    QComboBox *m_choice;
    QLineEdit *m_address;
    QLabel *m_warning;
    QUrl m_classHost;
};

} // namespace pushlab::app
