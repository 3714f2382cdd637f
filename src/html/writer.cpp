// Elements and attributes as text; a stack of open elements names their end tags.
#include "html/writer.h"

namespace precis::html {
namespace {

/// Appends `text` with the characters that have a meaning in HTML as entities.
void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                // HTML 13.1.4: of the control characters only white space is allowed.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_escaped(out, text);
    return out;
}

std::string json_in_script(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

void Writer::tag(std::string_view element, const Attributes& attributes) {
    out_ += '<';
    out_ += element;
    for (const auto& attribute : attributes) {
        if (!attribute.present) continue;
        out_ += ' ';
        out_ += attribute.name;
        if (attribute.bare()) continue;
        out_ += "=\"";
        append_escaped(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
}

Writer& Writer::open(std::string_view element, const Attributes& attributes) {
    tag(element, attributes);
    open_.emplace_back(element);
    return *this;
}

Writer& Writer::close() {
    if (open_.empty()) return *this;
    out_ += "</" + open_.back() + ">";
    open_.pop_back();
    return *this;
}

Writer& Writer::lone(std::string_view element, const Attributes& attributes) {
    tag(element, attributes);
    return *this;
}

Writer& Writer::text(std::string_view words) {
    append_escaped(out_, words);
    return *this;
}

Writer& Writer::raw(std::string_view markup) {
    out_ += markup;
    return *this;
}

Writer& Writer::element(std::string_view name, const Attributes& attributes, std::string_view words) {
    return open(name, attributes).text(words).close();
}

}  // namespace precis::html
