// Rules on the nesting of lists, tables of contents, tables, ruby and warichu.
// Source: ISO 32000-1:2008, 14.8.4.2 to 14.8.4.4 (tables 333, 336, 337 and 338).
#include <algorithm>

#include "audit/structure.h"

namespace precis::audit {
namespace {

using Words = std::set<std::string>;

class Nesting {
  public:
    Nesting(File& file, const Structure& structure) : file_(file), elements_(structure.elements) {}

    void run() {
        for (std::size_t i = 1; i < elements_.size(); ++i) {
            const auto& type = elements_[i].type;
            if (type == "L") {
                examine_kids(i, Rule::list_syntax, {"L", "LI", "Caption"});
                examine_caption(i, Rule::list_syntax, false);
                examine_list_numbering(i);
            }
            if (type == "LI")
                examine_kids(i, Rule::list_syntax, {"Lbl", "LBody"}), examine_parent(i, Rule::list_syntax, {"L"});
            if (type == "LBody") examine_parent(i, Rule::list_syntax, {"LI"});
            if (type == "TOC") {
                examine_kids(i, Rule::contents_syntax, {"TOC", "TOCI", "Caption"});
                examine_caption(i, Rule::contents_syntax, false);
            }
            if (type == "TOCI") {
                examine_kids(i, Rule::contents_syntax, {"Lbl", "Reference", "NonStruct", "P", "TOC"}, true);
                examine_parent(i, Rule::contents_syntax, {"TOC"});
            }
            examine_table_part(i, type);
            examine_east_asian(i, type);
        }
    }

  private:
    void examine_kids(std::size_t i, Rule rule, const Words& allowed, bool content_too = false) {
        const auto& element = elements_[i];
        for (const auto kid : element.kids)
            file_.expect(rule, allowed.count(elements_[kid].type) != 0, elements_[kid].where, "it is in {}",
                         element.where);
        file_.expect(rule, content_too || element.contents.empty(), element.where, "it directly has content");
    }
    void examine_parent(std::size_t i, Rule rule, const Words& allowed) {
        const auto& above = elements_[elements_[i].parent];
        file_.expect(rule, allowed.count(above.type) != 0, elements_[i].where, "it is in {}", above.where);
    }
    std::vector<std::string> types_of(std::size_t i) const {
        std::vector<std::string> types;
        for (const auto kid : elements_[i].kids) types.push_back(elements_[kid].type);
        return types;
    }
    /// At most one caption, which is the first child or, with `also_last`, the last.
    void examine_caption(std::size_t i, Rule rule, bool also_last) {
        const auto types = types_of(i);
        for (std::size_t k = 0; k < types.size(); ++k)
            if (types[k] == "Caption")
                file_.expect(rule,
                             (k == 0 || (also_last && k + 1 == types.size())) &&
                                 std::count(types.begin(), types.end(), "Caption") == 1,
                             elements_[i].where, "its caption is not first, or there are several");
    }

    void examine_list_numbering(std::size_t i) {
        bool labels = false;
        for (const auto item : elements_[i].kids)
            for (const auto& type : types_of(item)) labels = labels || type == "Lbl";
        static const Words kKinds = {"Disc",       "Circle",     "Square",     "Decimal",
                                     "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};
        if (labels)
            file_.expect(Rule::list_numbering,
                         kKinds.count(word(attribute(file_, elements_[i].object, "List", "/ListNumbering"))) != 0,
                         elements_[i].where, "it has labels, and ListNumbering is missing or None");
    }

    void examine_table_part(std::size_t i, const std::string& type) {
        const auto rule = Rule::table_syntax;
        if (type == "Table") {
            examine_kids(i, rule, {"TR", "THead", "TBody", "TFoot", "Caption"});
            examine_caption(i, rule, true);
            const auto types = types_of(i);
            const auto count = [&](const char* what) { return std::count(types.begin(), types.end(), what); };
            file_.expect(rule, count("THead") <= 1 && count("TFoot") <= 1, elements_[i].where,
                         "it has several heads or feet");
            file_.expect(rule, count("THead") + count("TFoot") == 0 || count("TBody") > 0, elements_[i].where,
                         "it has a head or foot and no body");
            file_.expect(rule, count("TR") == 0 || count("THead") + count("TBody") + count("TFoot") == 0,
                         elements_[i].where, "it has rows beside sections of rows");
        }
        if (type == "THead" || type == "TBody" || type == "TFoot")
            examine_kids(i, rule, {"TR"}), examine_parent(i, rule, {"Table"});
        if (type == "TR") {
            examine_kids(i, rule, {"TH", "TD"});
            examine_parent(i, rule, {"Table", "THead", "TBody", "TFoot"});
        }
        if (type == "TH" || type == "TD") examine_parent(i, rule, {"TR"});
    }

    void examine_east_asian(std::size_t i, const std::string& type) {
        const auto ruby = Rule::ruby_syntax, warichu = Rule::warichu_syntax;
        const auto types = types_of(i);
        using Types = std::vector<std::string>;
        if (type == "Ruby")
            file_.expect(ruby, types == Types{"RB", "RT"} || types == Types{"RB", "RP", "RT", "RP"}, elements_[i].where,
                         "its parts are others");
        if (type == "Warichu")
            file_.expect(warichu, types == Types{"WP", "WT", "WP"}, elements_[i].where, "its parts are others");
        if (type == "RB" || type == "RT" || type == "RP") examine_parent(i, ruby, {"Ruby"});
        if (type == "WT" || type == "WP") examine_parent(i, warichu, {"Warichu"});
    }

    File& file_;
    const std::vector<StructElement>& elements_;
};

}  // namespace

void examine_nesting(File& file, const Structure& structure) {
    Nesting(file, structure).run();
}

}  // namespace precis::audit
