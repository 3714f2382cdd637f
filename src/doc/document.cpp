// The words of running text without their looks: for outlines, titles of links and comparisons.
#include "doc/document.h"

namespace precis::doc {
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

}  // namespace precis::doc
