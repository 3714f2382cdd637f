#include "build/compare/diff_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/phrases.h"
#include "build/compare/divide.h"

namespace precis::build {
namespace {

bool has_numbers(const NumberChange& change) {
    return change.from && change.to && *change.from != *change.to && !change.before.empty() && !change.after.empty();
}

/// The step that the change owes most to.
const CauseStep* main_step(const NumberChange& change) {
    const double whole = *change.to - *change.from;
    const CauseStep* main = nullptr;
    for (const auto& step : change.steps)
        if (step.amount * whole > 0 && (main == nullptr || std::abs(step.amount) > std::abs(main->amount)))
            main = &step;
    return main;
}

std::string_view reason_of(Cause cause) {
    switch (cause) {
        case Cause::source_lost:
            return "a source was lost";
        case Cause::source_replaced:
            return "its sources are others";
        case Cause::new_period:
            return "the period is a new one";
        case Cause::changed_query:
            return "the method is another";
        case Cause::revised_value:
            return "its data were revised";
        case Cause::changed_data:
            return "its data are others";
        case Cause::set_for_build:
            return "it was set for the build";
        case Cause::unknown:
        case Cause::added:
        case Cause::removed:
            return "the text is another";
    }
    return {};
}

std::string verb_of(const NumberChange& change) {
    if (*change.from > 0 && *change.to < 0) return "turned";
    if (*change.from < 0 && *change.to > 0) return "turned";
    return *change.to > *change.from ? "rose" : "fell";
}

std::size_t count_of(const EditionDiff& diff, Cause cause) {
    return static_cast<std::size_t>(std::count_if(diff.numbers.begin(), diff.numbers.end(), [&](const auto& change) {
        return std::find(change.causes.begin(), change.causes.end(), cause) != change.causes.end();
    }));
}

/// The first reasons, and how many more there are.
std::string shortened(const std::vector<std::string>& why) {
    constexpr std::size_t kShown = 2, kLongest = 90;
    if (why.empty()) return {};
    auto text = why.front();
    std::size_t shown = 1;
    if (why.size() >= kShown && text.size() + why[1].size() < kLongest) {
        text += "; " + why[1];
        shown = kShown;
    }
    return why.size() > shown ? fmt::format("{}; and {} more", text, why.size() - shown) : text;
}

}  // namespace

CauseKind kind_of(Cause cause) {
    switch (cause) {
        case Cause::source_lost:
        case Cause::source_replaced:
            return CauseKind::source;
        case Cause::new_period:
            return CauseKind::period;
        case Cause::changed_query:
            return CauseKind::method;
        case Cause::set_for_build:
            return CauseKind::set;
        case Cause::changed_data:
        case Cause::unknown:
            return CauseKind::data;
        case Cause::revised_value:
        case Cause::added:
        case Cause::removed:
            break;
    }
    return CauseKind::revised;
}

std::string words_of(const std::vector<Cause>& causes) {
    std::vector<std::string> words;
    for (const auto cause : causes)
        words.emplace_back(cause == Cause::changed_query ? "changed method" : to_string(cause));
    return base::enumerated(words);
}

std::string shown_name(const NumberChange& change) {
    if (!change.label.empty()) return change.label;
    auto name = change.name;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
    return name;
}

std::vector<CauseCount> cause_counts(const EditionDiff& diff) {
    const bool lost = count_of(diff, Cause::source_lost) > 0, replaced = count_of(diff, Cause::source_replaced) > 0;
    std::vector<CauseCount> counts{{CauseKind::source,
                                    lost && replaced ? "Source lost or replaced"
                                    : replaced       ? "Source replaced"
                                                     : "Source lost",
                                    {},
                                    0},
                                   {CauseKind::period, "New period", {}, 0},
                                   {CauseKind::method, "Changed method", {}, 0},
                                   {CauseKind::revised, "Revised value", {}, 0}};
    if (count_of(diff, Cause::set_for_build) > 0) counts.push_back({CauseKind::set, "Set for the build", {}, 0});
    if (count_of(diff, Cause::changed_data) + count_of(diff, Cause::unknown) > 0)
        counts.push_back({CauseKind::data, "Changed data", {}, 0});
    for (auto& count : counts) {
        std::vector<std::string> why;
        for (const auto& change : diff.numbers) {
            const bool counts_here = std::any_of(change.causes.begin(), change.causes.end(), [&](Cause cause) {
                return cause != Cause::added && cause != Cause::removed && kind_of(cause) == count.kind;
            });
            if (!counts_here) continue;
            ++count.numbers;
            for (std::size_t i = 0; i < std::min(change.why.size(), change.why_of.size()); ++i)
                if (kind_of(change.why_of[i]) == count.kind &&
                    std::find(why.begin(), why.end(), change.why[i]) == why.end())
                    why.push_back(change.why[i]);
        }
        if (count.numbers == 0)
            count.line = "no number";
        else
            count.line = shortened(why);
    }
    return counts;
}

std::string title_of(const EditionDiff& diff) {
    if (diff.numbers.empty())
        return diff.sentences.empty() ? "No number and no sentence is different"
                                      : base::counted(diff.sentences.size(), "sentence") +
                                            (diff.sentences.size() == 1 ? " is" : " are") + " different, no number is";
    const auto& first = diff.numbers.front();
    const auto name = shown_name(first);
    if (!has_numbers(first)) {
        if (first.before.empty()) return fmt::format("{} is new: {}", name, first.after);
        if (first.after.empty()) return fmt::format("{} is not printed any more", name);
        return first.before == first.after ? fmt::format("{}: {}", name, first.change)
                                           : fmt::format("{} was {} and is {}", name, first.before, first.after);
    }
    const bool in_parts = name.find(", ") != std::string::npos;
    auto title =
        fmt::format("{}{} {} from {} to {}", name, in_parts ? "," : "", verb_of(first), first.before, first.after);
    const auto* main = first.steps.empty() ? nullptr : main_step(first);
    if (main != nullptr)
        title +=
            fmt::format(", {}because {}", first.steps.size() > 1 ? "mostly " : "", reason_of(main->causes.front()));
    else if (first.causes.size() == 1 && first.causes.front() != Cause::unknown)
        title += fmt::format(", because {}", reason_of(first.causes.front()));
    return title;
}

std::string standfirst_of(const EditionDiff& diff) {
    if (diff.empty()) return "Both editions print the same.";
    auto text = fmt::format("{} and {} differ.", base::counted(diff.numbers.size(), "number"),
                            base::counted(diff.sentences.size(), "sentence"));
    if (!diff.numbers.empty() && diff.numbers.front().steps.size() > 1) {
        const auto& first = diff.numbers.front();
        const auto amounts = printed_amounts(first);
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < amounts.size(); ++i)
            parts.push_back(fmt::format("{} by {}", amounts[i], words_of(first.steps[i].causes)));
        text += fmt::format(" The largest change has {} steps: {}.", amounts.size(), base::enumerated(parts));
    }
    const auto added = count_of(diff, Cause::added), removed = count_of(diff, Cause::removed);
    if (added > 0) text += fmt::format(" {} {} new.", base::counted(added, "number"), added == 1 ? "is" : "are");
    if (removed > 0)
        text +=
            fmt::format(" {} {} not printed any more.", base::counted(removed, "number"), removed == 1 ? "is" : "are");
    return text;
}

}  // namespace precis::build
