// The line under an exhibit: publishers with the numbers of their sources; those behind our own numbers come last.
#include "bind/text/source_line.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "bind/checks/note_use.h"
#include "bind/text/prose.h"
#include "bind/text/typography.h"
#include "bind/values/age.h"
#include "bind/values/id_list.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

constexpr std::string_view kSources = "{sources}", kDate = "{date}";

/// The sources of one publisher and age: its name is printed once, with all their numbers.
struct Group {
    std::string name;
    std::string age;     // of old sources
    bool title = false;  // the name is a source's title
    std::vector<int> numbers;
};

std::vector<Group> groups_of(const Context& context, const std::vector<std::string>& sources) {
    std::vector<Group> groups;
    for (const auto& id : sources) {
        const auto* source = context.values.model().source(id);
        if (source == nullptr) continue;
        const auto name = short_name(context, *source);
        const auto age = age_note(context, *source);
        auto at = std::find_if(groups.begin(), groups.end(),
                               [&](const Group& group) { return group.name == name && group.age == age; });
        if (at == groups.end()) at = groups.insert(groups.end(), {name, age, goes_by_title(context, *source), {}});
        at->numbers.push_back(source_index(context, id));
    }
    return groups;
}

void add_groups(const Context& context, const std::vector<std::string>& sources, std::string_view separator,
                doc::Inlines& line) {
    bool first = true;
    for (auto& group : groups_of(context, sources)) {
        if (!first) line.emplace_back(plain(std::string(separator)));
        first = false;
        auto words = plain(group.name);
        words.emphasis = group.title;
        line.emplace_back(std::move(words));
        if (!group.age.empty()) line.emplace_back(plain(" (" + group.age + ")"));
        line.emplace_back(doc::Citation{std::move(group.numbers)});
    }
}

/// Whether a text has the form of an id: one word of small letters, digits and hyphens.
bool is_id(std::string_view text) {
    return !text.empty() && base::is_lower(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return base::is_lower(c) || base::is_digit(c) || c == '-';
    });
}

/// An id that no source has would be printed as a word.
void unknown_id(Context& context, const diag::Text& id) {
    std::vector<std::string> ids;
    for (const auto& source : context.values.model().sources) ids.push_back(source.id);
    const auto near = base::nearest(id.text, ids);
    report(context, diag::error(diag::code::unknown_source, id.span, "no source is called “" + id.text + "”",
                                near ? base::did_you_mean(*near)
                                     : "write a source's id, or words with a capital, as in “Counted by hand”"));
}

}  // namespace

std::string age_note(const Context& context, const data::SourceRecord& source) {
    if (source.because.empty() || !is_stale(source, context.inputs.target.date)) return {};
    const auto& locale = context.inputs.locale;
    auto words = locale.word("data-as-of");
    const auto at = words.find(kDate);
    if (at != std::string::npos) words.replace(at, kDate.size(), locale.date(source.date));
    return words;
}

bool goes_by_title(const Context& context, const data::SourceRecord& source) {
    return source.publisher.empty() || source.publisher == "own count" ||
           source.publisher == context.inputs.locale.word("own-count");
}

std::string short_name(const Context& context, const data::SourceRecord& source) {
    const auto& locale = context.inputs.locale;
    return typographic(locale.of_data(goes_by_title(context, source) ? source.title : source.publisher), locale);
}

void Origins::add(const Bound& bound) {
    add_new(bound.own_analysis ? derived : published, bound.sources);
    own_analysis = own_analysis || bound.own_analysis;
    add_new(set, bound.set);
}

std::pair<std::string, std::string> analysis_words(const Context& context) {
    const auto words = context.inputs.locale.word("own-analysis-of");
    const auto at = words.find(kSources);
    if (at == std::string::npos) return {words + " ", {}};
    return {words.substr(0, at), words.substr(at + kSources.size())};
}

doc::Inlines source_line(Context& context, Origins origins, const std::optional<diag::Text>& more) {
    if (more && context.values.model().source(more->text) != nullptr) {
        note_citation(context, more->text, more->span);
        add_new(origins.published, {more->text});
        return source_line(context, std::move(origins), std::nullopt);
    }
    if (more && is_id(more->text)) unknown_id(context, *more);
    doc::Inlines line;
    const auto begin = [&](const std::string& words) {
        line.emplace_back(plain(line.empty() ? context.inputs.locale.raised(words) : "; " + words));
    };
    add_groups(context, origins.published, "; ", line);
    if (more) {
        if (!line.empty()) line.emplace_back(plain("; "));
        auto added = bind_line(context, *more, kAttribution);
        line.insert(line.end(), added.begin(), added.end());
    }
    if (!origins.derived.empty()) {
        const auto [before, behind] = analysis_words(context);
        if (!before.empty() || !line.empty()) begin(before);
        add_groups(context, origins.derived, ", ", line);
        if (!behind.empty()) line.emplace_back(plain(behind));
    } else if (origins.own_analysis) {
        begin(context.inputs.locale.word("own-analysis"));
    }
    if (!origins.set.empty()) {
        auto names = context.inputs.locale.word("set-for-build") + ": ";
        for (const auto& name : origins.set) names += (&name == &origins.set.front() ? "" : ", ") + name;
        begin(names);
    }
    return line;
}

std::string origin_words(const Context& context, const Bound& bound) {
    std::string names;
    for (const auto& group : groups_of(context, bound.sources)) names += (names.empty() ? "" : ", ") + group.name;
    if (!bound.own_analysis || names.empty()) return names;
    const auto [before, behind] = analysis_words(context);
    return before + names + behind;
}

}  // namespace precis::bind
