// Runs to tokens: what stands in the holes is looked up here.
#include <algorithm>

#include "base/nearest.h"
#include "bind/checks/note_use.h"
#include "bind/codes.h"
#include "bind/text/codes.h"
#include "bind/text/runs.h"
#include "bind/text/source_line.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

class Resolver {
  public:
    Resolver(Context& context, const Cut& cut, const Voice& voice, Notes* notes)
        : context_(context), cut_(cut), voice_(voice), notes_(notes) {}

    std::vector<Token> run(const std::vector<Run>& runs) {
        for (const auto& one : runs) {
            switch (one.kind) {
                case Run::Kind::text:
                    add_words(one, one.text);
                    break;
                case Run::Kind::soft_break:
                    add_words(one, chinese() ? "" : " ");
                    break;
                case Run::Kind::hard_break:
                    tokens_.emplace_back().kind = Token::Kind::line_break;
                    break;
                case Run::Kind::hole:
                    hole(one, cut_.holes[static_cast<std::size_t>(one.hole)]);
                    break;
            }
        }
        return std::move(tokens_);
    }

  private:
    bool chinese() const { return context_.locale.tag().substr(0, 2) == "zh"; }

    Token& add_words(const Run& run, std::string text) {
        auto& token = tokens_.emplace_back();
        token.words.text = std::move(text);
        token.words.strong = run.strong;
        token.words.emphasis = run.emphasis;
        token.words.code = run.code;
        token.words.link = run.link;
        token.words.span = run.span;
        return token;
    }

    void hole(const Run& run, const Hole& hole) {
        switch (hole.kind) {
            case Hole::Kind::literal:
                add_words(run, hole.literal);
                break;
            case Hole::Kind::binding:
                binding(run, hole);
                break;
            case Hole::Kind::citation:
                citation(hole);
                break;
            case Hole::Kind::reference:
                reference(hole);
                break;
            case Hole::Kind::footnote:
                footnote(hole);
                break;
        }
    }

    void binding(const Run& run, const Hole& hole) {
        const auto format = read_format({hole.words.begin() + 1, hole.words.end()}, context_.found);
        const auto* bound = context_.values.find(hole.words.front());
        if (bound == nullptr) return;
        note_use(context_, *bound, hole.words.front().span);
        auto text = shown(*bound, format, hole.words.front().span);
        if (bound->word) {
            add_words(run, std::move(text));
            return;
        }
        note_printing(context_, Printing::Kind::text, *bound, text, hole.span);
        auto& token = add_words(run, std::move(text));
        token.words.bound = true;
        token.words.span = hole.span;
        if (format.no_citation) return;
        if (bound->own_analysis && !bound->sources.empty()) {
            token.sources.push_back(analysis_index(context_, bound->sources));
            return;
        }
        for (const auto& id : bound->sources) {
            if (const int index = source_index(context_, id)) token.sources.push_back(index);
        }
    }

    std::string shown(const Bound& bound, const Format& format, const diag::Span& where) {
        const auto& locale = context_.locale;
        switch (format.of) {
            case Format::Of::period:
                return there(locale.date(bound.period), bound, "period", where);
            case Format::Of::detail:
                return there(typographic(bound.detail, locale), bound, "detail", where);
            case Format::Of::n:
                return bound.n ? locale.number(*bound.n, {}) : there({}, bound, "n", where);
            case Format::Of::source:
                return there(origin_words(context_, bound), bound, "source", where);
            case Format::Of::value:
                break;
        }
        if (!bound.published) {
            context_.found.push_back(
                diag::error(code::fact_without_value, where,
                            "the fact “" + bound.name + "” has no value: it is known not to be published",
                            "print its `period` or `detail`, or say in words that it is not known"));
            return {};
        }
        auto printed = print(bound, format, voice_.setting, locale, where, context_.found);
        if (!bound.number) printed.number = typographic(printed.number, locale);
        return printed.text();
    }

    std::string there(std::string text, const Bound& bound, const std::string& what, const diag::Span& where) {
        if (text.empty()) {
            context_.found.push_back(diag::error(code::fact_without_value, where, "“" + bound.name + "” has no " + what,
                                                 "add it to the data, or leave the format `" + what + "` out"));
        }
        return text;
    }

    void citation(const Hole& hole) {
        Token token;
        token.kind = Token::Kind::citation;
        for (const auto& word : hole.words) {
            const int index = source_index(context_, word.text);
            if (index == 0) {
                unknown_source(word);
                continue;
            }
            token.sources.push_back(index);
            note_citation(context_, word.text, word.span);
        }
        if (!token.sources.empty()) tokens_.push_back(std::move(token));
    }

    void unknown_source(const Placed& word) {
        std::vector<std::string> ids;
        for (const auto& source : context_.values.model().sources) ids.push_back(source.id);
        const auto nearest = base::nearest(word.text, ids);
        context_.found.push_back(
            diag::error(diag::code::unknown_source, word.span, "no source is called “" + word.text + "”",
                        nearest ? "did you mean “" + *nearest + "”?" : "add it under `sources:` of the data model"));
    }

    void reference(const Hole& hole) {
        const auto& word = hole.words.front();
        auto id = word.text;
        if (id.substr(0, 4) == "sec:") id = id.substr(4);
        const auto& anchors = context_.anchors;
        const auto found =
            std::find_if(anchors.begin(), anchors.end(), [&](const Anchor& anchor) { return anchor.id == id; });
        if (found == anchors.end()) return unknown_reference(word);
        if (!found->visible) {
            context_.found.push_back(diag::error(code::hidden_reference, word.span,
                                                 "this refers to “" + word.text + "”, which this audience does not see",
                                                 "say `for:` on this text too, or refer to something else"));
            return;
        }
        auto& token = tokens_.emplace_back();
        token.kind = Token::Kind::reference;
        token.span = word.span;
        if (found->dropped) return;  // nothing to point at
        token.reference.target = id;
        token.reference.text = hole.page ? page_words() : reference_words(id, *found);
    }

    std::string page_words() const {
        const auto word = context_.locale.word("page");
        return word.find("{page}") != std::string::npos ? word : word + "\u00a0{page}";
    }

    /// An exhibit's number is put behind these words when all exhibits are known.
    std::string reference_words(const std::string& id, const Anchor& anchor) {
        if (id.substr(0, 4) == "fig:" || id.substr(0, 4) == "tab:") return {};
        const auto& locale = context_.locale;
        const auto title = anchor.title != nullptr ? bind_plain(context_, *anchor.title) : id;
        return locale.word("section") + " " + std::string(locale.open_quote(1)) + title +
               std::string(locale.close_quote(1));
    }

    void unknown_reference(const Placed& word) {
        std::vector<std::string> known;
        for (const auto& anchor : context_.anchors) {
            known.push_back(anchor.id.find(':') == std::string::npos ? "sec:" + anchor.id : anchor.id);
        }
        const auto nearest = base::nearest(word.text, known);
        context_.found.push_back(
            diag::error(diag::code::unknown_reference, word.span, "nothing here is called “" + word.text + "”",
                        nearest ? "did you mean “@" + *nearest + "”?" : "give an exhibit or section that id"));
    }

    void footnote(const Hole& hole) {
        const auto& word = hole.words.front();
        auto* entry = find_note(word.text);
        if (entry == nullptr) {
            context_.found.push_back(diag::error(code::footnote_missing, word.span,
                                                 "the footnote “" + word.text + "” has no text",
                                                 "add a paragraph [^" + word.text + "]: … to the same text"));
            return;
        }
        if (entry->index < 0) {
            entry->index = static_cast<int>(context_.footnotes.size());
            context_.footnotes.emplace_back();
            Notes none;
            auto blocks = bind_body(context_, entry->text, none);
            context_.footnotes[static_cast<std::size_t>(entry->index)] = std::move(blocks);
        }
        auto& token = tokens_.emplace_back();
        token.kind = Token::Kind::footnote;
        token.footnote = entry->index;
    }

    Notes::Entry* find_note(const std::string& name) const {
        if (notes_ == nullptr) return nullptr;
        const auto found = std::find_if(notes_->entries.begin(), notes_->entries.end(),
                                        [&](const Notes::Entry& entry) { return entry.name.text == name; });
        return found == notes_->entries.end() ? nullptr : &*found;
    }

    Context& context_;
    const Cut& cut_;
    const Voice& voice_;
    Notes* notes_;
    std::vector<Token> tokens_;
};

}  // namespace

doc::Inlines bind_runs(Context& context, const std::vector<Run>& runs, const Cut& cut, const Voice& voice,
                       Notes* notes) {
    auto tokens = Resolver(context, cut, voice, notes).run(runs);
    take_dead_references(context, tokens);
    if (voice.search_bare) report_bare_figures(context, tokens);
    set_typography(tokens, context.locale);
    return settle(std::move(tokens), context.locale, voice.cite);
}

doc::Inlines bind_line(Context& context, const diag::Text& text, const Voice& voice, Notes* notes) {
    const auto made = cut(text, context.found);
    return bind_runs(context, read_line(text, made, context.found), made, voice, notes);
}

std::string bind_plain(Context& context, const diag::Text& text) {
    return doc::plain_text(bind_line(context, text, kTitle));
}

std::string bind_label(Context& context, const diag::Text& text) {
    const auto before = context.ledger != nullptr ? context.ledger->printings.size() : 0;
    auto words = bind_plain(context, text);
    for (auto i = before; context.ledger != nullptr && i < context.ledger->printings.size(); ++i) {
        auto& printing = context.ledger->printings[i];
        if (printing.kind == Printing::Kind::text && printing.sentence.empty()) printing.sentence = words;
    }
    return words;
}

bool goes_by_title(const Context& context, const data::SourceRecord& source) {
    return source.publisher.empty() || source.publisher == "own count" ||
           source.publisher == context.locale.word("own-count");
}

std::string short_name(const Context& context, const data::SourceRecord& source) {
    return typographic(goes_by_title(context, source) ? source.title : source.publisher, context.locale);
}

}  // namespace precis::bind
