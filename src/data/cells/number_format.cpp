// A code is walked once. Literal text counts only if the whole of it is a currency sign.
#include "data/cells/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "data/cells/number_notation.h"

namespace precis::data {
namespace {

/// The currency of a sign in the country that the number of a language stands for; empty if that does not matter.
std::string currency_in(std::string_view sign, unsigned language) {
    struct Row {
        std::string_view sign;
        unsigned language;
        std::string_view currency;
    };
    constexpr std::array kRows{
        Row{"$", 0x1009, "CAD"},  Row{"$", 0x0C0C, "CAD"},   Row{"$", 0x0C09, "AUD"},  Row{"$", 0x1409, "NZD"},
        Row{"$", 0x0C04, "HKD"},  Row{"$", 0x1004, "SGD"},   Row{"$", 0x080A, "MXN"},  Row{"$", 0x2C0A, "ARS"},
        Row{"$", 0x340A, "CLP"},  Row{"$", 0x240A, "COP"},   Row{"¥", 0x0804, "CNY"},  Row{"￥", 0x0804, "CNY"},
        Row{"¥", 0x0411, "JPY"},  Row{"￥", 0x0411, "JPY"},  Row{"kr", 0x0406, "DKK"}, Row{"kr", 0x0414, "NOK"},
        Row{"kr", 0x041D, "SEK"}, Row{"kr.", 0x0406, "DKK"}, Row{"£", 0x0809, "GBP"},  Row{"Fr.", 0x0807, "CHF"},
    };
    const auto row = std::find_if(kRows.begin(), kRows.end(),
                                  [&](const Row& r) { return r.sign == sign && r.language == language; });
    return row == kRows.end() ? std::string() : std::string(row->currency);
}

class Code {
  public:
    explicit Code(std::string_view code) : code_(code) {}

    NumberFormat read() {
        while (at_ < code_.size() && code_[at_] != ';') take();
        const bool clock_alone = (hours_ || format_.elapsed) && !format_.year && !format_.day;
        if (minutes_ && !clock_alone) format_.month = true;
        format_.clock = hours_ || format_.elapsed;
        settle();
        return format_;
    }

  private:
    void take() {
        const char c = code_[at_];
        if (base::lowered(code_.substr(at_, 7)) == "general") {
            at_ += 7;
            doubtful_ = true;
        } else if (base::lowered(code_.substr(at_, 5)) == "am/pm") {
            at_ += 5;
        } else if (c == '"') {
            const auto end = std::min(code_.find('"', at_ + 1), code_.size());
            literal_ += code_.substr(at_ + 1, end - at_ - 1);
            at_ = end + 1;
        } else if (c == '[') {
            const auto end = std::min(code_.find(']', at_), code_.size());
            take_bracket(code_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
        } else if (c == '\\') {
            literal_ += code_.substr(at_ + 1, 1);
            at_ += 2;
        } else if (c == '_' || c == '*') {
            at_ += 2;
        } else {
            take_sign(c);
            ++at_;
        }
    }

    void take_bracket(std::string_view text) {
        if (text.starts_with('$')) {
            const auto dash = std::min(text.find('-'), text.size());
            sign_ = text.substr(1, dash - 1);
            const auto number = text.substr(std::min(dash + 1, text.size()));
            std::from_chars(number.data(), number.data() + number.size(), language_, 16);
            language_ &= 0xFFFFU;
        } else if (!text.empty() && text.find_first_not_of("hHmMsS") == std::string_view::npos) {
            format_.elapsed = true;
        }
    }

    void take_sign(char c) {
        switch (c) {
            case '%':
                percent_ = true;
                return;
            case '0':
                digits_ = true;
                decimals_ += behind_point_ ? 1 : 0;
                return;
            case '#':
            case '?':
                digits_ = true;
                doubtful_ = doubtful_ || behind_point_;
                return;
            case '.':
                behind_point_ = true;
                return;
            case '/':
                doubtful_ = true;
                return;
            case 'E':
            case 'e':
                doubtful_ = true;
                return;
            case 'y':
            case 'Y':
                format_.year = true;
                return;
            case 'd':
            case 'D':
                format_.day = true;
                return;
            case 'm':
            case 'M':
                minutes_ = true;
                return;
            case 'h':
            case 'H':
            case 's':
            case 'S':
                hours_ = true;
                return;
            case ',':
            case '-':
            case '+':
            case '(':
            case ')':
            case ':':
                return;
            default:
                literal_ += c;
        }
    }

    void settle() {
        if (format_.is_date() || format_.clock) {
            format_.kind = NumberFormat::Kind::moment;
            return;
        }
        if (digits_ && !doubtful_) format_.decimals = decimals_;
        // Fewer digits are months, hours or numbers of a list.
        constexpr std::size_t kLeastPadded = 5, kMostPadded = 18;
        const auto section = code_.substr(0, code_.find(';'));
        if (section.size() >= kLeastPadded && section.size() <= kMostPadded &&
            section.find_first_not_of('0') == std::string_view::npos)
            format_.padded = static_cast<int>(section.size());
        if (percent_) {
            format_.kind = NumberFormat::Kind::percent;
            return;
        }
        const std::string_view sign = without_blanks(sign_.empty() ? literal_ : sign_);
        auto currency = currency_in(sign, language_);
        // "kr" and "¥" are signs of several countries.
        if (currency.empty() && !sign.empty() && sign != "kr" && sign != "¥") currency = currency_of(sign);
        if (currency.empty()) return;
        format_.kind = NumberFormat::Kind::currency;
        format_.currency = std::move(currency);
    }

    std::string_view code_;
    std::size_t at_ = 0;
    NumberFormat format_;
    std::string literal_, sign_;
    unsigned language_ = 0;
    int decimals_ = 0;
    bool percent_ = false, digits_ = false, behind_point_ = false;
    bool doubtful_ = false;                 // the decimals depend on the number
    bool minutes_ = false, hours_ = false;  // an m, which is a month without hours beside it; hours or seconds
};

}  // namespace

NumberFormat number_format(std::string_view code) {
    return Code(code).read();
}

NumberFormat built_in_format(int id) {
    struct BuiltIn {
        int first, last;
        const char* code;
    };
    // 5 to 8, 42 and 44 have the currency of the machine that shows them.
    constexpr std::array<BuiltIn, 26> kFormats{{
        {1, 1, "0"},
        {2, 2, "0.00"},
        {3, 3, "0"},
        {4, 4, "0.00"},
        {5, 6, "0"},
        {7, 8, "0.00"},
        {9, 9, "0%"},
        {10, 10, "0.00%"},
        {14, 15, "yyyy-mm-dd"},
        {16, 16, "d-mmm"},
        {17, 17, "mmm-yy"},
        {18, 21, "hh:mm:ss"},
        {22, 22, "yyyy-mm-dd hh:mm"},
        {27, 31, "yyyy-mm-dd"},
        {32, 35, "hh:mm:ss"},
        {36, 36, "yyyy-mm-dd"},
        {37, 38, "0"},
        {39, 40, "0.00"},
        {41, 42, "0"},
        {43, 44, "0.00"},
        {45, 45, "mm:ss"},
        {46, 46, "[h]:mm:ss"},
        {47, 47, "mm:ss"},
        {50, 54, "yyyy-mm-dd"},
        {55, 56, "hh:mm:ss"},
        {57, 58, "yyyy-mm-dd"},
    }};
    for (const auto& format : kFormats) {
        if (id >= format.first && id <= format.last) return number_format(format.code);
    }
    return {};
}

}  // namespace precis::data
