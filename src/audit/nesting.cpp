// Rules on the nesting of lists, tables of contents, tables, ruby and warichu.
// Source: ISO 32000-1:2008, 14.8.4.2 to 14.8.4.4 (tables 333, 336, 337 and 338).
#include <algorithm>

#include "audit/structure.h"

namespace precis::audit {
namespace {

using Words = std::set<std::string>;

class Nesting {
  public:
    Nesting(File& file, const Structure& structure) : file_(file), all_(structure.elements) {}

    void run() {
        for (std::size_t i = 1; i < all_.size(); ++i) {
            const auto& type = all_[i].type;
            if (type == "L") {
                kids(i, Rule::list_syntax, {"L", "LI", "Caption"});
                caption(i, Rule::list_syntax, false);
                list_numbering(i);
            }
            if (type == "LI") kids(i, Rule::list_syntax, {"Lbl", "LBody"}), parent(i, Rule::list_syntax, {"L"});
            if (type == "LBody") parent(i, Rule::list_syntax, {"LI"});
            if (type == "TOC") {
                kids(i, Rule::contents_syntax, {"TOC", "TOCI", "Caption"});
                caption(i, Rule::contents_syntax, false);
            }
            if (type == "TOCI") {
                kids(i, Rule::contents_syntax, {"Lbl", "Reference", "NonStruct", "P", "TOC"}, true);
                parent(i, Rule::contents_syntax, {"TOC"});
            }
            table_part(i, type);
            east_asian(i, type);
        }
    }

  private:
    void kids(std::size_t i, Rule rule, const Words& allowed, bool content_too = false) {
        const auto& element = all_[i];
        for (const auto kid : element.kids)
            file_.expect(rule, allowed.count(all_[kid].type) != 0, all_[kid].where, "it is in {}", element.where);
        file_.expect(rule, content_too || element.contents.empty(), element.where, "it directly has content");
    }
    void parent(std::size_t i, Rule rule, const Words& allowed) {
        const auto& above = all_[all_[i].parent];
        file_.expect(rule, allowed.count(above.type) != 0, all_[i].where, "it is in {}", above.where);
    }
    std::vector<std::string> types_of(std::size_t i) const {
        std::vector<std::string> types;
        for (const auto kid : all_[i].kids) types.push_back(all_[kid].type);
        return types;
    }
    /// At most one caption, which is the first child or, with `also_last`, the last.
    void caption(std::size_t i, Rule rule, bool also_last) {
        const auto types = types_of(i);
        for (std::size_t k = 0; k < types.size(); ++k)
            if (types[k] == "Caption")
                file_.expect(rule,
                             (k == 0 || (also_last && k + 1 == types.size())) &&
                                 std::count(types.begin(), types.end(), "Caption") == 1,
                             all_[i].where, "its caption is not first, or there are several");
    }

    void list_numbering(std::size_t i) {
        bool labels = false;
        for (const auto item : all_[i].kids)
            for (const auto& type : types_of(item)) labels = labels || type == "Lbl";
        static const Words kKinds = {"Disc",       "Circle",     "Square",     "Decimal",
                                     "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};
        if (labels)
            file_.expect(Rule::list_numbering,
                         kKinds.count(word(attribute(file_, all_[i].object, "List", "/ListNumbering"))) != 0,
                         all_[i].where, "it has labels, and ListNumbering is missing or None");
    }

    void table_part(std::size_t i, const std::string& type) {
        const auto rule = Rule::table_syntax;
        if (type == "Table") {
            kids(i, rule, {"TR", "THead", "TBody", "TFoot", "Caption"});
            caption(i, rule, true);
            const auto types = types_of(i);
            const auto count = [&](const char* what) { return std::count(types.begin(), types.end(), what); };
            file_.expect(rule, count("THead") <= 1 && count("TFoot") <= 1, all_[i].where,
                         "it has several heads or feet");
            file_.expect(rule, count("THead") + count("TFoot") == 0 || count("TBody") > 0, all_[i].where,
                         "it has a head or foot and no body");
            file_.expect(rule, count("TR") == 0 || count("THead") + count("TBody") + count("TFoot") == 0, all_[i].where,
                         "it has rows beside sections of rows");
        }
        if (type == "THead" || type == "TBody" || type == "TFoot") kids(i, rule, {"TR"}), parent(i, rule, {"Table"});
        if (type == "TR") {
            kids(i, rule, {"TH", "TD"});
            parent(i, rule, {"Table", "THead", "TBody", "TFoot"});
        }
        if (type == "TH" || type == "TD") parent(i, rule, {"TR"});
    }

    void east_asian(std::size_t i, const std::string& type) {
        const auto ruby = Rule::ruby_syntax, warichu = Rule::warichu_syntax;
        const auto types = types_of(i);
        using Types = std::vector<std::string>;
        if (type == "Ruby")
            file_.expect(ruby, types == Types{"RB", "RT"} || types == Types{"RB", "RP", "RT", "RP"}, all_[i].where,
                         "its parts are others");
        if (type == "Warichu")
            file_.expect(warichu, types == Types{"WP", "WT", "WP"}, all_[i].where, "its parts are others");
        if (type == "RB" || type == "RT" || type == "RP") parent(i, ruby, {"Ruby"});
        if (type == "WT" || type == "WP") parent(i, warichu, {"Warichu"});
    }

    File& file_;
    const std::vector<StructElement>& all_;
};

}  // namespace

void examine_nesting(File& file, const Structure& structure) {
    Nesting(file, structure).run();
}

}  // namespace precis::audit
