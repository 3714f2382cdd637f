// A footnote is small, so its lists and quotations are lines of one paragraph.
#include "layout/ground/note_words.h"

#include <string>
#include <utility>
#include <variant>

namespace precis::layout {
namespace {

struct Gathering {
    doc::Inlines& out;
    std::string lead;  // of the next line: bullets and the like

    void begin_line() {
        if (!out.empty()) out.emplace_back(doc::LineBreak{});
        if (!lead.empty()) add(std::exchange(lead, {}));
    }
    void add(std::string text) {
        doc::Words words;
        words.text = std::move(text);
        out.emplace_back(std::move(words));
    }
    void add(const doc::Inlines& inlines) { out.insert(out.end(), inlines.begin(), inlines.end()); }
    void blocks(const std::vector<doc::Block>& list) {
        for (const auto& block : list) std::visit(*this, block.content);
    }

    void operator()(const doc::Paragraph& p) {
        begin_line();
        add(p.inlines);
    }
    void operator()(const doc::Heading& h) {
        begin_line();
        add(h.inlines);
    }
    void operator()(const doc::List& list) {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            if (i < list.terms.size()) {
                begin_line();
                add(list.terms[i]);
            }
            lead += !list.terms.empty() ? "\u2003"
                    : list.ordered      ? std::to_string(list.start + static_cast<int>(i)) + ".\u00a0"
                                        : "•\u00a0";
            blocks(list.items[i]);
        }
    }
    void operator()(const doc::Quote& quote) { blocks(quote.blocks); }
    void operator()(const doc::Code& code) {
        begin_line();
        doc::Words words;
        words.text = code.text;
        words.code = true;
        out.emplace_back(std::move(words));
    }
    void operator()(const doc::Rule&) {}
    void operator()(const doc::ExhibitPlace&) {}
};

}  // namespace

doc::Inlines note_words(const std::vector<doc::Block>& blocks) {
    doc::Inlines out;
    Gathering{out, {}}.blocks(blocks);
    return out;
}

diag::Span note_place(const std::vector<doc::Block>& blocks) {
    for (const auto& block : blocks) {
        if (const auto* p = std::get_if<doc::Paragraph>(&block.content); p != nullptr && p->span) return p->span;
        if (const auto* quote = std::get_if<doc::Quote>(&block.content)) {
            if (auto span = note_place(quote->blocks)) return span;
        }
        if (const auto* list = std::get_if<doc::List>(&block.content)) {
            for (const auto& item : list->items) {
                if (auto span = note_place(item)) return span;
            }
        }
    }
    return {};
}

}  // namespace precis::layout
