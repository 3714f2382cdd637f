// bind/values/reader_units.h: numbers in the units of a reader (`units:` of an audience), and the words of units in
// texts. Conditions, claims and queries see the numbers of the data; only what is printed is converted.
//
// A converted number has as many digits as the number of the data tells: its last digit stands for about as much, and
// it has at least two significant ones. Pure. Source of the factors: vocabulary/measures.h.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bind/values/value.h"
#include "diag/diagnostic.h"
#include "spec/briefing.h"
#include "vocabulary/measures.h"

namespace precis::bind {

/// From a unit of the data to one of the reader.
struct Conversion {
    double factor = 1, offset = 0;              // factor * number + offset is the converted number
    std::string unit;                           // as the reader's audience has it: "miles", "people per sq mi"
    const vocabulary::Measure* from = nullptr;  // whose spellings texts may have: of the number, else of its "per"
    std::string word;                           // in place of these spellings

    [[nodiscard]] double number(double value) const { return factor * value + offset; }
    bool operator==(const Conversion&) const = default;
};

/// The conversion of a unit; nullopt if the audience reads it as it is. A change of degrees is not known from a
/// temperature, so a computed temperature (`computed`) is not converted.
[[nodiscard]] std::optional<Conversion> conversion_of(const spec::Audience& audience, const std::string& unit,
                                                      bool computed);
[[nodiscard]] std::optional<Conversion> conversion_of(const spec::Audience& audience, const Bound& bound);
/// The value in the reader's unit: number, interval, decimals and unit.
[[nodiscard]] Bound converted(Bound bound, const Conversion& conversion);
/// The value for this reader; unchanged without an audience or a conversion.
[[nodiscard]] Bound for_reader(const spec::Audience* audience, const Bound& bound);
/// The decimals of converted numbers, the largest of which is `size`, whose source prints `decimals`.
[[nodiscard]] int converted_decimals(double size, int decimals, const Conversion& conversion);

/// Whether a text begins with the unit, behind spaces or a hyphen.
[[nodiscard]] bool begins_with_unit(std::string_view text, const Conversion& conversion);
/// The text with the reader's unit in place of the one that it begins with; unchanged if it begins with none.
[[nodiscard]] std::string with_unit_of_reader(std::string_view text, const Conversion& conversion);

/// The exhibit with the reader's units in the words of its author, its stated units included; the measures whose words
/// were replaced are added to `replaced`.
[[nodiscard]] spec::Exhibit in_units_of_reader(spec::Exhibit exhibit, const spec::Audience& audience,
                                               std::vector<const vocabulary::Measure*>& replaced);
/// A text with the reader's units in place of the author's, but behind figures and bindings. `replaced`: as above.
void put_units_of_reader(diag::Text& text, const spec::Audience& audience,
                         std::vector<const vocabulary::Measure*>& replaced);

/// The warning that a number keeps its unit.
[[nodiscard]] diag::Diagnostic not_converted(const Bound& bound, diag::Span where, const std::string& why,
                                             std::string remedy);

}  // namespace precis::bind
