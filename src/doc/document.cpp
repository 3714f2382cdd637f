// Plain words of running text, for outlines, titles of links and comparisons; signs of qualifiers.
#include "doc/document.h"

namespace precis::doc {

PRECIS_COMPILE_ONCE(Inline);
bool Inline::operator==(const Inline& other) const {
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}
PRECIS_COMPILE_ONCE(BlockContent);
bool BlockContent::operator==(const BlockContent& other) const {
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}
PRECIS_COMPILE_ONCE(Exhibit);
bool Exhibit::operator==(const Exhibit& other) const = default;
namespace {

struct Plain {
    std::string& text;
    void operator()(const Words& words) const { text += words.text; }
    void operator()(const Citation&) const {}
    void operator()(const Reference& reference) const { text += reference.text; }
    void operator()(const FootnoteMark&) const {}
    void operator()(const LineBreak&) const { text += ' '; }
};

}  // namespace

std::string plain_text(const Inlines& inlines) {
    std::string text;
    for (const auto& part : inlines) std::visit(Plain{text}, part);
    return text;
}

std::string sign_of(data::Qualifier qualifier) {
    switch (qualifier) {
        case data::Qualifier::none:
        case data::Qualifier::exactly:
        case data::Qualifier::between:
            return {};
        case data::Qualifier::about:
            return "≈";
        case data::Qualifier::more_than:
            return ">";
        case data::Qualifier::at_least:
            return "≥";
        case data::Qualifier::less_than:
            return "<";
        case data::Qualifier::at_most:
            return "≤";
    }
    return {};
}

}  // namespace precis::doc
