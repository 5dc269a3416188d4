// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/delayhistogram.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

using namespace std::chrono_literals;

namespace pushlab::protocol {

namespace {

using std::chrono::nanoseconds;

constexpr int firstOctave = 9; // 2^9 = 512 ns
constexpr int octaveBits = 6; // 64 buckets an octave, each at most 1/64 of its lower edge wide
constexpr nanoseconds greatestTracked = 1h;

qsizetype bucketOf(nanoseconds delay)
{
    if (delay.count() < (1 << firstOctave))
        return 0;
    const auto value = quint64(std::min(delay, greatestTracked).count());
    const int octave = int(std::bit_width(value)) - 1;
    return ((octave - firstOctave) << octaveBits) + qsizetype(value >> (octave - octaveBits)) - (1 << octaveBits) + 1;
}

struct Bucket
{
    qint64 lower = 0; //!< ns
    qint64 width = 0;
};

Bucket bucketAt(qsizetype index)
{
    if (index == 0)
        return {0, 1 << firstOctave};
    const qsizetype octave = (index - 1) >> octaveBits;
    const qsizetype step = (index - 1) & ((1 << octaveBits) - 1);
    const qint64 width = qint64(1) << (octave + firstOctave - octaveBits);
    return {((1 << octaveBits) + step) * width, width};
}

static_assert(DelayHistogram::bucketCount - 1 == ((41 - firstOctave) << octaveBits) + (3'600'000'000'000 >> 35) - 63);

qint64 saturatedProduct(qint64 value, qint64 times)
{
    qint64 product = 0;
    if (!qMulOverflow(value, times, &product))
        return product;
    return value < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

qint64 saturatedSum(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!qAddOverflow(a, b, &sum))
        return sum;
    return a < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

//! Returns nullopt when \a value is no whole number within 64 bits.
std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none);
    return number == none ? std::nullopt : std::optional(number);
}

} // namespace

void DelayHistogram::add(nanoseconds delay, qint64 times)
{
    if (times <= 0 || times > maxCount - m_count)
        return;
    const qsizetype bucket = bucketOf(delay);
    if (size_t(bucket) >= m_counts.size())
        m_counts.resize(size_t(bucket) + 1);
    m_counts[size_t(bucket)] += times;
    m_min = isEmpty() ? delay : std::min(m_min, delay);
    m_max = isEmpty() ? delay : std::max(m_max, delay);
    m_sum = nanoseconds(saturatedSum(m_sum.count(), saturatedProduct(delay.count(), times)));
    m_count += times;
}

void DelayHistogram::merge(const DelayHistogram &other)
{
    if (other.isEmpty() || other.m_count > maxCount - m_count)
        return;
    if (m_counts.size() < other.m_counts.size())
        m_counts.resize(other.m_counts.size());
    for (size_t i = 0; i < other.m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_min = isEmpty() ? other.m_min : std::min(m_min, other.m_min);
    m_max = isEmpty() ? other.m_max : std::max(m_max, other.m_max);
    m_sum = nanoseconds(saturatedSum(m_sum.count(), other.m_sum.count()));
    m_count += other.m_count;
}

nanoseconds DelayHistogram::mean() const
{
    return m_sum / std::max(m_count, qint64(1));
}

nanoseconds DelayHistogram::quantile(double p) const
{
    if (isEmpty())
        return 0ns;
    const double exact = std::clamp(p, 0., 1.) * double(m_count);
    const auto rank = std::clamp(qint64(std::ceil(exact * (1 - 1e-15))), qint64(1), m_count); // 0.95 * 20 is 19
    if (rank == 1)
        return m_min;
    if (rank == m_count)
        return m_max;
    qint64 seen = 0;
    qsizetype index = 0;
    while ((seen += m_counts[size_t(index)]) < rank)
        ++index;
    if (index == bucketCount - 1)
        return m_max; // beyond what is tracked
    return std::clamp(middleOf(index), m_min, m_max);
}

std::optional<nanoseconds> DelayHistogram::quantileSince(const DelayHistogram &older, double p) const
{
    const qint64 count = m_count - older.m_count;
    if (count <= 0 || older.m_counts.size() > m_counts.size())
        return std::nullopt;
    const auto rank = std::clamp(qint64(std::ceil(std::clamp(p, 0., 1.) * double(count) * (1 - 1e-15))), qint64(1), count);
    qint64 seen = 0;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        seen += m_counts[i] - (i < older.m_counts.size() ? older.m_counts[i] : 0);
        if (seen >= rank)
            return i == bucketCount - 1 ? m_max : middleOf(qsizetype(i)); // the last bucket has no upper edge
    }
    return std::nullopt;
}

QList<BucketCount> DelayHistogram::buckets() const
{
    QList<BucketCount> inUse;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] > 0)
            inUse.append({qsizetype(i), m_counts[i]});
    }
    return inUse;
}

nanoseconds DelayHistogram::middleOf(qsizetype index)
{
    const Bucket bucket = bucketAt(index);
    return nanoseconds(bucket.lower + bucket.width / 2);
}

QList<CdfPoint> DelayHistogram::cdf() const
{
    QList<CdfPoint> points;
    if (isEmpty())
        return points;
    points.append({m_min, 0});
    qint64 seen = 0;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        seen += m_counts[i];
        const Bucket bucket = bucketAt(qsizetype(i));
        const bool isLast = seen == m_count;
        const nanoseconds edge = isLast ? m_max : std::clamp(nanoseconds(bucket.lower + bucket.width), m_min, m_max);
        points.append({edge, double(seen) / double(m_count)});
    }
    return points;
}

QByteArray DelayHistogram::toJson() const
{
    QByteArray json = "{\"v\":1,\"n\":" + QByteArray::number(m_count) + ",\"sum\":" + QByteArray::number(m_sum.count())
        + ",\"min\":" + QByteArray::number(m_min.count()) + ",\"max\":" + QByteArray::number(m_max.count()) + ",\"counts\":[";
    bool isFirst = true;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        if (!isFirst)
            json += ',';
        isFirst = false;
        json += '[' + QByteArray::number(i) + ',' + QByteArray::number(m_counts[i]) + ']';
    }
    return json + "]}";
}

std::optional<DelayHistogram> DelayHistogram::fromJson(const QJsonObject &json)
{
    const auto version = wholeNumber(json[u"v"]);
    const auto count = wholeNumber(json[u"n"]);
    const auto sum = wholeNumber(json[u"sum"]);
    const auto min = wholeNumber(json[u"min"]);
    const auto max = wholeNumber(json[u"max"]);
    if (version != 1 || !count || !sum || !min || !max || !json[u"counts"].isArray())
        return std::nullopt;
    DelayHistogram histogram;
    if (!histogram.readCounts(json[u"counts"].toArray()) || histogram.m_count != *count)
        return std::nullopt;
    histogram.m_sum = nanoseconds(*sum);
    histogram.m_min = nanoseconds(*min);
    histogram.m_max = nanoseconds(*max);
    if (!histogram.isConsistent())
        return std::nullopt;
    return histogram;
}

bool DelayHistogram::readCounts(const QJsonArray &counts)
{
    qint64 last = -1;
    for (const auto value : counts) {
        const QJsonArray pair = value.toArray();
        const auto bucket = wholeNumber(pair.at(0));
        const auto times = wholeNumber(pair.at(1));
        if (pair.size() != 2 || !bucket || !times || *bucket <= last || *bucket >= bucketCount || *times <= 0
            || *times > maxCount - m_count) {
            return false;
        }
        last = *bucket;
        m_counts.resize(size_t(last) + 1);
        m_counts[size_t(last)] = *times;
        m_count += *times;
    }
    return true;
}

bool DelayHistogram::isConsistent() const
{
    if (isEmpty())
        return m_sum == 0ns && m_min == 0ns && m_max == 0ns;
    const auto lowest = std::find_if(m_counts.begin(), m_counts.end(), [](qint64 times) { return times > 0; });
    if (m_min > m_max || bucketOf(m_min) != lowest - m_counts.begin() || bucketOf(m_max) != qsizetype(m_counts.size()) - 1)
        return false;
    return m_sum.count() >= saturatedProduct(m_min.count(), m_count) && m_sum.count() <= saturatedProduct(m_max.count(), m_count);
}

} // namespace pushlab::protocol
