// Drafts to blocks.
#include "bind/text/runs.h"

namespace precis::bind {
namespace {

struct BodyBinder {
    Context& context;
    const Cut& cut;
    Notes& notes;

    std::vector<doc::Block> blocks(const std::vector<Draft>& drafts) const {
        std::vector<doc::Block> out;
        out.reserve(drafts.size());
        for (const auto& draft : drafts) out.push_back(block(draft));
        return out;
    }

    doc::Inlines inlines(const Draft& draft, const Voice& voice) const {
        return bind_runs(context, draft.runs, cut, voice, &notes);
    }

    doc::Block block(const Draft& draft) const {
        switch (draft.kind) {
            case Draft::Kind::paragraph:
                return {doc::Paragraph{inlines(draft, kProse), place(draft)}};
            case Draft::Kind::heading:
                return {doc::Heading{draft.level, inlines(draft, kTitle)}};
            case Draft::Kind::rule:
                return {doc::Rule{}};
            case Draft::Kind::quote:
                return {doc::Quote{blocks(draft.children)}};
            case Draft::Kind::code: {
                doc::Code code{{}, draft.language};
                for (const auto& run : draft.runs) code.text += run.text;
                while (!code.text.empty() && code.text.back() == '\n') code.text.pop_back();
                return {std::move(code)};
            }
            case Draft::Kind::list:
                break;
        }
        doc::List list{draft.ordered, draft.start, {}, {}};
        for (const auto& term : draft.terms) list.terms.push_back(bind_runs(context, term, cut, kTitle, &notes));
        for (const auto& item : draft.items) list.items.push_back(blocks(item));
        return {std::move(list)};
    }

    static diag::Span place(const Draft& draft) {
        diag::Span span;
        for (const auto& run : draft.runs) {
            if (!run.span) continue;
            if (!span) span = run.span;
            span.end = run.span.end;
        }
        return span;
    }
};

}  // namespace

diag::Text take_notes(const diag::Text& text, Notes& notes) {
    auto [rest, taken] = take_footnotes(text);
    for (auto& note : taken) notes.entries.push_back({std::move(note.name), std::move(note.text), -1});
    return rest;
}

std::vector<doc::Block> bind_body(Context& context, const diag::Text& text, Notes& notes) {
    const auto made = cut(text, context.found);
    const auto drafts = read_blocks(text, made, context.found);
    return BodyBinder{context, made, notes}.blocks(drafts);
}

}  // namespace precis::bind
