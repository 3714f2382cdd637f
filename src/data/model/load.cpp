// model.yaml to Model: sources first, because facts and tables name them; then facts, because metrics must not take
// their names.
#include "base/phrases.h"
#include "data/model.h"
#include "data/model_reading.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "yaml/fields.h"

namespace precis::data {

diag::Result<Model> load(const std::filesystem::path& model_yaml, const std::filesystem::path& root,
                         diag::Span wanted_by, Snapshots snapshots) {
    std::error_code error;
    ModelReading reading;
    reading.snapshots = snapshots;
    reading.root = std::filesystem::weakly_canonical(root, error);
    const auto real = std::filesystem::weakly_canonical(model_yaml, error);
    const auto file = error ? std::filesystem::absolute(model_yaml).lexically_normal() : real;
    reading.folder = file.parent_path();
    if (!error && !is_below(file, reading.root)) {
        return diag::error(
            diag::code::file_outside_root, std::move(wanted_by),
            "the data model " + base::quoted(model_yaml.filename().string()) + " lies outside the project's folder",
            "put the file itself into the project; a link does not do");
    }
    auto parsed = yaml::parse_file(file, shown_name(file, reading.root), std::move(wanted_by));
    const auto tree = std::move(parsed).take(reading.diagnostics);
    if (!tree) return std::move(reading.diagnostics);

    Model model;
    model.path = file;
    yaml::Fields fields(*tree, vocabulary::keys::data_model, reading.diagnostics);
    if (const auto* version = fields.required("model")) {
        const auto number = yaml::as_number(*version, reading.diagnostics);
        if (number && *number != 1) {
            reading.diagnostics.push_back(diag::error(diag::code::wrong_version, version->span,
                                                      "this program reads data models of version 1 only",
                                                      "write “model: 1”"));
        }
    }
    if (const auto* sources = fields.node("sources")) read_sources(*sources, reading, model);
    if (const auto* facts = fields.node("facts")) read_facts(*facts, reading, model);
    if (const auto* connections = fields.node("connections")) read_connections(*connections, reading, model);
    if (const auto* tables = fields.node("tables")) read_tables(*tables, reading, model);
    if (const auto* metrics = fields.node("metrics")) read_metrics(*metrics, reading, model);
    fields.finish();
    if (const auto* connections = tree->find("connections")) hide_connection_strings(*connections, reading.diagnostics);
    return {std::move(model), std::move(reading.diagnostics)};
}

}  // namespace precis::data
