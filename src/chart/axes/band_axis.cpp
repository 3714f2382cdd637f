// chart/axes/band_axis.cpp: chooses the words of an axis of categories or periods: all, the round ones, or each n-th.
// Stage: slots -> BAND AXIS -> canvas. First every word that the axis would like, then as many as have room.
#include "chart/axes/band_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "chart/canvas/shapes.h"
#include "chart/canvas/short_names.h"
#include "chart/scales/ticks.h"
#include "chart/scales/time_ticks.h"

namespace precis::chart {
namespace {

constexpr double kTick = 3.5;          // docs/design/looks.md#charts
constexpr double kDrop = 10.8;         // from the axis to the baseline of its words, in units of the canvas
constexpr double kAir = 4;             // between neighbouring words
constexpr double kTightAir = 2.5;      // between names that must be cut
constexpr std::size_t kMostLines = 3;  // of a broken category

// Numbers of words from which an axis prints fewer or shorter ones; all by eye.
constexpr std::size_t kFullYears = 6;                              // more years are short after the first: ’25
constexpr std::size_t kManyYears = 60;                             // more years: the round ones only
constexpr std::size_t kManyDays = 24, kFewTimes = 4;               // more days, more times of day: round ones only
constexpr int kTimeWords = 8, kRoundYears = 6, kRoundNumbers = 5;  // round words that are asked for
constexpr std::size_t kShortMonths =
    18;  // an axis up to this long names its months or quarters, a longer one its years
constexpr std::size_t kMostMeasured = 300;  // categories; more are thinned out before they are measured
// A thinned axis of numbers names multiples of one of these.
constexpr std::array<std::size_t, 9> kRoundSteps = {1, 2, 5, 10, 20, 50, 100, 200, 500};

bool earlier(const doc::Period& a, const doc::Period& b) {
    return a.begin_day < b.begin_day;
}

/// A word that a slot would carry.
struct Wish {
    std::size_t slot = 0;
    std::string full, brief;
    bool loud = false;
    bool tick = false;
    std::optional<double> day{};  // where a line's axis is time: the place of the word, not of a category
};

/// The axis whose words are chosen.
struct Axis {
    const Canvas& canvas;
    const doc::Chart& chart;
    const Slots& slots;
    AxisTicks ticks;

    const locale::Locale& locale() const { return canvas.locale(); }
    bool every_tick() const { return ticks == AxisTicks::every_word; }
    bool timely() const { return slots.kind != Slots::Kind::plain && slots.kind != Slots::Kind::day; }
    std::size_t months() const { return slots.count * static_cast<std::size_t>(slots.months()); }
};

/// The printed month, with its year if asked.
std::string month_words(const std::string& printed, bool with_year) {
    return with_year ? printed : without_year(printed);
}

/// "2026", or "2025/26" where the year does not begin in January.
std::string year_words(const CivilDay& day, int year_begins) {
    const int year = day.month < year_begins ? day.year - 1 : day.year;
    return year_begins == 1 ? std::to_string(year) : fmt::format("{}/{:02}", year, (year + 1) % 100);
}

std::string brief_year(const std::string& full, const std::string& printed) {
    return full.find('/') == std::string::npos ? printed : full.substr(2);
}

/// Months since the first month of the year.
int month_of_year(const CivilDay& day, int year_begins) {
    return (day.month - year_begins + 12) % 12;
}

/// The locale's words for a quarter: "Q1", or "Q1 2025/26" with the year that it belongs to.
std::string quarter_words(const Canvas& canvas, const CivilDay& day, int year_begins, bool with_year) {
    const std::string year = year_words(day, year_begins);
    const int quarter = month_of_year(day, year_begins) / 3 + 1;
    const std::string iso = fmt::format("{}-Q{}", year.substr(0, 4), quarter);
    std::string words = with_year ? canvas.locale().date(iso) : canvas.locale().short_date(iso);
    const auto at = words.find(year.substr(0, 4));
    return at == std::string::npos ? words : words.replace(at, 4, year);
}

std::string iso(const CivilDay& day, Slots::Kind kind) {
    std::string text = std::to_string(day.year);
    if (kind == Slots::Kind::quarter) return text + "-Q" + std::to_string((day.month - 1) / 3 + 1);
    if (kind == Slots::Kind::month) text += (day.month < 10 ? "-0" : "-") + std::to_string(day.month);
    return text;
}

/// Whether some periods are shorter than a day.
bool has_clock(const doc::Chart& chart) {
    return std::any_of(chart.periods.begin(), chart.periods.end(),
                       [](const auto& period) { return period.end_day - period.begin_day < 0.99; });
}

bool loud_slot(const Axis& axis, std::size_t slot) {
    for (std::size_t i = 0; i < axis.slots.of.size(); ++i)
        if (axis.slots.of[i] == slot && axis.canvas.tones().category_loud(i)) return true;
    return false;
}

/// Whether each period begins where the one before it ends, or after a weekend: a date between two others needs no
/// word.
bool follow_each_other(const std::vector<doc::Period>& periods) {
    constexpr long long kMonday = 3, kFriday = 4;  // 1970-01-01 was a Thursday
    const auto apart = [](const doc::Period& a, const doc::Period& b) {
        const bool friday =
            a.end_day - a.begin_day == 1 && (static_cast<long long>(a.begin_day) + kMonday) % 7 == kFriday;
        return b.begin_day != a.end_day && !(friday && b.begin_day - a.end_day == 2);
    };
    return periods.size() > 1 && std::adjacent_find(periods.begin(), periods.end(), apart) == periods.end();
}

/// Whether all words are whole numbers of up to eight digits.
bool are_counts(const std::vector<Wish>& wishes) {
    return std::all_of(wishes.begin(), wishes.end(), [](const Wish& wish) {
        return !wish.full.empty() && wish.full.size() < 9 &&
               wish.full.find_first_not_of("0123456789") == std::string::npos;
    });
}

bool has_many_times(const Axis& axis) {
    const std::size_t count = axis.chart.categories.size();
    return count > kManyDays || (has_clock(axis.chart) && count > kFewTimes);
}

/// The round days or times of an axis of days: each stands at its own day under lines, under columns at the first
/// category that is not earlier. Empty if the axis has no days in their order.
std::vector<Wish> round_times(const Axis& axis) {
    const auto& periods = axis.chart.periods;
    const bool clock = has_clock(axis.chart);
    if (axis.slots.kind != Slots::Kind::day || !std::is_sorted(periods.begin(), periods.end(), earlier)) return {};
    std::vector<Wish> wishes;
    for (const auto& tick :
         time_ticks(periods.front().begin_day, periods.back().begin_day, kTimeWords, axis.chart.year_begins, clock)) {
        const auto at = std::lower_bound(periods.begin(), periods.end(), doc::Period{tick.day, tick.day}, earlier);
        const CivilDay day = civil_day(tick.day);
        const bool with_year = wishes.empty() || day.month == 1;  // of quarters, which are printed without it
        const std::string words = tick.iso.size() == 4 ? year_words(day, axis.chart.year_begins)
                                  : tick.iso.find('Q') != std::string::npos && with_year
                                      ? quarter_words(axis.canvas, day, axis.chart.year_begins, true)
                                      : axis.locale().short_date(tick.iso);
        wishes.push_back({static_cast<std::size_t>(at - periods.begin()), words, words, false, true, tick.day});
    }
    return wishes;
}

/// Too many categories to measure: the round numbers if they are numbers, else each n-th.
std::vector<Wish> sampled_categories(const Axis& axis) {
    const auto& categories = axis.chart.categories;
    const std::size_t count = categories.size();
    std::vector<Wish> sampled;
    for (std::size_t i = 0; i < count; i += count / kMostMeasured + 1)
        sampled.push_back({i, categories[i], categories[i], false, axis.every_tick()});
    if (!are_counts(sampled)) return sampled;
    const long first = std::atol(sampled.front().full.c_str()), last = std::atol(sampled.back().full.c_str());
    const Interval range{static_cast<double>(std::min(first, last)), static_cast<double>(std::max(first, last) + 1)};
    const auto step = static_cast<long>(nice_ticks(range, kRoundNumbers).step);
    std::vector<Wish> round;
    for (std::size_t i = 0; i < count && step > 0; ++i)
        if (std::atol(categories[i].c_str()) % step == 0 && round.size() < kMostMeasured)
            round.push_back({i, categories[i], categories[i], false, axis.every_tick()});
    return round.empty() ? sampled : round;
}

/// "2026-W07" or "2026-04-20", as weeks and days stand in data.
bool is_week_or_day(const std::string& key) {
    return (key.size() == 8 && key[5] == 'W') || key.size() == 10;
}

/// Every category; of times of day, the date is printed with the first one only; of weeks and days, the year with the
/// first of it.
std::vector<Wish> every_category(const Axis& axis) {
    const auto& chart = axis.chart;
    const bool clock = has_clock(chart);
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const bool follows = i > 0 && i < chart.category_keys.size();
        const bool in_year = follows && !chart.periods.empty() && is_week_or_day(chart.category_keys[i]) &&
                             chart.category_keys[i - 1].starts_with(chart.category_keys[i].substr(0, 4));
        const std::string words =
            follows && (clock || in_year) ? axis.locale().short_date(chart.category_keys[i]) : chart.categories[i];
        wishes.push_back({i, words, words, axis.canvas.tones().category_loud(i), axis.every_tick()});
    }
    return wishes;
}

/// Very many years: the multiples of a round step.
std::vector<Wish> round_years(const Axis& axis, int year_begins) {
    const std::size_t years = axis.months() / 12;
    int step = 1;
    for (const int next : {2, 5, 10, 20, 50, 100, 200, 500, 1000})
        if (static_cast<int>(years) / step > kRoundYears) step = next;
    std::vector<Wish> wishes;
    for (std::size_t slot = 0; slot < axis.slots.count; ++slot) {
        const CivilDay day = axis.slots.begin(slot);
        if (day.year % std::max(step, 1) != 0 || month_of_year(day, year_begins) >= axis.slots.months()) continue;
        const std::string words = year_words(day, year_begins);
        wishes.push_back({slot, words, words, false, true});
    }
    return wishes;
}

/// A word for each slot of the calendar; with `by_year`, for the first slot of each year only.
std::vector<Wish> calendar_words(const Axis& axis, bool by_year, int year_begins) {
    const Slots& slots = axis.slots;
    const bool sparse = slots.count > 2 * slots.of.size();
    const bool crosses =
        year_words(slots.begin(0), year_begins) != year_words(slots.begin(slots.count - 1), year_begins);
    std::vector<Wish> wishes;
    for (std::size_t slot = 0; slot < slots.count; ++slot) {
        const CivilDay day = slots.begin(slot);
        if (by_year && month_of_year(day, year_begins) >= slots.months()) continue;
        const bool year = by_year || slots.kind == Slots::Kind::year;
        const std::string key = iso(day, by_year ? Slots::Kind::year : slots.kind);
        const bool has_data = std::find(slots.of.begin(), slots.of.end(), slot) != slots.of.end();
        const bool loud = !by_year && (loud_slot(axis, slot) || (sparse && has_data));
        if (!year && slots.kind == Slots::Kind::month) {
            // The year is printed with the first month and with each January, unless all months are of one year.
            const auto words = month_words(axis.locale().short_date(key), crosses && (slot == 0 || day.month == 1));
            wishes.push_back({slot, words, words, loud, axis.every_tick()});
            continue;
        }
        const bool begins = crosses && (slot == 0 || month_of_year(day, year_begins) == 0);
        const std::string full =
            year ? year_words(day, year_begins) : quarter_words(axis.canvas, day, year_begins, begins);
        wishes.push_back({slot, full, year ? brief_year(full, axis.locale().short_date(key)) : full, loud,
                          by_year || axis.every_tick()});
    }
    return wishes;
}

/// The words of an axis whose step the author sets: dates at each so many months, or numbers at multiples of it.
std::vector<Wish> stepped_words(const Axis& axis, int step) {
    const auto& chart = axis.chart;
    const auto& periods = chart.periods;
    std::vector<Wish> wishes;
    if (periods.empty()) return wishes;
    const int begins = step % 12 == 0 || step == 3 ? chart.year_begins - 1 : 0;
    const auto words_of = [&](const CivilDay& day) {
        if (step % 12 == 0) return year_words(day, chart.year_begins);
        if (step % 3 == 0 && axis.slots.kind == Slots::Kind::quarter)
            return quarter_words(axis.canvas, day, chart.year_begins, true);
        return axis.locale().short_date(iso(day, Slots::Kind::month));
    };
    if (axis.timely()) {
        for (std::size_t slot = 0; slot < axis.slots.count; ++slot) {
            const CivilDay day = axis.slots.begin(slot);
            const int month = day.year * 12 + day.month - 1 - begins;
            // A calendar of longer slots has a word at the slot that holds the step.
            if (month % step >= axis.slots.months()) continue;
            wishes.push_back({slot, words_of(day), {}, false, true});
        }
        return wishes;
    }
    if (!std::is_sorted(periods.begin(), periods.end(), earlier)) return wishes;
    const CivilDay first = civil_day(periods.front().begin_day);
    for (int month = (first.year * 12 + first.month - 1 - begins) / step * step + begins;; month += step) {
        const CivilDay day{month / 12, month % 12 + 1, 1};
        const double at = day_number(day);
        if (at > periods.back().begin_day) break;
        if (at < periods.front().begin_day) continue;
        const auto place = std::lower_bound(periods.begin(), periods.end(), doc::Period{at, at}, earlier);
        wishes.push_back({static_cast<std::size_t>(place - periods.begin()), words_of(day), {}, false, true});
    }
    return wishes;
}

/// All words that the axis would print if it had the room.
std::vector<Wish> wishes_of(const Axis& axis) {
    if (auto times = has_many_times(axis) ? round_times(axis) : std::vector<Wish>(); !times.empty()) return times;
    if (axis.chart.categories.size() > kMostMeasured && !axis.timely()) return sampled_categories(axis);
    if (!axis.timely()) return every_category(axis);
    const bool yearly = axis.slots.kind == Slots::Kind::year;
    // Periods of twelve months that begin in April are years from April, even without `year-begins`.
    const int year_begins = yearly ? axis.slots.first_month % 12 + 1 : axis.chart.year_begins;
    const bool by_year = !yearly && axis.months() > kShortMonths;
    if ((by_year || yearly) && axis.months() / 12 > kManyYears) return round_years(axis, year_begins);
    return calendar_words(axis, by_year, year_begins);
}

TextLook look_of(const Canvas& canvas, const Wish& wish) {
    return wish.loud ? canvas.strong_look().in(canvas.inks().ink) : canvas.label_look();
}

double widest(Canvas& canvas, const std::vector<Wish>& wishes, bool brief) {
    double width = 0;
    for (const auto& wish : wishes)
        width = std::max(width, canvas.measure(brief ? wish.brief : wish.full, look_of(canvas, wish)).width);
    return width;
}

/// Which of the words an axis prints, and how.
struct Choice {
    enum class Count { from_first, from_last, at_multiples } count = Count::from_last;
    std::size_t every = 1;
    bool brief = false;          // years after the first are short: ’25
    bool ticks_between = false;  // words that are not printed keep their ticks
    bool names = false;          // a word that is not printed is lost: no neighbours imply it
    std::vector<std::vector<Label>> broken;

    bool keeps(const std::vector<Wish>& wishes, std::size_t i) const {
        switch (count) {
            case Count::from_first:
                return i % every == 0;
            case Count::from_last:
                return (wishes.size() - 1 - i) % every == 0;
            case Count::at_multiples:
                return std::atol(wishes[i].full.c_str()) % static_cast<long>(every) == 0;
        }
        return true;
    }
};

std::size_t each_that_fits(double width, double pitch, std::size_t count) {
    std::size_t every = 1;
    while (width + kAir > pitch * static_cast<double>(every) && every < count) ++every;
    return every;
}

/// Years: all of them while they have room, else those at multiples of 1, 2, 5, 10 …, in full.
Choice chosen_years(const Axis& axis, Canvas& canvas, const std::vector<Wish>& wishes, double pitch) {
    constexpr std::size_t kMostLineYears = 12, kMostRound = 8;  // under lines: all years; round years; by eye
    Choice choice;
    choice.ticks_between = true;
    const double full = widest(canvas, wishes, false), brief = widest(canvas, wishes, true);
    const bool few = !axis.every_tick() || wishes.size() <= kMostLineYears;
    if (wishes.size() <= kFullYears && full + kAir <= pitch) return choice;
    // The first year is printed in full, beside short ones.
    if (few && std::max(brief, (full + brief) / 2) + kAir <= pitch) {
        choice.brief = true;
        return choice;
    }
    const std::size_t most = axis.every_tick() ? kMostRound : wishes.size();
    for (const std::size_t step : kRoundSteps) {
        choice.count = Choice::Count::at_multiples;
        choice.every = step;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) kept += choice.keeps(wishes, i) ? 1U : 0U;
        if (step == 1 || kept > most || full + kAir > pitch * static_cast<double>(step)) continue;
        choice.ticks_between = step == 2;
        if (kept > 1) return choice;
        break;
    }
    // Too few years to hold two round ones: counted back from the last, which readers look for.
    choice = {};
    choice.ticks_between = true;
    choice.brief = wishes.size() > kFullYears || full + kAir > pitch;
    choice.every = each_that_fits(choice.brief ? (full + brief) / 2 : full, pitch, wishes.size());
    return choice;
}

Choice chosen_times(const Axis& axis, Canvas& canvas, const std::vector<Wish>& wishes, double pitch) {
    if (wishes.front().full != wishes.front().brief) return chosen_years(axis, canvas, wishes, pitch);
    Choice choice;
    choice.count = Choice::Count::from_first;
    choice.every = each_that_fits(widest(canvas, wishes, false), pitch, wishes.size());
    if (axis.slots.kind == Slots::Kind::quarter && choice.every > 1) {  // the year under its first quarter
        for (const auto& wish : wishes)
            choice.broken.push_back(canvas.wrapped(wish.full, look_of(canvas, wish), pitch - kAir));
        const bool fit = std::all_of(choice.broken.begin(), choice.broken.end(), [&](const auto& lines) {
            return lines.size() <= 2 && std::all_of(lines.begin(), lines.end(), [&](const Label& line) {
                       return line.width + kAir <= pitch + 0.1;
                   });
        });
        if (fit)
            choice.every = 1;
        else
            choice.broken.clear();
    }
    if (axis.slots.kind == Slots::Kind::month && choice.every > 1)
        choice.every = choice.every <= 3 ? 3 : choice.every <= 6 ? 6 : 12;
    return choice;
}

/// Names on up to three lines, and cut where they must be. Numbers and dates are thinned out instead.
Choice chosen_names(const Axis& axis, Canvas& canvas, const std::vector<Wish>& wishes, double pitch) {
    Choice choice;
    choice.ticks_between = true;
    const auto& categories = axis.chart.categories;
    choice.names = categories.size() <= kMostMeasured;
    if (!choice.names && axis.chart.periods.empty() && !are_counts(wishes)) canvas.names_missing(categories);
    const double width = widest(canvas, wishes, false);
    if (width + kAir <= pitch) return choice;
    double broken_width = 0;
    std::size_t lines = 1;
    for (const auto& wish : wishes) {
        choice.broken.push_back(canvas.wrapped(wish.full, look_of(canvas, wish), pitch - kAir));
        lines = std::max(lines, choice.broken.back().size());
        for (const auto& line : choice.broken.back()) broken_width = std::max(broken_width, line.width);
    }
    if (lines <= kMostLines && broken_width + kAir <= pitch + 0.1) return choice;
    choice.broken.clear();
    const bool counts = are_counts(wishes);
    if (choice.names && !counts && axis.chart.periods.empty()) {
        std::vector<LongName> names;
        for (const auto& wish : wishes) names.push_back({wish.full, look_of(canvas, wish)});
        auto cut = short_names(canvas, names, {pitch - kTightAir, kMostLines});
        if (cut.fits) {
            choice.broken = std::move(cut.lines);
            return choice;
        }
        std::vector<std::string> lost;
        for (const auto& wish : wishes) lost.push_back(wish.full);
        canvas.names_missing(std::move(lost));
        choice.names = false;  // reported by the chart as a whole
    }
    choice.every = each_that_fits(width, pitch, wishes.size());
    if (!counts) return choice;
    // An axis of numbers that is thinned out names round numbers, as a scale would: nothing is lost, so nothing
    // dropped.
    const auto enough = [&](std::size_t round) { return round >= choice.every || round == kRoundSteps.back(); };
    choice.every = *std::find_if(kRoundSteps.begin(), kRoundSteps.end(), enough);
    choice.count = choice.every > 1 ? Choice::Count::at_multiples : choice.count;
    choice.names = choice.names && choice.every == 1;
    return choice;
}

/// Whether the words of uneven days have room side by side, each at its own day of a line's axis.
bool fit_at_their_days(const Axis& axis, Canvas& canvas, const std::vector<Wish>& wishes, double length) {
    const auto& periods = axis.chart.periods;
    const double days = periods.back().begin_day - periods.front().begin_day;
    double end = -1e300;  // of the word before
    for (const auto& wish : wishes) {
        const double at = length * (periods[wish.slot].begin_day - periods.front().begin_day) / days;
        const double half = canvas.measure(wish.full, look_of(canvas, wish)).width / 2;
        if (at - half < end + kAir) return false;
        end = at + half;
    }
    return true;
}

/// A line's axis of uneven days without room for all of them has round days instead, as a scale has.
std::vector<Wish> instead_of_uneven(const Axis& axis, Canvas& canvas, std::vector<Wish> wishes, double length) {
    const auto& periods = axis.chart.periods;
    if (axis.slots.kind != Slots::Kind::day || !axis.every_tick() || wishes.empty() || wishes.front().day ||
        follow_each_other(periods) || !std::is_sorted(periods.begin(), periods.end(), earlier) ||
        !(periods.back().begin_day > periods.front().begin_day) || fit_at_their_days(axis, canvas, wishes, length))
        return wishes;
    auto round = round_times(axis);
    return round.size() > 1 ? round : wishes;
}

}  // namespace

std::string without_year(const std::string& printed) {
    return printed.substr(0, printed.find("\u00a0"));
}

BandAxis band_axis(Canvas& canvas, const doc::Chart& chart, const Slots& slots, double step, AxisTicks ticks) {
    const TextLook look = canvas.label_look();
    const Axis given{canvas, chart, slots, ticks};
    BandAxis axis;
    canvas.names_missing({});
    if (chart.x_axis.step && !is_lying(chart)) {
        for (const auto& wish : stepped_words(given, static_cast<int>(*chart.x_axis.step)))
            axis.words.push_back({wish.slot, {canvas.measure(wish.full, look)}, wish.tick, {}});
        axis.height = kDrop * canvas.unit() + look.size * 0.25;
        return axis;
    }
    const double length = step * static_cast<double>(std::max<std::size_t>(slots.count, 2) - 1);
    const auto wishes = instead_of_uneven(given, canvas, wishes_of(given), length);
    if (wishes.empty()) return axis;
    const double pitch = wishes.size() > 1 ? step * static_cast<double>(wishes.back().slot - wishes.front().slot) /
                                                 static_cast<double>(wishes.size() - 1)
                                           : canvas.width();
    Choice choice =
        given.timely() ? chosen_times(given, canvas, wishes, pitch) : chosen_names(given, canvas, wishes, pitch);
    std::size_t lines = 1;
    for (const auto& broken : choice.broken) lines = std::max(lines, broken.size());
    const bool needed = choice.names && !wishes.front().day && !follow_each_other(chart.periods);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const auto& wish = wishes[i];
        AxisWord word{wish.slot, {}, wish.tick, ticks == AxisTicks::every_word ? wish.day : std::nullopt};
        if (i < choice.broken.size()) word.lines = std::move(choice.broken[i]);
        const bool kept = choice.keeps(wishes, i);
        if (kept && word.lines.empty()) {
            const bool in_full = !choice.brief || axis.words.empty() ||
                                 (wish.loud && i + 1 == wishes.size() && ticks == AxisTicks::every_word);
            word.lines.push_back(canvas.measure(in_full ? wish.full : wish.brief, look_of(canvas, wish)));
        }
        if (!kept && needed) canvas.dropped(wish.full);
        if (kept || (wish.tick && choice.ticks_between)) axis.words.push_back(std::move(word));
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

std::string period_words(const Canvas& canvas, const doc::Chart& chart, const Slots& slots, std::size_t category) {
    const bool year = slots.kind == Slots::Kind::year;
    if (!year && slots.kind != Slots::Kind::quarter) return {};
    const auto day = slots.begin(slots.of[category]);
    return year ? year_words(day, chart.year_begins) : quarter_words(canvas, day, chart.year_begins, true);
}

}  // namespace precis::chart
