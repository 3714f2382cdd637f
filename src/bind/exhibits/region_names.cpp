#include "bind/exhibits/region_names.h"

#include <algorithm>

#include "base/latin.h"
#include "base/nearest.h"

namespace precis::bind {
namespace {

/// The text as it is compared: words without case, accents and signs, run together.
std::string folded(std::string_view text) {
    std::string out, word;
    const auto finish = [&] {
        if (word == "st") word = "saint";
        if (word != "the") out += word;
        word.clear();
    };
    auto plain = base::without_accents(text);
    for (const std::string_view apostrophe : {"’", "‘"})
        for (std::size_t at; (at = plain.find(apostrophe)) != std::string::npos;) plain.erase(at, apostrophe.size());
    for (const char c : plain) {
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            word += c;
        else if (c == '&')
            finish(), word = "and", finish();
        else if (c != '.' && c != '\'')
            finish();
    }
    finish();
    return out;
}

/// Figures alone, with the zeros before them that codes have: 4 is 004.
std::string padded(const std::string& text) {
    constexpr std::size_t kFigures = 3;
    const bool figures = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return figures && text.size() < kFigures ? std::string(kFigures - text.size(), '0') + text : text;
}

}  // namespace

RegionNames::RegionNames(const data::Outline& outline) : outline_(outline) {
    for (std::size_t r = 0; r < outline.regions.size(); ++r) {
        const auto& region = outline.regions[r];
        add(region.name, r);
        for (const auto& code : region.codes) add(code, r);
        for (const auto& other : region.others) add(other, r);
    }
}

void RegionNames::add(const std::string& text, std::size_t region) {
    if (text.empty()) return;
    exact_.emplace(text, region);
    const auto [known, fresh] = folded_.emplace(folded(text), region);
    if (!fresh && known->second != region) known->second.reset();
}

std::optional<std::size_t> RegionNames::find(const std::string& text) const {
    const auto wanted = outline_.world ? padded(text) : text;
    if (const auto at = exact_.find(wanted); at != exact_.end()) return at->second;
    const auto at = folded_.find(folded(wanted));
    return at != folded_.end() && !at->first.empty() ? at->second : std::nullopt;
}

const data::NamedView* RegionNames::view(const std::string& text) const {
    const auto wanted = folded(text);
    for (const auto& view : outline_.views)
        if (folded(view.name) == wanted) return &view;
    return nullptr;
}

bool RegionNames::is_code(std::size_t region, const std::string& text) const {
    const auto& codes = outline_.regions[region].codes;
    const auto wanted = folded(padded(text));
    return std::any_of(codes.begin(), codes.end(), [&](const auto& code) { return folded(code) == wanted; });
}

std::optional<std::string> RegionNames::nearest(const std::string& text, bool views) const {
    constexpr std::size_t kShortest = 4;  // shorter words are codes, which are near to one another
    if (text.size() < kShortest && outline_.world) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& region : outline_.regions) known.push_back(region.name);
    if (views)
        for (const auto& view : outline_.views) known.push_back(view.name);
    if (const auto name = base::nearest(text, known)) return name;
    known.clear();
    for (const auto& region : outline_.regions)
        for (const auto& other : region.others)
            if (other.size() >= kShortest) known.push_back(other);
    return base::nearest(text, known);
}

}  // namespace precis::bind
