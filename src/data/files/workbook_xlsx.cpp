// The parts of an .xlsx file are found by their relations, because programs name them as they like.
// Source: ECMA-376, part 2, 9 (packages), part 1, 18.2 (workbooks), 18.5 (tables).
#include <algorithm>

#include "base/numbers.h"
#include "base/phrases.h"
#include "data/files/sheet_xlsx.h"
#include "data/files/workbook.h"
#include "data/files/xml_names.h"

namespace precis::data {
namespace {

struct Relation {
    std::string id, type, target;  // the last word of the type; the part's name
};

/// The name of a part that `target` gives in the folder of another part.
std::string resolved(const std::string& part, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    const auto path = std::filesystem::path(part).parent_path() / std::string(target);
    return path.lexically_normal().generic_string();
}

class XlsxBook : public Workbook {
  public:
    explicit XlsxBook(std::shared_ptr<zip::Archive> archive) : archive_(std::move(archive)) {}

    bool read() {
        std::string part = "xl/workbook.xml";
        for (const auto& relation : relations_of("")) {
            if (relation.type == "officeDocument") part = relation.target;
        }
        pugi::xml_document document;
        if (!parse(part, document) || !child_of(document, "workbook")) return false;
        const auto book = child_of(document, "workbook");
        const auto from_1904 = attribute_of(child_of(book, "workbookPr"), "date1904");
        shared_.from_1904 = from_1904 == "1" || from_1904 == "true";
        const auto relations = relations_of(part);
        for (const auto& entry : child_of(book, "sheets").children()) {
            if (local_name(entry.name()) != "sheet") continue;  // blanks between tags are nodes, too
            sheets_.emplace_back(attribute_of(entry, "name"));
            const auto id = attribute_of_relation(entry);
            const auto found = std::find_if(relations.begin(), relations.end(), [&](auto& r) { return r.id == id; });
            parts_.push_back(found == relations.end() ? std::string() : found->target);
        }
        for (const auto& name : child_of(book, "definedNames").children()) {
            if (local_name(name.name()) != "definedName") continue;
            const auto reference = reference_of(name.text().get());
            names_.push_back({std::string(attribute_of(name, "name")), name.text().get(), reference.sheet,
                              reference.cells ? range_of(*reference.cells) : std::nullopt});
        }
        for (const auto& relation : relations) {
            const bool texts = relation.type == "sharedStrings", styles = relation.type == "styles";
            if (!texts && !styles) continue;
            if (!parse(relation.target, document)) {
                unread_ = relation.target;  // without it cells would lack their texts, days be numbers
                return false;
            }
            if (texts)
                shared_.strings = strings_of(document);
            else
                shared_.formats = formats_of(document);
        }
        return true;
    }

    std::vector<std::string> sheets() const override { return sheets_; }

    std::vector<NamedCells> names() override {
        auto names = names_;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            for (const auto& relation : relations_of(parts_[i])) {
                pugi::xml_document document;
                if (relation.type == "table" && parse(relation.target, document))
                    names.push_back(table_of(child_of(document, "table"), sheets_[i]));
            }
        }
        return names;
    }

    std::optional<base::Exceeded> exceeded() const override { return exceeded_ ? exceeded_ : archive_->exceeded(); }
    /// The part without which the sheets cannot be read; "" if there is no workbook at all.
    const std::string& unread() const { return unread_; }

    std::unique_ptr<Sheet> open(std::size_t sheet) override {
        auto bytes = parts_[sheet].empty() ? std::nullopt : archive_->part(parts_[sheet]);
        if (bytes) exceeded_ = too_many_tags(*bytes);
        return bytes && !exceeded_ ? open_xlsx_sheet(std::move(*bytes), shared_) : nullptr;
    }

  private:
    bool parse(const std::string& name, pugi::xml_document& out) {
        const auto bytes = archive_->part(name);
        if (bytes) exceeded_ = too_many_tags(*bytes);
        return bytes && !exceeded_ &&
               out.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata);
    }

    /// The attribute `id` with a prefix; `sheetId` and an `id` without one are others.
    static std::string attribute_of_relation(const pugi::xml_node& node) {
        for (const auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name.find(':') != std::string_view::npos && local_name(attribute.name()) == "id")
                return attribute.value();
        }
        return {};
    }

    /// The relations of a part; those of the package for an empty name.
    std::vector<Relation> relations_of(const std::string& part) {
        const auto path = std::filesystem::path(part);
        pugi::xml_document document;
        std::vector<Relation> relations;
        if (!parse((path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string(), document))
            return relations;
        for (const auto& node : child_of(document, "Relationships").children()) {
            const auto type = attribute_of(node, "Type");
            relations.push_back({std::string(attribute_of(node, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                                 resolved(part, attribute_of(node, "Target"))});
        }
        return relations;
    }

    /// A table's cells without its rows of totals.
    static NamedCells table_of(const pugi::xml_node& table, const std::string& sheet) {
        const std::string reference(attribute_of(table, "ref"));
        auto name = attribute_of(table, "displayName");
        if (name.empty()) name = attribute_of(table, "name");
        auto range = range_of(reference);
        const auto totals = base::parse_integer(attribute_of(table, "totalsRowCount")).value_or(0);
        if (range && totals > 0 && range->to.row > range->from.row + static_cast<std::size_t>(totals))
            range->to.row -= static_cast<std::size_t>(totals);
        return {std::string(name), reference, sheet, range};
    }

    std::shared_ptr<zip::Archive> archive_;
    XlsxShared shared_;
    std::optional<base::Exceeded> exceeded_;
    std::string unread_;
    std::vector<std::string> sheets_, parts_;  // of each sheet
    std::vector<NamedCells> names_;
};

}  // namespace

std::unique_ptr<Workbook> open_xlsx(std::shared_ptr<zip::Archive> archive, WorkbookFault& fault) {
    auto book = std::make_unique<XlsxBook>(std::move(archive));
    if (book->read()) return book;
    if (const auto exceeded = book->exceeded()) {
        fault = fault_of(*exceeded);
    } else if (!book->unread().empty()) {
        fault = {"its part " + base::quoted(book->unread()) + " is missing or damaged", "save it as .xlsx again"};
    } else {
        fault = {"it is not a workbook: its list of sheets is missing", "save it as .xlsx again"};
    }
    return nullptr;
}

}  // namespace precis::data
