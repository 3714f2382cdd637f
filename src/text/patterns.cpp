// text/patterns.cpp: Liang's patterns in a hash table that is keyed by their letters.
#include "text/patterns.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"

namespace precis::text {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325U, kPrime = 0x100000001B3U;  // FNV-1a, 64 bits

std::uint64_t with(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * kPrime;
}
std::uint64_t finished(std::uint64_t hash) {
    return hash == 0 ? 1 : hash;
}
std::string_view next_line(std::string_view& text) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

}  // namespace

std::optional<Patterns> Patterns::read(const std::string& file) {
    if (file.find_first_of("/=") != std::string::npos || file.find("NEXTLEVEL") != std::string::npos)
        return std::nullopt;
    std::string_view rest = file;
    const auto encoding = next_line(rest);
    Patterns patterns;
    patterns.utf8_ = encoding == "UTF-8";
    if (!patterns.utf8_ && encoding != "ISO8859-1") return std::nullopt;
    const auto lines = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n')) + 1;
    patterns.slots_.resize(std::bit_ceil(lines * 2));
    patterns.levels_.reserve(rest.size());
    while (!rest.empty()) {
        const auto line = next_line(rest);
        const bool directive =
            line.empty() || line.front() == '%' || line.front() == '#' || line.find("HYPHEN") != std::string_view::npos;
        if (!directive) patterns.add(line);
    }
    return patterns;
}

void Patterns::add(std::string_view pattern) {
    Slot slot;
    slot.levels = static_cast<std::uint32_t>(levels_.size());
    std::uint64_t hash = kSeed;
    levels_.push_back(0);
    for (const char c : pattern) {
        if (base::is_digit(c)) {
            levels_.back() = static_cast<std::uint8_t>(c - '0');
        } else {
            hash = with(hash, c);
            levels_.push_back(0);
            ++slot.length;
        }
    }
    slot.hash = finished(hash);
    longest_ = std::max<std::size_t>(longest_, slot.length);
    auto at = slot.hash & (slots_.size() - 1);
    while (slots_[at].hash != 0 && slots_[at].hash != slot.hash) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
}

const Patterns::Slot* Patterns::find(std::uint64_t hash) const {
    for (auto at = hash & (slots_.size() - 1); slots_[at].hash != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash) return &slots_[at];
    }
    return nullptr;
}

std::vector<bool> Patterns::divisions(std::string_view word) const {
    std::string text = ".";
    text.append(word);
    text += '.';
    std::vector<std::uint8_t> highest(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint64_t hash = kSeed;
        for (std::size_t n = 1; n <= longest_ && i + n <= text.size(); ++n) {
            hash = with(hash, text[i + n - 1]);
            const auto* slot = find(finished(hash));
            if (!slot || slot->length != n) continue;
            for (std::size_t k = 0; k <= n; ++k) highest[i + k] = std::max(highest[i + k], levels_[slot->levels + k]);
        }
    }
    std::vector<bool> divides(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) divides[i] = highest[i + 2] % 2 == 1;
    return divides;
}

}  // namespace precis::text
