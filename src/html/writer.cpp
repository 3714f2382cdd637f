// Elements and attributes as text; a stack of open elements names their end tags.
#include "html/writer.h"

#include "base/xml_text.h"

namespace precis::html {

std::string escaped(std::string_view text) {
    return base::xml_text(text);
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
        out_ += base::xml_text(attribute.value);
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
    out_ += base::xml_text(words);
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
