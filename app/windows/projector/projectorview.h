// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace pushlab::app {

class FittedLabel;
struct ProjectorContent;

//! One of the projector's views. It fills the window below the title, takes no focus and no mouse. Its texts are multiples of the
//! smallest one, which the window chooses.
class ProjectorView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectorView)

public:
    explicit ProjectorView(QWidget *parent);

    //! Called with all news, also while another view is shown.
    virtual void take(const ProjectorContent &content) = 0;
    virtual void clear() {} //!< for another host
    virtual void setPaused(bool /*isPaused*/) {} //!< figures stand still
    virtual void turn() {} //!< its key was pressed while it was shown: shows the next of what it has
    [[nodiscard]] virtual bool hasContent() const { return true; } //!< false: there is nothing to show, its key does nothing
    [[nodiscard]] virtual QString title() const = 0;

    //! Sets the size of the smallest text, px.
    void setTextSize(int pixels);
    [[nodiscard]] int textSize() const { return m_textSize; }

    //! The height that its content needs at \a width.
    [[nodiscard]] int neededHeight(int width) const;

protected:
    //! A line of text, \a scale times as large as the smallest.
    QLabel *addText(double scale, bool isBold = false);
    //! A text that becomes smaller rather than wider than its place.
    FittedLabel *addFitted(double scale);
    QLabel *addQuietText(); //!< a caption
    virtual void resizeParts() {} //!< the text size has changed
    virtual void retranslate() {}

    void changeEvent(QEvent *event) override;

private:
    struct Text
    {
        QLabel *label;
        double scale;
        bool isBold;
    };

    QList<Text> m_texts;
    int m_textSize = 28;
};

} // namespace pushlab::app
