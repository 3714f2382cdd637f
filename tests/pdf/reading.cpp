#include "reading.h"

#include <map>
#include <memory>
#include <set>

#include "publish/qpdf.h"

namespace precis::test {
namespace {

void append_utf8(std::string& out, unsigned c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

unsigned whole(const std::string& bytes, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + count && i < bytes.size(); ++i)
        value = value * 256 + static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string from_utf16(const std::string& bytes) {
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto c = whole(bytes, i, 2);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            c = 0x10000 + ((c - 0xD800) << 10) + (whole(bytes, i + 2, 2) - 0xDC00);
            i += 2;
        }
        append_utf8(out, c);
    }
    return out;
}

/// From character codes to text.
struct Font {
    std::size_t bytes = 1;  // of a code
    std::map<unsigned, std::string> letters;
};

Font font_of(QPDFObjectHandle object) {
    Font font;
    font.bytes = object.getKey("/Subtype").getName() == "/Type0" ? 2 : 1;
    auto map = object.getKey("/ToUnicode");
    if (!map.isStream()) return font;
    const auto data = map.getStreamData();
    const std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const auto hex = [&](std::size_t& at) -> std::string {
        const auto open = text.find('<', at), close = text.find('>', open);
        if (open == std::string::npos || close == std::string::npos) return {};
        at = close + 1;
        return QPDFObjectHandle::parse(text.substr(open, close - open + 1)).getStringValue();
    };
    for (auto at = text.find("beginbfchar"); at != std::string::npos; at = text.find("beginbfchar", at)) {
        const auto end = text.find("endbfchar", at);
        while (text.find('<', at) < end) {
            const auto code = hex(at), letters = hex(at);
            font.letters[whole(code, 0, code.size())] = from_utf16(letters);
        }
    }
    for (auto at = text.find("beginbfrange"); at != std::string::npos; at = text.find("beginbfrange", at)) {
        const auto end = text.find("endbfrange", at);
        while (text.find('<', at) < end) {
            const auto low = hex(at), high = hex(at);
            const auto open = text.find_first_of("[<", at);
            if (text[open] == '[') {
                const auto close = text.find(']', open);
                at = open;
                for (auto c = whole(low, 0, low.size()); text.find('<', at) < close; ++c)
                    font.letters[c] = from_utf16(hex(at));
                at = close;
                continue;
            }
            auto letters = hex(at);
            for (auto c = whole(low, 0, low.size()); c <= whole(high, 0, high.size()); ++c) {
                font.letters[c] = from_utf16(letters);
                if (!letters.empty()) ++letters.back();
            }
        }
    }
    return font;
}

/// The texts of one page by the number of their marked content.
class Content : public QPDFObjectHandle::ParserCallbacks {
  public:
    Content(QPDFObjectHandle page, std::map<QPDFObjGen, Font>& fonts, Reading& out) : out_(out), fonts_(fonts) {
        auto resources = page.getKey("/Resources");
        all_ = resources.getKey("/Font");
        forms_ = resources.getKey("/XObject");
    }
    std::map<int, std::string> texts;

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const auto name = object.getOperatorValue();
        if (name == "BDC" || name == "BMC") open();
        if (name == "EMC" && !marks_.empty()) marks_.pop_back();
        if (name == "Tf" && operands_.size() >= 2) choose(operands_[operands_.size() - 2].getName());
        if ((name == "Tj" || name == "'") && !operands_.empty()) show(operands_.back().getStringValue());
        if (name == "TJ" && !operands_.empty() && operands_.back().isArray())
            for (auto& part : operands_.back().aitems())
                if (part.isString()) show(part.getStringValue());
        if (name == "Do" && !operands_.empty()) form(operands_.back().getName());
        operands_.clear();
    }
    void handleEOF() override {}

  private:
    struct Mark {
        int mcid = -1;
        bool artifact = false, spoken = false;  // spoken: ActualText replaces the shown text
    };

    void open() {
        Mark mark = marks_.empty() ? Mark{} : marks_.back();
        if (operands_.front().isName() && operands_.front().getName() == "/Artifact") mark.artifact = true;
        if (operands_.back().isDictionary()) {
            auto about = operands_.back();
            if (about.hasKey("/MCID")) {
                mark.mcid = about.getKey("/MCID").getIntValueAsInt();
                if (!texts.emplace(mark.mcid, "").second) out_.faults.push_back("a content number stands twice");
            }
            if (about.hasKey("/ActualText")) {
                marks_.push_back(mark);
                say(about.getKey("/ActualText").getUTF8Value());
                marks_.back().spoken = true;
                return;
            }
        }
        marks_.push_back(mark);
    }

    void choose(const std::string& name) {
        auto object = all_.getKey(name);
        auto [known, fresh] = fonts_.try_emplace(object.getObjGen());
        if (fresh) known->second = font_of(object);
        font_ = &known->second;
    }

    void show(const std::string& codes) {
        if (font_ == nullptr || (!marks_.empty() && marks_.back().spoken)) return;
        std::string text;
        for (std::size_t i = 0; i + font_->bytes <= codes.size(); i += font_->bytes) {
            const auto letters = font_->letters.find(whole(codes, i, font_->bytes));
            if (letters == font_->letters.end())
                out_.faults.push_back("a glyph without letters");
            else
                text += letters->second;
        }
        say(text);
    }

    void say(const std::string& text) {
        if (marks_.empty()) {
            if (!plain(text).empty()) out_.faults.push_back("text outside any mark: " + text);
        } else if (marks_.back().artifact) {
            out_.artifacts += text + "\n";
        } else if (marks_.back().mcid >= 0) {
            texts[marks_.back().mcid] += text;
        }
    }

    // Groups with an opacity: their texts belong to the content that shows them.
    void form(const std::string& name) {
        auto object = forms_.getKey(name);
        if (!object.isStream() || object.getDict().getKey("/Subtype").getName() != "/Form") return;
        const auto fonts = all_;
        const auto forms = forms_;
        auto resources = object.getDict().getKey("/Resources");
        if (resources.isDictionary()) all_ = resources.getKey("/Font"), forms_ = resources.getKey("/XObject");
        operands_.clear();
        object.parseAsContents(this);
        all_ = fonts, forms_ = forms;
    }

    Reading& out_;
    std::map<QPDFObjGen, Font>& fonts_;
    QPDFObjectHandle all_, forms_;
    const Font* font_ = nullptr;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
};

bool within_line(const std::string& role) {
    return role == "Span" || role == "Link" || role == "Reference";
}

class Reader {
  public:
    explicit Reader(const std::string& bytes) { pdf_.processMemoryFile("read", bytes.data(), bytes.size()); }

    Reading run() && {
        std::map<QPDFObjGen, Font> fonts;
        for (auto page : pdf_.getAllPages()) {
            Content content(page, fonts, out_);
            page.parsePageContents(&content);
            for (auto& [mcid, text] : content.texts) pages_[page.getObjGen()][mcid] = {std::move(text), 0};
        }
        auto tree = pdf_.getRoot().getKey("/StructTreeRoot").getKey("/K");
        out_.document = element(tree, {});
        for (const auto& [page, contents] : pages_)
            for (const auto& [mcid, content] : contents)
                if (content.times != 1)
                    out_.faults.push_back("content " + std::to_string(mcid) + " is told " +
                                          std::to_string(content.times) + " times");
        auto files = pdf_.getRoot().getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names");
        for (int i = 0; files.isArray() && i < files.getArrayNItems(); i += 2)
            out_.attached.push_back(files.getArrayItem(i).getUTF8Value());
        return std::move(out_);
    }

  private:
    struct Told {
        std::string text;
        int times = 0;
    };

    Node element(QPDFObjectHandle object, QPDFObjGen page) {
        Node node;
        node.role = object.getKey("/S").getName().substr(1);
        if (object.hasKey("/Pg")) page = object.getKey("/Pg").getObjGen();
        if (object.hasKey("/ID")) node.id = object.getKey("/ID").getStringValue();
        if (object.hasKey("/Alt")) node.alternative = object.getKey("/Alt").getUTF8Value();
        if (object.hasKey("/AF")) node.files = static_cast<std::size_t>(object.getKey("/AF").getArrayNItems());
        if (auto about = object.getKey("/A"); about.isDictionary() && about.hasKey("/Scope"))
            node.scope = about.getKey("/Scope").getName();
        auto kids = object.getKey("/K");
        if (kids.isArray())
            for (auto& kid : kids.aitems()) add(node, kid, page);
        else if (!kids.isNull())
            add(node, kids, page);
        return node;
    }

    void add(Node& node, QPDFObjectHandle kid, QPDFObjGen page) {
        if (kid.isInteger()) {
            node.text += told(page, kid.getIntValueAsInt());
        } else if (kid.isDictionaryOfType("/MCR")) {
            if (kid.hasKey("/Pg")) page = kid.getKey("/Pg").getObjGen();
            node.text += told(page, kid.getKey("/MCID").getIntValueAsInt());
        } else if (kid.isDictionaryOfType("/OBJR")) {
            return;
        } else {
            auto inner = element(kid, page);
            if (within_line(inner.role)) node.text += inner.text;
            node.kids.push_back(std::move(inner));
        }
    }

    const std::string& told(QPDFObjGen page, int mcid) {
        static const std::string none;
        auto& contents = pages_[page];
        const auto found = contents.find(mcid);
        if (found == contents.end()) {
            out_.faults.push_back("an element has content that its page lacks");
            return none;
        }
        ++found->second.times;
        return found->second.text;
    }

    QPDF pdf_;
    Reading out_;
    std::map<QPDFObjGen, std::map<int, Told>> pages_;
};

void all_text(const Node& node, std::string& out) {
    out += node.text;
    for (const auto& kid : node.kids) {
        if (within_line(kid.role)) continue;
        if (!out.empty() && out.back() != ' ') out += ' ';
        all_text(kid, out);
    }
}

void lines_of(const Node& node, std::string& out) {
    if (within_line(node.role)) return;
    if (node.role == "TR") {
        std::string row;
        for (const auto& cell : node.kids) {
            std::string words;
            all_text(cell, words);
            for (const auto& kid : cell.kids)
                if (kid.role == "Figure") words += kid.alternative;
            row += (row.empty() ? "" : " | ") + plain(words);
        }
        out += "TR " + row + "\n";
        return;
    }
    if (node.role == "Figure") {
        out += "Figure " + node.alternative + "\n";
        return;
    }
    if (const auto words = plain(node.text); !words.empty()) out += node.role + " " + words + "\n";
    for (const auto& kid : node.kids) lines_of(kid, out);
}

}  // namespace

Reading read_aloud(const std::string& pdf) {
    return Reader(pdf).run();
}

std::string plain(const std::string& text) {
    std::string out;
    bool space = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest(text.data() + i, text.size() - i);
        if (rest.starts_with("\u00AD")) {
            ++i;
            continue;
        }
        std::size_t white = 0;
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') white = 1;
        if (rest.starts_with("\u00A0")) white = 2;
        for (const std::string_view wide : {"\u2002", "\u2009", "\u202F", "\u2003"})
            if (rest.starts_with(wide)) white = 3;
        if (white > 0) {
            space = !out.empty();
            i += white - 1;
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += text[i];
    }
    return out;
}

std::string as_text(const Reading& reading) {
    std::string out;
    lines_of(reading.document, out);
    return out;
}

}  // namespace precis::test
