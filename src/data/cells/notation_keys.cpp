// Keys come in the order of the reference.
#include "data/cells/notation_keys.h"

#include <algorithm>
#include <limits>

#include "base/ascii.h"
#include "base/phrases.h"

namespace precis::data {
namespace {

void add_once(std::vector<std::string>& list, std::string_view item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.emplace_back(item);
}

std::string yaml_list(const std::vector<std::string>& declared, const std::vector<std::string>& more) {
    std::vector<std::string> items;
    for (const auto& item : declared) items.push_back(yaml_text(item));
    for (const auto& item : more) add_once(items, yaml_text(item));
    return "[" + base::joined(items, ", ") + "]";
}

}  // namespace

std::string yaml_text(std::string_view text) {
    const bool plain =
        !text.empty() && base::is_letter_or_digit(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
            return base::is_letter_or_digit(c) || c == '.' || c == '/' || c == '-' || c == '_' || c == ' ' ||
                   (static_cast<unsigned char>(c) & 0x80U) != 0;
        });
    if (plain) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string declare_column(const TableRecord& table, const std::string& declaration) {
    const bool all_guessed =
        table.others == OtherColumns::guessed && table.skipped.empty() &&
        std::all_of(table.columns.begin(), table.columns.end(), [](const Column& column) { return column.guessed; });
    if (all_guessed)
        return "write “columns: {" + declaration + ", \"*\": auto}” in the table " + base::quoted(table.name);
    return "write " + base::quoted(declaration) + " in its “columns”";
}

std::string skip_rows(const TableRecord& table, const std::string& rows) {
    std::string list;
    for (const auto& lines : table.left_out) {
        const bool above = lines.first == 1 && lines.last + 1 == table.header_row;  // what precedes the header row
        if (above) continue;
        list += std::to_string(lines.first);
        if (lines.last == std::numeric_limits<std::size_t>::max()) {
            list += "-";
        } else if (lines.last > lines.first) {
            list += "-" + std::to_string(lines.last);
        }
        list += ", ";
    }
    return "skip-rows: [" + list + rows + "]";
}

void NotationKeys::add(const SeenNumber& number, const Notation& declared) {
    if (!number.mark.empty() &&
        std::find(declared.marks.begin(), declared.marks.end(), number.mark) == declared.marks.end())
        add_once(marks, number.mark);
    if (number.parentheses && !declared.negative_parentheses) negative_parentheses = true;
    if (!number.group.empty() && number.group != declared.thousands) thousands = number.group;
    if (number.one_separator || number.decimal == 0) return;
    if (number.decimal != declared.decimal) decimal = number.decimal;
}

void NotationKeys::add_missing(std::string_view word) {
    add_once(missing, word);
}

bool NotationKeys::empty() const {
    return thousands.empty() && decimal == 0 && !negative_parentheses && marks.empty() && missing.empty();
}

std::string NotationKeys::text(const Notation& declared) const {
    std::vector<std::string> keys;
    if (decimal != 0) keys.push_back(std::string("decimal: \"") + decimal + "\"");
    if (!thousands.empty()) keys.push_back(thousands == " " ? "thousands: space" : "thousands: \"" + thousands + "\"");
    if (negative_parentheses) keys.emplace_back("negative-parentheses: true");
    if (!marks.empty()) keys.push_back("marks: " + yaml_list(declared.marks, marks));
    if (!missing.empty()) keys.push_back("missing: " + yaml_list(declared.missing, missing));
    return base::joined(keys, ", ");
}

}  // namespace precis::data
