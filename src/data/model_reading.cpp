// Files below the root, and records from rows of CSV and from YAML mappings.
#include "data/model_reading.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/limits.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "data/codes.h"
#include "data/files/csv.h"
#include "data/files/text_bytes.h"
#include "data/tables/table_sniff.h"
#include "data/words.h"
#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::data {
namespace fs = std::filesystem;
namespace {

std::string near_file(const fs::path& wanted) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator it(wanted.parent_path(), error), end; !error && it != end; it.increment(error))
        names.push_back(it->path().filename().string());
    std::sort(names.begin(), names.end());
    const auto near = base::nearest(wanted.filename().string(), names);
    return near ? base::did_you_mean(*near) : std::string();
}

/// For each column of the header its index in the form's names; names.size() for an unknown one, which is reported.
std::vector<std::size_t> slots_of(const std::vector<CsvCell>& header, const RecordForm& form,
                                  const diag::Source& source, diag::Diagnostics& diagnostics) {
    std::vector<std::size_t> slots;
    std::vector<bool> seen(form.names.size());
    for (const auto& cell : header) {
        std::string name(cell.text);
        if (form.hyphens) std::replace(name.begin(), name.end(), '_', '-');
        const auto slot =
            static_cast<std::size_t>(std::find(form.names.begin(), form.names.end(), name) - form.names.begin());
        slots.push_back(slot);
        const diag::Span span{source, cell.begin, cell.end};
        if (slot == form.names.size()) {
            diagnostics.push_back(
                diag::error(code::undeclared_column, span,
                            "the column " + base::quoted(name) + " is not one that " + form.what + " has",
                            meant(name, form.names)));
        } else if (seen[slot]) {
            diagnostics.push_back(diag::error(code::csv_syntax, span,
                                              "the column " + base::quoted(name) + " is in the header twice",
                                              "give each column a name of its own"));
        } else {
            seen[slot] = true;
        }
    }
    for (const auto& name : form.required) {
        const auto slot = std::find(form.names.begin(), form.names.end(), name) - form.names.begin();
        if (!seen[static_cast<std::size_t>(slot)]) {
            diagnostics.push_back(
                diag::error(code::missing_column, {source, 0, header.empty() ? 0 : header.back().end},
                            "the column " + base::quoted(name) + " is missing; " + form.what + " needs it",
                            "add it to the header row"));
        }
    }
    return slots;
}

/// A scalar's text; where the key takes a list, the texts of a list joined by semicolons.
Written written(const yaml::Node& node, const std::string& name, const RecordForm& form,
                diag::Diagnostics& diagnostics) {
    const auto* key = form.mapping->find(name);
    const bool takes_list = key != nullptr && (key->shape.types & vocabulary::kList) != 0;
    Written value{{}, node.span};
    if (node.kind == yaml::Node::Kind::sequence && takes_list) {
        for (const auto& item : node.items) {
            if (const auto text = yaml::as_text(item, "a text", diagnostics)) {
                value.text += (value.text.empty() ? "" : "; ") + text->text;
            }
        }
    } else if (const auto text = yaml::as_text(node, base::quoted(name), diagnostics)) {
        value.text = text->text;
    }
    return value;
}

}  // namespace

bool is_below(const fs::path& file, const fs::path& root) {
    const auto [end, at] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    (void)at;
    return end == root.end();
}

RecordForm::RecordForm(const vocabulary::Mapping& keys) : mapping(&keys), what(keys.what), names{"id"}, required{"id"} {
    for (const auto& key : keys.groups.front()) {
        names.emplace_back(key.name);
        if (key.state == vocabulary::Key::State::required) required.emplace_back(key.name);
    }
}

std::string shown_name(const fs::path& file, const fs::path& root) {
    return file.lexically_relative(root).generic_string();
}

std::optional<fs::path> path_below_root(const diag::Text& name, ModelReading& reading) {
    std::error_code error;
    auto file = fs::weakly_canonical(reading.folder / name.text, error);
    if (!error && is_below(file, reading.root)) return file;
    reading.diagnostics.push_back(diag::error(
        diag::code::file_outside_root, name.span, base::quoted(name.text) + " lies outside the project's folder",
        "only files below the folder of precis.yaml are read: move the file there"));
    return std::nullopt;
}

std::optional<fs::path> file_below_root(const diag::Text& name, ModelReading& reading) {
    auto file = path_below_root(name, reading);
    std::error_code error;
    if (file && !fs::is_regular_file(*file, error)) {
        reading.diagnostics.push_back(diag::error(diag::code::file_not_found, name.span,
                                                  "there is no file " + base::quoted(shown_name(*file, reading.root)),
                                                  near_file(reading.folder / name.text)));
        return std::nullopt;
    }
    return file;
}

namespace {

diag::Diagnostic too_large(base::Limit limit, const std::string& shown, std::int64_t size) {
    return diag::error(diag::code::file_too_large, {},
                       base::quoted(shown) + " has more than " + std::to_string(base::limit(limit)) + " bytes",
                       "keep large tables in CSV files under `tables:`; else " + base::how_to_raise(limit, size));
}

}  // namespace

diag::Source read_source(const fs::path& file, std::string shown, diag::Span wanted_by,
                         diag::Diagnostics& diagnostics) {
    std::error_code failed;
    const auto size = static_cast<std::int64_t>(fs::file_size(file, failed));
    if (!failed && size > base::limit(base::Limit::json_bytes)) {
        diagnostics.push_back(too_large(base::Limit::json_bytes, shown, size));
        return nullptr;
    }
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
    if (!in.is_open() || in.bad()) {
        diagnostics.push_back(diag::error(diag::code::file_unreadable, std::move(wanted_by),
                                          base::quoted(shown) + " cannot be read", "check its permissions"));
        return nullptr;
    }
    return std::make_shared<const diag::SourceText>(std::move(shown), std::move(text).str(),
                                                    fs::absolute(file).lexically_normal());
}

diag::Source read_as_utf8(const fs::path& file, const std::string& shown, diag::Diagnostics& diagnostics) {
    TextBytes bytes(file, {});
    std::string text;
    while (bytes.readable()) {
        const auto piece = first_bytes(bytes, 1u << 20);
        if (piece.empty()) break;
        text += piece;
        if (const auto size = static_cast<std::int64_t>(text.size()); size > base::limit(base::Limit::record_bytes)) {
            diagnostics.push_back(too_large(base::Limit::record_bytes, shown, size));
            return nullptr;
        }
    }
    if (!bytes.readable() || bytes.fault() != nullptr) {
        const auto* fault = bytes.fault();
        diagnostics.push_back(diag::error(fault ? fault->code : diag::code::file_unreadable, {},
                                          base::quoted(shown) + (fault ? ": " + fault->message : " cannot be read"),
                                          fault ? fault->remedy : "check its permissions"));
        return nullptr;
    }
    return std::make_shared<const diag::SourceText>(shown, std::move(text), fs::absolute(file).lexically_normal());
}

void read_csv_records(const fs::path& file, const RecordForm& form, ModelReading& reading, const TakeRecord& take) {
    const auto source = read_as_utf8(file, shown_name(file, reading.root), reading.diagnostics);
    if (!source) return;
    CsvReader csv(std::string_view(source->text()),
                  delimiter_of(source->text(), file.extension() == ".tsv" ? '\t' : ','));
    const auto report = [&] {
        const auto& fault = csv.fault();
        reading.diagnostics.push_back(
            diag::error(fault.code, {source, fault.begin, fault.end}, fault.message, fault.remedy));
    };
    const auto first = csv.next();
    if (first == CsvReader::Step::fault) return report();
    if (first == CsvReader::Step::end) {
        reading.diagnostics.push_back(
            diag::error(diag::code::empty_file, {source, 0, 0},
                        "the file is empty; expected a header row with the names of the columns",
                        "export it again, or write the header row"));
        return;
    }
    const auto slots = slots_of(csv.cells(), form, source, reading.diagnostics);
    for (;;) {
        const auto step = csv.next();
        if (step == CsvReader::Step::end) return;
        if (step == CsvReader::Step::fault) return report();
        const auto& cells = csv.cells();
        const diag::Span row{source, cells.front().begin, cells.back().end};
        if (cells.size() != slots.size()) {
            reading.diagnostics.push_back(
                diag::error(code::csv_syntax, row,
                            "this row has " + std::to_string(cells.size()) + " cells; the header row has " +
                                std::to_string(slots.size()) + " columns",
                            "put a cell that holds a comma in quotes, or add the commas of empty cells"));
            continue;
        }
        Record record{std::vector<Written>(form.names.size(), Written{{}, row}), row};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (slots[i] < record.values.size())
                record.values[slots[i]] = {std::string(cells[i].text), {source, cells[i].begin, cells[i].end}};
        }
        take(std::move(record));
    }
}

void read_yaml_records(const yaml::Node& node, const RecordForm& form, ModelReading& reading, const TakeRecord& take) {
    for (const auto& entry : node.entries) {
        if (entry.key.text.rfind("x-", 0) == 0) continue;
        const auto faults = reading.diagnostics.size();
        yaml::Fields fields(entry.value, form.what, reading.diagnostics);
        if (reading.diagnostics.size() > faults) continue;  // not a mapping
        Record record{std::vector<Written>(form.names.size(), Written{{}, entry.key.span}), entry.key.span};
        record.values[0] = {entry.key.text, entry.key.span};
        for (std::size_t i = 1; i < form.names.size(); ++i) {
            const auto& name = form.names[i];
            if (const auto* value = fields.node(name))
                record.values[i] = written(*value, name, form, reading.diagnostics);
        }
        fields.finish();
        take(std::move(record));
    }
}

}  // namespace precis::data
