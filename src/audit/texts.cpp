// Each content stream is parsed once, with the resources of its page or form.
#include "audit/texts.h"

#include <map>

#include "audit/cmap.h"
#include "audit/content.h"
#include "audit/file.h"

namespace precis::audit {
namespace {

void add_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    }
}

constexpr int kDeepest = 30;  // objects within each other

/// All strings of an object that stand in it directly.
void add_strings(QPDFObjectHandle object, std::string& out, int depth = 0) {
    if (depth > kDeepest || (depth > 0 && object.isIndirect())) return;
    if (object.isString()) {
        out += object.getUTF8Value() + "\n";
    } else if (object.isName()) {
        out += object.getName().substr(1) + "\n";
    } else if (object.isArray()) {
        for (auto& item : object.getArrayAsVector()) add_strings(item, out, depth + 1);
    } else if (object.isDictionary()) {
        for (auto& [key, value] : object.getDictAsMap()) add_strings(value, out, depth + 1);
    }
}

using Fonts = std::map<QPDFObjGen, std::optional<CMap>>;

class Shown : public QPDFObjectHandle::ParserCallbacks {
  public:
    Shown(QPDFObjectHandle resources, Fonts& fonts) : resources_(resources), fonts_(fonts) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) return operands_.push_back(object);
        switch (operator_kind(object.getOperatorValue())) {
            case Operator::font:
                if (operands_.size() >= 2) set_font(operands_[operands_.size() - 2]);
                break;
            case Operator::show:
                if (!operands_.empty()) show(operands_.back());
                text_ += '\n';
                break;
            case Operator::show_array:
                if (!operands_.empty()) {
                    for (const auto& item : items_of(operands_.back())) show(item);
                }
                text_ += '\n';
                break;
            case Operator::begin_mark_with:
                if (!operands_.empty()) add_strings(operands_.back(), text_);
                break;
            default:
                break;
        }
        operands_.clear();
    }
    void handleEOF() override {}
    const std::string& text() const { return text_; }

  private:
    void set_font(QPDFObjectHandle name) {
        font_ = nullptr;
        auto of_kind = resources_.isDictionary() ? resources_.getKey("/Font") : QPDFObjectHandle::newNull();
        if (!of_kind.isDictionary() || !name.isName()) return;
        auto font = of_kind.getKey(name.getName());
        if (!font.isDictionary()) return;
        const auto [known, is_new] = fonts_.try_emplace(font.getObjGen());
        if (is_new && font.getKey("/ToUnicode").isStream())
            known->second = parse_cmap(stream_bytes(font.getKey("/ToUnicode")));
        font_ = known->second ? &*known->second : nullptr;
    }
    void show(QPDFObjectHandle item) {
        if (!item.isString()) return;
        const auto bytes = item.getStringValue();
        if (font_ == nullptr) {
            text_ += bytes;
            return;
        }
        for (const auto code : font_->codes(bytes)) {
            const auto meaning = font_->unicode.find(code);
            if (meaning == font_->unicode.end()) continue;
            for (const auto c : meaning->second) add_utf8(text_, c);
        }
    }

    QPDFObjectHandle resources_;
    Fonts& fonts_;
    std::vector<QPDFObjectHandle> operands_;
    const CMap* font_ = nullptr;
    std::string text_;
};

std::vector<TextPiece> pieces_of(QPDF& pdf) {
    std::vector<TextPiece> pieces;
    Fonts fonts;
    std::size_t number = 0;
    for (auto& page : pdf.getAllPages()) {
        QPDFPageObjectHelper helper(page);
        Shown shown(helper.getAttribute("/Resources", false), fonts);
        helper.parseContents(&shown);
        pieces.push_back({"page " + std::to_string(++number), shown.text()});
    }
    for (auto& object : pdf.getAllObjects()) {
        const auto where = place(object, "the trailer");
        std::string strings;
        add_strings(object.isStream() ? object.getDict() : object, strings);
        if (!strings.empty()) pieces.push_back({where, std::move(strings)});
        if (!object.isStream()) continue;
        auto dict = object.getDict();
        if (is_name(dict.getKey("/Subtype"), "Form")) {
            Shown shown(dict.getKey("/Resources"), fonts);
            object.parseAsContents(&shown);
            pieces.push_back({where, shown.text()});
        }
        const bool of_font = dict.hasKey("/Length1") || is_name(dict.getKey("/Subtype"), "CIDFontType0C") ||
                             is_name(dict.getKey("/Subtype"), "OpenType") || is_name(dict.getKey("/Subtype"), "Image");
        if (!of_font) pieces.push_back({where, stream_bytes(object)});
    }
    return pieces;
}

}  // namespace

std::optional<std::vector<TextPiece>> texts_of(std::string_view pdf) {
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("file", pdf.data(), pdf.size());
        return pieces_of(file);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace precis::audit
