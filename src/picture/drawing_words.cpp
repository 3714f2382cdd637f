#include "picture/drawing_words.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace precis::picture {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// The character behind "&" up to ";", of those that XML itself knows.
std::optional<char32_t> character_of(std::string_view entity) {
    if (entity == "amp") return U'&';
    if (entity == "lt") return U'<';
    if (entity == "gt") return U'>';
    if (entity == "quot") return U'"';
    if (entity == "apos") return U'\'';
    if (entity.size() < 2 || entity[0] != '#') return std::nullopt;
    const bool hex = entity[1] == 'x';
    entity.remove_prefix(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(entity.data(), entity.data() + entity.size(), value, hex ? 16 : 10);
    if (error != std::errc() || end != entity.data() + entity.size() || value > 0x10FFFF) return std::nullopt;
    return static_cast<char32_t>(value);
}

class Walk {
  public:
    explicit Walk(std::string_view svg) : svg_(svg) {}

    DrawingWords run() {
        std::size_t at = 0;
        while (at < svg_.size()) {
            const auto tag = std::min(svg_.find('<', at), svg_.size());
            text(svg_.substr(at, tag - at));
            if (tag == svg_.size()) break;
            at = markup(tag);
        }
        return std::move(out_);
    }

  private:
    /// Takes what begins with "<" at `at`; gives the place behind it.
    std::size_t markup(std::size_t at) {
        const auto rest = svg_.substr(at);
        if (rest.substr(0, 4) == "<!--") return behind("-->", at + 4);
        if (rest.substr(0, 9) == "<![CDATA[") {
            const auto end = behind("]]>", at + 9);
            const auto body = svg_.substr(at + 9, end - at - 9);
            if (in_style_) style(body);
            return end;
        }
        if (rest.substr(0, 2) == "<?") {
            const auto end = behind("?>", at + 2);
            const auto body = svg_.substr(at + 2, end - at - 2);
            if (body.substr(0, 14) == "xml-stylesheet") attributes(body.substr(14), "xml-stylesheet");
            return end;
        }
        if (rest.substr(0, 2) == "<!") {  // a document type, with entities in square brackets
            const auto bracket = svg_.find('[', at), close = svg_.find('>', at);
            return bracket < close ? behind(">", std::min(svg_.find("]", bracket), svg_.size())) : behind(">", at);
        }
        const auto end = end_of_tag(at);
        const bool closes = rest.substr(0, 2) == "</";
        auto inside = svg_.substr(at + (closes ? 2 : 1), end - at - (closes ? 2 : 1));
        const bool empty = !closes && inside.size() >= 2 && inside[inside.size() - 2] == '/';
        const auto name_end = std::min(inside.find_first_of(" \t\r\n/>"), inside.size());
        auto name = inside.substr(0, name_end);
        if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
        if (!closes) attributes(inside.substr(name_end), name);
        if (empty) return end;
        if (name == "style") in_style_ = !closes;
        if (name == "foreignObject") foreign_ = closes ? std::max(0, foreign_ - 1) : foreign_ + 1;
        if (name == "switch") switches_ = closes ? std::max(0, switches_ - 1) : switches_ + 1;
        if (name == "text") texts_ = closes ? std::max(0, texts_ - 1) : texts_ + 1;
        if (name == "title" || name == "desc" || name == "script") hidden_ = !closes;
        return end;
    }

    std::size_t behind(std::string_view end, std::size_t from) const {
        const auto at = svg_.find(end, from);
        return at == std::string_view::npos ? svg_.size() : at + end.size();
    }

    /// Behind the ">" of a tag; one in quotes does not count.
    std::size_t end_of_tag(std::size_t at) const {
        char quote = 0;
        for (auto i = at; i < svg_.size(); ++i) {
            const char c = svg_[i];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return svg_.size();
    }

    void attributes(std::string_view text, std::string_view element) {
        while (true) {
            const auto equals = text.find('=');
            if (equals == std::string_view::npos) return;
            auto name = trimmed(text.substr(0, equals));
            if (const auto space = name.find_last_of(" \t\r\n"); space != std::string_view::npos)
                name.remove_prefix(space + 1);
            const auto open = text.find_first_of("\"'", equals);
            if (open == std::string_view::npos) return;
            const auto close = text.find(text[open], open + 1);
            if (close == std::string_view::npos) return;
            const auto value = text.substr(open + 1, close - open - 1);
            if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
            if (name == "href") {
                constexpr std::string_view kLoads[] = {"image", "feImage", "use", "xml-stylesheet"};
                if (std::find(std::begin(kLoads), std::end(kLoads), element) != std::end(kLoads)) leave_out(value);
            } else if (name == "font-family") {
                family(value);
            } else {
                style(value);
            }
            text.remove_prefix(close + 1);
        }
    }

    void leave_out(std::string_view address) {
        address = trimmed(address);
        if (address.empty() || address[0] == '#' || address.substr(0, 5) == "data:") return;
        if (std::find(out_.left_out.begin(), out_.left_out.end(), address) == out_.left_out.end())
            out_.left_out.emplace_back(address);
    }

    void family(std::string_view list) {
        const auto words = trimmed(list);
        if (!words.empty() && words != "inherit") out_.families.emplace(words);
    }

    /// CSS: of a sheet or of one attribute.
    void style(std::string_view css) {
        std::size_t at = 0;
        while ((at = css.find("font-family", at)) != std::string_view::npos) {
            at += 11;
            const auto colon = css.find_first_not_of(kSpace, at);
            if (colon == std::string_view::npos || css[colon] != ':') continue;
            const auto end = std::min(css.find_first_of(";}", colon), css.size());
            family(css.substr(colon + 1, end - colon - 1));
            at = end;
        }
        for (const std::string_view opens : {"url(", "@import "}) {
            for (at = 0; (at = css.find(opens, at)) != std::string_view::npos;) {
                at += opens.size();
                const auto end = std::min(css.find_first_of(opens[0] == 'u' ? ")" : ";", at), css.size());
                auto address = trimmed(css.substr(at, end - at));
                if (opens[0] == '@' && address.substr(0, 4) == "url(") continue;  // found above
                while (!address.empty() && (address.front() == '"' || address.front() == '\''))
                    address.remove_prefix(1);
                while (!address.empty() && (address.back() == '"' || address.back() == '\'')) address.remove_suffix(1);
                leave_out(address);
                at = end;
            }
        }
    }

    void text(std::string_view words) {
        if (in_style_) return style(words);
        if (foreign_ > 0) {
            // Inside a switch, a text stands in for it.
            if (switches_ == 0 && out_.html.empty() && !hidden_) out_.html = trimmed(words);
            return;
        }
        if (texts_ == 0 || hidden_) return;
        for (std::size_t at = 0; at < words.size();) {
            if (words[at] == '&') {
                const auto end = words.find(';', at);
                if (end == std::string_view::npos) return;
                if (const auto c = character_of(words.substr(at + 1, end - at - 1))) letter(*c);
                at = end + 1;
                continue;
            }
            const auto point = base::code_point_at(words, at);
            if (point.length == 0) return;
            letter(point.value);
            at += point.length;
        }
    }

    void letter(char32_t c) {
        if (c > 0x20 && c != 0xA0) out_.letters.insert(c);
    }

    std::string_view svg_;
    DrawingWords out_;
    int texts_ = 0;
    bool in_style_ = false, hidden_ = false;
    int foreign_ = 0, switches_ = 0;
};

}  // namespace

DrawingWords words_of(std::string_view svg) {
    return Walk(svg).run();
}

}  // namespace precis::picture
