// Lines and bodies: cut, read as Markdown, each run bound, drafts turned into blocks.
#include "bind/text/prose.h"

#include <algorithm>

#include "base/blank.h"
#include "bind/text/markdown.h"
#include "bind/text/runs.h"
#include "bind/values/footnote_texts.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

struct BodyBinder {
    Context& context;
    const Cut& cut;
    Notes& notes;
    bool quoted = false;  // the words are another's

    std::vector<doc::Block> blocks(const std::vector<Draft>& drafts) const {
        std::vector<doc::Block> out;
        out.reserve(drafts.size());
        for (const auto& draft : drafts) out.push_back(block(draft));
        return out;
    }

    doc::Inlines inlines(const Draft& draft, Voice voice) const {
        voice.verbatim = voice.verbatim || quoted;
        return bind_runs(context, draft.runs, cut, voice, &notes);
    }

    doc::Block block(const Draft& draft) const {
        switch (draft.kind) {
            case Draft::Kind::paragraph:
                return {doc::Paragraph{inlines(draft, kProse), place(draft)}};
            case Draft::Kind::heading:
                return {doc::Heading{draft.level, inlines(draft, kTitle),
                                     "heading:" + std::to_string(++context.collected.headings)}};
            case Draft::Kind::rule:
                return {doc::Rule{}};
            case Draft::Kind::quote:
                return {doc::Quote{BodyBinder{context, cut, notes, true}.blocks(draft.children)}};
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

    /// From the first run that has a place to the last.
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

doc::Inlines bind_line(Context& context, const diag::Text& text, const Voice& voice, Notes* notes) {
    const auto with_holes = cut(text, context.diagnostics);
    const auto line = voice.plain ? Line::plain : voice.sentences ? Line::sentence : Line::title;
    return bind_runs(context, read_line(text, with_holes, context.diagnostics, line), with_holes, voice, notes);
}

bool prints_nothing(const doc::Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const doc::Inline& part) {
        const auto* words = std::get_if<doc::Words>(&part);
        return words != nullptr && base::is_blank(words->text);
    });
}

doc::Inlines bind_title(Context& context, const diag::Text& text) {
    const auto before = context.diagnostics.size();
    auto title = bind_line(context, text, kTitle);
    if (prints_nothing(title) && !text.empty() && context.diagnostics.size() == before) {
        report(context, diag::error(diag::code::empty_value, text.span, "this title prints nothing",
                                    "write its words, or bind a value that has some"));
    }
    return title;
}

std::string bind_plain(Context& context, const diag::Text& text, const Voice& voice) {
    return doc::plain_text(bind_line(context, text, voice));
}

std::string bind_label(Context& context, const diag::Text& text) {
    auto* ledger = context.inputs.ledger;
    const auto before = ledger != nullptr ? ledger->printings.size() : 0;
    auto words = bind_plain(context, text);
    for (auto i = before; ledger != nullptr && i < ledger->printings.size(); ++i) {
        auto& printing = ledger->printings[i];
        if (printing.kind == Printing::Kind::text && printing.sentence.empty()) printing.sentence = words;
    }
    return words;
}

diag::Text take_notes(const diag::Text& text, Notes& notes) {
    auto [rest, taken] = take_footnotes(text);
    for (auto& note : taken) notes.entries.push_back({std::move(note.name), std::move(note.text), -1});
    return rest;
}

std::vector<doc::Block> bind_body(Context& context, const diag::Text& text, Notes& notes) {
    const auto with_holes = cut(text, context.diagnostics);
    const auto drafts = read_blocks(text, with_holes, context.diagnostics);
    return BodyBinder{context, with_holes, notes}.blocks(drafts);
}

}  // namespace precis::bind
