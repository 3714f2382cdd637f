// Cells are counted by what they can be; a type is one that every filled cell can be.
#include "data/tables/column_guess.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/ascii.h"
#include "base/numbers.h"
#include "data/cells/period.h"
#include "data/cells/period_notation.h"
#include "data/files/header.h"

namespace precis::data {
namespace {

constexpr long long kExact = 9'007'199'254'740'992;  // 2^53: whole numbers up to here are exact in doubles
constexpr std::size_t kMostWords = 12;               // words for a missing number that a message names
constexpr std::size_t kMostAbove = 20;               // rows with notes between header and numbers
constexpr int kFirstYear = 1000;                     // of a date that is not declared: 0150-10 is a code

SeenCell seen(const RowSource& rows, std::size_t cell) {
    const auto& at = rows.cells()[cell];
    return {std::string(without_blanks(at.text.substr(0, 80))), at.begin,        at.end, rows.line(),
            std::max(rows.line(), rows.row_number()),           rows.place(cell)};
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
        const auto ends = [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); };
        for (const auto* end :
             {"nummer", "nr", "konto", "leitzahl", "schlüssel", "kennziffer", "karte", "kaart", "code"}) {
            if (ends(end)) return true;
        }
        for (const auto* of :
             {"country",  "customer", "client", "user",   "order",  "product",    "item",    "account", "city",
              "employee", "company",  "store",  "person", "record", "respondent", "invoice", "event",   "transaction",
              "session",  "device",   "case",   "object", "region", "state",      "project"}) {
            if (word == of + std::string("id")) return true;
        }
        return is_one_of(word, {"id",      "ids",       "code",    "codes",   "zip",        "zipcode", "postcode",
                                "postal",  "plz",       "phone",   "tel",     "fax",        "mobile",  "card",
                                "iban",    "isbn",      "ean",     "gtin",    "sku",        "ssn",     "vat",
                                "fips",    "isin",      "siren",   "siret",   "lei",        "uuid",    "postleitzahl",
                                "telefon", "téléphone", "kennung", "barcode", "schlüssel",  "imei",    "código",
                                "codigo",  "codice",    "kode",    "kod",     "pincode",    "hausnr",  "insee",
                                "nuts",    "cas",       "doi",     "issn",    "kennziffer", "ags",     "konto"});
    };
    // "Postcode area km2" measures.
    if (words.size() > 1 &&
        is_one_of(words.back(), {"area",   "km2",   "m2",    "count",  "counts", "total",   "share",
                                 "rate",   "price", "value", "length", "users",  "holders", "sales",
                                 "visits", "calls", "cases", "cost",   "costs",  "size",    "lines"}))
        return false;
    if (std::any_of(words.begin(), words.end(), names)) return true;
    if (words.size() < 2 || !is_one_of(words.back(), {"number", "no", "nr", "num", "nummer"})) return false;
    return is_one_of(words[words.size() - 2], {"account", "card", "phone", "invoice", "order", "customer", "serial",
                                               "house", "part", "model", "ticket", "case", "reference", "tax"});
}

bool names_years(std::string_view header) {
    const auto words = words_of(header);
    if (words.empty()) return false;
    const auto is_year = [](std::string_view word) {
        return is_one_of(word, {"year", "years", "année", "années", "annee", "an",   "ans",  "jahr", "jahre",
                                "año",  "años",  "ano",   "anos",   "anno",  "anni", "jaar", "år",   "År",
                                "aar",  "rok",   "год",   "वर्ष",    "साल",   "年",   "年份", "年度"}) ||
               (word.size() > 4 && word.ends_with("jahr"));
    };
    // "Année scolaire", "year of birth"; a number to date or a year's is none.
    if (words.size() > 1 && is_year(words.front()) && !is_one_of(words[1], {"to", "per", "on", "over"})) return true;
    if (words.size() > 1 && is_one_of(words[words.size() - 2], {"per", "a", "each", "pro", "par", "je", "por", "al"}))
        return false;
    return is_year(words.back());
}

bool names_times(std::string_view header) {
    const auto words = words_of(header);
    if (words.size() > 1 && words.back() == "date" && words[words.size() - 2] == "to") return false;
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return is_one_of(
            word, {"date",  "dates", "day",      "datum", "tag",     "stichtag", "jour",    "fecha",   "data",
                   "dato",  "dag",   "period",   "time",  "monat",   "month",    "mois",    "mes",     "mese",
                   "maand", "zeit",  "zeitraum", "dia",   "día",     "giorno",   "quarter", "quartal", "trimestre",
                   "日期",  "时间",  "月份",     "तारीख", "periode", "période"});
    });
}

ColumnGuess::ColumnGuess(std::string_view header, Notation declared, std::string date_format)
    : notation_(std::move(declared)),
      date_format_(std::move(date_format)),
      names_things_(names_things(header)),
      names_years_(names_years(header)),
      names_times_(names_times(header)) {}

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
    if (rows.has_looks()) see_declared(text, rows.look(cell));
    if (others_ == 0 || (others_ == above_ && above_ <= kMostAbove)) {
        see_number(text, rows, cell);
    } else if (no_numbers_at_all_.may_be_few(filled_)) {
        const bool number = base::parse_number(text) || seen_number(text);
        if (number) {
            ++later_numbers_;
        } else {
            no_numbers_at_all_.add(rows, cell);
        }
    }
    if (others_ == 0 && rows.has_looks()) see_look(text, rows, cell);
    if (all_numbers_) see_unread(text, rows, cell);
    if (no_dates_.may_be_few(filled_) || unlike_days_ + dates_ + days_ + 1 == filled_) see_day(text, rows, cell);
}

void ColumnGuess::see_unread(std::string_view text, const RowSource& rows, std::size_t cell) {
    if (has_unread_form(text)) {
        ++unread_;
        other_script_ = other_script_ || (static_cast<unsigned char>(text.back()) & 0x80U) != 0;
        note(unread_number_, rows, cell);
    } else if (base::parse_number(text) || seen_number(text)) {
        ++plain_;
    } else {
        all_numbers_ = is_no_number(text);
    }
}

std::optional<SeenCell> ColumnGuess::unread_number() const {
    const bool numbers = all_numbers_ && !names_things_ && unread_ > 0;
    return numbers && (plain_ > 0 || other_script_) ? unread_number_ : std::nullopt;
}

std::optional<SeenCell> ColumnGuess::second_date() const {
    const bool all = unlike_days_ > 0 || (dates_ > 0 && days_ > 0);
    const bool dates = all && bare_years_ == 0 && dates_ + days_ + unlike_days_ == filled_;
    return dates && !names_things_ && of_form_ == 0 ? second_date_ : std::nullopt;
}

void ColumnGuess::see_number(std::string_view text, const RowSource& rows, std::size_t cell) {
    const auto before = numbers_;
    see_number_in(text, rows, cell);
    if (before == 0 && numbers_ == 1) first_number_row_ = std::max(rows.line(), rows.row_number());
}

void ColumnGuess::see_number_in(std::string_view text, const RowSource& rows, std::size_t cell) {
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
            const bool later = *number >= 1900 && *number <= 2099;
            years_ += text.size() == 4 && (later || (names_years_ && *number >= 1500 && *number <= 2199)) ? 1 : 0;
        } else {
            const bool doubtful = !exponent && text.size() - point == 4 && point <= 3 && text.front() != '0';
            note(doubtful ? point_doubtful : point_sure, rows, cell);
        }
        if (names_times_) see_packed(text, *number, rows, cell);
        return;
    }
    auto number = seen_number(text);
    if (!number && is_no_number(text)) {
        const auto same = [&](const SeenCell& known) { return known.text == text; };
        if (no_numbers_.size() < kMostWords && std::none_of(no_numbers_.begin(), no_numbers_.end(), same)) {
            no_numbers_.push_back(seen(rows, cell));
            keys_.add_missing(text);
        }
        return;
    }
    if (!number) number = number_with_unit(text, rows, cell);
    if (!number) {
        ++others_;
        no_numbers_at_all_.add(rows, cell);
        if (numbers_ > 0) return;
        above_ = others_;
        note(words_above, rows, cell);
        last_above = seen(rows, cell);
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
        const bool is_word = number->currency == "ALL" || number->currency == "TOP";  // TOP 10
        if (code.empty() || is_word) {
            ++others_;
            no_numbers_at_all_.add(rows, cell);
        } else if (!currency_.empty() && code != currency_) {
            note(second_money, rows, cell);
        }
        if (!second_money) currency_ = code;
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

/// A number with letters behind it, which stand in `mark`: "12 kg", "4.7 b".
std::optional<SeenNumber> ColumnGuess::number_with_unit(std::string_view text, const RowSource& rows,
                                                        std::size_t cell) {
    const auto unit = unit_behind(text);
    if (unit.empty()) return std::nullopt;
    const auto digits = without_blanks(text.substr(0, text.size() - unit.size()));
    auto number = seen_number(digits);
    number->mark = std::string(unit);
    ++with_unit_;
    note(unit_seen, rows, cell);
    const bool apart = digits.size() + unit.size() < text.size();
    constexpr std::size_t kLongestFlag = 3;
    flags_ = flags_ && unit.size() <= kLongestFlag && (apart || (unit.size() == 1 && number->decimal != 0));
    if (unit_.empty()) unit_ = number->mark;
    one_unit_ = one_unit_ && unit_ == unit;
    return number;
}

/// Days and months without signs between, and what programs count from a day: 20240131, 202401, 45322, 1706659200.
void ColumnGuess::see_packed(std::string_view text, double number, const RowSource& rows, std::size_t cell) {
    constexpr double kFirstSerial = 20'000, kLastSerial = 60'000;  // 1954 to 2064
    constexpr double kFirstSecond = 9e8, kLastSecond = 2.3e9;      // 1998 to 2042
    const auto date = text.size() == 8   ? read_date(text, "YYYYMMDD")
                      : text.size() == 6 ? read_date(text, "YYYYMM")
                                         : std::nullopt;
    if (date && *date >= "1900" && *date < "2100") {
        ++(text.size() == 8 ? packed_days_ : packed_months_);
    } else if (number >= kFirstSerial && number < kLastSerial) {
        if (serials_++ == 0) note(serial, rows, cell);
    } else if ((number >= kFirstSecond && number < kLastSecond) ||
               (number >= kFirstSecond * 1000 && number < kLastSecond * 1000)) {
        if (seconds_++ == 0) note(serial, rows, cell);
    }
}

bool ColumnGuess::has_units() const {
    return with_unit_ >= 2 && with_unit_ == numbers_ && one_unit_ && unit_.size() >= 2;
}

bool ColumnGuess::numeric() const {
    const bool fine =
        with_unit_ == 0 || has_units() || (flags_ && (with_unit_ * 2 <= numbers_ || point_sure || comma_sure));
    return numbers_ > 0 && others_ == 0 && fine && !(with_unit_ > 0 && names_things_);
}

std::string ColumnGuess::counted_form() const {
    if (!numeric() || names_things_) return {};
    return serials_ == filled_ ? "excel" : seconds_ == filled_ ? "unix" : "";
}

std::vector<SeenCell> ColumnGuess::few_odd_cells() const {
    if (names_things_ || yes_ + no_ > 0) return {};
    const auto numbers = numbers_ + later_numbers_;
    if (others_ > 0 && others_ != above_ && no_numbers_at_all_.are_few(numbers)) return no_numbers_at_all_.cells;
    const auto dates = dates_ + days_ + of_form_;
    if (numbers == 0 && no_dates_.are_few(dates)) return no_dates_.cells;
    return {};
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
            declared_flags_ += text == "0" || text == "1" ? 1 : 0;
            return;
        case Declared::day:
            declared_days_ += parse_date(text) || day_of_moment(text) ? 1 : 0;
            return;
        case Declared::decimals:
            ++declared_decimals_;
            return;
    }
}

void ColumnGuess::see_day(std::string_view text, const RowSource& rows, std::size_t cell) {
    const auto period = parse_date(text) ? std::nullopt : period_of(text);
    if (const auto date = parse_date(period ? *period : text); date && date->year >= kFirstYear) {
        ++dates_;
        if (days_ > 0) note(second_date_, rows, cell);
        bare_years_ += text.size() == 4 ? 1 : 0;
        months_ += date->month != 0 && date->day == 0 ? 1 : 0;
        quarters_ += date->quarter != 0 ? 1 : 0;
        return;
    }
    if (const auto day = day_of_moment(text)) {
        ++moments_;
        const auto clock = text.substr(std::min(text.size(), day->size() + 1));
        const auto zone = std::string(clock.substr(std::min(clock.find_first_of("Zz+-"), clock.size())));
        if (moments_ == 1) zone_ = zone;
        if (zone != zone_) note(second_zone, rows, cell);
        midnights_ += text.find_first_not_of("0:.ZTUC +-", day->size()) == std::string_view::npos ? 1 : 0;
        return;
    }
    if (!date_format_.empty() && read_date(text, date_format_)) {
        ++of_form_;
        return;
    }
    const auto day = seen_day(text);
    const bool alike = day && (days_ == 0 || day->is_like(first_day_));
    if (!alike) {
        unlike_days_ += day ? 1 : 0;
        if (day) note(second_date_, rows, cell);
        return no_dates_.add(rows, cell);
    }
    if (dates_ > 0) note(second_date_, rows, cell);
    if (days_++ == 0) first_day_ = *day;
    note(any_day, rows, cell);
    days_differ_ = days_differ_ || day->first != day->second;
    year_may_lead_ = year_may_lead_ && day->short_year && day->second <= 12 && day->third >= 1 && day->third <= 31;
    if (day->year_first ? day->second > 12 : day->first > 12)
        note(day->year_first ? month_first : day_first, rows, cell);
    if (day->year_first ? day->first > 12 : day->second > 12)
        note(day->year_first ? day_first : month_first, rows, cell);
}

Type ColumnGuess::type(char decimal) const {
    if (filled_ == 0) return Type::text;
    if (declared_flags_ == filled_) return Type::boolean;
    if (yes_ + no_ == filled_) return yes_ > 0 && no_ > 0 ? Type::boolean : Type::text;
    if (numeric()) {
        if (names_things_ || too_long_) return Type::text;
        if (in_parentheses_ == numbers_ && !notation_.negative_parentheses) return Type::text;
        if ((names_years_ || names_times_) && years_ == filled_) return Type::year;
        if (packed_days_ == filled_) return Type::date;
        if (packed_months_ == filled_) return Type::month;
        if (percents_ > 0 || shown_percent) return Type::percent;
        if (!currency_.empty()) return Type::currency;
        const bool grouped_only = decimal != '.' && !comma_sure && !point_sure && !comma_doubtful;
        if (declared_decimals_ == filled_) return Type::number;
        return wholes_ == numbers_ || (grouped_only && point_doubtful) ? Type::integer : Type::number;
    }
    if (declared_days_ == filled_) return Type::date;
    if (names_things_ && !names_times_) return Type::text;  // an invoice's number may be 2026-10
    if (of_form_ > 0 && dates_ + of_form_ == filled_) return type_of_form();
    if (moments_ > 0 && dates_ + moments_ == filled_) return moments_ == midnights_ ? Type::date : Type::text;
    if (bare_years_ == dates_ && days_ == 0) return Type::text;  // digits alone may be a code
    if (months_ == filled_) return Type::month;
    if (quarters_ == filled_) return Type::quarter;
    if (dates_ == filled_ || days()) return Type::date;
    return Type::text;
}

Type ColumnGuess::type_of_form() const {
    const auto has = [&](char part) { return date_format_.find(part) != std::string::npos; };
    if (dates_ > 0 || has('D') || !has('Y')) return Type::date;
    return has('M') ? Type::month : Type::year;
}

std::string ColumnGuess::unit() const {
    return has_units() ? unit_ : currency_;
}

std::string ColumnGuess::date_format() const {
    if (numbers_ > 0 && packed_days_ == filled_) return "YYYYMMDD";
    if (numbers_ > 0 && packed_months_ == filled_) return "YYYYMM";
    if (of_form_ > 0 && dates_ + of_form_ == filled_) return date_format_;
    if (!days()) return {};
    return form_of(first_day_, first_day_.year_first ? day_first.has_value() : !month_first.has_value());
}

std::vector<std::string> ColumnGuess::day_forms() const {
    std::vector<std::string> forms;
    if (!month_first) forms.push_back(form_of(first_day_, true));
    if (!day_first) forms.push_back(form_of(first_day_, false));
    const std::string sign(1, first_day_.separator);
    if (first_day_.short_year && year_may_lead_) forms.push_back("YY" + sign + "MM" + sign + "DD");
    return forms;
}

void FewCells::add(const RowSource& rows, std::size_t cell) {
    ++count;
    auto odd = seen(rows, cell);
    const auto same = [&](const SeenCell& known) { return known.text == odd.text; };
    if (cells.size() <= kMostNamed && std::none_of(cells.begin(), cells.end(), same)) cells.push_back(std::move(odd));
}

}  // namespace precis::data
