// text/divide.cpp: the places at which a word may be divided, and the widths of its parts.
// A part is shaped again only if glyphs of the whole word depend on both sides of the cut (ligatures, kerning).
#include <glib.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/shaper.h"
#include "text/shaper_words.h"

namespace precis::text {
namespace {

double width_of(const Shaped& shaped, std::size_t clusters) {
    double width = 0;
    for (std::size_t i = 0; i < clusters; ++i) width += shaped.clusters[i].advance;
    return width;
}

/// Whether the word has letters and marks only, and no capital inside: addresses, names in code, compounds with a hyphen
/// and names such as PyTorch are not divided. A word all in capitals is.
bool plain_letters(std::string_view text) {
    bool small = false, inner_capital = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = base::code_point_at(text, i);
        if (!g_unichar_isalpha(c.value) && !g_unichar_ismark(c.value)) return false;
        small = small || g_unichar_islower(c.value);
        inner_capital = inner_capital || (i > 0 && g_unichar_isupper(c.value));
        i += c.length;
    }
    return !text.empty() && !(small && inner_capital);
}

/// The word without the punctuation at its ends, as bytes [begin, end).
std::pair<std::size_t, std::size_t> core(std::string_view text) {
    std::size_t begin = text.size(), end = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = base::code_point_at(text, i);
        if (g_unichar_isalnum(c.value) || g_unichar_ismark(c.value)) {
            begin = std::min(begin, i);
            end = i + c.length;
        }
        i += c.length;
    }
    return {std::min(begin, end), end};
}

/// The longest part between apostrophes: "foundation" of "foundation’s" and "organisation" of "l’organisation".
std::pair<std::size_t, std::size_t> without_apostrophes(std::string_view text, std::size_t begin, std::size_t end) {
    std::pair<std::size_t, std::size_t> longest{begin, begin};
    for (auto at = begin; at <= end;) {
        const auto curly = std::min(text.find("\u2019", at), end), straight = std::min(text.find('\'', at), end);
        const auto stop = std::min(curly, straight);
        if (stop - at > longest.second - longest.first) longest = {at, stop};
        at = stop + (curly < straight ? std::string_view("\u2019").size() : 1);
    }
    return longest;
}

}  // namespace

std::size_t without_space_behind(const Shaped& shaped) {
    const auto& clusters = shaped.clusters;
    const bool space = clusters.size() > 1 && shaped.text.back() == ' ' && clusters.back().bytes == 1;
    return clusters.size() - (space ? 1 : 0);
}

HyphenPoint Shaper::divided(Words& words, const Shaped& shaped, std::uint32_t byte) {
    HyphenPoint point;
    point.byte = byte;
    const auto after = std::upper_bound(shaped.clusters.begin(), shaped.clusters.end(), byte,
                                        [](std::uint32_t at, const ShapedCluster& c) { return at < c.begin; });
    const auto cluster = static_cast<std::size_t>(after - shaped.clusters.begin()) - 1;
    point.cluster = static_cast<std::uint32_t>(cluster);
    if (shaped.clusters[cluster].begin != byte || shaped.clusters[cluster].unsafe) {
        point.left = &shape(words, shaped.text.substr(0, byte));
        point.right = &shape(words, shaped.text.substr(byte));
        point.left_width = width_of(*point.left, point.left->clusters.size());
        point.right_width = width_of(*point.right, without_space_behind(*point.right));
    }
    return point;
}

const std::vector<HyphenPoint>& Shaper::hyphens(Words& words, const Shaped& given) {
    auto& shaped = *words.known.find(given.text)->second;
    if (shaped.hyphens_known) return shaped.hyphens;
    shaped.hyphens_known = true;
    const auto whole = core(shaped.text);
    const auto [begin, end] = without_apostrophes(shaped.text, whole.first, whole.second);
    const auto word = shaped.text.substr(begin, end - begin);
    if (!plain_letters(word)) return shaped.hyphens;
    for (const auto at : hyphenator_.points(word, words.style.language))
        shaped.hyphens.push_back(divided(words, shaped, static_cast<std::uint32_t>(begin + at)));
    return shaped.hyphens;
}

}  // namespace precis::text
