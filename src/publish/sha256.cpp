// SHA-256 by nettle, of bytes in memory and of files piece by piece; and when files changed.
#include <nettle/sha2.h>
#include <sys/stat.h>

#include <array>
#include <ctime>
#include <fstream>

#include "publish/manifest.h"
#include "publish/publish.h"
#include "publish/quick_sum.h"

namespace precis::publish {
namespace {

class Sum {
  public:
    Sum() { sha256_init(&context_); }
    void add(std::string_view bytes) {
        sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    }
    std::string hexadecimal() {
        std::array<std::uint8_t, SHA256_DIGEST_SIZE> sum{};
        sha256_digest(&context_, sum.size(), sum.data());
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string text;
        for (const auto byte : sum) {
            text += kDigits[byte >> 4];
            text += kDigits[byte & 15];
        }
        return text;
    }

  private:
    sha256_ctx context_{};
};

}  // namespace

std::string sha256(std::string_view bytes) {
    Sum sum;
    sum.add(bytes);
    return sum.hexadecimal();
}

ManifestFile manifest_file(std::string path, std::string_view bytes) {
    return {std::move(path), sha256(bytes), bytes.size(), quick_sum(bytes)};
}

std::optional<ManifestFile> manifest_file_at(std::string path, const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    Sum sum;
    QuickSum quick;
    ManifestFile out;
    out.path = std::move(path);
    std::string piece(std::size_t{1} << 16, '\0');
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        sum.add(std::string_view(piece).substr(0, count));
        quick.add(std::string_view(piece).substr(0, count));
        out.bytes += count;
    }
    if (in.bad()) return std::nullopt;
    out.sha256 = sum.hexadecimal();
    out.sum = quick.digits();
    return out;
}

namespace {

long long nanoseconds(const timespec& time) {
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

}  // namespace

long long changed_at(const std::filesystem::path& file) {
    struct stat look {};
    return ::stat(file.c_str(), &look) == 0 ? nanoseconds(look.st_ctim) : 0;
}

long long time_of_files() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);  // from Linux 6.13 on, files have times between the steps of the coarse one
    return nanoseconds(now);
}

}  // namespace precis::publish
