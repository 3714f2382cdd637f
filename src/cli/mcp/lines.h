// cli/mcp/lines.h: lines of a stream that is polled.
#pragma once
#include <optional>
#include <string>

namespace precis::cli::mcp {

class Lines {
  public:
    static constexpr std::size_t kLongest = std::size_t{16} << 20U;  // bytes; of a longer line nothing is kept

    explicit Lines(int from) : from_(from) {}
    /// Reads what there is; waits if there is nothing. False at the end of the stream, whose last line may lack its
    /// line break.
    bool gather();
    struct Line {
        std::string text;
        bool too_long = false;
    };
    /// The next whole line, without its break; nothing if there is none yet.
    [[nodiscard]] std::optional<Line> next();

  private:
    int from_;
    std::string bytes_;
    bool skipping_ = false, ended_ = false;
};

}  // namespace precis::cli::mcp
