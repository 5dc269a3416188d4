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

//! A step of a cumulative distribution: the share of samples, 0..1, of at most \c delay.
struct CdfPoint
{
    std::chrono::nanoseconds delay{};
    double share = 0;

    friend bool operator==(const CdfPoint &, const CdfPoint &) = default;
};

//! A bucket that contains samples.
struct BucketCount
{
    qsizetype bucket = 0; //!< index, below DelayHistogram::bucketCount
    qint64 times = 0; //!< number of samples
};

//! Counts delays in at most 2,090 buckets (17 kB), whatever their number. A percentile is off by at most 1 % (0.8 %) between 1 us
//! and 1 h; count, sum, minimum and maximum are always exact. All delays below 512 ns share a bucket, negative ones (of clocks
//! that disagree) included; another one takes those beyond 1 h. A plain value for any thread.
//!
//! The pages' scripts use the same buckets: 0 below 512 ns; otherwise, for whole ns up to 3.6e12 and k = floor(log2(ns)), bucket
//! (k - 9) * 64 + floor(ns / 2^(k - 6)) - 63.
class DelayHistogram final
{
public:
    static constexpr qsizetype bucketCount = 2090;
    static constexpr qint64 maxCount = qint64(1) << 53; //!< of samples, so that JSON numbers are exact

    //! Counts \a delay \a times times; does nothing when times <= 0, or when maxCount would be exceeded.
    void add(std::chrono::nanoseconds delay, qint64 times = 1);
    //! Adds all samples of \a other, or none when maxCount would be exceeded.
    void merge(const DelayHistogram &other);
    void clear() { *this = DelayHistogram(); }

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] qint64 count() const { return m_count; }
    //! Zero when empty, as are all times below. The sum is clamped to the range of its type, 292 years.
    [[nodiscard]] std::chrono::nanoseconds sum() const { return m_sum; }
    [[nodiscard]] std::chrono::nanoseconds min() const { return m_min; }
    [[nodiscard]] std::chrono::nanoseconds max() const { return m_max; }
    [[nodiscard]] std::chrono::nanoseconds mean() const;
    //! The least delay that at least a share \a p, 0..1, of the samples does not exceed (nearest rank).
    [[nodiscard]] std::chrono::nanoseconds quantile(double p) const;

    //! As quantile(), but only of the samples that came after \a older, an earlier state of this histogram; nullopt when none
    //! came. Their minimum and maximum are unknown, so the result is the middle of a bucket.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> quantileSince(const DelayHistogram &older, double p) const;

    //! From (min, 0) to (max, 1), with one point at the upper edge of each bucket in use; empty when there are no samples.
    [[nodiscard]] QList<CdfPoint> cdf() const;

    //! The buckets in use, ascending.
    [[nodiscard]] QList<BucketCount> buckets() const;
    //! The delay that stands for all samples of \a bucket, unless it holds the minimum or the maximum.
    [[nodiscard]] static std::chrono::nanoseconds middleOf(qsizetype bucket);

    //! `{"v":1,"n":…,"sum":…,"min":…,"max":…,"counts":[[bucket,count],…]}`, whole ns, only buckets in use.
    [[nodiscard]] QByteArray toJson() const;
    //! Reads what toJson() wrote; nullopt when a field is missing or no whole number, or when the numbers contradict each other.
    [[nodiscard]] static std::optional<DelayHistogram> fromJson(const QJsonObject &json);

    friend bool operator==(const DelayHistogram &, const DelayHistogram &) = default;

private:
    [[nodiscard]] bool readCounts(const QJsonArray &counts);
    [[nodiscard]] bool isConsistent() const;

    //! Indexed by bucket, up to the highest in use; not implicitly shared, because copies go to other threads.
    std::vector<qint64> m_counts;
    qint64 m_count = 0;
    std::chrono::nanoseconds m_sum{};
    std::chrono::nanoseconds m_min{};
    std::chrono::nanoseconds m_max{};
};

} // namespace pushlab::protocol
