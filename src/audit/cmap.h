// audit/cmap.h: CMaps, from codes to CIDs or to Unicode. Private to audit.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::audit {

struct CMap {
    struct Space {  // codes of so many bytes, each byte within its bounds
        std::size_t bytes = 0;
        std::uint32_t low = 0, high = 0;
    };
    struct Range {
        std::uint32_t low = 0, high = 0, cid = 0;
    };
    std::vector<Space> spaces;
    std::vector<Range> cids;
    std::map<std::uint32_t, std::u32string> unicode;
    std::string registry, ordering;
    std::optional<int> supplement, writing_mode;
    std::vector<std::string> uses;  // CMaps that it builds on
    std::uint32_t highest_cid = 0;

    std::optional<std::uint32_t> cid(std::uint32_t code) const;
    /// A string's codes; a byte that begins none counts as a code of the shortest length.
    std::vector<std::uint32_t> codes(std::string_view text) const;
};

[[nodiscard]] CMap parse_cmap(const std::string& bytes);
[[nodiscard]] CMap identity_cmap();
/// One of the CMaps that every reader has.
[[nodiscard]] bool is_predefined_cmap(const std::string& name);

}  // namespace precis::audit
