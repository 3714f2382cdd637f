// Columns are found by their names, exactly or in another case, as some databases write all names in capitals.
#include "data/snapshot/intake.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "base/xml_text.h"
#include "data/cells/cell_type.h"
#include "data/codes.h"
#include "data/snapshot/canonical.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostColumns = 1990;  // of the 2000 that SQLite has
constexpr std::size_t kShownCell = 40;      // bytes

}  // namespace

bool Intake::Target::is_number() const {
    return data::is_number(kind, declared());
}

const Column* Intake::Target::declared() const {
    return column != nullptr && !column->guessed ? column : nullptr;
}

void Intake::report(diag::Code code, const diag::Span& span, std::string message, std::string remedy) {
    diagnostics_.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
}

std::optional<std::size_t> Intake::remote_of(const std::string& header) const {
    const auto find = [&](const auto& fits) {
        const auto at = std::find_if(remote_.begin(), remote_.end(), fits);
        return at == remote_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - remote_.begin()));
    };
    if (const auto exact = find([&](const auto& column) { return column.name == header; })) return exact;
    return find([&](const auto& column) { return base::lowered(column.name) == base::lowered(header); });
}

/// The columns that the model declares or the old snapshot has, each with the one of the query.
void Intake::match_known() {
    std::vector<std::string> names;
    for (const auto& column : remote_) names.push_back(column.name);
    for (const auto& column : table_.columns) {
        const auto& header = column.header.empty() ? column.name : column.header;
        if (const auto at = remote_of(header)) {
            targets_.push_back({header, &column, *at, remote_[*at].kind, false});
            continue;
        }
        const auto near = meant(header, names);
        report(code::missing_column, column.span,
               table_.columns_are_guessed
                   ? "the query of " + base::quoted(table_.name) + " gives no column " + base::quoted(header) +
                         ", which the snapshot has"
                   : "the query of " + base::quoted(table_.name) + " gives no column " + base::quoted(header),
               "let the query give it, as in SELECT … AS " + header +
                   (table_.columns_are_guessed ? ", or delete the snapshot and refresh again"
                                               : ", or remove it from “columns”") +
                   (near.empty() ? "" : "; " + near));
    }
}

/// The columns that neither the model nor the old snapshot has.
void Intake::settle_unknown() {
    const auto& skipped = table_.skipped;
    for (std::size_t i = 0; i < remote_.size(); ++i) {
        const auto& name = remote_[i].name;
        const bool is_known =
            std::any_of(targets_.begin(), targets_.end(), [&](const auto& t) { return t.remote == i; });
        if (is_known || table_.others == OtherColumns::skipped ||
            std::find(skipped.begin(), skipped.end(), name) != skipped.end())
            continue;
        if (table_.columns.empty() || (table_.others == OtherColumns::guessed && !table_.columns_are_guessed)) {
            targets_.push_back({name, nullptr, i, remote_[i].kind, false});
            continue;
        }
        report(code::undeclared_column, table_.remote_query.span,
               table_.columns_are_guessed
                   ? "the query gives the column " + base::quoted(name) + ", which the snapshot of " +
                         base::quoted(table_.name) + " does not have"
                   : "the query gives the column " + base::quoted(name) + ", which the table " +
                         base::quoted(table_.name) + " does not declare",
               table_.columns_are_guessed
                   ? "write “columns: {\"*\": auto}” to take all columns, or leave it out of the SELECT list"
                   : "declare it under “columns” with its type, or leave it out of the SELECT list");
    }
}

void Intake::find_key() {
    for (const auto& name : table_.key) {
        const auto at = std::find_if(targets_.begin(), targets_.end(), [&](const Target& target) {
            return (target.column != nullptr ? target.column->name : base::lowered(target.header)) == name;
        });
        if (at != targets_.end()) {
            key_.push_back(static_cast<std::size_t>(at - targets_.begin()));
            continue;
        }
        std::vector<std::string> names;
        for (const auto& target : targets_) names.push_back(target.header);
        report(diag::code::unknown_column, table_.span,
               "the query of " + base::quoted(table_.name) + " gives no column " + base::quoted(name) + " for its key",
               meant(name, names));
    }
}

void Intake::refuse_bytes(std::size_t column) {
    report(code::cell_type, table_.remote_query.span,
           "the column " + base::quoted(remote_[column].name) + " holds binary data, which a table cannot",
           "leave it out of the SELECT list, or convert it to text in the query");
}

bool Intake::found_bytes(std::size_t column) {
    const bool is_wanted =
        std::any_of(targets_.begin(), targets_.end(), [&](const auto& target) { return target.remote == column; });
    if (is_wanted) refuse_bytes(column);
    return !is_wanted;
}

bool Intake::begin(std::vector<odbc::RemoteColumn> columns) {
    remote_ = std::move(columns);
    for (std::size_t i = 0; i < remote_.size(); ++i) {
        const auto& name = remote_[i].name;
        const bool twice = std::any_of(remote_.begin(), remote_.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const auto& other) { return other.name == name; });
        if (name.empty() || twice) {
            report(code::undeclared_column, table_.remote_query.span,
                   name.empty() ? "column " + std::to_string(i + 1) + " of the query has no name"
                                : "the query gives two columns of the name " + base::quoted(name),
                   "give it a name of its own: SELECT … AS name");
        }
        if (remote_[i].kind == odbc::Kind::binary) refuse_bytes(i);
    }
    if (remote_.size() > kMostColumns) {
        report(diag::code::file_too_large, table_.remote_query.span,
               fmt::format("the query gives {} columns; at most {} are read", remote_.size(), kMostColumns),
               "leave out columns that no briefing shows");
    }
    if (!diagnostics_.empty()) return false;
    match_known();
    settle_unknown();
    if (diagnostics_.empty()) find_key();
    if (!diagnostics_.empty()) return false;
    row_.resize(targets_.size());
    store_ = std::make_unique<RowStore>(targets_.size());
    return true;
}

void Intake::check(Target& target, const std::string& cell) {
    if (target.faulty) return;
    const auto place = target.column != nullptr ? target.column->span : table_.remote_query.span;
    target.faulty = true;
    if (base::first_invalid_utf8(cell)) {
        report(diag::code::not_utf8, place, "the column " + base::quoted(target.header) + " has text that is not UTF-8",
               "let the connection string ask for UTF-8, or convert the column in the query");
    } else if (const auto bad = base::first_not_xml(cell)) {
        report(diag::code::control_character, place,
               fmt::format("the column “{}” has the character U+{:04X}, which is not text", target.header,
                           static_cast<std::uint32_t>(base::code_point_at(cell, *bad).value)),
               "remove it in the query, as by replace()");
    } else if (std::string made;
               target.column != nullptr && std::holds_alternative<BadCell>(typed(cell, *target.column, {}, made))) {
        report(code::cell_type, place,
               base::quoted(base::shortened(cell, kShownCell)) + " is not " + expected(target.column->type) +
                   ", as column " + base::quoted(target.header) +
                   (table_.columns_are_guessed ? " of the snapshot holds" : " holds"),
               table_.columns_are_guessed
                   ? "declare the columns with their types under “columns”, or convert it in the query"
                   : "give the column another type under “columns”, or convert it in the query");
    } else {
        target.faulty = false;
    }
}

bool Intake::take(const std::vector<std::optional<std::string>>& cells) {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        auto& target = targets_[i];
        const auto& cell = cells[target.remote];
        row_[i] = cell ? canonical(*cell, target.kind, target.declared()) : std::string();
        check(target, row_[i]);
    }
    if (!diagnostics_.empty()) return true;  // the first fault of every column is told
    if (store_->add(RowStore::Side::after, row_)) return true;
    report(diag::code::write_failed, table_.span,
           "the rows of " + base::quoted(table_.name) + " could not be kept for sorting: " + store_->fault(),
           "free space in the folder for temporary files, or name another in TMPDIR");
    return false;
}

}  // namespace precis::data
