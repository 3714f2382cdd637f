// Embedded files, and optional content (layers).
// Source: ISO 19005-3:2012, 6.8 and 6.9; ISO 14289-1:2014, 7.10 and 7.11; ISO 32000-1:2008, 7.11.3 and 8.11.4.
#include <algorithm>

#include "audit/file.h"

namespace precis::audit {
namespace {

bool is_mime(std::string_view type) {
    const auto slash = type.find('/');
    if (slash == 0 || slash == std::string_view::npos || slash + 1 == type.size()) return false;
    return std::all_of(type.begin(), type.end(), [&](const char& c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-+._").find(c) != std::string_view::npos || &c == &type[slash];
    });
}

bool is_relationship(const std::string& name) {
    static const std::set<std::string> kKnown = {"Source",           "Data",     "Alternative", "Supplement",
                                                 "EncryptedPayload", "FormData", "Schema",      "Unspecified"};
    return kKnown.count(name) != 0;
}

void examine_specification(File& file, QPDFObjectHandle specification, const std::set<QPDFObjGen>& associated) {
    const auto where = place(specification, "a file specification");
    const auto name = text_of(specification.getKey("/UF"));
    file.expect(Rule::file_names, !name.empty() && !text_of(specification.getKey("/F")).empty(), where,
                "F or UF is missing");
    file.expect(Rule::file_relationship, is_relationship(word(specification.getKey("/AFRelationship"))), where,
                "AFRelationship of “{}” is “{}”", name, word(specification.getKey("/AFRelationship")));
    file.expect(Rule::file_unassociated, associated.count(specification.getObjGen()) != 0, where,
                "no AF entry has “{}”", name);
    file.expect(Rule::file_description, !text_of(specification.getKey("/Desc")).empty(), where, "“{}” has no Desc",
                name);
    for (auto& [key, stream] : specification.getKey("/EF").getDictAsMap()) {
        const auto type = stream.isStream() ? word(stream.getDict().getKey("/Subtype")) : std::string();
        file.expect(Rule::file_mime, is_mime(type), where, "the MIME type of “{}” is “{}”", name, type);
    }
}

/// Examines one configuration; returns its name.
std::string examine_configuration(File& file, QPDFObjectHandle configuration, Rule name_rule,
                                  const std::vector<QPDFObjectHandle>& layers) {
    const std::string where = "the optional content";
    auto name = text_of(configuration.getKey("/Name"));
    file.expect(name_rule, !name.empty(), where, "a configuration has no name");
    file.expect(Rule::layer_automatic, !configuration.hasKey("/AS"), where, "the configuration “{}” has AS", name);
    if (!configuration.getKey("/Order").isArray()) return name;
    std::set<QPDFObjGen> ordered;
    const auto take = [&](const auto& self, const QPDFObjectHandle& array, int depth) -> void {
        if (depth > 50) return;
        for (auto item : items_of(array)) {
            if (item.isArray()) self(self, item, depth + 1);
            ordered.insert(item.getObjGen());
        }
    };
    take(take, configuration.getKey("/Order"), 0);
    for (const auto& layer : layers)
        file.expect(Rule::layer_order, ordered.count(layer.getObjGen()) != 0, where, "{} is not in the order of “{}”",
                    place(layer, "a layer"), name);
    return name;
}

}  // namespace

void examine_attachments(File& file) {
    std::set<QPDFObjGen> associated;
    auto objects = file.pdf.getAllObjects();
    for (auto object : objects) {
        auto dict = object.isStream() ? object.getDict() : object;
        if (!dict.isDictionary()) continue;
        for (const auto& item : items_of(dict.getKey("/AF"))) associated.insert(item.getObjGen());
    }
    for (auto object : objects)
        if (object.isDictionary() && object.getKey("/EF").isDictionary())
            examine_specification(file, object, associated);
}

void examine_layers(File& file) {
    auto properties = file.root.getKey("/OCProperties");
    if (!properties.isDictionary()) return;
    const auto layers = items_of(properties.getKey("/OCGs"));
    std::set<std::string> names;
    auto first = properties.getKey("/D");
    if (first.isDictionary()) names.insert(examine_configuration(file, first, Rule::layer_default_name, layers));
    for (auto configuration : items_of(properties.getKey("/Configs"))) {
        if (!configuration.isDictionary()) continue;
        const auto name = examine_configuration(file, configuration, Rule::layer_name, layers);
        file.expect(Rule::layer_name_repeated, names.insert(name).second, "the optional content",
                    "two configurations are called “{}”", name);
    }
}

}  // namespace precis::audit
