// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace pushlab::widgets {

//! The input field for messages. Enter sends unless an input method is composing, Shift+Enter breaks the line, Up and Down recall
//! sent messages, Tab moves the focus. Grows with its text to a few lines.
class MessageInput final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageInput)

public:
    explicit MessageInput(QWidget *parent = nullptr);

    [[nodiscard]] QString message() const; //!< what would be sent, with \n as line break
    [[nodiscard]] QString problem() const { return m_problem; } //!< why the text cannot be sent, translated; empty when it can

    //! Emits submitted() if the text can be sent, as Enter does.
    void submit();

    //! To be called when the message was accepted: remembers it and clears the field.
    void accepted();

    void forget(const QString &text); //!< it is not recalled any more

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted(const QString &text); //!< \a text is neither empty nor too long; accepted() is to be called once it was taken
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
    qsizetype m_shown = -1; // index in m_sent while recalling, otherwise -1
    QString m_draft; // the text before recalling began
};

} // namespace pushlab::widgets
