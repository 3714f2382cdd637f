// The optimum fit on plain numbers: words of given widths, no fonts.
#include "text/fit.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "catch.h"

using namespace precis::text;

namespace {

/// Words with spaces of width 1 between them.
struct Words {
    Widths sums{{0}, {0}, {0}};
    std::vector<Candidate> candidates;

    explicit Words(const std::vector<double>& widths) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i > 0) add(1, true);
            const auto end = add(widths[i], false);
            Candidate c;
            c.end = end;
            c.next = end + (i + 1 < widths.size() ? 1 : 0);
            candidates.push_back(c);
        }
    }
    std::uint32_t add(double width, bool space) {
        sums.width.push_back(sums.width.back() + width);
        sums.spaces.push_back(sums.spaces.back() + (space ? width : 0));
        sums.letters.push_back(0);
        return static_cast<std::uint32_t>(sums.width.size() - 1);
    }
};

std::vector<std::uint32_t> ends(const Words& words, const std::vector<double>& measure, FitRules rules) {
    rules.widths = measure;
    return fit(words.sums, words.candidates, 0, rules).ends;
}

using Ends = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("ragged lines share their slack where filling each in turn would leave one very short", "[text][fit]") {
    // Measure 10. First fit: "5 4", "1", "9", "3", with a nearly empty second line. Better: "5", "4 1", "9", "3".
    const Words words({5, 4, 1, 9, 3});
    CHECK(ends(words, {10}, {}) == Ends{0, 2, 3, 4});
}

TEST_CASE("balanced lines are as few as can be and then as even as can be", "[text][fit]") {
    const Words words({3, 3, 3, 3});  // 15 wide with spaces; first fit: "3 3 3" and "3"
    FitRules rules;
    CHECK(ends(words, {11}, rules) == Ends{2, 3});
    rules.balance = true;
    CHECK(ends(words, {11}, rules) == Ends{1, 3});
}

TEST_CASE("justified lines keep spaces within their limits if any choice does", "[text][fit]") {
    // Measure 10: "4 4" would need its one space doubled; "4 2 2" (10.0) fits exactly.
    const Words words({4, 2, 2, 4, 5, 3});
    FitRules rules;
    rules.justify = true;
    CHECK(ends(words, {10}, rules) == Ends{2, 4, 5});
}

TEST_CASE("each line has its own measure", "[text][fit]") {
    const Words words({3, 3, 3, 3, 3});
    CHECK(ends(words, {3, 7, 7}, {}) == Ends{0, 2, 4});
    FitRules indented;
    indented.first_indent = 4;
    CHECK(ends(words, {7}, indented) == Ends{0, 2, 4});
}

TEST_CASE("a word wider than its measure stands alone and is reported", "[text][fit]") {
    const Words words({3, 20, 3});
    FitRules rules;
    const std::vector<double> measure{10};
    rules.widths = measure;
    const auto got = fit(words.sums, words.candidates, 0, rules);
    CHECK(got.overfull);
    CHECK(got.ends == Ends{0, 1, 2});
}

TEST_CASE("hyphens in a row stop at the limit", "[text][fit]") {
    // Words of 9 that can be divided in the middle, measure 14: without a limit every line would end in a hyphen.
    Words words(std::vector<double>(12, 9));
    std::vector<Candidate> with_hyphens;
    Widths sums{{0}, {0}, {0}};
    const auto add = [&](double width, bool space) {
        sums.width.push_back(sums.width.back() + width);
        sums.spaces.push_back(sums.spaces.back() + (space ? width : 0));
        sums.letters.push_back(0);
        return static_cast<std::uint32_t>(sums.width.size() - 1);
    };
    for (int i = 0; i < 12; ++i) {
        if (i > 0) add(1, true);
        Candidate middle;
        middle.end = middle.next = add(4.5, false);
        middle.hyphen = true;
        middle.before = 0.3;
        with_hyphens.push_back(middle);
        Candidate end;
        end.end = add(4.5, false);
        end.next = end.end + (i < 11 ? 1 : 0);
        with_hyphens.push_back(end);
    }
    for (const int limit : {1, 2, 3}) {
        FitRules rules;
        const std::vector<double> measure{15.2};
        rules.widths = measure;
        rules.max_hyphens_in_a_row = limit;
        int row = 0, longest = 0;
        for (const auto end : fit(sums, with_hyphens, 0, rules).ends) {
            row = with_hyphens[end].hyphen ? row + 1 : 0;
            longest = std::max(longest, row);
        }
        CHECK(longest <= limit);
        CHECK(longest > 0);
    }
}

TEST_CASE("a balanced heading does not end with a single word, if its last line can have two", "[text][fit]") {
    // Measure 20. "6 6 6" (20) and "14" is even, but a single word; "6 6" and "6 14" (21) does not fit.
    FitRules rules;
    rules.balance = true;
    CHECK(ends(Words({6, 6, 6, 12}), {20}, rules) == Ends{1, 3});
    CHECK(ends(Words({5, 5, 5, 16}), {20}, rules) == Ends{2, 3});  // two words would not fit
}

namespace {

/// Knuth and Plass's sum for justified lines whose spaces alone give way; infinite beyond the limits.
double sum_of(const Words& words, const Ends& ends, double measure, const JustifyLimits& limits) {
    double sum = 0;
    std::uint32_t begin = 0;
    int before = 1;
    bool hyphen_before = false;
    for (const auto end : ends) {
        const auto& to = words.candidates[end];
        const bool last = end + 1 == words.candidates.size();
        const double spaces = words.sums.spaces[to.end] - words.sums.spaces[begin];
        const double slack = measure - (words.sums.width[to.end] - words.sums.width[begin] + to.before);
        const double room = spaces * (slack < 0 ? 1 - limits.space_least : limits.space_most - 1);
        const double ratio = slack == 0 || (last && slack > 0) ? 0 : room > 0 ? std::abs(slack) / room : 9;
        if (ratio > 1) return 1e99;
        const int fitness = slack < 0 ? (ratio > 0.5 ? 0 : 1) : ratio > 0.5 ? 2 : 1;
        sum += std::pow(10 + 100 * ratio * ratio * ratio, 2) + (std::abs(fitness - before) > 1 ? 10'000 : 0);
        if (to.hyphen) sum += 2500 + (hyphen_before ? 10'000 : 0);
        if (last && hyphen_before) sum += 5'000;
        before = fitness;
        hyphen_before = to.hyphen;
        begin = to.next;
    }
    return sum;
}

/// Words of random widths, some with a place for a hyphen inside.
Words random_words(std::mt19937& random, std::size_t count) {
    Words words({});
    words.sums = {{0}, {0}, {0}};
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) words.add(1, true);
        if (random() % 3 == 0) {
            Candidate part;
            part.end = part.next = words.add(1 + static_cast<double>(random() % 30) / 10, false);
            part.hyphen = true;
            part.before = 0.4;
            words.candidates.push_back(part);
        }
        Candidate c;
        c.end = words.add(1 + static_cast<double>(random() % 40) / 10, false);
        c.next = c.end + (i + 1 < count ? 1 : 0);
        words.candidates.push_back(c);
    }
    return words;
}

}  // namespace

TEST_CASE("no other lines have fewer demerits: all are tried", "[text][fit][property]") {
    std::mt19937 random(7);
    int compared = 0;
    for (int round = 0; round < 300; ++round) {
        const auto words = random_words(random, 9);
        const double measure = 10;
        FitRules rules;
        rules.justify = rules.hyphens_first = true;
        rules.max_hyphens_in_a_row = 9;
        rules.limits.space_least = 0.5;
        rules.limits.space_most = 2.5;
        const auto inner = words.candidates.size() - 1;
        double best = 1e99;
        for (std::uint32_t set = 0; set < (1U << inner); ++set) {
            Ends tried;
            for (std::uint32_t i = 0; i < inner; ++i)
                if (set >> i & 1U) tried.push_back(i);
            tried.push_back(static_cast<std::uint32_t>(inner));
            best = std::min(best, sum_of(words, tried, measure, rules.limits));
        }
        if (best >= 1e99) continue;
        ++compared;
        CHECK(sum_of(words, ends(words, {measure}, rules), measure, rules.limits) == Approx(best));
    }
    CHECK(compared > 50);
}
