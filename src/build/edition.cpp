// The inputs of a build are the source files of the spans that its values carry; the manifest hashes them.
#include "build/edition.h"

#include <algorithm>

#include "base/numbers.h"
#include "build/version.h"
#include "doc/exhibits.h"
#include "publish/manifest.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

class Inputs {
  public:
    explicit Inputs(fs::path root) : root_(std::move(root)) {}

    void add(const fs::path& file) {
        std::error_code failed;
        if (file.empty() || !fs::is_regular_file(file, failed)) return;
        auto path = file.lexically_normal();
        if (std::find(files_.begin(), files_.end(), path) == files_.end()) files_.push_back(std::move(path));
    }
    /// The file of the span; a source's name is its path below the root.
    void add(const diag::Span& span) {
        if (!span || span.source == last_) return;
        last_ = span.source;
        add(root_ / span.source->name());
    }
    std::vector<fs::path> take() { return std::move(files_); }

  private:
    fs::path root_;
    std::vector<fs::path> files_;
    diag::Source last_;
};

/// The path below the first of the folders that holds the file, else its bare name: a manifest never shows where a
/// machine keeps its files.
std::string shown(const fs::path& file, const std::vector<fs::path>& folders) {
    for (const auto& folder : folders) {
        if (folder.empty()) continue;
        const auto relative = file.lexically_relative(folder.lexically_normal());
        if (!relative.empty() && *relative.begin() != "..") return relative.generic_string();
    }
    return file.filename().generic_string();
}

}  // namespace

Edition edition_of(const Prepared& prepared, const style::Layout& layout, const doc::Document& document) {
    const auto& project = prepared.project;
    Inputs inputs(project.root);
    inputs.add(prepared.briefing.path);
    inputs.add(prepared.briefing.translation);
    inputs.add(project.root / "precis.yaml");
    for (const auto& audience : project.audiences) inputs.add(audience.name.span);
    if (prepared.database) {
        const auto& model = prepared.database->model();
        inputs.add(model.path);
        for (const auto& source : model.sources) inputs.add(source.span);
        for (const auto& fact : model.facts) inputs.add(fact.span);
        for (const auto& file : prepared.database->files_read()) inputs.add(file);
    }
    for (const auto& file : layout.files) inputs.add(file);
    for (const auto* exhibit : doc::every_exhibit(document)) {
        if (const auto* picture = std::get_if<doc::Picture>(&exhibit->content)) inputs.add(fs::path(picture->path));
        const auto* chart = std::get_if<doc::Chart>(&exhibit->content);
        if (chart != nullptr && chart->map && chart->map->outline) inputs.add(chart->map->outline->file);
    }

    Edition edition;
    edition.inputs = inputs.take();
    edition.facts = document.facts;
    for (const auto& source : document.sources)
        if (!source.id.empty()) edition.sources.push_back(source.id);
    for (const auto& number : document.numbers)
        edition.values.push_back({number.name, number.number ? base::shortest(*number.number) : number.text,
                                  number.unit, number.from.query, number.from.sources, number.from.set});
    edition.accepted = document.accepted;
    return edition;
}

publish::File manifest_of(const Prepared& prepared, const bind::Target& target, const Edition& edition,
                          const Rendered& rendered, const Setting& setting) {
    const std::vector<fs::path> folders{prepared.project.root, setting.layouts, setting.installed};
    publish::Manifest manifest;
    manifest.program = "precis " + std::string(version());
    manifest.briefing = shown(prepared.briefing.path, folders);
    manifest.date = target.date;
    manifest.audience = target.audience;
    manifest.output = target.output;
    manifest.language = target.language;
    for (const auto& file : edition.inputs) {
        if (auto sum = publish::manifest_file_at(shown(file, folders), file)) {
            manifest.inputs.push_back(std::move(*sum));
        }
    }
    manifest.facts = edition.facts;
    manifest.values = edition.values;
    manifest.set.assign(target.set.begin(), target.set.end());
    for (const auto& answer : edition.accepted) manifest.accepted.push_back({answer.code, answer.reason});
    for (const auto& file : rendered.files) {
        manifest.outputs.push_back(
            {publish::manifest_file(file.path.generic_string(), file.bytes), file.pages, file.encrypted});
    }
    return {rendered.name + ".manifest.json", publish::to_json(std::move(manifest)) + "\n"};
}

}  // namespace precis::build
