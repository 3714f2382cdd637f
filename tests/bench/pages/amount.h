// What a report holds, as a file that bench_amount writes and bench_minimal reads: pages of texts and shapes. Bytes as
// they lie in memory, so that reading them costs the minimal program next to nothing.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace bench {

enum class Kind : std::uint32_t { page, text, shape };

struct Color {
    double r = 0, g = 0, b = 0;
};
struct PageSize {
    double width = 0, height = 0;
};
/// A paragraph, a table's cell or a chart's label, in one face; the words follow.
struct Text {
    std::uint32_t face = 0;  // index in the list of faces
    std::uint32_t bytes = 0;
    std::uint32_t lines = 1;  // 1: set without a width
    std::uint32_t justified = 0;
    double size = 0, x = 0, baseline = 0, width = 0;
    Color color;
};
/// A rectangle, line, curve or outline; the steps follow.
struct Shape {
    std::uint32_t steps = 0, filled = 0, stroked = 0, dashed = 0;
    double stroke_width = 0;
    Color fill, stroke;
};
enum class Go : std::uint64_t { move, line, curve, close };
struct Step {
    Go go = Go::close;
    double at[6] = {};
};

class Writer {
  public:
    template <class T>
    void put(const T& value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put_string(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes += text;
    }
    std::string bytes;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : left_(bytes) {}
    bool done() const { return left_.empty(); }
    template <class T>
    T take() {
        T value;
        std::memcpy(&value, take_bytes(sizeof value).data(), sizeof value);
        return value;
    }
    std::string_view take_string() { return take_bytes(take<std::uint32_t>()); }
    std::string_view take_bytes(std::size_t count) {
        const auto taken = left_.substr(0, count);
        left_.remove_prefix(count);
        return taken;
    }

  private:
    std::string_view left_;
};

}  // namespace bench
