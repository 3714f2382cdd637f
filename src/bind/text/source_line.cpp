// The line under an exhibit: publishers with the numbers of their sources, those behind our own figures apart.
#include "bind/text/source_line.h"

#include <algorithm>

#include "bind/text/prose.h"

namespace precis::bind {
namespace {

constexpr std::string_view kSources = "{sources}";

void merge(std::vector<std::string>& into, const std::vector<std::string>& more) {
    for (const auto& one : more) {
        if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
    }
}

/// Sources of one publisher stand behind its name once.
struct Group {
    std::string name;
    bool title = false;  // a source without a publisher goes by its title
    std::vector<int> numbers;
};

std::vector<Group> groups_of(const Context& context, const std::vector<std::string>& sources) {
    std::vector<Group> groups;
    for (const auto& id : sources) {
        const auto* source = context.values.model().source(id);
        if (source == nullptr) continue;
        const auto name = short_name(context, *source);
        auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.name == name; });
        if (at == groups.end()) at = groups.insert(groups.end(), {name, goes_by_title(context, *source), {}});
        at->numbers.push_back(source_index(context, id));
    }
    return groups;
}

void add_groups(const Context& context, const std::vector<std::string>& sources, std::string_view between,
                doc::Inlines& line) {
    bool first = true;
    for (auto& group : groups_of(context, sources)) {
        if (!first) line.emplace_back(plain(std::string(between)));
        first = false;
        auto words = plain(group.name);
        words.emphasis = group.title;
        line.emplace_back(std::move(words));
        line.emplace_back(doc::Citation{std::move(group.numbers)});
    }
}

}  // namespace

void Origins::add(const Bound& bound) {
    merge(bound.own_analysis ? derived : published, bound.sources);
    own_analysis = own_analysis || bound.own_analysis;
}

std::pair<std::string, std::string> analysis_words(const Context& context) {
    const auto words = context.locale.word("own-analysis-of");
    const auto at = words.find(kSources);
    if (at == std::string::npos) return {words + " ", {}};
    return {words.substr(0, at), words.substr(at + kSources.size())};
}

doc::Inlines source_line(Context& context, const Origins& origins, const std::optional<diag::Text>& more) {
    doc::Inlines line;
    const auto begin = [&](const std::string& words) {
        line.emplace_back(plain(line.empty() ? context.locale.raised(words) : "; " + words));
    };
    add_groups(context, origins.published, "; ", line);
    if (more) {
        if (!line.empty()) line.emplace_back(plain("; "));
        auto added = bind_line(context, *more, kNote);
        line.insert(line.end(), added.begin(), added.end());
    }
    if (!origins.derived.empty()) {
        const auto [before, behind] = analysis_words(context);
        if (!before.empty() || !line.empty()) begin(before);
        add_groups(context, origins.derived, ", ", line);
        if (!behind.empty()) line.emplace_back(plain(behind));
    } else if (origins.own_analysis) {
        begin(context.locale.word("own-analysis"));
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
