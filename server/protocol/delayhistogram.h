// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>
#include <vector>

namespace pushlab::protocol {

//! One step of a distribution: the share of samples, 0..1, of at most \c delay.
struct CdfPoint
{
    std::chrono::nanoseconds delay{};
    double share = 0;

    friend bool operator==(const CdfPoint &, const CdfPoint &) = default;
};

//! A bucket in use.
struct BucketCount
{
    qsizetype bucket = 0; //!< below DelayHistogram::bucketCount
    qint64 times = 0; //!< samples in it
};

//! Counts delays in at most 2,090 buckets (17 kB), however many there are. A percentile is off by at most 1 % (0.8 %)
//! between 1 us and 1 h; count, sum, least and greatest are exact at any size. Below 512 ns there is one bucket, which
//! negative delays (of clocks that disagree) share; another one takes what lies beyond 1 h. A plain value of no thread.
//!
//! A browser counts alike: bucket 0 below 512 ns; else, for whole ns, at most 3.6e12, with k = floor(log2(ns)), bucket
//! (k - 9) * 64 + floor(ns / 2^(k - 6)) - 63.
class DelayHistogram final
{
public:
    static constexpr qsizetype bucketCount = 2090;
    static constexpr qint64 maxCount = qint64(1) << 53; //!< of samples, so that JSON's numbers hold it

    //! Counts \a delay \a times; times <= 0 and what would pass maxCount are left out.
    void add(std::chrono::nanoseconds delay, qint64 times = 1);
    //! Adds all samples of \a other; none of them if that would pass maxCount.
    void merge(const DelayHistogram &other);
    void clear() { *this = DelayHistogram(); }

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] qint64 count() const { return m_count; }
    //! Zero when empty, as all times below. The sum stops at the limits of its type, 292 years.
    [[nodiscard]] std::chrono::nanoseconds sum() const { return m_sum; }
    [[nodiscard]] std::chrono::nanoseconds min() const { return m_min; }
    [[nodiscard]] std::chrono::nanoseconds max() const { return m_max; }
    [[nodiscard]] std::chrono::nanoseconds mean() const;
    //! The least delay that a share of at least \a p, 0..1, of the samples does not exceed (nearest rank).
    [[nodiscard]] std::chrono::nanoseconds quantile(double p) const;

    //! quantile() of those samples alone that came after \a older, an earlier state of this one; nothing where none came.
    //! Their least and greatest are not known: it is the middle of a bucket.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> quantileSince(const DelayHistogram &older, double p) const;

    //! From (min, 0) to (max, 1), one point at the upper edge of each bucket in use; nothing when empty.
    [[nodiscard]] QList<CdfPoint> cdf() const;

    //! The buckets in use, ascending.
    [[nodiscard]] QList<BucketCount> buckets() const;
    //! The delay for which the samples of \a bucket stand, but for the first and the last one of all samples.
    [[nodiscard]] static std::chrono::nanoseconds middleOf(qsizetype bucket);

    //! `{"v":1,"n":…,"sum":…,"min":…,"max":…,"counts":[[bucket,count],…]}`, whole ns, only buckets in use.
    [[nodiscard]] QByteArray toJson() const;
    //! What toJson() wrote; nothing when a field is missing, no whole number, or the numbers contradict each other.
    [[nodiscard]] static std::optional<DelayHistogram> fromJson(const QJsonObject &json);

    friend bool operator==(const DelayHistogram &, const DelayHistogram &) = default;

private:
    [[nodiscard]] bool readCounts(const QJsonArray &counts);
    [[nodiscard]] bool isConsistent() const;

    std::vector<qint64> m_counts; //!< by bucket, up to the highest in use; never shared: copies go to other threads
    qint64 m_count = 0;
    std::chrono::nanoseconds m_sum{};
    std::chrono::nanoseconds m_min{};
    std::chrono::nanoseconds m_max{};
};

} // namespace pushlab::protocol
