// Reads the operators of CMaps from qpdf's tokens; PostScript around them is ignored.
#include "audit/cmap.h"

#include <algorithm>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <set>

#include "audit/qpdf.h"

namespace precis::audit {
namespace {

constexpr std::uint32_t kWidestRange = 65536;  // codes of a bfrange; all that two bytes can have

std::uint32_t number(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char c : bytes.substr(0, 4)) value = (value << 8U) | static_cast<unsigned char>(c);
    return value;
}

std::u32string from_utf16(std::string_view bytes) {
    std::u32string out;
    if (bytes.size() == 1) return {static_cast<char32_t>(static_cast<unsigned char>(bytes[0]))};
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t unit = number(bytes.substr(i, 2));
        if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = number(bytes.substr(i + 2, 2));
            if (low >= 0xDC00 && low < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        out += unit;
    }
    return out;
}

class Parser {
  public:
    explicit Parser(const std::string& bytes) : input_(std::make_shared<BufferInputSource>("cmap", bytes)) {
        tokens_.allowEOF();
    }

    CMap run() {
        for (auto token = next(); token.getType() != QPDFTokenizer::tt_eof; token = next()) {
            const auto& word = token.getValue();
            if (token.getType() == QPDFTokenizer::tt_word) command(word);
            before_ = last_;
            last_ = token;
        }
        return std::move(out_);
    }

  private:
    QPDFTokenizer::Token next() { return tokens_.readToken(input_, "cmap", true); }

    static int integer(const QPDFTokenizer::Token& token) {
        return token.getType() == QPDFTokenizer::tt_integer ? std::atoi(token.getValue().c_str()) : 0;
    }

    void command(const std::string& word) {
        if (word == "begincodespacerange") spaces();
        if (word == "begincidrange" || word == "begincidchar") cids(word == "begincidrange");
        if (word == "beginbfchar" || word == "beginbfrange") unicode(word == "beginbfrange");
        if (word == "usecmap")
            out_.uses.push_back(last_.getValue().substr(0, 1) == "/" ? last_.getValue().substr(1) : "");
        if (word == "def" && before_.getValue() == "/WMode") out_.writing_mode = integer(last_);
    }

    std::vector<QPDFTokenizer::Token> until_end() {
        std::vector<QPDFTokenizer::Token> tokens;
        for (auto token = next(); token.getType() != QPDFTokenizer::tt_eof; token = next()) {
            if (token.getType() == QPDFTokenizer::tt_word && token.getValue().rfind("end", 0) == 0) break;
            tokens.push_back(token);
        }
        return tokens;
    }
    void spaces() {
        const auto tokens = until_end();
        for (std::size_t i = 0; i + 1 < tokens.size(); i += 2)
            out_.spaces.push_back(
                {tokens[i].getValue().size(), number(tokens[i].getValue()), number(tokens[i + 1].getValue())});
    }
    void cids(bool range) {
        const auto tokens = until_end();
        const std::size_t step = range ? 3 : 2;
        for (std::size_t i = 0; i + step <= tokens.size(); i += step) {
            const auto low = number(tokens[i].getValue()), high = range ? number(tokens[i + 1].getValue()) : low;
            const auto cid = static_cast<std::uint32_t>(std::max(0, integer(tokens[i + step - 1])));
            out_.cids.push_back({low, high, cid});
            if (high >= low) out_.highest_cid = std::max(out_.highest_cid, cid + (high - low));
        }
    }
    void unicode(bool range) {
        const auto tokens = until_end();
        for (std::size_t i = 0; i + 1 < tokens.size();) {
            const auto low = number(tokens[i].getValue());
            if (!range) {
                out_.unicode[low] = from_utf16(tokens[i + 1].getValue());
                i += 2;
                continue;
            }
            const auto high = std::min(number(tokens[i + 1].getValue()), low + kWidestRange);
            i += 2;
            if (i < tokens.size() && tokens[i].getType() == QPDFTokenizer::tt_array_open) {
                auto code = low;
                for (++i; i < tokens.size() && tokens[i].getType() != QPDFTokenizer::tt_array_close; ++i)
                    out_.unicode[code++] = from_utf16(tokens[i].getValue());
                ++i;
            } else if (i < tokens.size()) {
                auto text = from_utf16(tokens[i].getValue());
                for (auto code = low; code <= high && --budget_ > 0; ++code) {
                    out_.unicode[code] = text;
                    if (!text.empty()) ++text.back();
                }
                ++i;
            }
        }
    }

    std::shared_ptr<InputSource> input_;
    QPDFTokenizer tokens_;
    QPDFTokenizer::Token before_, last_;
    CMap out_;
    int budget_ = 2'000'000;  // characters that ranges may produce: bounds the time that a hostile file can take
};

/// The value after a key: a string's content, or a number's digits.
std::string value_after(const std::string& bytes, const std::string& key) {
    auto at = bytes.find(key);
    if (at == std::string::npos) return {};
    at = bytes.find_first_not_of(" \r\n\t", at + key.size());
    if (at == std::string::npos) return {};
    if (bytes[at] == '(') return bytes.substr(at + 1, bytes.find(')', at) - at - 1);
    return bytes.substr(at, bytes.find_first_not_of("0123456789", at) - at);
}

}  // namespace

std::optional<std::uint32_t> CMap::cid(std::uint32_t code) const {
    for (const auto& range : cids)
        if (code >= range.low && code <= range.high) return range.cid + (code - range.low);
    return std::nullopt;
}

std::vector<std::uint32_t> CMap::codes(std::string_view text) const {
    std::vector<std::uint32_t> out;
    const auto fits = [&](const Space& space, std::string_view bytes) {
        if (bytes.size() < space.bytes) return false;
        for (std::size_t i = 0; i < space.bytes; ++i) {
            const auto shift = 8 * (space.bytes - 1 - i);
            const auto byte = static_cast<unsigned char>(bytes[i]);
            if (byte < ((space.low >> shift) & 0xFFU) || byte > ((space.high >> shift) & 0xFFU)) return false;
        }
        return true;
    };
    std::size_t shortest = 4;
    for (const auto& space : spaces) shortest = std::min(shortest, space.bytes);
    if (spaces.empty()) shortest = 1;
    for (std::size_t at = 0; at < text.size();) {
        auto length = std::min(shortest, text.size() - at);
        for (const auto& space : spaces)
            if (fits(space, text.substr(at))) {
                length = space.bytes;
                break;
            }
        out.push_back(number(text.substr(at, length)));
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

CMap parse_cmap(const std::string& bytes) {
    auto out = Parser(bytes).run();
    out.registry = value_after(bytes, "/Registry");
    out.ordering = value_after(bytes, "/Ordering");
    const auto supplement = value_after(bytes, "/Supplement");
    if (!supplement.empty()) out.supplement = std::atoi(supplement.c_str());
    return out;
}

CMap identity_cmap() {
    CMap out;
    out.spaces.push_back({2, 0, 0xFFFF});
    out.cids.push_back({0, 0xFFFF, 0});
    return out;
}

bool is_predefined_cmap(const std::string& name) {
    static const std::set<std::string> kBegins = {
        "GB-EUC",      "GBpc-EUC",       "GBK-EUC",      "GBKp-EUC",  "GBK2K",     "UniGB-UCS2",   "UniGB-UTF16",
        "B5pc",        "HKscs-B5",       "ETen-B5",      "ETenms-B5", "CNS-EUC",   "UniCNS-UCS2",  "UniCNS-UTF16",
        "83pv-RKSJ",   "90ms-RKSJ",      "90msp-RKSJ",   "90pv-RKSJ", "Add-RKSJ",  "EUC",          "Ext-RKSJ",
        "UniJIS-UCS2", "UniJIS-UCS2-HW", "UniJIS-UTF16", "KSC-EUC",   "KSCms-UHC", "KSCms-UHC-HW", "KSCpc-EUC",
        "UniKS-UCS2",  "UniKS-UTF16",    "Identity"};
    if (name == "H" || name == "V") return true;
    const auto dash = name.rfind('-');
    if (dash == std::string::npos || (name.substr(dash) != "-H" && name.substr(dash) != "-V")) return false;
    static const std::set<std::string> kOnlyH = {"B5pc", "83pv-RKSJ", "90pv-RKSJ", "KSCpc-EUC"};
    const auto begin = name.substr(0, dash);
    return kBegins.count(begin) != 0 && (kOnlyH.count(begin) == 0 || name.substr(dash) == "-H");
}

}  // namespace precis::audit
