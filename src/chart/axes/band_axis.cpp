// chart/axes/band_axis.cpp: which words an axis of categories or periods carries, and how short they are.
// Stage: slots -> BAND AXIS -> canvas.
#include "chart/axes/band_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "chart/canvas/shapes.h"
#include "chart/scales/ticks.h"
#include "chart/scales/time_ticks.h"

namespace precis::chart {
namespace {

constexpr double kTick = 3.5;
constexpr double kDrop = 10.8;  // baseline of the words below the axis
constexpr double kAir = 4;      // between neighbouring words
constexpr std::size_t kFullYears = 6;

constexpr std::size_t kManyYears = 60, kManyDays = 24, kFewTimes = 4, kMostMeasured = 300;
constexpr int kTimeWords = 8;

bool earlier(const doc::Period& a, const doc::Period& b) {
    return a.begin_day < b.begin_day;
}

struct Wish {
    std::size_t slot = 0;
    std::string full, brief;
    bool loud = false;
    bool tick = false;
};

/// A month without its year where the axis stays in one year; else the year is said once and at every January.
std::string month_words(const std::string& printed, bool with_year) {
    const auto space = printed.find("\u00a0");
    return with_year || space == std::string::npos ? printed : printed.substr(0, space);
}

/// "2026", or "2025/26" where the year does not begin in January.
std::string year_words(const CivilDay& day, int year_begins) {
    const int year = day.month < year_begins ? day.year - 1 : day.year;
    return year_begins == 1 ? std::to_string(year) : fmt::format("{}/{:02}", year, (year + 1) % 100);
}

std::string brief_year(const std::string& full, const std::string& printed) {
    return full.find('/') == std::string::npos ? printed : full.substr(2);
}

/// Months since the year's first.
int month_of_year(const CivilDay& day, int year_begins) {
    return (day.month - year_begins + 12) % 12;
}

/// "Q1 2025/26": the locale's words for the quarter with the year that it lies in.
std::string quarter_words(const Canvas& canvas, const CivilDay& day, int year_begins) {
    const std::string year = year_words(day, year_begins);
    const int quarter = month_of_year(day, year_begins) / 3 + 1;
    std::string words = canvas.locale().short_date(fmt::format("{}-Q{}", year.substr(0, 4), quarter));
    const auto at = words.find(year.substr(0, 4));
    return at == std::string::npos ? words : words.replace(at, 4, year);
}

std::string iso(const CivilDay& day, Slots::Kind kind) {
    std::string text = std::to_string(day.year);
    if (kind == Slots::Kind::quarter) return text + "-Q" + std::to_string((day.month - 1) / 3 + 1);
    if (kind == Slots::Kind::month) text += (day.month < 10 ? "-0" : "-") + std::to_string(day.month);
    return text;
}

bool counts(const std::vector<Wish>& all);

/// Times of day among the periods.
bool has_clock(const doc::Chart& chart) {
    return std::any_of(chart.periods.begin(), chart.periods.end(),
                       [](const auto& period) { return period.end_day - period.begin_day < 0.99; });
}

bool loud_slot(const Canvas& canvas, const Slots& slots, std::size_t slot) {
    for (std::size_t i = 0; i < slots.of.size(); ++i)
        if (slots.of[i] == slot && canvas.tones().category_loud(i)) return true;
    return false;
}

std::vector<Wish> wishes(const Canvas& canvas, const doc::Chart& chart, const Slots& slots, Ticks_at ticks) {
    const auto& locale = canvas.locale();
    std::vector<Wish> all;
    const std::size_t n = chart.categories.size();
    const bool clock = has_clock(chart);
    if (slots.kind == Slots::Kind::day && (n > kManyDays || (clock && n > kFewTimes)) &&
        std::is_sorted(chart.periods.begin(), chart.periods.end(), earlier)) {
        // Many days are told by round times, each at the first day that has come to it.
        for (const auto& tick : time_ticks(chart.periods.front().begin_day, chart.periods.back().begin_day, kTimeWords,
                                           chart.year_begins, clock)) {
            const auto at =
                std::lower_bound(chart.periods.begin(), chart.periods.end(), doc::Period{tick.day, tick.day}, earlier);
            const std::string words =
                tick.iso.size() == 4 ? year_words(civil_day(tick.day), chart.year_begins) : locale.short_date(tick.iso);
            all.push_back({static_cast<std::size_t>(at - chart.periods.begin()), words, words, false, true});
        }
        if (!all.empty()) return all;
    }
    const bool timely = slots.kind != Slots::Kind::plain && slots.kind != Slots::Kind::day;
    if (n > kMostMeasured && !timely) {
        for (std::size_t i = 0; i < n; i += n / kMostMeasured + 1)
            all.push_back({i, chart.categories[i], chart.categories[i], false, ticks == Ticks_at::every_word});
        if (!counts(all)) return all;
        // Numbers: the round ones, wherever they stand.
        const long first = std::atol(all.front().full.c_str()), last = std::atol(all.back().full.c_str());
        const auto step = static_cast<long>(
            nice_ticks({static_cast<double>(std::min(first, last)), static_cast<double>(std::max(first, last) + 1)}, 5)
                .step);
        std::vector<Wish> round;
        for (std::size_t i = 0; i < n && step > 0; ++i)
            if (std::atol(chart.categories[i].c_str()) % step == 0 && round.size() < kMostMeasured)
                round.push_back({i, chart.categories[i], chart.categories[i], false, ticks == Ticks_at::every_word});
        return round.empty() ? all : round;
    }
    if (slots.kind == Slots::Kind::plain || slots.kind == Slots::Kind::day) {
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            const std::string words = chart.categories[i];
            const std::string brief = clock && i > 0 ? locale.short_date(chart.category_keys[i]) : words;
            all.push_back({i, clock && i > 0 ? brief : words, brief, canvas.tones().category_loud(i),
                           ticks == Ticks_at::every_word});
        }
        return all;
    }
    // Where the axis spans little more than a year its months or quarters are named, else its years.
    const bool by_year = slots.kind != Slots::Kind::year && slots.count * static_cast<std::size_t>(slots.months()) > 18;
    // Periods of twelve months that begin in April are years of their own without being told so.
    const int begins = slots.kind == Slots::Kind::year ? slots.first_month % 12 + 1 : chart.year_begins;
    // Of very many years the round ones are said.
    const std::size_t years = slots.count * static_cast<std::size_t>(slots.months()) / 12;
    if ((by_year || slots.kind == Slots::Kind::year) && years > kManyYears) {
        const auto step = static_cast<int>(nice_ticks({0, static_cast<double>(years)}, 6).step);
        for (std::size_t slot = 0; slot < slots.count; ++slot) {
            const CivilDay day = slots.begin(slot);
            if (day.year % std::max(step, 1) != 0 || month_of_year(day, begins) >= slots.months()) continue;
            const std::string words = year_words(day, begins);
            all.push_back({slot, words, words, false, true});
        }
        return all;
    }
    const bool sparse = slots.count > 2 * slots.of.size();
    for (std::size_t slot = 0; slot < slots.count; ++slot) {
        const CivilDay day = slots.begin(slot);
        if (by_year && month_of_year(day, begins) >= slots.months()) continue;
        const bool year = by_year || slots.kind == Slots::Kind::year;
        const std::string key = iso(day, by_year ? Slots::Kind::year : slots.kind);
        const bool has_data = std::find(slots.of.begin(), slots.of.end(), slot) != slots.of.end();
        const bool loud = !by_year && (loud_slot(canvas, slots, slot) || (sparse && has_data));
        if (!year && slots.kind == Slots::Kind::month) {
            const bool crosses = slots.begin(0).year != slots.begin(slots.count - 1).year;
            const auto words = month_words(locale.short_date(key), crosses && (slot == 0 || day.month == 1));
            all.push_back({slot, words, words, loud, ticks == Ticks_at::every_word});
            continue;
        }
        const std::string full = year ? year_words(day, begins) : quarter_words(canvas, day, begins);
        all.push_back({slot, full, year ? brief_year(full, locale.short_date(key)) : full, loud,
                       by_year || ticks == Ticks_at::every_word});
    }
    return all;
}

TextLook look_of(const Canvas& canvas, const Wish& wish) {
    return wish.loud ? canvas.strong_look().in(canvas.inks().ink) : canvas.label_look();
}

double widest(Canvas& canvas, const std::vector<Wish>& all, bool brief) {
    double width = 0;
    for (const auto& wish : all)
        width = std::max(width, canvas.measure(brief ? wish.brief : wish.full, look_of(canvas, wish)).width);
    return width;
}

constexpr std::array<std::size_t, 9> kSteps = {1, 2, 5, 10, 20, 50, 100, 200, 500};

bool counts(const std::vector<Wish>& all) {
    return std::all_of(all.begin(), all.end(), [](const Wish& wish) {
        return !wish.full.empty() && wish.full.size() < 9 &&
               wish.full.find_first_not_of("0123456789") == std::string::npos;
    });
}

}  // namespace

BandAxis band_axis(Canvas& canvas, const doc::Chart& chart, const Slots& slots, double step, Ticks_at ticks) {
    const TextLook look = canvas.label_look();
    const auto all = wishes(canvas, chart, slots, ticks);
    BandAxis axis;
    if (all.empty()) return axis;
    const bool timely = slots.kind != Slots::Kind::plain && slots.kind != Slots::Kind::day;
    const bool years = timely && all.front().full != all.front().brief;
    const double pitch = all.size() > 1 ? step * static_cast<double>(all.back().slot - all.front().slot) /
                                              static_cast<double>(all.size() - 1)
                                        : canvas.width();
    const bool brief = years && (all.size() > kFullYears || widest(canvas, all, false) + kAir > pitch);
    const double width = widest(canvas, all, brief);
    const bool breaks = !timely && width + kAir > pitch;
    std::size_t every = 1;
    std::size_t lines = 1;
    std::vector<std::vector<Label>> broken(all.size());
    if (breaks) {
        double broken_width = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            broken[i] = canvas.wrapped(all[i].full, look_of(canvas, all[i]), pitch - kAir);
            lines = std::max(lines, broken[i].size());
            for (const auto& line : broken[i]) broken_width = std::max(broken_width, line.width);
        }
        if (lines > 3 || broken_width + kAir > pitch + 0.1) {
            lines = 1;
            broken.assign(all.size(), {});
            while ((width + kAir) > pitch * static_cast<double>(every) && every < all.size()) ++every;
        }
    } else if (timely) {
        while ((width + kAir) > pitch * static_cast<double>(every) && every < all.size()) ++every;
        if (!years && slots.kind == Slots::Kind::month && every > 1) every = every <= 3 ? 3 : every <= 6 ? 6 : 12;
    }
    // A count that is thinned names round steps, as a scale would, and loses nothing.
    const bool counted = !timely && every > 1 && counts(all);
    if (counted) {
        const auto enough = [&](std::size_t round) { return round >= every || round == kSteps.back(); };
        every = *std::find_if(kSteps.begin(), kSteps.end(), enough);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& wish = all[i];
        AxisWord word{wish.slot, std::move(broken[i]), wish.tick};
        // Thinned years keep the steps from the last one, which is the one that is read; months those of the quarters.
        const bool months = timely && !years;
        const bool round = counted && std::atol(wish.full.c_str()) % static_cast<long>(every) == 0;
        const bool kept = counted ? round : months ? i % every == 0 : (all.size() - 1 - i) % every == 0;
        if (kept && word.lines.empty()) {
            const bool in_full =
                !brief || axis.words.empty() || (wish.loud && i + 1 == all.size() && ticks == Ticks_at::every_word);
            word.lines.push_back(canvas.measure(in_full ? wish.full : wish.brief, look_of(canvas, wish)));
        }
        if (!kept && !timely && !counted && slots.of.size() <= kMostMeasured) canvas.dropped(wish.full);
        if (kept || (wish.tick && !months)) axis.words.push_back(std::move(word));
    }
    axis.height = kDrop * canvas.unit() + canvas.row_of(look) * static_cast<double>(lines - 1) + look.size * 0.25;
    return axis;
}

void draw_axis_word(Canvas& canvas, const AxisWord& word, const AxisPlace& place, double x) {
    const double baseline = place.baseline;
    if (word.tick)
        canvas.add(Layer::rims, stroked(polyline({{x, baseline}, {x, baseline + kTick}}), canvas.inks().ink, 0.75));
    double y = baseline + kDrop * canvas.unit();
    for (const auto& line : word.lines) {
        const double half = line.width / 2;
        const double center =
            std::clamp(x, std::min(half, canvas.width() - half), std::max(half, canvas.width() - half));
        canvas.offer(line, {center, y}, Anchor::center, place.height + 0.5);
        y += canvas.row_of(canvas.label_look());
    }
}

}  // namespace precis::chart
