// The bytes before the first line break are kept until it comes, or until there are too many of them.
#include "cli/mcp/lines.h"

#include <unistd.h>

#include <cerrno>

namespace precis::cli::mcp {

bool Lines::gather() {
    char buffer[1 << 16];
    for (;;) {
        const auto count = ::read(from_, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            ended_ = true;
            return false;
        }
        bytes_.append(buffer, static_cast<std::size_t>(count));
        if (bytes_.size() > kLongest && bytes_.find('\n') == std::string::npos) {
            bytes_.clear();
            skipping_ = true;
        }
        return true;
    }
}

std::optional<Lines::Line> Lines::next() {
    const auto end = bytes_.find('\n');
    if (end == std::string::npos && (!ended_ || (bytes_.empty() && !skipping_))) return std::nullopt;
    Line line{bytes_.substr(0, end), skipping_};
    bytes_.erase(0, end == std::string::npos ? end : end + 1);
    skipping_ = false;
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    if (line.too_long) line.text.clear();
    return line;
}

}  // namespace precis::cli::mcp
