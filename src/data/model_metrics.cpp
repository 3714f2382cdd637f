// Metrics: growth, shares, indices … declared once, with name, unit and definition, for every briefing of the model.
#include "data/reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::data {

void read_metrics(const yaml::Node& node, Reading& reading, Model& model) {
    if (node.kind != yaml::Node::Kind::map) {
        reading.found.push_back(diag::error(diag::code::wrong_type, node.span,
                                            "metrics are a mapping of names to metrics",
                                            "write “metrics: {commits-growth: {query: …, definition: …}}”"));
    }
    for (const auto& entry : node.entries) {
        if (entry.key.text.rfind("x-", 0) == 0) continue;
        MetricRecord metric;
        metric.name = entry.key;
        if (!is_slug(entry.key.text)) {
            reading.found.push_back(diag::error(diag::code::bad_slug, entry.key.span,
                                                "“" + entry.key.text + "” cannot be a metric's name",
                                                "use lower-case letters, digits and single hyphens, a letter first"));
            continue;
        }
        if (const auto* fact = model.fact(entry.key.text)) {
            auto clash = diag::error(diag::code::name_clash, entry.key.span,
                                     "a fact has the name “" + entry.key.text + "” already", "rename one of them");
            clash.notes.push_back({"the fact is here", fact->span});
            reading.found.push_back(std::move(clash));
        }
        yaml::Fields fields(entry.value, "a metric", reading.found);
        // Whoever reads the number must be able to learn what it is.
        for (const auto* key : {"query", "definition"}) {
            if (const auto* given = fields.required(key)) {
                auto& to = std::string_view(key) == "query" ? metric.query : metric.definition;
                if (auto text = yaml::as_text(*given, "a text", reading.found)) to = std::move(*text);
            }
        }
        metric.unit = fields.text("unit");
        metric.qualifier = fields.text("qualifier");
        metric.status = fields.text("status");
        metric.period = fields.text("period");
        metric.label = fields.text("label");
        fields.finish();
        if (!metric.query.text.empty()) model.metrics.push_back(std::move(metric));
    }
}

}  // namespace precis::data
