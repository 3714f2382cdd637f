// A name that the workbook defines wins over a sheet of that name, as the spreadsheet's own name box has it.
#include "data/files/sheet_choice.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/notation_keys.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

std::string key_with(const std::string& reference) {
    return "“sheet: " + yaml_text(reference) + "”";
}

class Choosing {
  public:
    Choosing(Workbook& book, const TableRecord& table, const std::string& shown, diag::Diagnostics& diagnostics)
        : book_(book), table_(table), shown_(shown), diagnostics_(diagnostics), sheets_(book.sheets()) {}

    std::optional<SheetChoice> choose() {
        const auto& wanted = table_.sheet;
        if (wanted.empty()) return without_key();
        const auto names = book_.names();
        const auto name = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.name == wanted; });
        if (name != names.end()) return of_name(*name);
        const auto reference = reference_of(wanted);
        const auto sheet = sheet_of(reference);
        if (failed_) return std::nullopt;
        if (!sheet) return unknown(reference, names);
        SheetChoice choice{*sheet, {}};
        if (!reference.cells) return choice;
        const auto range = range_of(*reference.cells);
        if (!range)
            return refuse(diag::code::bad_value, base::quoted(*reference.cells) + " is not a range of cells",
                          "write " + key_with(sheet_text(sheets_[*sheet]) + "!B3:F20"));
        choice.range = *range;
        return choice;
    }

  private:
    std::nullopt_t refuse(diag::Code code, std::string message, std::string remedy) {
        failed_ = true;
        diagnostics_.push_back(diag::error(code, table_.span, std::move(message), std::move(remedy)));
        return std::nullopt;
    }

    std::optional<std::size_t> index_of(std::string_view name) const {
        const auto found = std::find(sheets_.begin(), sheets_.end(), name);
        if (found != sheets_.end()) return static_cast<std::size_t>(found - sheets_.begin());
        const auto alike = [&](const std::string& sheet) { return base::lowered(sheet) == base::lowered(name); };
        if (std::count_if(sheets_.begin(), sheets_.end(), alike) != 1) return std::nullopt;
        return static_cast<std::size_t>(std::find_if(sheets_.begin(), sheets_.end(), alike) - sheets_.begin());
    }

    std::optional<SheetChoice> without_key() {
        if (sheets_.size() == 1) return SheetChoice{};
        if (const auto own = index_of(table_.name)) return SheetChoice{*own, {}};
        std::vector<std::string> keys;
        constexpr std::size_t kMostNamed = 12;
        for (const auto& sheet : sheets_) {
            if (keys.size() < kMostNamed) keys.push_back(key_with(sheet_text(sheet)));
        }
        return refuse(diag::code::unknown_name,
                      base::quoted(shown_) + " has " + base::counted(sheets_.size(), "sheet") + ", none called " +
                          base::quoted(table_.name),
                      "write " + base::enumerated(keys, ", ", " or ") + " in the table");
    }

    std::optional<SheetChoice> of_name(const NamedCells& name) {
        const auto sheet = index_of(name.sheet);
        if (name.range && sheet) return SheetChoice{*sheet, *name.range};
        const auto any = sheet_text(sheet ? sheets_[*sheet] : sheets_.front());
        return refuse(diag::code::bad_value,
                      "the name " + base::quoted(name.name) + " of " + base::quoted(shown_) + " stands for " +
                          base::quoted(name.stands_for) + ", which is not a range of cells of one sheet",
                      "name the range itself, as in " + key_with(any + "!B3:F20"));
    }

    /// The sheet of that name or, if it is a bare number, at that position.
    std::optional<std::size_t> sheet_of(const SheetReference& reference) {
        const auto named = index_of(reference.sheet);
        const auto position = reference.quoted ? std::nullopt : base::parse_integer(reference.sheet);
        if (!position || *position < 1 || static_cast<std::size_t>(*position) > sheets_.size()) return named;
        const auto at = static_cast<std::size_t>(*position) - 1;
        if (!named || *named == at) return at;
        const auto cells = reference.cells ? "!" + *reference.cells : std::string();
        return refuse(diag::code::key_conflict,
                      base::quoted(reference.sheet) + " is a sheet of " + base::quoted(shown_) +
                          ", and the position of another one, " + base::quoted(sheets_[at]),
                      "write " + key_with(sheet_text(sheets_[*named]) + cells) + " or " +
                          key_with(sheet_text(sheets_[at]) + cells));
    }

    std::nullopt_t unknown(const SheetReference& reference, const std::vector<NamedCells>& names) {
        auto known = sheets_;
        for (const auto& name : names) {
            if (name.range) known.push_back(name.name);
        }
        return refuse(diag::code::unknown_name, base::quoted(shown_) + " has no sheet " + base::quoted(reference.sheet),
                      meant(reference.sheet, known));
    }

    Workbook& book_;
    const TableRecord& table_;
    const std::string& shown_;
    diag::Diagnostics& diagnostics_;
    std::vector<std::string> sheets_;
    bool failed_ = false;
};

}  // namespace

std::optional<SheetChoice> choose_sheet(Workbook& book, const TableRecord& table, const std::string& shown,
                                        diag::Diagnostics& diagnostics) {
    return Choosing(book, table, shown, diagnostics).choose();
}

}  // namespace precis::data
