// chart/canvas/letters.cpp: measures the ink of all names once for each chart, so that all rows have one height.
// Stage: doc::Chart -> LETTERS -> canvas.
#include "chart/canvas/letters.h"

#include <algorithm>
#include <string>

namespace precis::chart {
namespace {

// Limits of time: names beyond them are fitted one by one when they are measured as labels.
constexpr std::size_t kMostMeasured = 300;  // names
constexpr std::size_t kLongest = 400;       // bytes of a name
constexpr double kSize = 100;               // points at which ink is measured
// Rows of Latin letters, in shares of the size: depth under the baseline, leading, air between two boxes.
constexpr double kBelow = 0.2, kRow = 1.28, kAir = 0.12;

struct Measuring {
    const scene::Face& face;
    text::Setter& setter;
    Letters letters;
    std::size_t measured = 0;

    void add(const std::string& text) {
        if (measured == kMostMeasured || text.size() > kLongest || is_latin(text)) return;
        ++measured;
        text::Run run;
        run.text = text;
        run.face = face;
        run.size = kSize;
        const auto line = setter.set_line(run);
        if (!line.has_value()) return;  // reported when the label itself is measured
        for (const auto& piece : line.value().runs) {
            const base::Rect ink = setter.fonts().ink(piece);
            letters.rise = std::max(letters.rise, -(ink.y + piece.origin.y) / kSize);
            letters.drop = std::max(letters.drop, (ink.bottom() + piece.origin.y) / kSize);
        }
    }
};

}  // namespace

bool is_latin(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0xD4) continue;  // below U+0500, or a continuation byte
        // U+2000 to U+2BFF: punctuation, currencies, arrows, signs and shapes.
        if (lead != 0xE2 || i + 1 >= text.size() || static_cast<unsigned char>(text[i + 1]) >= 0xB0) return false;
    }
    return true;
}

Letters letters_of(const doc::Chart& chart, const scene::Face& face, text::Setter& setter) {
    Measuring measuring{face, setter, {}};
    for (const auto& name : chart.categories) measuring.add(name);
    for (const auto& detail : chart.category_details) measuring.add(detail);
    for (const auto& series : chart.series) measuring.add(series.name);
    for (const auto& channel : chart.extra)
        for (const auto& value : channel.values)
            if (row_of(chart.form).flows && !value.number) measuring.add(value.text);
    auto& letters = measuring.letters;
    if (measuring.measured == 0) return {};
    const double below = std::max(kBelow, letters.drop);
    letters.row = std::max(1.0, (letters.rise + below + kAir) / kRow);
    return letters;
}

}  // namespace precis::chart
