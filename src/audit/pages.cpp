// Runs the contents of each page, with the forms, patterns and appearances drawn in them, and examines operators,
// marked content, colours and characters.
// Source: ISO 32000-1:2008, 8, 9.4 and 14.6; ISO 19005-3:2012, 6.2; ISO 14289-1:2014, 7.1.
#include <algorithm>

#include "audit/colours.h"
#include "audit/content.h"

namespace precis::audit {
namespace {

constexpr int kDeepestState = 28;              // levels of q; ISO 19005-3:2012, 6.1.13
constexpr int kDeepestForm = 20;               // forms within forms: bounds the stack
constexpr std::size_t kMostStreams = 100'000;  // forms run in all: bounds the time for forms that draw forms twice
constexpr int kInvisibleText = 3;              // text rendering mode

/// The state that all streams of a file share.
struct Shared {
    File& file;
    Structure& structure;
    FontUses fonts = {};
    std::map<QPDFObjGen, std::size_t> draws = {};
    std::set<std::string> glyph_procedures = {};
    std::set<QPDFObjGen> parsed = {}, open = {};  // open: being run at the moment, one within another
    std::size_t streams = 0;
    bool transparent = false;  // on the page at hand
};

struct MarkKind {
    bool artifact = false, tagged = false, replaced = false, in_formula = false, spoken = false;
};
struct Mark : MarkKind {
    bool in_text = false;  // begun within BT and ET
    MarkKind around;       // of it and of all marks that it is within
};

/// The mark, within another one if there is one.
Mark within_mark(const MarkKind& kind, const Mark* outer) {
    Mark mark;
    static_cast<MarkKind&>(mark) = mark.around = kind;
    for (const auto is :
         {&MarkKind::artifact, &MarkKind::tagged, &MarkKind::replaced, &MarkKind::in_formula, &MarkKind::spoken})
        mark.around.*is = kind.*is || (outer != nullptr && outer->around.*is);
    return mark;
}

struct State {
    std::string font;
    int rendering = 0;
};

class Stream : public QPDFObjectHandle::ParserCallbacks {
  public:
    Stream(Shared& shared, QPDFObjectHandle self, std::string where, std::vector<Mark> around, int depth)
        : shared_(shared),
          file_(shared.file),
          self_(self),
          where_(std::move(where)),
          marks_(std::move(around)),
          around_(marks_.size()),
          depth_(depth),
          first_time_(shared.parsed.insert(self.getObjGen()).second) {
        auto dict = self.isStream() ? self.getDict() : self;
        resources_ = dict.getKey("/Resources");
        if (!self.isStream()) inherited_ = QPDFPageObjectHelper(self).getAttribute("/Resources", false);
        states_.emplace_back();
    }

    void handleObject(QPDFObjectHandle object, size_t, size_t) override {
        if (object.isOperator()) {
            ++file_.report.operators;
            run(object.getOperatorValue());
            operands_.clear();
        } else {
            operands_.push_back(object);
        }
    }
    void handleEOF() override {
        file_.expect(Rule::state_unbalanced, states_.size() == 1 && !in_text_, where_, "{} q and {} BT are left open",
                     states_.size() - 1, in_text_ ? 1 : 0);
        file_.expect(Rule::marks_unbalanced, marks_.size() == around_, where_, "{} marks are left open",
                     marks_.size() - around_);
    }

  private:
    QPDFObjectHandle operand(std::size_t from_end) const {
        return from_end < operands_.size() ? operands_[operands_.size() - 1 - from_end] : QPDFObjectHandle::newNull();
    }

    /// The resource of a kind and name; a page may inherit it, which is reported.
    QPDFObjectHandle resource(const char* kind, const QPDFObjectHandle& name) {
        const auto in = [&](QPDFObjectHandle from) {
            auto resources = from.isDictionary() ? from.getKey(kind) : QPDFObjectHandle::newNull();
            return resources.isDictionary() ? resources.getKey("/" + word(name)) : QPDFObjectHandle::newNull();
        };
        auto own = in(resources_);
        file_.expect(Rule::resource_missing, !own.isNull(), where_, "its own resources have no {} {}", kind,
                     word(name));
        return own.isNull() ? in(inherited_) : own;
    }

    void run(const std::string& op) {
        const auto kind = operator_kind(op);
        file_.expect(Rule::operator_unknown, kind != Operator::unknown, where_, "the operator {}", op);
        switch (kind) {
            case Operator::unknown:
            case Operator::other:
                if (op == "ID") image_ = operands_;
                break;
            case Operator::save:
                states_.push_back(states_.back());
                file_.expect(Rule::state_depth, states_.size() <= kDeepestState + 1, where_, "q is nested {} deep",
                             states_.size() - 1);
                break;
            case Operator::restore:
                if (file_.expect(Rule::state_unbalanced, states_.size() > 1, where_, "Q without q")) states_.pop_back();
                break;
            case Operator::begin_text:
            case Operator::end_text:
                file_.expect(Rule::state_unbalanced, in_text_ != (kind == Operator::begin_text), where_,
                             "{} out of turn", op);
                in_text_ = kind == Operator::begin_text;
                break;
            case Operator::show:
                show(operand(0));
                break;
            case Operator::show_array:
                for (const auto& item : items_of(operand(0))) show(item);
                break;
            case Operator::font:
                set_font(operand(1));
                break;
            case Operator::rendering:
                states_.back().rendering = static_cast<int>(number_or(operand(0), 0));
                break;
            case Operator::paint:
                drawn("a path");
                break;
            case Operator::shading:
                drawn("a shading");
                use_shading(resource("/Shading", operand(0)));
                break;
            case Operator::object:
                draw_object(resource("/XObject", operand(0)));
                break;
            case Operator::inline_image:
                drawn("an inline image");
                examine_inline_image();
                break;
            case Operator::color_space:
                use_space(operand(0));
                break;
            case Operator::device_color:
                examine_device(file_,
                               op == "g" || op == "G"   ? "DeviceGray"
                               : op == "k" || op == "K" ? "DeviceCMYK"
                                                        : "DeviceRGB",
                               where_);
                break;
            case Operator::pattern_color:
                if (operand(0).isName()) use_pattern(resource("/Pattern", operand(0)));
                break;
            case Operator::state:
                use_state(resource("/ExtGState", operand(0)));
                break;
            case Operator::intent: {
                static const std::set<std::string> kIntents = {"RelativeColorimetric", "AbsoluteColorimetric",
                                                               "Perceptual", "Saturation"};
                file_.expect(Rule::rendering_intent, kIntents.count(word(operand(0))) != 0, where_, "the intent “{}”",
                             word(operand(0)));
                break;
            }
            case Operator::begin_mark:
            case Operator::begin_mark_with:
                begin_mark(kind == Operator::begin_mark);
                break;
            case Operator::end_mark:
                end_mark();
                break;
        }
    }

    // ---- marks ----

    bool within(bool MarkKind::*what) const { return !marks_.empty() && marks_.back().around.*what; }

    void begin_mark(bool plain) {
        const auto tag = word(operand(plain ? 0 : 1));
        auto properties = plain ? QPDFObjectHandle::newNull() : operand(0);
        if (properties.isName()) properties = resource("/Properties", properties);
        Mark mark;
        mark.artifact = tag == "Artifact";
        mark.in_text = in_text_;
        if (properties.isDictionary()) {
            mark.replaced = properties.hasKey("/ActualText");
            mark.spoken = !text_of(properties.getKey("/Lang")).empty();
            for (const auto* key : {"/Alt", "/ActualText", "/E"})
                if (properties.hasKey(key) && !mark.artifact) pending_ = key;
            if (properties.getKey("/MCID").isInteger() && !mark.artifact)
                tag_content(mark, properties.getKey("/MCID").getIntValue());
        }
        file_.expect(Rule::artifact_in_tagged, !mark.artifact || !within(&MarkKind::tagged), where_,
                     "an artifact within tagged content");
        file_.expect(Rule::tagged_in_artifact, !mark.tagged || !within(&MarkKind::artifact), where_,
                     "tagged content within an artifact");
        mark.around = within_mark(mark, marks_.empty() ? nullptr : &marks_.back()).around;
        marks_.push_back(mark);
        if (!pending_.empty())
            file_.expect(Rule::language_alternative, !file_.language.empty() || within(&MarkKind::spoken), where_,
                         "{} of marked content has no language", pending_);
        pending_.clear();
    }

    void tag_content(Mark& mark, long long mcid) {
        mark.tagged = true;
        const Content content{self_.getObjGen(), static_cast<int>(mcid)};
        auto& structure = shared_.structure;
        if (first_time_) {
            const bool first = structure.contents_found.emplace(content, where_).second;
            file_.expect(Rule::mcid_repeated, first, where_, "MCID {} occurs twice", mcid);
            structure.page_of_stream.emplace(self_.getObjGen(), where_);
            structure.streams.emplace(self_.getObjGen(), self_);
        }
        const auto owner = structure.owners.find(content);
        file_.expect(Rule::mcid_unclaimed, owner != structure.owners.end(), where_, "MCID {} belongs to no element",
                     mcid);
        if (owner == structure.owners.end()) return;
        const auto& element = structure.elements[owner->second];
        mark.in_formula = element.in_formula;
        mark.replaced = mark.replaced || element.replaced;
        mark.spoken = mark.spoken || !element.language.empty();
    }

    void end_mark() {
        if (!file_.expect(Rule::marks_unbalanced, marks_.size() > around_, where_, "EMC without BMC or BDC")) return;
        file_.expect(Rule::marks_unbalanced, marks_.back().in_text == in_text_, where_,
                     "a mark begins in a text object and ends outside of it, or the reverse");
        marks_.pop_back();
    }

    void drawn(std::string_view what) {
        file_.expect(Rule::content_unmarked, within(&MarkKind::tagged) || within(&MarkKind::artifact), where_,
                     "{} is neither tagged nor an artifact", what);
    }

    // ---- text ----

    void set_font(const QPDFObjectHandle& name) {
        auto font = resource("/Font", name);
        const auto key = place(font, where_ + " " + word(name));
        auto& use = shared_.fonts[key];
        if (use.where.empty() && font.isDictionary()) {
            use.font = font;
            use.where = fmt::format("{}, font {} ({})", where_, word(name), word(font.getKey("/BaseFont")));
            if (is_name(font.getKey("/Subtype"), "Type3")) run_glyph_procedures(font, key);
        }
        states_.back().font = key;
    }

    void show(QPDFObjectHandle text) {
        if (!text.isString()) return;
        const auto bytes = text.getStringValue();
        if (bytes.empty()) return;
        drawn("text");
        const bool artifact = within(&MarkKind::artifact);
        file_.expect(Rule::language_text, artifact || !file_.language.empty() || within(&MarkKind::spoken), where_,
                     "text has no language");
        file_.expect(Rule::state_unbalanced, in_text_, where_, "text is shown outside BT and ET");
        auto& use = shared_.fonts[states_.back().font].shown[bytes];
        use.visible = use.visible || states_.back().rendering != kInvisibleText;
        use.unreplaced = use.unreplaced || !within(&MarkKind::replaced);
        use.in_formula = use.in_formula || within(&MarkKind::in_formula);
    }

    void run_glyph_procedures(QPDFObjectHandle font, const std::string& key) {
        if (!shared_.glyph_procedures.insert(key).second) return;
        auto procedures = font.getKey("/CharProcs");
        if (!procedures.isDictionary()) return;
        for (auto& [name, procedure] : procedures.getDictAsMap()) nested(procedure, "glyph " + name, true);
    }

    // ---- resources that are drawn ----

    void nested(QPDFObjectHandle stream, const std::string& name, bool marked) {
        if (!stream.isStream() || depth_ >= kDeepestForm || shared_.streams++ > kMostStreams) return;
        if (!shared_.open.insert(stream.getObjGen()).second) return;  // it draws itself
        std::vector<Mark> around;
        if (!marks_.empty()) around.push_back(marks_.back());
        if (marked)
            around.push_back(within_mark({.tagged = true, .spoken = true}, around.empty() ? nullptr : &around.back()));
        const auto where = fmt::format("{}, {}", where_, place(stream, name));
        Stream inner(shared_, stream, where, std::move(around), depth_ + 1);
        examine_content_bytes(file_, stream_bytes(stream), where);
        QPDFPageObjectHelper(stream).parseContents(&inner);
        shared_.open.erase(stream.getObjGen());
    }

    void use_group(QPDFObjectHandle group) {
        if (!group.isDictionary()) return;
        shared_.transparent = true;
        if (group.hasKey("/CS")) examine_space(file_, group.getKey("/CS"), where_);
    }

    void draw_object(QPDFObjectHandle object) {
        if (!object.isStream()) return;
        auto dict = object.getDict();
        ++shared_.draws[object.getObjGen()];
        if (is_name(dict.getKey("/Subtype"), "Form")) {
            use_group(dict.getKey("/Group"));
            nested(object, "a form", shared_.structure.holders.count(object.getObjGen()) != 0);
            return;
        }
        const bool held = shared_.structure.holders.count(object.getObjGen()) != 0;
        if (!held) drawn("an image");
        auto mask = dict.getKey("/ImageMask");
        if (!mask.isBool() || !mask.getBoolValue()) examine_space(file_, dict.getKey("/ColorSpace"), where_);
        shared_.transparent = shared_.transparent || dict.getKey("/SMask").isStream();
    }

    void examine_inline_image() {
        static const std::set<std::string> kFilters = {"AHx",
                                                       "A85",
                                                       "Fl",
                                                       "RL",
                                                       "CCF",
                                                       "DCT",
                                                       "FlateDecode",
                                                       "DCTDecode",
                                                       "ASCIIHexDecode",
                                                       "ASCII85Decode",
                                                       "RunLengthDecode",
                                                       "CCITTFaxDecode"};
        static const std::map<std::string, std::string> kSpaces = {
            {"G", "DeviceGray"}, {"RGB", "DeviceRGB"}, {"CMYK", "DeviceCMYK"}};
        for (std::size_t i = 0; i + 1 < image_.size(); i += 2) {
            const auto key = word(image_[i]);
            auto value = image_[i + 1];
            if (key == "F" || key == "Filter")
                for (const auto& filter : items_of(value))
                    file_.expect(Rule::filter, kFilters.count(word(filter)) != 0, where_, "an inline image's {}",
                                 word(filter));
            if (key == "I" || key == "Interpolate")
                file_.expect(Rule::image_interpolated, !value.isBool() || !value.getBoolValue(), where_,
                             "an inline image is interpolated");
            if (key == "CS" || key == "ColorSpace") {
                const auto device = kSpaces.find(word(value));
                if (device != kSpaces.end())
                    examine_device(file_, device->second, where_);
                else
                    use_space(value);
            }
        }
        image_.clear();
    }

    void use_space(QPDFObjectHandle space) {
        const auto name = word(space);
        if (space.isName() && name != "Pattern" && !name.starts_with("Device")) space = resource("/ColorSpace", space);
        examine_space(file_, space, where_);
    }

    void use_shading(QPDFObjectHandle shading) {
        auto dict = shading.isStream() ? shading.getDict() : shading;
        if (dict.isDictionary()) examine_space(file_, dict.getKey("/ColorSpace"), where_);
    }

    void use_pattern(QPDFObjectHandle pattern) {
        if (pattern.isStream())
            nested(pattern, "a pattern", true);
        else if (pattern.isDictionary())
            use_shading(pattern.getKey("/Shading"));
    }

    void use_state(QPDFObjectHandle state) {
        if (!state.isDictionary()) return;
        auto mask = state.getKey("/SMask");
        bool blends = mask.isDictionary();
        for (const auto* key : {"/ca", "/CA"}) blends = blends || number_or(state.getKey(key), 1) < 1;
        for (const auto& mode : items_of(state.getKey("/BM"))) blends = blends || !is_name(mode, "Normal");
        shared_.transparent = shared_.transparent || blends;
        if (mask.isDictionary() && mask.getKey("/G").isStream()) {
            use_group(mask.getKey("/G").getDict().getKey("/Group"));
            nested(mask.getKey("/G"), "a soft mask", true);
        }
    }

    Shared& shared_;
    File& file_;
    QPDFObjectHandle self_, resources_, inherited_ = QPDFObjectHandle::newNull();
    std::string where_, pending_;
    std::vector<Mark> marks_;
    std::size_t around_ = 0;  // marks of the stream that draws this one
    int depth_ = 0;
    bool first_time_ = false, in_text_ = false;
    std::vector<State> states_;
    std::vector<QPDFObjectHandle> operands_, image_;
};

void examine_page(Shared& shared, std::size_t index) {
    auto page = shared.file.pages[index];
    const auto where = fmt::format("page {}", index + 1);
    shared.transparent = page.getKey("/Group").isDictionary();
    std::string bytes;
    for (const auto& part : items_of(page.getKey("/Contents"))) bytes += stream_bytes(part) + "\n";
    examine_content_bytes(shared.file, bytes, where);
    Stream stream(shared, page, where, {}, 0);
    QPDFPageObjectHelper(page).parseContents(&stream);
    for (auto annotation : items_of(page.getKey("/Annots"))) {
        auto shown = annotation.isDictionary() ? annotation.getKey("/AP") : QPDFObjectHandle::newNull();
        auto normal = shown.isDictionary() ? shown.getKey("/N") : QPDFObjectHandle::newNull();
        if (!normal.isStream()) continue;
        const auto part = fmt::format("{}, {}", where, place(normal, "an appearance"));
        Stream inner(
            shared, normal, part,
            {within_mark({.tagged = !is_name(annotation.getKey("/Subtype"), "PrinterMark"), .spoken = true}, nullptr)},
            1);
        QPDFPageObjectHelper(normal).parseContents(&inner);
    }
    auto group = page.getKey("/Group");
    if (group.isDictionary() && group.hasKey("/CS")) examine_space(shared.file, group.getKey("/CS"), where);
    const bool has_space = !shared.file.output_space.empty() || (group.isDictionary() && group.hasKey("/CS"));
    shared.file.expect(Rule::transparency_space, !shared.transparent || has_space, where,
                       "it is transparent, without an output intent or a group with a colour space");
}

}  // namespace

void examine_pages(File& file, Structure& structure) {
    Shared shared{file, structure};
    for (std::size_t i = 0; i < file.pages.size(); ++i) examine_page(shared, i);
    for (const auto& [stream, where] : structure.page_of_stream) {
        if (!structure.streams.at(stream).isStream()) continue;  // a page
        const auto drawn = shared.draws.find(stream);
        file.expect(Rule::shared_form_marks, drawn == shared.draws.end() || drawn->second == 1, where,
                    "it is drawn {} times", drawn == shared.draws.end() ? 0 : drawn->second);
    }
    examine_fonts(file, shared.fonts);
}

}  // namespace precis::audit
