// Actions and destinations: of the catalog, pages, annotations, outline entries and names.
// Source: ISO 19005-3:2012, 6.5; ISO 32000-1:2008, 12.3.2 and 12.6.
#include <algorithm>
#include <array>
#include <typeinfo>

#include "audit/file.h"

namespace precis::audit {
namespace {

constexpr std::array<std::string_view, 7> kActions = {"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"};
constexpr std::array<std::string_view, 4> kTurns = {"NextPage", "PrevPage", "FirstPage", "LastPage"};

class ActionWalk {
  public:
    explicit ActionWalk(File& file) : file_(file) {}

    void run() {
        read_names();
        examine_additional(file_.root, "the catalog");
        for (std::size_t i = 0; i < file_.pages.size(); ++i)
            examine_additional(file_.pages[i], fmt::format("page {}", i + 1));
        auto opening = file_.root.getKey("/OpenAction");
        if (opening.isDictionary())
            action(opening, "the catalog", 0);
        else if (!opening.isNull())
            destination(opening, "the catalog");
        for (auto object : file_.pdf.getAllObjects()) {
            auto dict = object.isStream() ? object.getDict() : object;
            if (!dict.isDictionary()) continue;
            const auto where = place(object, "the file");
            if (dict.getKey("/A").isDictionary() && dict.getKey("/A").hasKey("/S")) action(dict.getKey("/A"), where, 0);
            if (dict.getKey("/AA").isDictionary())
                for (auto& [key, value] : dict.getKey("/AA").getDictAsMap())
                    if (value.isDictionary()) action(value, where, 0);
            const bool leads = dict.hasKey("/Title") || is_name(dict.getKey("/Subtype"), "Link");
            if (leads && dict.hasKey("/Dest")) destination(dict.getKey("/Dest"), where);
        }
    }

  private:
    void examine_additional(QPDFObjectHandle holder, const std::string& where) {
        file_.expect(Rule::additional_actions, !holder.hasKey("/AA"), where, "it has AA");
    }

    /// Collects the names of destinations, old and new kind, and examines scripts, which are named actions.
    void read_names() {
        auto old = file_.root.getKey("/Dests");
        if (old.isDictionary())
            for (const auto& key : old.getKeys()) names_.insert(key.substr(1));
        auto names = file_.root.getKey("/Names");
        if (!names.isDictionary()) return;
        leaves(names.getKey("/Dests"), 0,
               [&](const std::string& name, const QPDFObjectHandle&) { names_.insert(name); });
        leaves(names.getKey("/JavaScript"), 0, [&](const std::string& name, QPDFObjectHandle value) {
            if (value.isDictionary()) action(value, "the script “" + name + "”", 0);
        });
    }
    template <class Take>
    void leaves(QPDFObjectHandle node, int depth, Take take) {
        if (!node.isDictionary() || depth > 50 || !file_.enter(typeid(Take).name(), node)) return;
        auto pairs = node.getKey("/Names");
        if (pairs.isArray())
            for (int i = 0; i + 1 < pairs.getArrayNItems(); i += 2)
                if (pairs.getArrayItem(i).isString())
                    take(pairs.getArrayItem(i).getStringValue(), pairs.getArrayItem(i + 1));
        for (const auto& kid : items_of(node.getKey("/Kids"))) leaves(kid, depth + 1, take);
    }

    void action(QPDFObjectHandle action_dict, const std::string& where, int depth) {
        const auto type = word(action_dict.getKey("/S"));
        file_.expect(Rule::action, std::find(kActions.begin(), kActions.end(), type) != kActions.end(), where,
                     "the action “{}”", type);
        if (type == "Named") {
            const auto turn = word(action_dict.getKey("/N"));
            file_.expect(Rule::named_action, std::find(kTurns.begin(), kTurns.end(), turn) != kTurns.end(), where,
                         "the named action “{}”", turn);
        }
        if (type == "GoTo") destination(action_dict.getKey("/D"), where);
        static const char walk = 0;
        if (depth > 50 || !file_.enter(&walk, action_dict)) return;
        for (auto next : items_of(action_dict.getKey("/Next")))
            if (next.isDictionary()) action(next, where, depth + 1);
    }

    void destination(QPDFObjectHandle target, const std::string& where) {
        if (target.isDictionary()) target = target.getKey("/D");
        if (target.isName() || target.isString()) {
            const auto name = target.isName() ? word(target) : target.getStringValue();
            file_.expect(Rule::destination, names_.count(name) != 0, where, "nothing has the name “{}”", name);
            return;
        }
        const bool leads = target.isArray() && target.getArrayNItems() > 1 &&
                           file_.page_numbers.count(target.getArrayItem(0).getObjGen()) != 0;
        file_.expect(Rule::destination, leads, where, "it leads to no page");
    }

    File& file_;
    std::set<std::string> names_;
};

}  // namespace

void examine_actions(File& file) {
    ActionWalk(file).run();
}

}  // namespace precis::audit
