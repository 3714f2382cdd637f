// html/writer.h: writing HTML, with every text escaped and the same bytes on every machine.
// Stage: values -> WRITER -> bytes of the web edition and of indexes.
//
// In: a sequence of calls that mirrors the document: a `close` for every `open`. Out: UTF-8 text.
// Names of elements and attributes are the caller's own constants and are not checked; texts and values of attributes
// may hold anything. Control characters that HTML forbids are dropped.
// An element without an end tag (br, img, meta …) is written by `lone`. Elements whose content is not HTML text
// (script, style) belong to page(); `raw` is for markup that is already written, such as a drawing. Cost: linear.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace precis::html {

/// With &, < and > as entities; " too, so that it fits an attribute's value in double quotes.
[[nodiscard]] std::string escaped(std::string_view text);

/// JSON as a script element may hold it: < is \u003c, so that no text can end the element.
[[nodiscard]] std::string json_in_script(std::string_view json);

/// Source: RFC 4648, 4.
[[nodiscard]] std::string base64(std::string_view bytes);
/// The SHA-256 sum in base64, as a Content-Security-Policy names a script or a style.
/// Source: FIPS 180-4, 6.2; CSP Level 3, 2.3.1.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

struct Attribute {
    std::string_view name;
    std::string value;
    bool present = true;  // false: the attribute is left out
    Attribute(std::string_view key, std::string text) : name(key), value(std::move(text)) {}
    Attribute(std::string_view key, std::string_view text) : name(key), value(text) {}
    Attribute(std::string_view key, const char* text) : name(key), value(text) {}
    /// Without a value: `hidden`. Left out if it is false.
    Attribute(std::string_view key, bool set) : name(key), present(set), bare_(true) {}
    [[nodiscard]] bool bare() const { return bare_; }

  private:
    bool bare_ = false;
};
using Attributes = std::vector<Attribute>;

class Writer {
  public:
    Writer& open(std::string_view element, const Attributes& attributes = {});
    /// Ends the innermost open element.
    Writer& close();
    /// An element without an end tag.
    Writer& lone(std::string_view element, const Attributes& attributes = {});
    Writer& text(std::string_view words);
    /// Markup that is already written.
    Writer& raw(std::string_view markup);
    Writer& element(std::string_view name, std::string_view words) { return element(name, {}, words); }
    Writer& element(std::string_view name, const Attributes& attributes, std::string_view words);
    /// A line break between elements, for readers of the source.
    Writer& line() { return raw("\n"); }

    /// What was written. The last call on a writer.
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void tag(std::string_view element, const Attributes& attributes);
    std::string out_;
    std::vector<std::string> open_;
};

/// What a page needs around its body. It loads nothing: styles, scripts, fonts and pictures are inside the file.
struct Page {
    std::string language;  // BCP 47
    bool right_to_left = false;
    std::string title, description;  // description: may be empty
    std::string style, script;       // CSS and JavaScript; script may be empty
    struct DataBlock {
        std::string type, id, text;  // "application/json"; id may be empty; JSON
    };
    std::vector<DataBlock> data;  // at the end of the body; browsers do not run them
    std::string head;             // further markup of the head: meta, link
    std::string body_class;       // may be empty
    std::string body;             // markup
    std::string early = {};       // JavaScript in the head, before anything is shown; may be empty
};

/// The policy of such a page: scripts and styles by their sums, pictures and fonts from `data:` addresses, nothing
/// else. Attributes `style` are forbidden, too: use classes, or attributes of SVG.
[[nodiscard]] std::string content_security_policy(const Page& page);

/// The whole file.
[[nodiscard]] std::string page(const Page& page);

}  // namespace precis::html
