// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

class QMainWindow;
class QTabWidget;

namespace pushlab::app {

class MembersView;
class OverviewPage;
class PanelDock;

//! Where the parts of the host's window stand, by its width. Narrow: members are names and marks, the chat is a drawer. Wide: the
//! chat stands below the members, and charts beside the cards. Sizes are kept for each of them.
class HostLayout final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostLayout)

public:
    struct Parts
    {
        PanelDock *join = nullptr;
        PanelDock *members = nullptr;
        PanelDock *chat = nullptr;
        MembersView *table = nullptr;
        OverviewPage *overview = nullptr;
    };
    HostLayout(QMainWindow *window, const Parts &parts); //!< owned by \a window

    enum class Width : quint8 { Narrow, Usual, Wide };
    [[nodiscard]] Width width() const { return m_width; }

    void restore(); //!< what the user left
    void save() const;
    //! The comparison needs the room, and so do the bytes on the wire unless the window is wide: the panels are hidden.
    void setComparing(bool isComparing, bool isTracing = false);

    static constexpr int narrowBelow = 1200; //!< pixels, with the usual font; more with a larger one
    static constexpr int wideFrom = 1800;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Width wanted() const;
    void breathe();
    void arrange(Width width);
    void placeChat(Width width);
    void resizeParts();
    void showPanels();

    QMainWindow *m_window;
    const Parts m_parts;
    Width m_width = Width::Narrow;
    bool m_isComparing = false;
    bool m_isTracing = false;
    QTimer m_pause; // docks are not moved while the window is being laid out
};

} // namespace pushlab::app
