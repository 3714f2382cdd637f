// Signs that several scripts share, after the property Script_Extensions of Unicode 15: those of script Common or
// Inherited, and of their scripts those that have a name here. Han, kana and Arabic signs are dealt with by block.
#include "text/shared_signs.h"

#include <algorithm>

namespace precis::text {
namespace {

struct Row {
    char32_t first, last;
    std::string_view scripts;
};
constexpr Row kRows[] = {
    {0x0342, 0x0342, "Grek"},
    {0x0345, 0x0345, "Grek"},
    {0x0363, 0x036F, "Latn"},
    {0x0485, 0x0486, "Cyrl Latn"},
    {0x0951, 0x0952, "Deva Beng Gujr Guru Knda Latn Mlym Orya Taml Telu"},
    {0x0964, 0x0965, "Deva Beng Gujr Guru Knda Mlym Orya Sinh Taml Telu"},
    {0x10FB, 0x10FB, "Geor Latn"},
    {0x1802, 0x1803, "Mong"},
    {0x1805, 0x1805, "Mong"},
    {0x1CD0, 0x1CD0, "Deva Beng Knda"},
    {0x1CD1, 0x1CD1, "Deva"},
    {0x1CD2, 0x1CD2, "Deva Beng Knda"},
    {0x1CD3, 0x1CD4, "Deva"},
    {0x1CD5, 0x1CD6, "Deva Beng"},
    {0x1CD7, 0x1CD7, "Deva"},
    {0x1CD8, 0x1CD8, "Deva Beng"},
    {0x1CD9, 0x1CD9, "Deva"},
    {0x1CDA, 0x1CDA, "Deva Knda Mlym Orya Taml Telu"},
    {0x1CDB, 0x1CE0, "Deva"},
    {0x1CE1, 0x1CE1, "Deva Beng"},
    {0x1CE2, 0x1CE9, "Deva"},
    {0x1CEA, 0x1CEA, "Deva Beng"},
    {0x1CEB, 0x1CEC, "Deva"},
    {0x1CED, 0x1CED, "Deva Beng"},
    {0x1CEE, 0x1CF1, "Deva"},
    {0x1CF2, 0x1CF2, "Deva Beng Knda Orya Telu"},
    {0x1CF3, 0x1CF3, "Deva"},
    {0x1CF4, 0x1CF4, "Deva Knda"},
    {0x1CF5, 0x1CF6, "Deva Beng"},
    {0x1CF7, 0x1CF7, "Beng"},
    {0x1CF8, 0x1CF9, "Deva"},
    {0x1DC0, 0x1DC1, "Grek"},
    {0x1DF8, 0x1DF8, "Cyrl Syrc"},
    {0x1DFA, 0x1DFA, "Syrc"},
    {0x20F0, 0x20F0, "Deva Latn"},
    {0x2E43, 0x2E43, "Cyrl"},
    {0xA700, 0xA707, "Latn"},
    {0xA830, 0xA832, "Deva Gujr Guru Knda Mlym"},
    {0xA833, 0xA835, "Deva Gujr Guru Knda"},
    {0xA836, 0xA839, "Deva Gujr Guru"},
    {0xA92E, 0xA92E, "Latn Mymr"},
    {0xFD3E, 0xFD3F, "Arab Nkoo"},
};

}  // namespace

std::string_view scripts_sharing(char32_t c) {
    if (c < kRows[0].first) return {};
    const auto* const row =
        std::lower_bound(std::begin(kRows), std::end(kRows), c, [](const Row& a, char32_t b) { return a.last < b; });
    return row != std::end(kRows) && c >= row->first ? row->scripts : std::string_view();
}

}  // namespace precis::text
