// edition.json becomes a record again. Keys that are not known are passed over, so that a form may grow; a form with a
// larger number is refused.

#include "base/file_bytes.h"
#include "base/numbers.h"
#include "diag/codes.h"
#include "json/node.h"
#include "publish/manifest.h"

namespace precis::publish {
namespace {

using json::Node;
using Kind = Node::Kind;

std::string text_of(const Node& node, std::string_view key) {
    const auto* value = node.find(key);
    return value != nullptr && value->kind == Kind::string ? value->text.text : std::string();
}

std::size_t number_of(const Node& node, std::string_view key) {
    const auto* value = node.find(key);
    if (value == nullptr || value->kind != Kind::number) return 0;
    const auto number = base::parse_integer(value->text.text).value_or(0);
    return number < 0 ? 0 : static_cast<std::size_t>(number);
}

bool flag_of(const Node& node, std::string_view key) {
    const auto* value = node.find(key);
    return value != nullptr && value->kind == Kind::boolean && value->boolean;
}

template <class Each>
void each_of(const Node& node, std::string_view key, Each each) {
    const auto* list = node.find(key);
    if (list == nullptr || list->kind != Kind::array) return;
    for (const auto& item : list->items) each(item);
}

std::vector<std::string> texts_of(const Node& node, std::string_view key) {
    std::vector<std::string> texts;
    each_of(node, key, [&](const Node& item) { texts.push_back(item.text.text); });
    return texts;
}

std::vector<std::pair<std::string, std::string>> pairs_of(const Node& node, std::string_view key) {
    std::vector<std::pair<std::string, std::string>> pairs;
    const auto* object = node.find(key);
    if (object == nullptr || object->kind != Kind::object) return pairs;
    for (const auto& member : object->members) pairs.emplace_back(member.key.text, member.value.text.text);
    return pairs;
}

ManifestFile file_of(const Node& node) {
    return {text_of(node, "path"), text_of(node, "sha256"), number_of(node, "bytes"), text_of(node, "sum")};
}

ManifestPlace place_of(const Node& node) {
    return {text_of(node, "file"), number_of(node, "line"), number_of(node, "column"), number_of(node, "length"),
            text_of(node, "line-text")};
}

std::vector<ManifestFinding> findings_of(const Node& node) {
    std::vector<ManifestFinding> findings;
    each_of(node, "warnings", [&](const Node& item) {
        ManifestFinding finding{
            text_of(item, "code"), text_of(item, "message"), text_of(item, "remedy"), place_of(item), {}};
        each_of(item, "notes",
                [&](const Node& note) { finding.notes.emplace_back(text_of(note, "message"), place_of(note)); });
        findings.push_back(std::move(finding));
    });
    return findings;
}

ManifestValue value_of(const Node& node) {
    ManifestValue value{text_of(node, "name"),      text_of(node, "value"),
                        text_of(node, "unit"),      text_of(node, "period"),
                        text_of(node, "qualifier"), text_of(node, "status"),
                        text_of(node, "query"),     text_of(node, "label"),
                        texts_of(node, "sources"),  texts_of(node, "set-for-build"),
                        texts_of(node, "tables"),   texts_of(node, "facts"),
                        texts_of(node, "values"),   {}};
    each_of(node, "places", [&](const Node& place) {
        value.places.push_back({text_of(place, "kind"), text_of(place, "text"), text_of(place, "sentence"),
                                text_of(place, "exhibit"), place_of(place), texts_of(place, "pages")});
    });
    return value;
}

void read_outputs(const Node& node, std::vector<ManifestOutput>& outputs) {
    each_of(node, "outputs", [&](const Node& output) {
        outputs.push_back({file_of(output), number_of(output, "pages"), flag_of(output, "encrypted")});
    });
}

TargetRecord target_of(const Node& node) {
    TargetRecord target;
    target.name = text_of(node, "name");
    target.output = text_of(node, "output");
    target.audience = text_of(node, "audience");
    target.language = text_of(node, "language");
    target.date = text_of(node, "date");
    target.title = text_of(node, "title");
    target.pages = number_of(node, "pages");
    target.steps = texts_of(node, "steps");
    target.setting = pairs_of(node, "setting");
    target.reads = pairs_of(node, "reads");
    target.tables = pairs_of(node, "tables");
    target.findings = findings_of(node);
    target.forgets = flag_of(node, "always-built");
    each_of(node, "sources", [&](const Node& source) {
        target.sources.push_back({text_of(source, "id"), text_of(source, "title"), text_of(source, "date"),
                                  text_of(source, "max-age"), text_of(source, "fresh-until")});
    });
    each_of(node, "names", [&](const Node& name) { target.names.push_back(value_of(name)); });
    each_of(node, "texts", [&](const Node& texts) {
        target.texts.push_back({text_of(texts, "page"), texts_of(texts, "sentences")});
    });
    each_of(node, "accepted", [&](const Node& reason) {
        target.accepted.push_back({text_of(reason, "code"), text_of(reason, "because")});
    });
    read_outputs(node, target.outputs);
    if (const auto* previous = node.find("previous")) target.previous.push_back(target_of(*previous));
    return target;
}

/// The first form: a file for each target, OUTPUT.manifest.json, without a version.
EditionRecord of_first_form(const Node& node) {
    EditionRecord edition;
    edition.program = text_of(node, "program");
    edition.briefing = text_of(node, "briefing");
    edition.date = text_of(node, "date");
    each_of(node, "inputs", [&](const Node& input) { edition.inputs.push_back(file_of(input)); });
    TargetRecord target;
    target.output = text_of(node, "output");
    target.audience = text_of(node, "audience");
    target.language = text_of(node, "language");
    target.date = edition.date;
    target.name = target.output + (target.audience.empty() ? "" : "." + target.audience);
    target.forgets = true;
    each_of(node, "values", [&](const Node& value) { target.names.push_back(value_of(value)); });
    each_of(node, "accepted", [&](const Node& reason) {
        target.accepted.push_back({text_of(reason, "code"), text_of(reason, "because")});
    });
    read_outputs(node, target.outputs);
    edition.targets.push_back(std::move(target));
    return edition;
}

EditionRecord edition_of(const Node& node) {
    EditionRecord edition;
    edition.program = text_of(node, "program");
    edition.build = text_of(node, "build");
    edition.briefing = text_of(node, "briefing");
    edition.title = text_of(node, "title");
    edition.date = text_of(node, "date");
    edition.folder = text_of(node, "folder");
    each_of(node, "inputs", [&](const Node& input) { edition.inputs.push_back(file_of(input)); });
    edition.data = texts_of(node, "data");
    edition.findings = findings_of(node);
    each_of(node, "targets", [&](const Node& target) { edition.targets.push_back(target_of(target)); });
    edition.left = texts_of(node, "left");
    return edition;
}

}  // namespace

std::optional<TargetRecord> read_target(const std::string& text) {
    diag::Diagnostics ignored;
    const auto node = json::parse(std::make_shared<diag::SourceText>("record", text)).take(ignored);
    if (!node || node->kind != Kind::object) return std::nullopt;
    return target_of(*node);
}

diag::Result<EditionRecord> parse_edition(std::string text, const std::string& name) {
    diag::Diagnostics diagnostics;
    const auto node = json::parse(std::make_shared<diag::SourceText>(name, std::move(text))).take(diagnostics);
    if (!node || diag::has_errors(diagnostics)) return diagnostics;
    const auto* form = node->find("edition");
    if (form == nullptr && node->find("outputs") != nullptr && node->find("inputs") != nullptr)
        return of_first_form(*node);
    const auto number =
        form != nullptr && form->kind == Kind::number ? base::parse_integer(form->text.text) : std::nullopt;
    if (!number || *number < 1 || node->find("targets") == nullptr)
        return diag::error(diag::code::wrong_type, node->span, "this is not the record of an edition",
                           "name an edition.json, or the folder that has one");
    if (*number > kEditionForm)
        return diag::error(diag::code::wrong_version, form->span,
                           "the edition has the form " + std::to_string(*number) + ", and this program reads up to " +
                               std::to_string(kEditionForm),
                           "use the precis that wrote it or a newer one, or build the edition again");
    return edition_of(*node);
}

diag::Result<EditionRecord> read_edition(const std::filesystem::path& file) {
    auto bytes = base::file_bytes(file);
    if (!bytes)
        return diag::error(diag::code::file_unreadable, {}, "“" + file.string() + "” cannot be read",
                           "build the edition first: precis build");
    return parse_edition(std::move(*bytes), file.string());
}

}  // namespace precis::publish
