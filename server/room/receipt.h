// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <memory>

namespace pushlab::room {

//! Why a log refuses an entry.
enum class Refusal : quint8 {
    TooMuchPending //!< the disk is too slow
};

//! Is told the result of an append. Lives on the caller's stack: for a result that is known only later, the log asks keep() for a
//! lasting receipt.
class Receipt
{
public:
    Receipt() = default;
    virtual ~Receipt() = default;
    Q_DISABLE_COPY_MOVE(Receipt)

    //! The entry is in the log under that number, and survives a crash if the log is durable.
    virtual void onCommitted(qint64 seq) = 0;
    virtual void onRefused(Refusal why) = 0;

    //! Returns the receipt to be called later, when the result is known; this one is then not called. nullptr: the result is of
    //! no interest.
    [[nodiscard]] virtual std::unique_ptr<Receipt> keep() = 0;
};

//! The receipt of an entry whose result is of no interest.
class NoReceipt final : public Receipt
{
public:
    void onCommitted(qint64) override {}
    void onRefused(Refusal) override {}
    [[nodiscard]] std::unique_ptr<Receipt> keep() override { return nullptr; }
};

} // namespace pushlab::room
