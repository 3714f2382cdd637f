// The catalog and its entries: permissions, marks, viewer preferences; page boxes, languages, the outline.
// Source: ISO 19005-3:2012, 6.1.12, 6.7, 6.10 and 6.11; ISO 14289-1:2014, 6.2, 7.1 and 7.2.
#include <algorithm>

#include "audit/file.h"

namespace precis::audit {
namespace {

bool is_true(QPDFObjectHandle value) {
    return value.isBool() && value.getBoolValue();
}

/// Whether the tag has the form of BCP 47: groups of one to eight letters or digits, the first of letters only. The
/// registry of languages is not consulted.
bool is_language_tag(std::string_view tag) {
    std::size_t group = 0;
    bool first = true;
    for (const char c : tag) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (group == 0) return false;
            group = 0;
            first = false;
        } else if (!(letter || (!first && c >= '0' && c <= '9')) || ++group > 8) {
            return false;
        }
    }
    return group > 0;
}

void examine_languages(File& file) {
    for (auto object : file.pdf.getAllObjects()) {
        auto dict = object.isStream() ? object.getDict() : object;
        if (!dict.isDictionary() || !dict.getKey("/Lang").isString()) continue;
        const auto tag = text_of(dict.getKey("/Lang"));
        file.expect(Rule::language_tag, tag.empty() ? !object.isSameObjectAs(file.root) : is_language_tag(tag),
                    place(object, "the file"), "Lang is “{}”", tag);
    }
}

class Outline {
  public:
    explicit Outline(File& file) : file_(file) {}

    void run() {
        auto outlines = file_.root.getKey("/Outlines");
        if (outlines.isDictionary()) below(outlines, 0);
    }

  private:
    void below(QPDFObjectHandle parent, int depth) {
        auto before = QPDFObjectHandle::newNull();
        auto entry = parent.getKey("/First");
        while (entry.isDictionary() && depth < 100 && visited_.insert(entry.getObjGen()).second) {
            const auto where = place(entry, "the outline");
            const bool linked =
                entry.getKey("/Parent").getObjGen() == parent.getObjGen() &&
                (before.isNull() ? !entry.hasKey("/Prev") : entry.getKey("/Prev").getObjGen() == before.getObjGen());
            file_.expect(Rule::outline, linked && !text_of(entry.getKey("/Title")).empty(), where,
                         "its title is empty, or it names other neighbours");
            file_.expect(Rule::language_outline, !file_.language.empty(), where, "the catalog has no Lang");
            below(entry, depth + 1);
            before = entry;
            entry = entry.getKey("/Next");
        }
        if (!before.isNull())
            file_.expect(Rule::outline, parent.getKey("/Last").getObjGen() == before.getObjGen(),
                         place(parent, "the outline"), "its last entry is not the one that Last names");
    }

    File& file_;
    std::set<QPDFObjGen> visited_;
};

}  // namespace

void examine_catalog(File& file) {
    auto& root = file.root;
    const std::string where = "the catalog";
    auto permissions = root.getKey("/Perms");
    if (permissions.isDictionary())
        for (const auto& key : permissions.getKeys())
            file.expect(Rule::permissions, key == "/UR3" || key == "/DocMDP", where, "Perms has {}", key);
    else
        file.expect(Rule::permissions, true, where, "");
    file.expect(Rule::requirements, !root.hasKey("/Requirements"), where, "it has Requirements");
    auto names = root.getKey("/Names");
    file.expect(Rule::alternate_presentations, !names.isDictionary() || !names.hasKey("/AlternatePresentations"), where,
                "its names have AlternatePresentations");
    for (std::size_t i = 0; i < file.pages.size(); ++i) {
        const auto page = fmt::format("page {}", i + 1);
        file.expect(Rule::presentation_steps, !file.pages[i].hasKey("/PresSteps"), page, "it has PresSteps");
        for (const auto* key : {"/MediaBox", "/CropBox", "/TrimBox", "/ArtBox", "/BleedBox"}) {
            auto box = QPDFPageObjectHelper(file.pages[i]).getAttribute(key, false);
            if (!box.isRectangle()) continue;
            const auto r = box.getArrayAsRectangle();
            const double width = r.urx - r.llx, height = r.ury - r.lly;
            file.expect(Rule::page_size, width >= 3 && width <= 14400 && height >= 3 && height <= 14400, page,
                        "{} is {} × {}", key, width, height);
        }
    }

    auto marks = root.getKey("/MarkInfo");
    const bool marked = marks.isDictionary() && is_true(marks.getKey("/Marked"));
    file.expect(Rule::mark_info, marked, where, "MarkInfo does not have Marked true");
    file.expect(Rule::suspects, !marks.isDictionary() || !is_true(marks.getKey("/Suspects")), where,
                "Suspects is true");
    auto preferences = root.getKey("/ViewerPreferences");
    auto shows = preferences.isDictionary() ? preferences.getKey("/DisplayDocTitle") : QPDFObjectHandle::newNull();
    if (file.expect(Rule::display_title_missing, shows.isBool(), where, "DisplayDocTitle is missing"))
        file.expect(Rule::display_title_off, is_true(shows), where, "DisplayDocTitle is false");
    file.expect(Rule::structure_missing, root.getKey("/StructTreeRoot").isDictionary(), where,
                "it has no StructTreeRoot");
    file.expect(Rule::needs_rendering, !is_true(root.getKey("/NeedsRendering")), where, "NeedsRendering is true");
    examine_languages(file);
    Outline(file).run();
}

}  // namespace precis::audit
