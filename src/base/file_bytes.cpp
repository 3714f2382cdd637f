#include "base/file_bytes.h"

#include <algorithm>
#include <fstream>

namespace precis::base {

std::optional<std::string> file_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    constexpr std::uintmax_t kLeast = 1 << 16, kMost = 1 << 24;  // bytes read at once
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);  // one more, so that the end is seen at once
    const auto step = static_cast<std::size_t>(failed ? kLeast : std::clamp(size + 1, std::uintmax_t{1}, kMost));
    std::string bytes;
    while (in) {
        const auto had = bytes.size();
        bytes.resize(had + step);
        in.read(bytes.data() + had, static_cast<std::streamsize>(step));
        bytes.resize(had + static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return std::nullopt;
    return bytes;
}

}  // namespace precis::base
