// Finds the sentence around each printed number.
#include "bind/ledger.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "bind/numbering/walk.h"

namespace precis::bind {
namespace {

constexpr std::array<std::string_view, 8> kEnds = {". ", "? ", "! ", "… ", ".” ", "。", "？", "！"};

bool may_begin_mark(char byte) {
    return byte == '.' || byte == '?' || byte == '!' || static_cast<unsigned char>(byte) >= 0xE2;
}

/// The sentence of `text` around the byte `at`.
std::string sentence_at(std::string_view text, std::size_t at) {
    // Byte by byte outwards: most bytes begin no mark, and the next mark is near in a long text.
    constexpr std::size_t kLongest = 5;  // bytes of a mark
    std::size_t begin = 0, end = text.size();
    for (auto p = at; p-- > 0 && p + kLongest > begin;)
        if (may_begin_mark(text[p]))
            for (const auto mark : kEnds)
                if (text.substr(p).starts_with(mark) && !text.substr(at).starts_with(mark))
                    begin = std::max(begin, p + mark.size());
    for (auto p = at; p < end; ++p)
        if (may_begin_mark(text[p]))
            for (const auto mark : kEnds)
                if (text.substr(p).starts_with(mark)) end = std::min(end, p + mark.size());
    while (end > begin && text[end - 1] == ' ') --end;
    return std::string(text.substr(begin, end - begin));
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    while (!text.empty()) {
        std::size_t end = text.size();
        for (const auto mark : kEnds)
            if (const auto at = text.find(mark); at != std::string_view::npos) end = std::min(end, at + mark.size());
        auto sentence = text.substr(0, end);
        text.remove_prefix(end);
        while (!sentence.empty() && sentence.back() == ' ') sentence.remove_suffix(1);
        while (!sentence.empty() && sentence.front() == ' ') sentence.remove_prefix(1);
        if (!sentence.empty()) sentences.emplace_back(sentence);
    }
    return sentences;
}

std::string_view to_string(Printing::Kind kind) {
    switch (kind) {
        case Printing::Kind::text:
            return "text";
        case Printing::Kind::tile:
            return "tile";
        case Printing::Kind::exhibit:
            return "exhibit";
        case Printing::Kind::claim:
            return "claim";
    }
    return {};
}

void find_sentences(Ledger& ledger, const std::vector<vocabulary::Part>& parts,
                    const std::vector<vocabulary::SectionPiece>& pieces) {
    std::multimap<std::pair<std::size_t, std::size_t>, Printing*> without;  // a sentence, by the bytes of their places
    for (auto& printing : ledger.printings)
        if (printing.sentence.empty()) without.emplace(std::pair(printing.where.begin, printing.where.end), &printing);
    const auto fill_in = [&](doc::Inlines& inlines) {
        std::string text;
        diag::Span where;
        std::vector<std::pair<std::size_t, const doc::Words*>> bound;
        for (const auto& part : inlines) {
            if (const auto* reference = std::get_if<doc::Reference>(&part)) text += reference->text;
            const auto* words = std::get_if<doc::Words>(&part);
            if (words == nullptr) continue;
            if (!where) where = words->span;
            if (words->bound) bound.emplace_back(text.size(), words);
            text += words->text;
        }
        for (const auto& [at, words] : bound) {
            auto [next, end] = without.equal_range({words->span.begin, words->span.end});
            for (; next != end; ++next) {
                auto& printing = *next->second;
                if (printing.sentence.empty() && printing.where == words->span)
                    printing.sentence = sentence_at(text, at);
            }
        }
        if (!text.empty()) ledger.texts.push_back({std::move(text), where});
    };
    const Visitor visitor{fill_in, [](doc::Exhibit&) {}};
    walk(ledger.document, parts, pieces, visitor);
    for (auto& note : ledger.document.footnotes) walk(note, visitor);
}

}  // namespace precis::bind
