#include "build/record/sentence_diff.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"

namespace precis::build {
namespace {

using publish::TargetRecord;

struct Line {
    std::string page, text, key;              // key: with plain spaces
    std::optional<std::size_t> partner = {};  // in the other edition: the same sentence, or one that is reworded
    bool same = false;
};
using Lines = std::vector<Line>;

std::string key_of(std::string text) {
    for (const std::string_view space : {"\u00a0", "\u202f"})
        for (std::size_t at = 0; (at = text.find(space, at)) != std::string::npos;) text.replace(at, space.size(), " ");
    return text;
}

void add(Lines& lines, const std::string& page, const std::string& text) {
    lines.push_back({page, text, key_of(text)});
}

Lines lines_of(const TargetRecord& target) {
    Lines lines;
    for (const auto& texts : target.texts)
        for (const auto& sentence : texts.sentences) add(lines, texts.page, sentence);
    return lines;
}

/// Sentences with numbers, each once: all that an older record has.
Lines lines_with_numbers(const TargetRecord& target) {
    Lines lines;
    std::map<std::string, bool> known;
    for (const auto& value : target.names)
        for (const auto& place : value.places)
            if (!place.sentence.empty() && known.emplace(place.sentence, true).second)
                add(lines, place.pages.empty() ? std::string() : place.pages.front(), place.sentence);
    return lines;
}

void match_same(Lines& old, Lines& now) {
    std::map<std::string_view, std::vector<std::size_t>> known;  // the last ones first
    for (std::size_t i = old.size(); i-- > 0;) known[old[i].key].push_back(i);
    for (std::size_t j = 0; j < now.size(); ++j) {
        const auto at = known.find(now[j].key);
        if (at == known.end() || at->second.empty()) continue;
        const auto i = at->second.back();
        at->second.pop_back();
        old[i].partner = j, now[j].partner = i;
        old[i].same = now[j].same = true;
    }
}

/// Words, sorted; of scripts without spaces, letters.
std::vector<std::string_view> words_of(const std::string& text) {
    constexpr char32_t kWithoutSpaces = 0x2e80;  // from here on: Chinese and Japanese
    std::vector<std::string_view> words;
    const std::string_view all = text;
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
        if (end > begin) words.push_back(all.substr(begin, end - begin));
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        if (text[i] == ' ' || point.value >= kWithoutSpaces) {
            end_word(i);
            begin = text[i] == ' ' ? i + 1 : i;
            if (text[i] != ' ') end_word(i + point.length), begin = i + point.length;
        }
        i += point.length;
    }
    end_word(text.size());
    std::sort(words.begin(), words.end());
    return words;
}

double likeness(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j])
            ++shared, ++i, ++j;
        else
            ++(a[i] < b[j] ? i : j);
    }
    return a.empty() && b.empty() ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

void match_reworded(Lines& old, Lines& now) {
    constexpr double kAlike = 0.5;
    constexpr std::size_t kMost = 250'000;  // pairs
    struct Left {
        std::size_t index;
        std::vector<std::string_view> words;
    };
    const auto left_of = [](const Lines& lines) {
        std::vector<Left> left;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (!lines[i].partner) left.push_back({i, words_of(lines[i].key)});
        return left;
    };
    const auto a = left_of(old), b = left_of(now);
    struct Pair {
        double likeness;
        std::size_t far, old, now;  // far: how far apart they stand among those that are left
    };
    std::vector<Pair> pairs;
    const bool many = a.size() * b.size() > kMost;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto begin = many ? std::min(i, b.size()) : 0, end = many ? std::min(i + 1, b.size()) : b.size();
        for (std::size_t j = begin; j < end; ++j)
            if (const auto alike = likeness(a[i].words, b[j].words); alike >= kAlike)
                pairs.push_back({alike, i > j ? i - j : j - i, a[i].index, b[j].index});
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
        return x.likeness != y.likeness ? x.likeness > y.likeness : x.far < y.far;
    });
    for (const auto& pair : pairs) {
        if (old[pair.old].partner || now[pair.now].partner) continue;
        old[pair.old].partner = pair.now;
        now[pair.now].partner = pair.old;
    }
}

}  // namespace

std::vector<SentenceChange> sentence_changes(const TargetRecord& before, const TargetRecord& after) {
    const bool all = !before.texts.empty() && !after.texts.empty();
    auto old = all ? lines_of(before) : lines_with_numbers(before);
    auto now = all ? lines_of(after) : lines_with_numbers(after);
    match_same(old, now);
    match_reworded(old, now);
    std::vector<SentenceChange> changes;
    // Before the new line `next`, what was removed behind the old partner of the line before it.
    std::vector<bool> told(old.size());
    const auto tell_removed_from = [&](std::size_t i) {
        for (; i < old.size() && !old[i].partner && !told[i]; ++i) {
            told[i] = true;
            changes.push_back({after.name, {}, old[i].text, {}, old[i].page});
        }
    };
    tell_removed_from(0);
    for (const auto& line : now) {
        if (!line.partner)
            changes.push_back({after.name, line.page, {}, line.text, {}});
        else if (!line.same)
            changes.push_back({after.name, line.page, old[*line.partner].text, line.text, old[*line.partner].page});
        if (line.partner) tell_removed_from(*line.partner + 1);
    }
    return changes;
}

}  // namespace precis::build
