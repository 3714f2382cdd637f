// Finds the model as a build would, but does not ask for the snapshots that it names.
#include "build/refresh.h"

#include <algorithm>

#include "base/phrases.h"
#include "build/open_briefing.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

/// The model's path, and the place that names it.
std::optional<diag::Text> model_file(const RefreshRequest& request, const spec::Project& project,
                                     diag::Diagnostics& diagnostics) {
    diag::Text file{model_of(project).string(), project.model_span, {}};
    if (request.briefing.empty()) return file;
    const auto briefing = spec::read(request.briefing, project).take(diagnostics);
    if (!briefing) return std::nullopt;
    if (briefing->model) {
        file.text = (briefing->path.parent_path() / briefing->model->text).lexically_normal().string();
        file.span = briefing->model->span;
    }
    return file;
}

std::vector<const data::TableRecord*> tables_of(const data::Model& model, const std::vector<std::string>& names,
                                                diag::Diagnostics& diagnostics) {
    std::vector<const data::TableRecord*> tables;
    std::vector<std::string> known;
    for (const auto& table : model.tables) {
        if (table.connection.empty()) continue;
        known.push_back(table.name);
        if (names.empty()) tables.push_back(&table);
    }
    const auto report = [&](std::string message, std::string remedy) {
        diagnostics.push_back(diag::error(diag::code::unknown_name, {}, std::move(message), std::move(remedy)));
    };
    if (known.empty()) {
        report("no table of " + base::quoted(model.path.filename().string()) + " has a “connection”",
               "declare one: “orders: {connection: lake, query: SELECT …, file: orders.csv, source: …}”");
        return {};
    }
    for (const auto& name : names) {
        const auto at = std::find_if(model.tables.begin(), model.tables.end(),
                                     [&](const auto& table) { return table.name == name; });
        if (at != model.tables.end() && !at->connection.empty()) {
            if (std::find(tables.begin(), tables.end(), &*at) == tables.end()) tables.push_back(&*at);
        } else if (at != model.tables.end()) {
            report("the table " + base::quoted(name) + " has no “connection”, so there is nothing to refresh",
                   "name a table that has one: " + base::enumerated(known));
        } else {
            report("there is no table " + base::quoted(name), data::meant(name, known));
        }
    }
    return tables;
}

}  // namespace

diag::Result<std::vector<data::Refreshed>> refresh(const RefreshRequest& request, const data::Variable& variable) {
    diag::Diagnostics diagnostics;
    const auto start = request.briefing.empty() ? request.fallback_root : request.briefing.parent_path();
    const auto project = open_project(start, request.root, request.fallback_root).take(diagnostics);
    if (!project) return diagnostics;
    const auto file = model_file(request, *project, diagnostics);
    if (!file || diag::has_errors(diagnostics)) return diagnostics;
    const auto model =
        data::load(file->text, project->root, file->span, data::Snapshots::to_be_written).take(diagnostics);
    if (!model || diag::has_errors(diagnostics)) return diagnostics;
    const auto tables = tables_of(*model, request.tables, diagnostics);
    if (diag::has_errors(diagnostics)) return diagnostics;
    std::vector<data::Refreshed> done;
    for (const auto* table : tables)
        if (auto refreshed = data::refresh(*model, *table, project->root, variable).take(diagnostics))
            done.push_back(std::move(*refreshed));
    return {std::move(done), std::move(diagnostics)};
}

}  // namespace precis::build
