// audit/cmap.h: CMaps, which map character codes to CIDs or to Unicode. Private to audit.
// Stage: a CMap's bytes -> CMAP -> font rules. Broken parts are skipped: the font rules then find codes without a CID.
// Source: ISO 32000-1:2008, 9.7.5 and 9.10.3; Adobe Technical Note 5014.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::audit {

struct CMap {
    struct Space {  // a code space range: the number of bytes, and the bounds of each byte
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
    std::vector<std::string> uses;  // names of the CMaps that it extends (usecmap)
    std::uint32_t highest_cid = 0;

    std::optional<std::uint32_t> cid(std::uint32_t code) const;
    /// The codes of a string; bytes outside all code spaces count as a code of the shortest length.
    std::vector<std::uint32_t> codes(std::string_view text) const;
};

[[nodiscard]] CMap parse_cmap(const std::string& bytes);
/// Identity-H: two bytes, each code its own CID.
[[nodiscard]] CMap identity_cmap();
/// Whether it is the name of a predefined CMap.
/// Source: ISO 32000-1:2008, table 118.
[[nodiscard]] bool is_predefined_cmap(const std::string& name);

}  // namespace precis::audit
