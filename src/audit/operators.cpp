// The table of operators of content streams.
// Source: ISO 32000-1:2008, annex A.
#include "audit/content.h"

namespace precis::audit {

Operator operator_kind(std::string_view word) {
    using enum Operator;
    static const std::map<std::string_view, Operator> kKinds = [] {
        std::map<std::string_view, Operator> kinds = {{"q", save},
                                                      {"Q", restore},
                                                      {"BT", begin_text},
                                                      {"ET", end_text},
                                                      {"Tj", show},
                                                      {"'", show},
                                                      {"\"", show},
                                                      {"TJ", show_array},
                                                      {"Tf", font},
                                                      {"Tr", rendering},
                                                      {"sh", shading},
                                                      {"Do", object},
                                                      {"EI", inline_image},
                                                      {"cs", color_space},
                                                      {"CS", color_space},
                                                      {"rg", device_color},
                                                      {"RG", device_color},
                                                      {"g", device_color},
                                                      {"G", device_color},
                                                      {"k", device_color},
                                                      {"K", device_color},
                                                      {"scn", pattern_color},
                                                      {"SCN", pattern_color},
                                                      {"gs", state},
                                                      {"ri", intent},
                                                      {"BMC", begin_mark},
                                                      {"BDC", begin_mark_with},
                                                      {"EMC", end_mark}};
        for (const auto* word_of : {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}) kinds[word_of] = paint;
        for (const auto* word_of : {"w",  "J",  "j",  "M",  "d",  "i",  "cm", "m",  "l",  "c",  "v",  "y",
                                    "h",  "re", "n",  "W",  "W*", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD",
                                    "Tm", "T*", "d0", "d1", "sc", "SC", "BI", "ID", "MP", "DP", "BX", "EX"})
            kinds[word_of] = other;
        return kinds;
    }();
    const auto kind = kKinds.find(word);
    return kind == kKinds.end() ? unknown : kind->second;
}

}  // namespace precis::audit
