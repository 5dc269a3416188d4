// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace pushlab::widgets {

//! Where a message is typed. Enter sends, Shift+Enter breaks the line, Enter is left alone while an input method
//! composes, Up and Down bring back what was sent, Tab moves on. Grows with its text to a few lines.
class MessageInput final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageInput)

public:
    explicit MessageInput(QWidget *parent = nullptr);

    [[nodiscard]] QString message() const; //!< what would be sent, line breaks as \n
    [[nodiscard]] QString problem() const { return m_problem; } //!< why it cannot be sent, in words; empty when it can

    //! Asks for sending, as Enter does.
    void submit();

    //! The message was taken: remember it and start anew.
    void accepted();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted(const QString &text); //!< neither empty nor too long; accepted() is called when it was taken
    void problemChanged(const QString &problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fitHeight();
    void checkLength();
    void retranslate();
    bool recall(int step);
    void replaceText(const QString &text);

    bool m_composing = false;
    QString m_problem;
    QStringList m_sent; // newest last
    qsizetype m_shown = -1; // of m_sent, while recalling
    QString m_draft; // what was typed before recalling
};

} // namespace pushlab::widgets
