// Each row becomes a value that its targets share; names are compared as the strictest file systems do.
#include "build/many/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/numbers.h"
#include "build/codes.h"
#include "diag/codes.h"
#include "locale/file_names.h"
#include "vocabulary/looks_sets.h"

namespace precis::build {
namespace {

constexpr std::size_t kMostFaults = 10;  // of one query's rows

bool is_name(std::string_view text) {
    if (text.empty() || base::is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

class Editions {
  public:
    Editions(Prepared& prepared, diag::Diagnostics& diagnostics)
        : prepared_(prepared), query_(*prepared.briefing.for_each), diagnostics_(diagnostics) {}

    void run() {
        auto rows = same_for_all();
        if (!rows) return;
        if (rows->rows.empty())
            return fault(code::no_edition, "`for-each` gives no row, so no edition is made",
                         "make its query give the rows that editions are made for");
        check_columns(*rows);
        check_folders(*rows);
        if (failed_) return;
        share(*rows);
    }

    bool failed() const { return failed_; }

  private:
    void fault(const diag::Code& code, std::string message, std::string remedy,
               std::vector<diag::Diagnostic::Note> notes = {}) {
        auto fault = diag::error(code, query_.span, std::move(message), std::move(remedy));
        fault.notes = std::move(notes);
        diagnostics_.push_back(std::move(fault));
        failed_ = true;
    }

    /// The rows, which each audience of the targets must see.
    std::optional<data::Rows> same_for_all() {
        std::optional<data::Rows> first;
        std::set<std::string> asked;
        for (const auto& target : prepared_.targets) {
            if (!asked.insert(target.audience).second) continue;
            auto rows =
                bind::rows_of(prepared_.briefing, prepared_.project, *prepared_.database, target).take(diagnostics_);
            if (!rows) {
                failed_ = true;
                return std::nullopt;
            }
            if (!first) {
                first = std::move(rows);
            } else if (first->rows != rows->rows) {
                fault(code::no_edition,
                      "`for-each` gives other rows for the audience “" + target.audience + "” than for “" +
                          prepared_.targets.front().audience + "”",
                      "leave :audience out of its query; “for:” and “when:” hide blocks from an audience");
                return std::nullopt;
            }
        }
        return first;
    }

    void check_columns(const data::Rows& rows) {
        std::set<std::string> known;
        for (const auto& column : rows.columns) {
            const auto& name = column.name;
            if (!is_name(name)) {
                fault(diag::code::bad_value,
                      "the column “" + name + "” of `for-each` has no name that text and SQL can use",
                      "give it one of letters, digits and _, as in “SELECT upper(region) AS region …”");
            } else if (!known.insert(name).second) {
                fault(diag::code::name_clash, "two columns of `for-each` are called “" + name + "”",
                      "name one of them otherwise with AS");
            } else {
                check_clash(name);
            }
        }
    }

    void check_clash(const std::string& name) {
        const auto clash = [&](const std::string& what, const diag::Span& there) {
            std::vector<diag::Diagnostic::Note> notes;
            if (there) notes.push_back({"the " + what, there});
            fault(diag::code::name_clash, "the column “" + name + "” of `for-each` has the name of a " + what,
                  "name the column otherwise with AS", std::move(notes));
        };
        for (const std::string_view own : {"date", "audience", "output", "language"})
            if (name == own) return clash("parameter that every query has", {});
        if (vocabulary::named<vocabulary::BuiltIn>(name)) return clash("word that every briefing has", {});
        for (const auto& value : prepared_.briefing.values)
            if (value.name.text == name) return clash("value", value.name.span);
        const auto& model = prepared_.database->model();
        if (const auto* fact = model.fact(name)) return clash("fact", fact->span);
        for (const auto& metric : model.metrics)
            if (metric.name.text == name) return clash("metric", metric.name.span);
        for (const auto* audience : bind::audiences_of(prepared_.briefing, prepared_.project))
            for (const auto& [term, words] : audience->terms)
                if (term.text == name) return clash("term", term.span);
    }

    void check_folders(const data::Rows& rows) {
        std::map<std::string, std::size_t> taken;  // folded name -> number of its row
        std::size_t faults = 0;
        const auto name_of = [&](std::size_t number) { return data::as_text(rows.rows[number - 1].front()); };
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            const auto name = name_of(i + 1);
            const auto folded = locale::folded_name(name);
            auto why = locale::unfit_as_folder(name);
            if (why.empty() && folded.starts_with("index.")) why = "is the name of a file of the index";
            const auto [other, is_new] = taken.emplace(folded, i + 1);
            if (why.empty() && is_new) continue;
            if (++faults > kMostFaults) continue;
            if (!why.empty()) {
                fault(code::edition_name,
                      fmt::format("row {} of `for-each` cannot name a folder: its first column, “{}”, {}", i + 1, name,
                                  why),
                      "put a column first that names the edition, as in “SELECT replace(place, '/', '-') AS folder, "
                      "place …”");
            } else {
                const auto before = name_of(other->second);
                fault(code::edition_name,
                      before == name ? fmt::format("rows {} and {} of `for-each` both name the folder “{}”",
                                                   other->second, i + 1, name)
                                     : fmt::format("rows {} and {} of `for-each` name the folders “{}” and “{}”, which "
                                                   "are one on some disks",
                                                   other->second, i + 1, before, name),
                      "write SELECT DISTINCT, or put a column first that is another one in each row");
            }
        }
        if (faults > kMostFaults)
            fault(code::edition_name, fmt::format("{} more rows of `for-each` have such names", faults - kMostFaults),
                  "correct the query for all of them");
    }

    void share(data::Rows& rows) {
        const auto source = rows.column("source");
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            auto row = std::make_shared<bind::Row>();
            row->folder = data::as_text(rows.rows[i].front());
            row->number = i + 1;
            row->query = query_.span;
            auto& data = row->data;
            data.columns = rows.columns;
            data.sources = rows.sources, data.origins = rows.origins;
            data.tables = rows.tables, data.facts = rows.facts, data.values = rows.values;
            data.own_analysis = rows.own_analysis;
            if (source) data.sources = ids_in(data::as_text(rows.rows[i][*source]));
            data.rows.push_back(std::move(rows.rows[i]));
            prepared_.rows.push_back(std::move(row));
        }
        auto each = std::move(prepared_.targets);
        prepared_.targets.clear();
        prepared_.targets.reserve(each.size() * prepared_.rows.size());
        for (const auto& row : prepared_.rows) {
            for (auto target : each) {
                target.row = row;
                prepared_.targets.push_back(std::move(target));
            }
        }
    }

    /// The ids of a column `source`, with commas between.
    static std::vector<std::string> ids_in(const std::string& text) {
        std::vector<std::string> ids;
        for (std::size_t at = 0; at <= text.size();) {
            const auto end = std::min(text.find(',', at), text.size());
            auto id = text.substr(at, end - at);
            id.erase(0, id.find_first_not_of(' '));
            id.erase(id.find_last_not_of(' ') + 1);
            if (!id.empty()) ids.push_back(std::move(id));
            at = end + 1;
        }
        return ids;
    }

    Prepared& prepared_;
    const diag::Text& query_;
    diag::Diagnostics& diagnostics_;
    bool failed_ = false;
};

}  // namespace

void make_editions(Prepared& prepared, diag::Diagnostics& diagnostics) {
    if (!prepared.briefing.for_each) return;
    // Without a database, or after errors, the texts would be said to have unknown names.
    if (prepared.database) Editions(prepared, diagnostics).run();
    if (prepared.rows.empty()) prepared.targets.clear();
}

void keep_editions(Prepared& prepared, const std::vector<std::string>& folders) {
    if (folders.empty()) return;
    std::erase_if(prepared.targets, [&](const auto& target) {
        return !target.row || std::find(folders.begin(), folders.end(), target.row->folder) == folders.end();
    });
}

void keep_shard(Prepared& prepared, const Shard& shard) {
    if (!shard.is_part()) return;
    std::erase_if(prepared.targets, [&](const auto& target) { return !target.row || !shard.has(target.row->number); });
}

}  // namespace precis::build
