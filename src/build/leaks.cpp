// Words are compared as they stand; the edges of numbers must not be digits, or separators between digits.
#include "build/leaks.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "bind/values/values.h"
#include "build/target_values.h"

namespace precis::build {
namespace {

constexpr std::size_t kLeastDigits = 3, kLeastLetters = 4;

std::size_t digits_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), base::is_digit));
}

/// 1234567.5 with each usual sign between thousands and for decimals.
std::vector<std::string> forms_of_number(const std::string& plain) {
    const bool negative = plain.starts_with('-');
    const auto digits = plain.substr(negative ? 1 : 0);
    const auto point = digits.find('.');
    const auto whole = digits.substr(0, point);
    const auto behind = point == std::string::npos ? std::string() : digits.substr(point + 1);
    std::set<std::string> forms;
    for (const std::string group : {"", ",", ".", " ", "'", "’", "\u00A0", "\u202F", "\u2009"}) {
        std::string grouped;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            if (i > 0 && (whole.size() - i) % 3 == 0) grouped += group;
            grouped += whole[i];
        }
        for (const std::string sign : {".", ","}) {
            if (sign != group) forms.insert(behind.empty() ? grouped : grouped + sign + behind);
        }
    }
    return {forms.begin(), forms.end()};
}

class Collector {
  public:
    Collector(const data::Database& database, const data::Withheld& withheld, diag::Diagnostics& diagnostics)
        : database_(database), withheld_(withheld), diagnostics_(diagnostics) {}

    WithheldWords run() {
        const auto& model = database_.model();
        for (const auto& source : model.sources) {
            const bool closed = has(withheld_.sources, source.id);
            out_.sources += closed ? 1 : 0;
            const auto of = "the source " + base::quoted(source.id);
            for (const auto* text : {&source.title, &source.caveat, &source.url, &source.population})
                add(*text, of, closed);
        }
        for (const auto& fact : model.facts) {
            const bool closed = has(withheld_.facts, fact.id) || has(withheld_.sources, fact.source);
            out_.facts += closed ? 1 : 0;
            const auto of = "the fact " + base::quoted(fact.id);
            for (const auto* text : {&fact.value, &fact.subject, &fact.detail, &fact.base}) add(*text, of, closed);
            for (const auto& number : {fact.low, fact.high, fact.n}) {
                if (number) add(base::shortest(*number), of, closed);
            }
        }
        for (const auto& table : model.tables) {
            if (!table.file.empty()) add_table(table);
        }
        std::erase_if(found_, [&](const auto& word) {
            const bool other = permitted_.contains(word.text);
            out_.left_out += other ? 1 : 0;
            return other;
        });
        out_.words = std::move(found_);
        return std::move(out_);
    }

  private:
    static bool has(const std::vector<std::string>& list, const std::string& item) {
        return std::find(list.begin(), list.end(), item) != list.end();
    }

    void add_table(const data::TableRecord& table) {
        const bool shut = has(withheld_.tables, table.name) || has(withheld_.sources, table.source);
        const bool by_rows = table.source.empty();
        diag::Text sql;
        sql.text = "SELECT * FROM \"" + table.name + "\"";
        auto rows = database_.query(sql, {}).take(diagnostics_);
        if (!rows) return;
        const auto none = rows->columns.size();
        const auto source = by_rows ? rows->column("source").value_or(none) : none;
        bool any = false;
        for (const auto& row : rows->rows) {
            const bool closed = shut || (source < none && has(withheld_.sources, data::as_text(row[source])));
            any = any || closed;
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i == source) continue;
                add(data::as_text(row[i]),
                    "the column " + base::quoted(rows->columns[i].name) + " of the table " + base::quoted(table.name),
                    closed);
            }
        }
        out_.tables += any ? 1 : 0;
    }

    void add(const std::string& text, const std::string& of, bool closed) {
        if (text.empty()) return;
        if (!closed) {
            permitted_.insert(text);
            return;
        }
        if (!known_.insert(text).second) return;
        WithheldWord word{text, of, {}, base::parse_number(text).has_value()};
        if (word.number ? digits_in(text) < kLeastDigits : text.size() < kLeastLetters) {
            ++out_.left_out;
            return;
        }
        word.forms = word.number ? forms_of_number(text) : std::vector<std::string>{text};
        found_.push_back(std::move(word));
    }

    const data::Database& database_;
    const data::Withheld& withheld_;
    diag::Diagnostics& diagnostics_;
    WithheldWords out_;
    std::vector<WithheldWord> found_;
    std::set<std::string> permitted_, known_;
};

}  // namespace

WithheldWords withheld_words(const Prepared& prepared, const bind::Target& target, diag::Diagnostics& diagnostics) {
    const auto locale = spoken_locale(target);
    data::Withheld withheld;
    {
        diag::Diagnostics of_values;  // the build reports them
        const bind::Values values({.briefing = prepared.briefing,
                                   .project = prepared.project,
                                   .database = *prepared.database,
                                   .target = target,
                                   .locale = locale},
                                  of_values);
        withheld = values.withheld();
    }
    return Collector(*prepared.database, withheld, diagnostics).run();
}

const std::string* form_in(const WithheldWord& word, std::string_view text) {
    const auto is_part = [&](std::size_t at, bool back) {  // of a longer number or word
        if (back ? at == 0 : at >= text.size()) return false;
        const char c = text[back ? at - 1 : at];
        if (!word.number) return base::is_letter_or_digit(c);
        if (base::is_digit(c)) return true;
        const auto beyond = back ? at - 2 : at + 1;
        const bool separator = c == '.' || c == ',';
        return separator && (back ? at >= 2 : beyond < text.size()) && base::is_digit(text[beyond]);
    };
    for (const auto& form : word.forms) {
        for (auto at = text.find(form); at != std::string_view::npos; at = text.find(form, at + 1)) {
            if (!is_part(at, true) && !is_part(at + form.size(), false)) return &form;
        }
    }
    return nullptr;
}

}  // namespace precis::build
