// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <memory>

namespace pushlab::room {

//! Why a log does not take an entry.
enum class Refusal : quint8 {
    TooMuchPending //!< the disk is behind
};

//! Is told what became of an entry that was given to a log. Lives where the entry is given; what a log cannot say at once
//! is told to what keep() gives.
class Receipt
{
public:
    Receipt() = default;
    virtual ~Receipt() = default;
    Q_DISABLE_COPY_MOVE(Receipt)

    //! It is in the log under that number, and will be there after a crash if any is.
    virtual void onCommitted(qint64 seq) = 0;
    virtual void onRefused(Refusal why) = 0;

    //! It will be known later: what is to be told then. This one is told nothing. nullptr: nobody waits for it.
    [[nodiscard]] virtual std::unique_ptr<Receipt> keep() = 0;
};

//! Of an entry of which nobody needs to know.
class NoReceipt final : public Receipt
{
public:
    void onCommitted(qint64) override {}
    void onRefused(Refusal) override {}
    [[nodiscard]] std::unique_ptr<Receipt> keep() override { return nullptr; }
};

} // namespace pushlab::room
