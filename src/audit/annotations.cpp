// Annotations and form fields: types, flags, appearances, descriptions, and their elements in the structure.
// Source: ISO 19005-3:2012, 6.3 and 6.4; ISO 14289-1:2014, 7.18.
#include <algorithm>

#include "audit/structure.h"

namespace precis::audit {
namespace {

using Words = std::set<std::string>;
const Words kOfPdf = {"Text",        "Link",      "FreeText",       "Line",     "Square",    "Circle", "Polygon",
                      "PolyLine",    "Highlight", "Underline",      "Squiggly", "StrikeOut", "Stamp",  "Caret",
                      "Ink",         "Popup",     "FileAttachment", "Sound",    "Movie",     "Widget", "Screen",
                      "PrinterMark", "TrapNet",   "Watermark",      "3D",       "Redact"};
const Words kNotArchival = {"Sound", "Movie", "Screen", "3D"};

constexpr int kInvisible = 1, kHidden = 2, kPrint = 4, kNoView = 32, kToggleNoView = 256;

class Annotation {
  public:
    Annotation(File& file, const Structure& structure, const QPDFObjectHandle& object, const std::string& page)
        : file_(file), structure_(structure), object_(object) {
        type_ = word(object_.getKey("/Subtype"));
        where_ = fmt::format("{}, {} ({})", page, place(object_, "an annotation"), type_);
        const auto held = structure_.holders.find(object_.getObjGen());
        if (held != structure_.holders.end()) holder_ = &structure_.elements[held->second];
    }

    void run() {
        file_.expect(Rule::annotation_type_unknown, kOfPdf.count(type_) != 0, where_, "the type is not known");
        file_.expect(Rule::annotation_type, kNotArchival.count(type_) == 0, where_, "the type is not allowed");
        file_.expect(Rule::annotation_trapnet, type_ != "TrapNet", where_, "it is a trap network");
        examine_flags();
        examine_appearance();
        const auto flags = static_cast<int>(number_or(object_.getKey("/F"), 0));
        if (type_ == "PrinterMark") examine_printer_mark();
        if ((flags & kHidden) != 0 || type_ == "PrinterMark" || type_ == "Popup") return;
        examine_place();
        if (object_.hasKey("/Contents"))
            file_.expect(Rule::language_annotation, !file_.language.empty() || (holder_ && !holder_->language.empty()),
                         where_, "Contents has no language");
        if (type_ == "FileAttachment") {
            auto specification = object_.getKey("/FS");
            file_.expect(Rule::file_annotation,
                         specification.isDictionary() && !text_of(specification.getKey("/F")).empty() &&
                             !text_of(specification.getKey("/UF")).empty(),
                         where_, "its file has no F or UF");
        }
        examine_media();
        if (type_ == "Widget") {
            file_.expect(Rule::widget_action, !object_.hasKey("/A") && !object_.hasKey("/AA"), where_,
                         "it has A or AA");
            examine_field();
        }
    }

  private:
    bool held_by(const char* type) const { return holder_ && holder_->type == type; }
    bool described() const {
        return !text_of(QPDFObjectHandle(object_).getKey("/Contents")).empty() || holder_speaks();
    }
    bool holder_speaks() const { return holder_ && !text_of(QPDFObjectHandle(holder_->object).getKey("/Alt")).empty(); }

    void examine_place() {
        if (type_ == "Link") {
            file_.expect(Rule::link_element, held_by("Link"), where_, "it belongs to {}",
                         holder_ ? holder_->where : "no element");
            file_.expect(Rule::link_description, !text_of(object_.getKey("/Contents")).empty(), where_,
                         "Contents is missing or empty");
        } else if (type_ == "Widget") {
            file_.expect(Rule::widget_element, held_by("Form"), where_, "it belongs to {}",
                         holder_ ? holder_->where : "no element");
        } else {
            file_.expect(Rule::annotation_element, held_by("Annot"), where_, "it belongs to {}",
                         holder_ ? holder_->where : "no element");
        }
        if (type_ != "Widget")
            file_.expect(Rule::annotation_description, described(), where_, "Contents and Alt are missing or empty");
    }

    void examine_flags() {
        auto flags = object_.getKey("/F");
        if (type_ == "Popup" && !flags.isInteger()) return;
        if (!file_.expect(Rule::annotation_flags_missing, flags.isInteger(), where_, "F is missing")) return;
        const auto bits = flags.getIntValue();
        file_.expect(Rule::annotation_flags,
                     (bits & kPrint) != 0 && (bits & (kInvisible | kHidden | kNoView | kToggleNoView)) == 0, where_,
                     "F is {}", bits);
    }

    void examine_appearance() {
        auto box = object_.getKey("/Rect");
        const auto r = box.isRectangle() ? box.getArrayAsRectangle() : QPDFObjectHandle::Rectangle();
        auto shown = object_.getKey("/AP");
        if (type_ != "Popup" && type_ != "Link" && (r.llx != r.urx || r.lly != r.ury))
            file_.expect(Rule::appearance_missing, shown.isDictionary(), where_, "it has no AP");
        if (!shown.isDictionary()) return;
        auto normal = shown.getKey("/N");
        auto parent = object_.getKey("/Parent");
        const auto field = object_.hasKey("/FT")   ? word(object_.getKey("/FT"))
                           : parent.isDictionary() ? word(parent.getKey("/FT"))
                                                   : std::string();
        const bool button = type_ == "Widget" && field == "Btn";
        const bool right = button ? normal.isDictionary() && !normal.isStream() : normal.isStream();
        file_.expect(Rule::appearance, shown.getKeys().size() == 1 && right, where_,
                     "AP has other entries, or N is of another type");
    }

    void examine_printer_mark() {
        file_.expect(Rule::printer_mark_tagged, !holder_ && !object_.hasKey("/StructParent"), where_,
                     "it is in the structure");
        auto shown = object_.getKey("/AP");
        auto normal = shown.isDictionary() ? shown.getKey("/N") : QPDFObjectHandle::newNull();
        const auto bytes = stream_bytes(normal);
        file_.expect(Rule::printer_mark_appearance, bytes.find("/Artifact") != std::string::npos, where_,
                     "its appearance is not marked");
    }

    /// The media clip of a rendition action.
    void examine_media() {
        auto action = object_.getKey("/A");
        auto rendition = action.isDictionary() ? action.getKey("/R") : QPDFObjectHandle::newNull();
        auto clip = rendition.isDictionary() ? rendition.getKey("/C") : QPDFObjectHandle::newNull();
        if (!clip.isDictionary()) return;
        file_.expect(Rule::media_type, clip.getKey("/CT").isString(), where_, "the clip has no CT");
        auto words = clip.getKey("/Alt");
        file_.expect(Rule::media_alternative, words.isArray() && words.getArrayNItems() >= 2, where_,
                     "the clip has no Alt");
    }

    void examine_field() {
        auto name = object_.getKey("/TU");
        auto parent = object_.getKey("/Parent");
        if (name.isNull() && parent.isDictionary()) name = parent.getKey("/TU");
        file_.expect(Rule::field_description, !text_of(name).empty() || holder_speaks(), where_,
                     "TU and Alt are missing or empty");
        if (!name.isNull())
            file_.expect(Rule::language_field, !file_.language.empty() || (holder_ && !holder_->language.empty()),
                         where_, "TU has no language");
    }

    File& file_;
    const Structure& structure_;
    QPDFObjectHandle object_;
    std::string type_, where_;
    const StructElement* holder_ = nullptr;
};

void examine_fields(File& file, const QPDFObjectHandle& fields, int depth) {
    static const char walk = 0;
    if (depth > 100) return;
    for (auto field : items_of(fields)) {
        if (!field.isDictionary() || !file.enter(&walk, field)) continue;
        if (!is_name(field.getKey("/Subtype"), "Widget"))  // widget_action examines those of widgets
            file.expect(Rule::field_actions, !field.hasKey("/AA"), place(field, "a field"), "it has AA");
        examine_fields(file, field.getKey("/Kids"), depth + 1);
    }
}

}  // namespace

void examine_annotations(File& file, const Structure& structure) {
    for (std::size_t i = 0; i < file.pages.size(); ++i) {
        auto page = file.pages[i];
        const auto where = fmt::format("page {}", i + 1);
        const auto annotations = items_of(page.getKey("/Annots"));
        for (const auto& annotation : annotations)
            if (QPDFObjectHandle(annotation).isDictionary()) Annotation(file, structure, annotation, where).run();
        if (annotations.empty()) continue;
        if (file.expect(Rule::tab_order_missing, page.hasKey("/Tabs"), where, "it has annotations and no Tabs"))
            file.expect(Rule::tab_order, is_name(page.getKey("/Tabs"), "S"), where, "Tabs is {}",
                        word(page.getKey("/Tabs")));
    }
}

void examine_form(File& file, const Structure&) {
    auto form = file.root.getKey("/AcroForm");
    if (!form.isDictionary()) return;
    const std::string where = "the form";
    auto need = form.getKey("/NeedAppearances");
    file.expect(Rule::need_appearances, !need.isBool() || !need.getBoolValue(), where, "NeedAppearances is true");
    file.expect(Rule::xfa, !form.hasKey("/XFA"), where, "it has XFA");
    std::string packets;
    for (const auto& part : items_of(form.getKey("/XFA"))) packets += stream_bytes(part);
    file.expect(Rule::dynamic_xfa, packets.find("<dynamicRender>required") == std::string::npos, where,
                "dynamicRender is required");
    examine_fields(file, form.getKey("/Fields"), 0);
}

}  // namespace precis::audit
