// The tables of predefined schemas, and the reader of extension schemas.
#include "audit/schemas.h"

#include <algorithm>

namespace precis::audit {
namespace {

constexpr const char* kExtension = "http://www.aiim.org/pdfa/ns/extension/";
constexpr const char* kSchema = "http://www.aiim.org/pdfa/ns/schema#";
constexpr const char* kProperty = "http://www.aiim.org/pdfa/ns/property#";
constexpr const char* kType = "http://www.aiim.org/pdfa/ns/type#";
constexpr const char* kField = "http://www.aiim.org/pdfa/ns/field#";

using Types = std::map<std::string, std::string>;

const std::map<std::string, Types>& schemas() {
    static const std::map<std::string, Types> kKnown = {
        {"http://purl.org/dc/elements/1.1/",
         {{"contributor", "bag Text"},
          {"coverage", "Text"},
          {"creator", "seq Text"},
          {"date", "seq Date"},
          {"description", "Lang Alt"},
          {"format", "Text"},
          {"identifier", "Text"},
          {"language", "bag Text"},
          {"publisher", "bag Text"},
          {"relation", "bag Text"},
          {"rights", "Lang Alt"},
          {"source", "Text"},
          {"subject", "bag Text"},
          {"title", "Lang Alt"},
          {"type", "bag Text"}}},
        {"http://ns.adobe.com/xap/1.0/",
         {{"Advisory", "bag Text"},
          {"BaseURL", "Text"},
          {"CreateDate", "Date"},
          {"CreatorTool", "Text"},
          {"Identifier", "bag Text"},
          {"Label", "Text"},
          {"MetadataDate", "Date"},
          {"ModifyDate", "Date"},
          {"Nickname", "Text"},
          {"Rating", "Integer"},
          {"Thumbnails", ""}}},
        {"http://ns.adobe.com/xap/1.0/rights/",
         {{"Certificate", "Text"},
          {"Marked", "Boolean"},
          {"Owner", "bag Text"},
          {"UsageTerms", "Lang Alt"},
          {"WebStatement", "Text"}}},
        {"http://ns.adobe.com/xap/1.0/mm/",
         {{"DerivedFrom", ""},
          {"DocumentID", "Text"},
          {"History", ""},
          {"Ingredients", ""},
          {"InstanceID", "Text"},
          {"ManagedFrom", ""},
          {"Manager", "Text"},
          {"ManageTo", "Text"},
          {"ManageUI", "Text"},
          {"ManagerVariant", "Text"},
          {"OriginalDocumentID", "Text"},
          {"RenditionClass", "Text"},
          {"RenditionParams", "Text"},
          {"VersionID", "Text"},
          {"Versions", ""}}},
        {"http://ns.adobe.com/pdf/1.3/", {{"Keywords", "Text"}, {"PDFVersion", "Text"}, {"Producer", "Text"}}},
        {"http://www.aiim.org/pdfa/ns/id/",
         {{"part", "Integer"}, {"amd", "Text"}, {"corr", "Text"}, {"conformance", "Text"}}},
        {kExtension, {{"schemas", ""}}},
    };
    return kKnown;
}

bool is_integer(const std::string& text) {
    const auto from = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1U : 0U;
    return text.size() > from && text.find_first_not_of("0123456789", from) == std::string::npos;
}

/// YYYY[-MM[-DD[Thh:mm[:ss[.s]]TZ]]]: checks the form, not whether the day exists.
bool is_date(const std::string& text) {
    constexpr std::string_view kShape = "dddd-dd-ddTdd:dd";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10 && text.size() < 16) return false;
    for (std::size_t i = 0; i < std::min(text.size(), kShape.size()); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return false;
    }
    if (text.size() <= 16) return true;
    const auto zone = text.find_first_of("Z+-", 16);
    return zone != std::string::npos &&
           text.substr(16, zone - 16).find_first_not_of(":.0123456789") == std::string::npos;
}

class Extensions {
  public:
    explicit Extensions(File& file) : file_(file) {}

    void read(const XmpNode& schemas) {
        file_.expect(Rule::xmp_extension, schemas.container == "Bag" && schemas.prefix == "pdfaExtension", kWhere,
                     "the schemas are not a Bag, or their prefix is “{}”", schemas.prefix);
        for (const auto& schema : schemas.items) read_schema(schema);
    }
    std::map<std::pair<std::string, std::string>, std::string> properties;

  private:
    static constexpr const char* kWhere = "the XMP's extension schema";

    /// The text of a field, which must be there with the right namespace and prefix.
    std::string text(const XmpNode& of, const char* space, const char* prefix, const char* name) {
        for (const auto& item : of.items) {
            if (item.space != space || item.name != name) continue;
            file_.expect(Rule::xmp_extension, item.prefix == prefix && item.items.empty() && !item.text.empty(), kWhere,
                         "{}:{} is not text", item.prefix, name);
            return item.text;
        }
        file_.expect(Rule::xmp_extension, false, kWhere, "{}:{} is missing", prefix, name);
        return {};
    }
    const XmpNode* sequence(const XmpNode& of, const char* space, const char* prefix, const char* name) {
        for (const auto& item : of.items) {
            if (item.space != space || item.name != name) continue;
            file_.expect(Rule::xmp_extension, item.prefix == prefix && item.container == "Seq", kWhere,
                         "{} is not a Seq", name);
            return &item;
        }
        return nullptr;
    }
    /// The fields must be among the known ones.
    void examine_names(const XmpNode& of, const char* space, const std::set<std::string>& known) {
        for (const auto& item : of.items)
            file_.expect(Rule::xmp_extension, item.space == space && known.count(item.name) != 0, kWhere,
                         "the field {}:{}", item.prefix, item.name);
    }

    void read_schema(const XmpNode& schema) {
        examine_names(schema, kSchema, {"schema", "namespaceURI", "prefix", "property", "valueType"});
        text(schema, kSchema, "pdfaSchema", "schema");
        const auto space = text(schema, kSchema, "pdfaSchema", "namespaceURI");
        text(schema, kSchema, "pdfaSchema", "prefix");
        if (const auto* types = sequence(schema, kSchema, "pdfaSchema", "valueType"))
            for (const auto& type : types->items) read_type(type);
        if (const auto* list = sequence(schema, kSchema, "pdfaSchema", "property"))
            for (const auto& property : list->items) {
                examine_names(property, kProperty, {"name", "valueType", "category", "description"});
                const auto name = text(property, kProperty, "pdfaProperty", "name");
                const auto type = text(property, kProperty, "pdfaProperty", "valueType");
                const auto category = text(property, kProperty, "pdfaProperty", "category");
                text(property, kProperty, "pdfaProperty", "description");
                file_.expect(Rule::xmp_extension, category == "internal" || category == "external", kWhere,
                             "the category “{}”", category);
                properties[{space, name}] = own_types_.count(type) != 0 ? std::string() : type;
            }
    }
    void read_type(const XmpNode& type) {
        own_types_.insert(text(type, kType, "pdfaType", "type"));
        text(type, kType, "pdfaType", "namespaceURI");
        text(type, kType, "pdfaType", "prefix");
        text(type, kType, "pdfaType", "description");
        if (const auto* fields = sequence(type, kType, "pdfaType", "field"))
            for (const auto& field : fields->items)
                for (const auto* name : {"name", "valueType", "description"}) text(field, kField, "pdfaField", name);
    }

    File& file_;
    std::set<std::string> own_types_;
};

}  // namespace

std::optional<std::string> known_type(const std::string& space, const std::string& name) {
    const auto schema = schemas().find(space);
    if (schema == schemas().end()) return std::nullopt;
    const auto type = schema->second.find(name);
    return type == schema->second.end() ? std::nullopt : std::optional(type->second);
}

bool has_type(const XmpNode& value, const std::string& raw) {
    auto type = raw;
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    if (type.empty()) return true;
    const auto inner = [&](const char* prefix, const char* container) {
        const auto rest = type.substr(std::string_view(prefix).size());
        return value.container == container &&
               std::all_of(value.items.begin(), value.items.end(), [&](const XmpNode& i) { return has_type(i, rest); });
    };
    if (type == "lang alt")
        return value.container == "Alt" && std::all_of(value.items.begin(), value.items.end(),
                                                       [](const XmpNode& item) { return !item.language.empty(); });
    if (type.starts_with("bag ")) return inner("bag ", "Bag");
    if (type.starts_with("seq ")) return inner("seq ", "Seq");
    if (type.starts_with("alt ")) return inner("alt ", "Alt");
    if (!value.items.empty() || !value.container.empty()) return false;
    if (type == "integer") return is_integer(value.text);
    if (type == "boolean") return value.text == "True" || value.text == "False";
    if (type == "date") return is_date(value.text);
    return true;
}

std::map<std::pair<std::string, std::string>, std::string> examine_extensions(File& file, const Xmp& xmp) {
    Extensions extensions(file);
    if (const auto* schemas = xmp.find(kExtension, "schemas")) extensions.read(*schemas);
    return extensions.properties;
}

}  // namespace precis::audit
