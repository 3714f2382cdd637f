// Cells are counted by what they can be; a type is one that every filled cell can be.
#include "data/tables/column_guess.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/ascii.h"
#include "base/numbers.h"
#include "data/cells/period.h"
#include "data/files/header.h"

namespace precis::data {
namespace {

constexpr long long kExact = 9'007'199'254'740'992;  // 2^53: whole numbers up to here are exact in doubles
constexpr std::size_t kMostWords = 12;               // words for a missing number that a message names

SeenCell seen(const RowSource& rows, std::size_t cell) {
    const auto& at = rows.cells()[cell];
    return {std::string(without_blanks(at.text.substr(0, 80))), at.begin, at.end, rows.line(), rows.place(cell)};
}

void note(std::optional<SeenCell>& first, const RowSource& rows, std::size_t cell) {
    if (!first) first = seen(rows, cell);
}

/// The words of a header, lower-case; "countryId" has two.
std::vector<std::string> words_of(std::string_view header) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < header.size(); ++i) {
        const char c = header[i];
        const bool high = (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (!base::is_letter_or_digit(c) && !high) {
            words.emplace_back();
            continue;
        }
        if (base::is_upper(c) && i > 0 && base::is_lower(header[i - 1])) words.emplace_back();
        words.back() += base::lowered(c);
    }
    std::erase(words, std::string());
    return words;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_exponent(std::string_view text) {
    return text.find_first_of("eE") != std::string_view::npos;
}

}  // namespace

bool names_things(std::string_view header) {
    const auto words = words_of(header);
    const auto names = [](const std::string& word) {
        return is_one_of(word, {"id",      "ids",       "code",    "codes",     "zip",     "zipcode", "postcode",
                                "postal",  "plz",       "phone",   "tel",       "fax",     "mobile",  "card",
                                "iban",    "isbn",      "ean",     "gtin",      "sku",     "ssn",     "vat",
                                "fips",    "isin",      "siren",   "siret",     "lei",     "uuid",    "postleitzahl",
                                "telefon", "téléphone", "kennung", "schlüssel", "barcode", "imei"});
    };
    if (std::any_of(words.begin(), words.end(), names)) return true;
    if (words.size() < 2 || !is_one_of(words.back(), {"number", "no", "nr", "num", "nummer"})) return false;
    return is_one_of(words[words.size() - 2], {"account", "card", "phone", "invoice", "order", "customer", "serial",
                                               "house", "part", "model", "ticket", "case", "reference", "tax"});
}

bool names_years(std::string_view header) {
    const auto words = words_of(header);
    if (words.empty()) return false;
    if (words.size() > 1 && is_one_of(words[words.size() - 2], {"per", "a", "each", "pro", "par", "je"})) return false;
    const auto& last = words.back();
    return is_one_of(last, {"year", "année", "annee", "an", "jahr", "वर्ष", "साल", "年", "年份", "年度"}) ||
           (last.size() > 4 && last.ends_with("jahr"));
}

ColumnGuess::ColumnGuess(std::string_view header, Notation declared, std::string date_format)
    : notation_(std::move(declared)),
      date_format_(std::move(date_format)),
      names_things_(names_things(header)),
      names_years_(names_years(header)) {}

bool ColumnGuess::is_missing(std::string_view text) const {
    const auto& words = notation_.missing;
    return !words.empty() && std::find(words.begin(), words.end(), text) != words.end();
}

void ColumnGuess::see(const RowSource& rows, std::size_t cell) {
    const auto text = without_blanks(rows.cells()[cell].text);
    if (text.empty() || is_missing(text)) return;
    ++filled_;
    if (text.size() <= 5) {
        const auto word = base::lowered(text);
        yes_ += word == "yes" || word == "true" ? 1 : 0;
        no_ += word == "no" || word == "false" ? 1 : 0;
    }
    if (others_ == 0 || (others_ == 1 && words_above)) see_number(text, rows, cell);
    if (rows.has_looks()) see_declared(text, rows.look(cell));
    if (others_ == 0 && rows.has_looks()) see_look(text, rows, cell);
    if (dates_ + days_ + of_form_ + 1 >= filled_) see_day(text, rows, cell);
}

void ColumnGuess::see_number(std::string_view text, const RowSource& rows, std::size_t cell) {
    if (!notation_.marks.empty() && !without_marks(text, notation_.marks).empty())
        text = without_marks(text, notation_.marks);
    const bool point_counts = notation_.decimal == '.' && notation_.thousands != ".";
    if (const auto number = point_counts ? base::parse_number(text) : std::nullopt) {
        ++numbers_;
        const auto point = text.find('.');
        const bool exponent = has_exponent(text);
        if (point == std::string_view::npos && !exponent) {
            ++wholes_;
            const auto whole = base::parse_integer(text);
            too_long_ = too_long_ || !whole || std::abs(*whole) > kExact;
            years_ += text.size() == 4 && *number >= 1900 && *number <= 2099 ? 1 : 0;
        } else {
            const bool doubtful = !exponent && text.size() - point == 4 && point <= 3 && text.front() != '0';
            note(doubtful ? point_doubtful : point_sure, rows, cell);
        }
        return;
    }
    auto number = seen_number(text);
    if (!number) {
        if (!is_no_number(text)) {
            if (others_++ == 0 && filled_ == 1) note(words_above, rows, cell);
            return;
        }
        const auto same = [&](const SeenCell& known) { return known.text == text; };
        if (no_numbers_.size() < kMostWords && std::none_of(no_numbers_.begin(), no_numbers_.end(), same)) {
            no_numbers_.push_back(seen(rows, cell));
            keys_.add_missing(text);
        }
        return;
    }
    ++numbers_;
    if (number->one_separator && notation_.thousands == std::string(1, number->decimal)) {
        number->group = notation_.thousands;
        number->decimal = 0;
        number->one_separator = false;
    }
    wholes_ += number->whole() ? 1 : 0;
    too_long_ = too_long_ || (number->whole() && number->before.size() > 16);
    in_parentheses_ += number->parentheses ? 1 : 0;
    if (number->decimal == ',') note(number->one_separator ? comma_doubtful : comma_sure, rows, cell);
    if (number->decimal == '.') note(number->one_separator ? point_doubtful : point_sure, rows, cell);
    if (number->percent) {
        ++percents_;
        note(percent, rows, cell);
    }
    if (!number->currency.empty()) {
        const auto code = currency_of(number->currency);
        if (code.empty() || (!currency_.empty() && code != currency_)) ++others_;
        currency_ = code;
        note(money, rows, cell);
    }
    auto of_its_decimal = notation_;  // the decimal sign is decided for the whole table
    if (number->decimal != 0) of_its_decimal.decimal = number->decimal;
    NotationKeys own;
    own.add(*number, of_its_decimal);
    if (own.empty()) return;
    note(notation, rows, cell);
    keys_.add(*number, of_its_decimal);
}

void ColumnGuess::see_look(std::string_view text, const RowSource& rows, std::size_t cell) {
    if (!base::parse_number(text)) return;
    const auto look = rows.look(cell);
    if (look.moment) note(moment, rows, cell);
    if (look.percent) {
        note(shown_percent, rows, cell);
    } else if (text != "0") {
        note(other_number, rows, cell);
    }
    if (look.currency.empty()) return;
    note(shown_money, rows, cell);
    if (currency_.empty()) currency_ = look.currency;
    if (currency_ != look.currency) note(other_money, rows, cell);
}

void ColumnGuess::see_declared(std::string_view text, const NumberLook& look) {
    switch (look.declared) {
        case Declared::nothing:
            return;
        case Declared::boolean:
            flags_ += text == "0" || text == "1" ? 1 : 0;
            return;
        case Declared::day:
            moments_ += parse_date(text) || day_of_moment(text) ? 1 : 0;
            return;
        case Declared::decimals:
            ++exact_;
            return;
    }
}

void ColumnGuess::see_day(std::string_view text, const RowSource& rows, std::size_t cell) {
    if (const auto date = parse_date(text)) {
        ++dates_;
        months_ += date->month != 0 && date->day == 0 ? 1 : 0;
        quarters_ += date->quarter != 0 ? 1 : 0;
        return;
    }
    if (!date_format_.empty()) of_form_ += read_date(text, date_format_) ? 1 : 0;
    const auto day = seen_day(text);
    if (!day) return;
    if (days_ > 0 && (day->separator != first_day_.separator || day->year_first != first_day_.year_first)) return;
    if (days_++ == 0) first_day_ = *day;
    note(any_day, rows, cell);
    days_differ_ = days_differ_ || day->first != day->second;
    if (day->year_first ? day->second > 12 : day->first > 12)
        note(day->year_first ? month_first : day_first, rows, cell);
    if (day->year_first ? day->first > 12 : day->second > 12)
        note(day->year_first ? day_first : month_first, rows, cell);
}

Type ColumnGuess::type(char decimal) const {
    if (filled_ == 0) return Type::text;
    if (flags_ == filled_) return Type::boolean;
    if (yes_ + no_ == filled_) return yes_ > 0 && no_ > 0 ? Type::boolean : Type::text;
    if (numeric()) {
        if (names_things_ || too_long_) return Type::text;
        if (in_parentheses_ == numbers_ && !notation_.negative_parentheses) return Type::text;
        if (names_years_ && years_ == filled_) return Type::year;
        if (percents_ > 0 || shown_percent) return Type::percent;
        if (!currency_.empty()) return Type::currency;
        const bool grouped_only = decimal != '.' && !comma_sure && !point_sure && !comma_doubtful;
        if (exact_ == filled_) return Type::number;
        return wholes_ == numbers_ || (grouped_only && point_doubtful) ? Type::integer : Type::number;
    }
    if (months_ == filled_) return Type::month;
    if (quarters_ == filled_) return Type::quarter;
    if (moments_ == filled_) return Type::date;
    if (dates_ == filled_ || dates_ + of_form_ == filled_ || days()) return Type::date;
    return Type::text;
}

std::string ColumnGuess::unit() const {
    return currency_;
}

std::string ColumnGuess::date_format() const {
    if (of_form_ > 0 && dates_ + of_form_ == filled_) return date_format_;
    if (!days()) return {};
    return form_of(first_day_, first_day_.year_first ? day_first.has_value() : !month_first.has_value());
}

}  // namespace precis::data
