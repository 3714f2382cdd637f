// A custom XML item with its properties, related to the presentation.
#include "paint/pptx/facts.h"

namespace precis::paint::pptx_file {

void write_facts(Package& package, const scene::Document& document) {
    if (document.facts.empty()) return;
    pugi::xml_document part;
    auto facts = add(part, "facts", {{"xmlns", "urn:precis:facts:1"}});
    for (const auto& fact : document.facts) {
        auto node = add(facts, "fact", {{"id", fact.id}});
        const auto say = [&](const char* name, const std::string& words) {
            if (!words.empty()) node.append_attribute(name).set_value(words.c_str());
        };
        say("subject", fact.subject);
        say("measure", fact.measure);
        say("value", fact.value);
        say("qualifier", fact.qualifier);
        say("unit", fact.unit);
        say("period", fact.period);
        say("status", fact.status);
        say("source", fact.source);
        say("set-for-build", fact.set);
    }
    constexpr const char* kItem = "customXml/item1.xml";
    constexpr const char* kProperties = "customXml/itemProps1.xml";
    pugi::xml_document properties;
    auto item = add(properties, "ds:datastoreItem",
                    {{"ds:itemID", "{5F0B1C52-6C53-4E0B-9B83-0D6E5B1F7A10}"},
                     {"xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml"}});
    add(add(item, "ds:schemaRefs"), "ds:schemaRef", {{"ds:uri", "urn:precis:facts:1"}});
    package.relate("ppt/presentation.xml", "customXml", kItem);
    package.relate(kItem, "customXmlProps", kProperties);
    package.add_part(kItem, "application/xml", printed(part));
    package.add_part(kProperties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
                     printed(properties));
}

}  // namespace precis::paint::pptx_file
