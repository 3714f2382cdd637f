// publish/quick_sum.h: XXH64 of bytes that come in pieces. Private to publish.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace precis::publish {

class QuickSum {
  public:
    QuickSum();
    void add(std::string_view bytes);
    /// 16 hexadecimal digits of all that was added.
    [[nodiscard]] std::string digits() const;

  private:
    void block(const char* bytes);
    std::array<std::uint64_t, 4> lanes_;
    std::uint64_t count_ = 0;
    std::string rest_;  // fewer than 32 bytes
};

}  // namespace precis::publish
