// Each word sets one field of the format; a later word wins over an earlier one.
#include "bind/values/format.h"

#include <array>
#include <string>

#include "base/nearest.h"
#include "bind/values/codes.h"

namespace precis::bind {
namespace {

constexpr std::array<std::string_view, 20> kWords = {
    "compact", "words",   "ordinal", "signed", "abs",    "unit", "nounit", "percent", "number", "date",
    "month",   "quarter", "year",    "text",   "period", "n",    "source", "detail",  "symbol", "nocite"};

bool set(Format& format, std::string_view word) {
    if (word.size() == 3 && word.substr(1) == "dp" && word[0] >= '0' && word[0] <= '6') {
        format.decimals = word[0] - '0';
    } else if (word == "compact") {
        format.compact = true;
    } else if (word == "words") {
        format.words = true;
    } else if (word == "ordinal") {
        format.ordinal = true;
    } else if (word == "signed") {
        format.signed_always = true;
    } else if (word == "abs") {
        format.absolute = true;
    } else if (word == "unit") {
        format.unit = true;
    } else if (word == "nounit") {
        format.no_unit = true;
    } else if (word == "symbol") {
        format.symbol = true;
    } else if (word == "nocite") {
        format.no_citation = true;
    } else if (word == "percent") {
        format.read = Format::Read::percent;
    } else if (word == "number") {
        format.read = Format::Read::number;
    } else if (word == "date") {
        format.read = Format::Read::date;
    } else if (word == "month") {
        format.read = Format::Read::month;
    } else if (word == "quarter") {
        format.read = Format::Read::quarter;
    } else if (word == "year") {
        format.read = Format::Read::year;
    } else if (word == "text") {
        format.read = Format::Read::text;
    } else if (word == "period") {
        format.of = Format::Of::period;
    } else if (word == "n") {
        format.of = Format::Of::n;
    } else if (word == "source") {
        format.of = Format::Of::source;
    } else if (word == "detail") {
        format.of = Format::Of::detail;
    } else {
        return false;
    }
    return true;
}

}  // namespace

Format read_format(const std::vector<Placed>& words, diag::Diagnostics& diagnostics) {
    Format format;
    if (!words.empty()) format.span = words.front().span;
    for (const auto& word : words) {
        if (set(format, word.text)) continue;
        std::vector<std::string> known(kWords.begin(), kWords.end());
        for (char digit = '0'; digit <= '6'; ++digit) known.push_back(std::string(1, digit) + "dp");
        const auto nearest = base::nearest(word.text, known);
        diagnostics.push_back(
            diag::error(code::unknown_format, word.span, "“" + word.text + "” is not a format",
                        nearest ? "did you mean “" + *nearest + "”?"
                                : "write words such as 0dp … 6dp, compact, words, signed, unit, period, detail"));
    }
    return format;
}

Format read_format(const diag::Text& text, diag::Diagnostics& diagnostics) {
    std::vector<Placed> words;
    for (std::size_t at = 0; at < text.text.size();) {
        const auto begin = text.text.find_first_not_of(" \n\t", at);
        if (begin == std::string::npos) break;
        const auto end = std::min(text.text.find_first_of(" \n\t", begin), text.text.size());
        words.push_back({text.text.substr(begin, end - begin), text.at(begin, end)});
        at = end;
    }
    return read_format(words, diagnostics);
}

}  // namespace precis::bind
