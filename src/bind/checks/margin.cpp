// Wilson's score interval, and its words.
#include "bind/checks/margin.h"

#include <cmath>

#include "base/numbers.h"
#include "diag/codes.h"

namespace precis::bind {

std::optional<double> margin_of(double percent, double n) {
    constexpr double kZ = 1.959963984540054;  // of 95 %
    if (!(percent >= 0 && percent <= 100) || !(n > 0)) return std::nullopt;
    const double p = percent / 100, square = kZ * kZ;
    return 100 * kZ / (1 + square / n) * std::sqrt(p * (1 - p) / n + square / (4 * n * n));
}

std::string margin_words(const Context& context, std::string_view word, double margin) {
    constexpr std::string_view kPoints = "{points}";
    constexpr int kDecimals = 1;
    const auto& locale = context.inputs.locale;
    locale::NumberFormat format;
    format.decimals = kDecimals;
    auto words = locale.word(word);
    const auto at = words.find(kPoints);
    if (at != std::string::npos)
        words.replace(at, kPoints.size(), locale.points(locale.number(base::rounded(margin, kDecimals), format)));
    return words;
}

void report_no_margin(Context& context, const diag::Span& where, const std::string& what) {
    report(context, diag::error(diag::code::bad_value, where, what + " no percentage of a known number of answers",
                                "remove `margin`, or give the numbers their `n`: a key of the facts, or a column `n` "
                                "of the query"));
}

}  // namespace precis::bind
