// Marks of one text have numbers, so that the runs of each are found; entries are found by their folded headings.
#include "bind/text/index_marks.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/blank.h"
#include "bind/text/markdown.h"
#include "bind/text/typography.h"
#include "diag/codes.h"
#include "locale/terms.h"

namespace precis::bind {
namespace {

/// A mark as it is gathered from the runs of its words.
struct Marked {
    std::string words, heading;
    diag::Span span;
    std::vector<doc::Words*> runs;
};

struct Heading {
    std::string main, sub;
    bool bad = false;
};

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Parts a written heading at its slash; "//" is a slash of the words.
Heading parted(std::string_view written) {
    Heading heading;
    auto* into = &heading.main;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] != '/') {
            *into += written[i];
        } else if (written.substr(i, 2) == "//") {
            *into += '/';
            ++i;
        } else {
            heading.bad = heading.bad || into == &heading.sub;
            into = &heading.sub;
        }
    }
    const bool has_sub = into == &heading.sub;
    heading.main = trimmed(heading.main), heading.sub = trimmed(heading.sub);
    heading.bad = heading.bad || heading.main.empty() || (has_sub && heading.sub.empty());
    return heading;
}

std::string key_of(const doc::IndexEntry& entry) {
    return locale::folded_term(entry.main) + '\n' + locale::folded_term(entry.sub);
}

/// The anchors of the entry's places begin with its own.
doc::IndexEntry& entry_of(Context& context, doc::IndexEntry wanted) {
    auto& index = context.collected.index;
    const auto [known, fresh] = context.memo.index_entries.emplace(key_of(wanted), index.size());
    if (!fresh) {
        auto& entry = index[known->second];
        // A word that stands in small letters anywhere needs no capital: small letters come later in the alphabet.
        entry.main = std::max(entry.main, wanted.main), entry.sub = std::max(entry.sub, wanted.sub);
        return entry;
    }
    wanted.anchor = "index:" + std::to_string(index.size() + 1);
    index.push_back(std::move(wanted));
    return index.back();
}

bool shows_index(const Context& context) {
    const auto& rules = context.inputs.layout.parts;
    return std::any_of(rules.begin(), rules.end(),
                       [](const auto& rule) { return rule.part == vocabulary::Part::index; });
}

void settle(Context& context, const Marked& mark, bool kept) {
    const auto& locale = context.inputs.locale;
    const auto heading = mark.heading.empty() ? Heading{trimmed(typographic(mark.words, locale)), {}, false}
                                              : parted(typographic(mark.heading, locale));
    if (heading.bad) {
        report(context, diag::error(diag::code::bad_value, mark.span,
                                    "the index has no heading “" + mark.heading +
                                        "”: it has headings and entries below "
                                        "them, each with words",
                                    "write [words](index:Heading) or [words](index:Heading/entry); “//” is a slash"));
        return;
    }
    const bool printed = context.current.part.counted && context.current.printed;
    if (!kept || !printed || on_slides(context) || heading.main.empty()) return;
    const auto& entry = entry_of(context, {heading.main, heading.sub, {}, mark.span});
    if (!shows_index(context)) return;
    const auto anchor = entry.anchor + "/" + std::to_string(++context.collected.used_words);
    for (auto* run : mark.runs) run->use = anchor;
}

}  // namespace

void take_index_marks(Context& context, std::vector<Token>& tokens, bool kept) {
    std::map<std::string, Marked> marks;
    for (auto& token : tokens) {
        auto& words = token.words;
        if (token.kind != Token::Kind::words || !words.link.starts_with(kIndexMark)) continue;
        auto& mark = marks[words.link];
        const auto number_end = words.link.find(':', kIndexMark.size());
        mark.heading = words.link.substr(number_end + 1);
        mark.words += words.text;
        if (!mark.span) mark.span = words.span;
        mark.runs.push_back(&words);
    }
    for (const auto& [link, mark] : marks) {
        for (auto* run : mark.runs) run->link.clear();
        settle(context, mark, kept);
    }
}

std::vector<doc::IndexEntry> sorted_index(const Context& context) {
    auto entries = context.collected.index;
    std::map<std::string, std::string> mains;  // folded -> the form that is printed
    for (const auto& entry : entries) {
        auto& main = mains[locale::folded_term(entry.main)];
        main = std::max(main, entry.main);
    }
    for (auto& entry : entries) entry.main = mains[locale::folded_term(entry.main)];
    const auto& locale = context.inputs.locale;
    std::stable_sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) {
        if (a.main != b.main) {
            if (locale.before(a.main, b.main)) return true;
            if (locale.before(b.main, a.main)) return false;
            return a.main < b.main;
        }
        return locale.before(a.sub, b.sub);
    });
    return entries;
}

}  // namespace precis::bind
