// Reads `metrics:`: a name, a query and a definition each, with unit, qualifier, status, period and label.
#include "base/phrases.h"
#include "data/model_reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "yaml/fields.h"

namespace precis::data {

void read_metrics(const yaml::Node& node, ModelReading& reading, Model& model) {
    if (node.kind != yaml::Node::Kind::map) {
        reading.diagnostics.push_back(diag::error(diag::code::wrong_type, node.span,
                                                  "metrics are a mapping of names to metrics",
                                                  "write “metrics: {commits-growth: {query: …, definition: …}}”"));
    }
    for (const auto& entry : node.entries) {
        if (entry.key.text.rfind("x-", 0) == 0) continue;
        MetricRecord metric;
        metric.name = entry.key;
        if (!is_slug(entry.key.text)) {
            reading.diagnostics.push_back(diag::error(
                diag::code::bad_slug, entry.key.span, base::quoted(entry.key.text) + " cannot be a metric's name",
                "use lower-case letters, digits and single hyphens, a letter first"));
            continue;
        }
        if (const auto* fact = model.fact(entry.key.text)) {
            auto clash =
                diag::error(diag::code::name_clash, entry.key.span,
                            "a fact has the name " + base::quoted(entry.key.text) + " already", "rename one of them");
            clash.notes.push_back({"the fact is here", fact->span});
            reading.diagnostics.push_back(std::move(clash));
        }
        yaml::Fields fields(entry.value, vocabulary::keys::metric, reading.diagnostics);
        // Both are required: a number without a definition could not be explained to a reader.
        for (const auto* key : {"query", "definition"}) {
            if (const auto* value = fields.required(key)) {
                auto& target = std::string_view(key) == "query" ? metric.query : metric.definition;
                if (auto text = yaml::as_text(*value, "a text", reading.diagnostics)) target = std::move(*text);
            }
        }
        metric.unit = fields.text("unit");
        metric.qualifier = fields.word<Qualifier>("qualifier");
        metric.status = fields.word<Status>("status");
        if (metric.qualifier == Qualifier::between)
            reading.diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("qualifier")->span,
                                                      "a metric is one number, and lies between no two",
                                                      "write “about”, or a fact with “low” and “high”"));
        if (metric.status == Status::previous)
            reading.diagnostics.push_back(
                diag::error(diag::code::bad_value, fields.node("status")->span,
                            "“previous” is for facts and for rows of charts, not for a metric",
                            "remove it, or give the rows of the chart a column `status`"));
        metric.period = fields.text("period");
        metric.label = fields.text("label");
        metric.may_be_set = fields.boolean("may-be-set").value_or(false);
        fields.finish();
        if (!metric.query.text.empty()) model.metrics.push_back(std::move(metric));
    }
}

}  // namespace precis::data
