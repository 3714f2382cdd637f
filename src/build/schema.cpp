// Each mapping becomes a definition under `$defs`; a key's shape becomes the alternatives of its value.
#include "build/schema.h"

#include <algorithm>
#include <functional>

#include "build/compare/diff_schema.h"
#include "build/record/edition_schema.h"
#include "json/writer.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/citation_keys.h"
#include "vocabulary/collect_keys.h"
#include "vocabulary/layout_keys.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/project_keys.h"

namespace precis::build {
namespace {

using vocabulary::Key;
using vocabulary::Mapping;
using vocabulary::Shape;

struct Kind {
    std::string_view name;
    const Mapping& root;
};
const Kind kKinds[] = {{"briefing", vocabulary::keys::briefing},
                       {"translation", vocabulary::keys::translation},
                       {"layout", vocabulary::keys::layout},
                       {"model", vocabulary::keys::data_model},
                       {"project", vocabulary::keys::project},
                       {"audiences", vocabulary::keys::audiences_file},
                       {"brand", vocabulary::keys::brand},
                       {"citation-style", vocabulary::keys::citation_style},
                       {"repositories", vocabulary::keys::repositories_file},
                       {"attendance", vocabulary::keys::attendance_file}};

constexpr unsigned kSpelled = vocabulary::kText | vocabulary::kProse | vocabulary::kWords | vocabulary::kSql |
                              vocabulary::kPath | vocabulary::kColor | vocabulary::kLength | vocabulary::kDate;

class Schema {
  public:
    std::string run(const Mapping& root) {
        writer_.begin_object();
        writer_.member("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer_.member("title", "precis: " + std::string(root.name));
        write_mapping(root);
        writer_.key("$defs").begin_object();
        for (std::size_t next = 0; next < used_.size(); ++next) {  // a definition may use more
            writer_.key(used_[next]->name).begin_object();
            write_mapping(*used_[next]);
            writer_.end_object();
        }
        writer_.end_object().end_object();
        return writer_.take();
    }

  private:
    /// The members of an object's schema; the object is open.
    void write_mapping(const Mapping& mapping) {
        writer_.member("description", mapping.sentence);
        if (mapping.variants.front() != nullptr) return write_variants(mapping, 0);
        writer_.member("type", "object");
        writer_.key("properties").begin_object();
        each_key(mapping, [&](const Key& key) {
            writer_.key(key.name).begin_object();
            writer_.member("description", description_of(key));
            // What other programs read is for them to check.
            if (key.state != Key::State::elsewhere) write_value(key);
            writer_.end_object();
        });
        writer_.end_object();
        write_required(mapping);
        write_own_names(mapping.find("x"));
        if (mapping.named == nullptr) {
            writer_.key("additionalProperties").boolean(mapping.open);
        } else {
            writer_.key("additionalProperties").begin_object();
            write_shape({vocabulary::kMapping | vocabulary::kList, mapping.named}, {});
            writer_.end_object();
        }
    }

    /// The variant whose first key is there; without any of these keys, the first variant, which then asks for its key.
    void write_variants(const Mapping& mapping, std::size_t first) {
        const auto next = first + 1;
        const bool last = next == mapping.variants.size() || mapping.variants[next] == nullptr;
        if (last) {
            writer_.member("$ref", reference_to(*mapping.variants[first]));
            return;
        }
        const auto key = mapping.variants[next]->groups.front().front().name;
        writer_.key("if").begin_object().member("type", "object");
        writer_.key("properties").begin_object().key(key).boolean(true).end_object();
        writer_.key("required").begin_array().string(key).end_array().end_object();
        writer_.key("then").begin_object().member("$ref", reference_to(*mapping.variants[next])).end_object();
        writer_.key("else").begin_object();
        if (next + 1 < mapping.variants.size() && mapping.variants[next + 1] != nullptr) {
            Mapping rest = mapping;
            rest.variants = {mapping.variants[first], mapping.variants[next + 1]};
            write_variants(rest, 0);
        } else {
            writer_.member("$ref", reference_to(*mapping.variants[first]));
        }
        writer_.end_object();
    }

    /// Names that begin with x- are the author's; beside a channel `x`, `x-axis` and `x-title` are mistaken for it.
    void write_own_names(const Key* channel = nullptr) {
        std::string pattern = "^x-";
        if (channel != nullptr && channel->shape.of != nullptr) {
            pattern += "(?!(axis";
            each_key(*channel->shape.of, [&](const Key& key) { pattern += "|" + std::string(key.name); });
            pattern += ")$)";
        }
        writer_.key("patternProperties").begin_object().key(pattern).boolean(true).end_object();
    }

    void write_required(const Mapping& mapping) {
        writer_.key("required").begin_array();
        each_key(mapping, [&](const Key& key) {
            if (key.state == Key::State::required) writer_.string(key.name);
        });
        writer_.end_array();
    }

    static void each_key(const Mapping& mapping, const std::function<void(const Key&)>& visit) {
        for (const auto& group : mapping.groups)
            for (const auto& key : group)
                if (key.state != Key::State::later) visit(key);
    }

    static std::string description_of(const Key& key) {
        std::string text(key.sentence);
        if (!key.fallback.empty()) text += " Default: " + std::string(key.fallback) + ".";
        if (!key.example.empty()) text += " Example: " + std::string(key.name) + ": " + std::string(key.example);
        return text;
    }

    void write_value(const Key& key) { write_shape(key.shape, key.other); }

    void write_shape(const Shape& shape, const Shape& other) {
        writer_.key("anyOf").begin_array();
        for (const auto* form : {&shape, &other}) {
            if (form->types == 0) continue;
            if ((form->types & vocabulary::kNamed) != 0) {
                writer_.begin_object().member("type", "object");
                if ((form->types & vocabulary::kOwnNames) != 0) write_own_names();
                writer_.key("additionalProperties").begin_object();
                writer_.key("anyOf").begin_array();
                write_alternatives(*form);
                if ((form->types & vocabulary::kList) != 0) write_list(*form);
                writer_.end_array().end_object().end_object();
                continue;
            }
            write_alternatives(*form);
            if ((form->types & vocabulary::kList) != 0) write_list(*form);
        }
        writer_.end_array();
    }

    void write_list(const Shape& shape) {
        writer_.begin_object().member("type", "array").key("items").begin_object().key("anyOf").begin_array();
        write_alternatives(shape);
        writer_.end_array().end_object().end_object();
    }

    /// One schema for each type that a value may have, lists and names aside.
    void write_alternatives(const Shape& shape) {
        if ((shape.types & kSpelled) != 0) {
            writer_.begin_object().key("type").begin_array();
            writer_.string("string").string("number").string("boolean").end_array().end_object();
        }
        if ((shape.types & vocabulary::kVersion) != 0)
            writer_.begin_object().key("enum").begin_array().integer(1).string("1").end_array().end_object();
        if ((shape.types & vocabulary::kBoolean) != 0) {
            writer_.begin_object().key("enum").begin_array().boolean(true).boolean(false);
            writer_.string("true").string("false").end_array().end_object();
        }
        if ((shape.types & vocabulary::kInteger) != 0) write_number("integer", "^-?(0|[1-9][0-9]*)$");
        if ((shape.types & vocabulary::kNumber) != 0)
            write_number("number", "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$");
        if ((shape.types & vocabulary::kWord) != 0) {
            writer_.begin_object().key("enum").begin_array();
            for (const auto& word : shape.set->names()) writer_.string(word);
            writer_.end_array().end_object();
        }
        if ((shape.types & vocabulary::kMapping) == 0) return;
        writer_.begin_object();
        if (shape.of != nullptr) {
            writer_.member("$ref", reference_to(*shape.of));
        } else {
            writer_.member("type", "object");  // of words: a row
            writer_.key("additionalProperties").begin_object().key("type").begin_array();
            for (const auto* type : {"string", "number", "boolean", "null"}) writer_.string(type);
            writer_.end_array().end_object();
        }
        writer_.end_object();
    }

    /// A number, in quotes or without: the readers look at its spelling alone.
    void write_number(std::string_view type, std::string_view pattern) {
        writer_.begin_object().key("type").begin_array().string(type).string("string").end_array();
        writer_.member("pattern", pattern).end_object();
    }

    std::string reference_to(const Mapping& mapping) {
        if (std::find(used_.begin(), used_.end(), &mapping) == used_.end()) used_.push_back(&mapping);
        return "#/$defs/" + std::string(mapping.name);
    }

    json::Writer writer_;
    std::vector<const Mapping*> used_;  // that need a definition, in the order of their first use
};

}  // namespace

std::vector<std::string> schema_kinds() {
    std::vector<std::string> names;
    for (const auto& kind : kKinds) names.emplace_back(kind.name);
    return names;
}

std::vector<std::string> schemas_of_printed() {
    return {"edition", "diff"};
}

std::optional<std::string> schema_of(std::string_view kind) {
    if (kind == "edition") return edition_schema();
    if (kind == "diff") return diff_schema();
    for (const auto& known : kKinds)
        if (known.name == kind) return Schema().run(known.root);
    return std::nullopt;
}

}  // namespace precis::build
