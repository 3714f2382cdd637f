// Source: Y. Collet, "xxHash fast digest algorithm" (doc/xxhash_spec.md of xxHash 0.8), XXH64.
#include "publish/quick_sum.h"

#include <bit>
#include <cstring>
#include <fstream>

#include "publish/manifest.h"

namespace precis::publish {
namespace {

constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87, kPrime2 = 0xC2B2AE3D27D4EB4F, kPrime3 = 0x165667B19E3779F9,
                        kPrime4 = 0x85EBCA77C2B2AE63, kPrime5 = 0x27D4EB2F165667C5;
constexpr std::size_t kBlock = 32;

std::uint64_t word_at(const char* bytes, std::size_t count = 8) {
    std::uint64_t word = 0;  // little-endian
    std::memcpy(&word, bytes, count);
    return word;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
    return std::rotl(lane + word * kPrime2, 31) * kPrime1;
}

}  // namespace

QuickSum::QuickSum() : lanes_{kPrime1 + kPrime2, kPrime2, 0, 0 - kPrime1} {}

void QuickSum::block(const char* bytes) {
    for (std::size_t i = 0; i < 4; ++i) lanes_[i] = mixed(lanes_[i], word_at(bytes + 8 * i));
}

void QuickSum::add(std::string_view bytes) {
    count_ += bytes.size();
    if (!rest_.empty()) {
        const auto more = std::min(kBlock - rest_.size(), bytes.size());
        rest_.append(bytes.substr(0, more));
        bytes.remove_prefix(more);
        if (rest_.size() < kBlock) return;
        block(rest_.data());
        rest_.clear();
    }
    for (; bytes.size() >= kBlock; bytes.remove_prefix(kBlock)) block(bytes.data());
    rest_.append(bytes);
}

std::string QuickSum::digits() const {
    auto sum = kPrime5;
    if (count_ >= kBlock) {
        sum = std::rotl(lanes_[0], 1) + std::rotl(lanes_[1], 7) + std::rotl(lanes_[2], 12) + std::rotl(lanes_[3], 18);
        for (const auto lane : lanes_) sum = (sum ^ mixed(0, lane)) * kPrime1 + kPrime4;
    }
    sum += count_;
    const char* at = rest_.data();
    std::size_t left = rest_.size();
    for (; left >= 8; at += 8, left -= 8) sum = std::rotl(sum ^ mixed(0, word_at(at)), 27) * kPrime1 + kPrime4;
    if (left >= 4) {
        sum = std::rotl(sum ^ word_at(at, 4) * kPrime1, 23) * kPrime2 + kPrime3;
        at += 4, left -= 4;
    }
    for (; left > 0; ++at, --left) sum = std::rotl(sum ^ word_at(at, 1) * kPrime5, 11) * kPrime1;
    sum = (sum ^ sum >> 33) * kPrime2;
    sum = (sum ^ sum >> 29) * kPrime3;
    sum ^= sum >> 32;
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[sum >> shift & 15];
    return text;
}

std::string quick_sum(std::string_view bytes) {
    QuickSum sum;
    sum.add(bytes);
    return sum.digits();
}

std::optional<std::string> quick_sum_of(const std::filesystem::path& file, std::size_t& bytes) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    QuickSum sum;
    std::string piece(std::size_t{1} << 16, '\0');
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        sum.add(std::string_view(piece).substr(0, count));
        bytes += count;
    }
    if (in.bad()) return std::nullopt;
    return sum.digits();
}

}  // namespace precis::publish
