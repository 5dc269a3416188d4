// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QStackedWidget;

namespace pushlab::app {

class JoinOverlay;
class ProjectorView;
struct ProjectorContent;

//! What the class sees: a window with one view at a time, led by keys alone. Nothing in it takes the mouse or the focus. Always
//! light; the smallest text has 28 px on a screen of 1024×768 and grows with the screen.
class ProjectorWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectorWindow)

public:
    explicit ProjectorWindow(QWidget *parent = nullptr);

    void take(const ProjectorContent &content);
    void clear(); //!< for another host
    //! Shows the view that a step of a lesson names, one of lessonViews(), as soon as there is something in it; any key that
    //! chooses a view comes before it. Empty: what is there stays.
    void lead(const QString &view);

    //! Shows the window: full on a screen on which \a leader is not, else on the only one, with a word, once, on how to get back.
    //! Follows when screens come and go.
    void open(QWidget &leader);

    [[nodiscard]] const ProjectorView &view() const; //!< the one that is shown
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] bool isBlack() const;

    static constexpr QSize leastScreen{1024, 768};
    static constexpr int leastText = 28; //!< px, on that screen and larger ones

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Slot //!< a view and its key
    {
        int key;
        ProjectorView *view;
    };

    void makeHeader();
    void place();
    void showView(ProjectorView &view);
    [[nodiscard]] bool chooseView(int key);
    [[nodiscard]] bool act(int key);
    void setPaused(bool isPaused);
    void magnify(double factor);
    void resizeTexts();
    void setTextSize(int pixels);
    void placeParts();
    void tellKeys();
    void followLead();
    void retranslate();

    std::vector<Slot> m_slots;
    QWidget *m_header;
    QLabel *m_title;
    QLabel *m_network;
    QLabel *m_paused;
    QStackedWidget *m_views;
    JoinOverlay *m_overlay;
    QLabel *m_keys;
    QWidget *m_black;
    ProjectorView *m_led = nullptr; // the view that the lesson waits for
    QWidget *m_leader = nullptr; // outlives the window while it is open
    QTimer m_keysTimer;
    double m_zoom = 1;
    bool m_isPaused = false;
};

} // namespace pushlab::app
