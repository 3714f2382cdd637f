// Looks up what each hole names: a value, a source, an exhibit or section, a footnote.
#include "bind/text/runs.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <span>

#include "base/nearest.h"
#include "base/script.h"
#include "base/utf8.h"
#include "base/xml_text.h"
#include "bind/checks/note_use.h"
#include "bind/codes.h"
#include "bind/text/bare_figures.h"
#include "bind/text/codes.h"
#include "bind/text/dead_references.h"
#include "bind/text/index_marks.h"
#include "bind/text/markdown.h"
#include "bind/text/reader_words.h"
#include "bind/text/source_line.h"
#include "bind/text/typography.h"
#include "bind/values/reader_units.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

class Resolver {
  public:
    Resolver(Context& context, const Cut& cut, const Voice& voice, Notes* notes)
        : context_(context), cut_(cut), voice_(voice), notes_(notes) {}

    std::vector<Token> resolve(const std::vector<Run>& runs) {
        find_neighbours(runs);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const auto& run = runs[i];
            behind_ = std::span(runs).subspan(i + 1);
            switch (run.kind) {
                case Run::Kind::text:
                    add_words(run, converted_ ? with_unit_of_reader(run.text, *converted_) : run.text);
                    converted_.reset();
                    break;
                case Run::Kind::soft_break:
                    add_words(run, joins(runs, i) ? "" : " ");
                    break;
                case Run::Kind::hard_break:
                    tokens_.emplace_back().kind = Token::Kind::line_break;
                    break;
                case Run::Kind::hole:
                    hole(run, cut_.holes[static_cast<std::size_t>(run.hole)]);
                    break;
            }
        }
        return std::move(tokens_);
    }

  private:
    /// True if a line's end is no space: between letters of Chinese or Japanese, and in their languages also between
    /// one of them and anything else.
    bool joins(const std::vector<Run>& runs, std::size_t at) const {
        const auto cjk = [&](std::size_t i, bool last) {
            if (i >= runs.size() || runs[i].kind != Run::Kind::text || runs[i].text.empty()) return false;
            const std::string_view text = runs[i].text;
            std::size_t byte = last ? text.size() - 1 : 0;
            while (byte > 0 && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) --byte;
            return base::is_cjk(base::code_point_at(text, byte).value);
        };
        const bool before = at > 0 && cjk(at - 1, true), behind = cjk(at + 1, false);
        return context_.inputs.locale.spaced() ? before && behind : before || behind;
    }

    Token& add_words(const Run& run, std::string text) {
        if (const auto bad = base::first_not_xml(text)) {
            const auto point = base::code_point_at(text, *bad);
            char name[16];
            std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(point.value));
            report(context_, diag::error(diag::code::control_character, run.span,
                                         std::string("this prints the character ") + name + ", which is not text",
                                         "remove it from the text, or from the data that the value is made of"));
            text.erase(*bad);
        }
        auto& token = tokens_.emplace_back();
        token.words.text = std::move(text);
        token.words.strong = run.strong;
        token.words.emphasis = run.emphasis;
        token.words.code = run.code;
        token.words.link = run.link;
        token.words.span = run.span;
        return token;
    }

    /// The numbers of a sentence that are printed alike, as in "from {{ a }} to {{ b }}": each hole's decimals.
    void find_neighbours(const std::vector<Run>& runs) {
        std::vector<const Hole*> sentence;
        const auto close = [&] {
            if (sentence.size() > 1)
                for (const auto* hole : sentence) set_decimals(*hole, sentence);
            sentence.clear();
        };
        for (const auto& run : runs) {
            if (run.kind == Run::Kind::text && ends_sentence(run.text)) close();
            if (run.kind != Run::Kind::hole) continue;
            const auto& hole = cut_.holes[static_cast<std::size_t>(run.hole)];
            if (hole.kind != Hole::Kind::binding) continue;
            bound_[&hole] = context_.values.find(hole.words.front());
            if (bound_[&hole] != nullptr && is_plain(hole)) sentence.push_back(&hole);
        }
        close();
    }

    /// Whether a full stop, question or exclamation mark with a blank behind it is in the text.
    static bool ends_sentence(std::string_view text) {
        for (auto at = text.find_first_of(".?!"); at != std::string_view::npos; at = text.find_first_of(".?!", at + 1))
            if (at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n')) return true;
        return false;
    }

    /// Whether the format leaves the decimals open and prints figures of the value.
    static bool is_plain(const Hole& hole) {
        diag::Diagnostics reported_when_printed;
        const auto format = read_format({hole.words.begin() + 1, hole.words.end()}, reported_when_printed);
        return !format.decimals && !format.compact && !format.words && !format.ordinal &&
               format.of == Format::Of::value &&
               (format.read == Format::Read::as_is || format.read == Format::Read::number);
    }

    void set_decimals(const Hole& hole, const std::vector<const Hole*>& sentence) {
        const Bound& own = *bound_[&hole];
        int most = -1;
        for (const auto* other : sentence)
            if (share_decimals(own, *bound_[other])) most = std::max(most, default_decimals(*bound_[other]));
        if (most >= 0 && most != default_decimals(own)) decimals_[&hole] = most;
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
            case Hole::Kind::index:  // in a link's address, where Markdown reads it
                break;
        }
    }

    void binding(const Run& run, const Hole& hole) {
        const auto format = read_format({hole.words.begin() + 1, hole.words.end()}, context_.diagnostics);
        const auto* bound = bound_[&hole];  // unknown names are reported by find_neighbours()
        if (bound == nullptr) return;
        note_use(context_, *bound, hole.words.front().span);
        Bound alike = *bound;
        if (const auto decimals = decimals_.find(&hole); decimals != decimals_.end()) alike.decimals = decimals->second;
        convert(alike, format, hole);
        auto text = shown(alike, format, hole.words.front().span);
        if (bound->word) {
            add_words(run, std::move(text)).verbatim = !is_title(bound->name);
            return;
        }
        note_printing(context_, Printing::Kind::text, alike, text, hole.span);
        auto& token = add_words(run, std::move(text));
        token.words.bound = true;
        token.words.value = bound->name;
        token.words.span = hole.span;
        if (format.no_citation) return;
        for (const int index : cited_for(context_, *bound)) token.sources.push_back(index);
    }

    /// Words of the briefing itself; others that are bound are an audience's own, or names.
    static bool is_title(const std::string& name) {
        return name == "title" || name == "subtitle" || name == "short-title" || name == "document-type";
    }

    /// The number in the reader's unit, if the text says the unit: by its format, or in the words behind the number.
    void convert(Bound& bound, const Format& format, const Hole& hole) {
        if (format.of != Format::Of::value || !bound.number || bound.word || context_.inputs.audience == nullptr)
            return;
        const auto conversion = conversion_of(*context_.inputs.audience, bound);
        if (!conversion) return;
        const bool prints_unit = format.unit && !format.no_unit;
        if (!prints_unit && !unit_follows(bound, *conversion)) {
            warn(context_, not_converted(bound, hole.span, "the words behind it do not begin with the unit",
                                         "write {{ " + bound.name + " | unit }}, or the unit right behind the braces"));
            return;
        }
        bound = converted(bound, *conversion);
        if (!prints_unit) converted_ = conversion;
    }

    /// Whether the words behind a hole begin with its unit; so do those behind "{{ a }} and {{ b }} km".
    bool unit_follows(const Bound& bound, const Conversion& conversion) const {
        constexpr std::size_t kLongestJoint = 8;  // bytes: " and ", " – "
        for (std::size_t i = 0; i < behind_.size(); ++i) {
            if (behind_[i].kind != Run::Kind::text) return false;
            if (begins_with_unit(behind_[i].text, conversion)) return true;
            const bool joint = behind_[i].text.size() <= kLongestJoint && !ends_sentence(behind_[i].text);
            if (!joint || ++i >= behind_.size() || behind_[i].kind != Run::Kind::hole) return false;
            const auto next = bound_.find(&cut_.holes[static_cast<std::size_t>(behind_[i].hole)]);
            if (next == bound_.end() || next->second == nullptr || next->second->unit != bound.unit) return false;
        }
        return false;
    }

    std::string shown(const Bound& bound, const Format& format, const diag::Span& where) {
        const auto& locale = context_.inputs.locale;
        switch (format.of) {
            case Format::Of::period:
                return required(locale.date(bound.period), bound, "period", where);
            case Format::Of::detail:
                return required(typographic(locale.of_data(bound.detail), locale), bound, "detail", where);
            case Format::Of::n:
                return bound.n ? locale.number(*bound.n, {}) : required({}, bound, "n", where);
            case Format::Of::source:
                return required(origin_words(context_, bound), bound, "source", where);
            case Format::Of::value:
                break;
        }
        if (!bound.published) {
            report(context_, diag::error(code::fact_without_value, where,
                                         "the fact “" + bound.name + "” has no value: it is known not to be published",
                                         "print its `period` or `detail`, or say in words that it is not known"));
            return {};
        }
        auto printed = print(bound, format, voice_.setting, locale, where, context_.diagnostics);
        if (!bound.number) printed.number = typographic(printed.number, locale);
        return printed.text();
    }

    /// The text; one that is empty is reported as lacking in the data.
    std::string required(std::string text, const Bound& bound, const std::string& what, const diag::Span& where) {
        if (text.empty()) {
            report(context_, diag::error(code::fact_without_value, where, "“" + bound.name + "” has no " + what,
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
        const auto no_model = context_.values.how_to_name_a_model();
        report(context_, diag::error(diag::code::unknown_source, word.span, "no source is called “" + word.text + "”",
                                     nearest            ? "did you mean “" + *nearest + "”?"
                                     : no_model.empty() ? "add it under `sources:` of the data model"
                                                        : no_model));
    }

    void reference(const Hole& hole) {
        const auto& word = hole.words.front();
        auto id = word.text;
        if (id.substr(0, 4) == "sec:") id = id.substr(4);
        const auto& anchors = context_.anchors;
        const auto anchor =
            std::find_if(anchors.begin(), anchors.end(), [&](const Anchor& candidate) { return candidate.id == id; });
        if (anchor == anchors.end()) return unknown_reference(word);
        if (anchor->hidden != Hidden::no) return hidden_reference(word, anchor->hidden);
        auto& token = tokens_.emplace_back();
        token.kind = Token::Kind::reference;
        token.span = word.span;
        if (anchor->dropped) return;  // without a target: see dead_references.h
        token.reference.target = id;
        const bool exhibit = id.substr(0, 4) == "fig:" || id.substr(0, 4) == "tab:";
        const bool known_later = exhibit || hole.prints == Hole::Prints::page || hole.prints == Hole::Prints::full;
        if (voice_.plain && known_later) {
            tokens_.pop_back();
            return refuse_in_plain_words(hole);
        }
        token.reference.breaks = hole.prints == Hole::Prints::title || hole.prints == Hole::Prints::full;
        switch (hole.prints) {
            case Hole::Prints::number:
                // Numbering writes an exhibit's number once all exhibits are known, and its title below.
                if (!exhibit) token.reference.text = section_words(title_words(id, *anchor, word));
                break;
            case Hole::Prints::page:
                token.reference.text = page_words();
                break;
            case Hole::Prints::title:
                token.reference.text = exhibit ? std::string(kExhibitTitle) : title_words(id, *anchor, word);
                break;
            case Hole::Prints::full:
                token.reference.text =
                    (exhibit ? std::string(kExhibitNumber) + ", " + quoted(std::string(kExhibitTitle))
                             : section_words(title_words(id, *anchor, word))) +
                    " (" + page_words() + ")";
                break;
        }
    }

    /// Plain words are set as they are, and numbers of exhibits and pages are known only later.
    void refuse_in_plain_words(const Hole& hole) {
        const auto& word = hole.words.front();
        const char* prefix = hole.prints == Hole::Prints::page    ? "page:"
                             : hole.prints == Hole::Prints::full  ? "full:"
                             : hole.prints == Hole::Prints::title ? "title:"
                                                                  : "";
        report(context_, diag::error(diag::code::bad_value, word.span,
                                     std::string("“@") + prefix + word.text +
                                         "” cannot stand in plain words, such as labels and speaker notes: what it "
                                         "prints is not known there",
                                     "name it in words"));
    }

    /// A text that this output does not print may refer to anything: nobody reads it here.
    void hidden_reference(const Placed& word, Hidden hidden) {
        if (!context_.current.printed) return;
        std::string why, key;
        switch (hidden) {
            case Hidden::no:
            case Hidden::by_audience:
                why = "this audience does not see", key = "for";
                break;
            case Hidden::by_output:
                why = "the output “" + context_.inputs.target.output + "” does not have", key = "only-in";
                break;
            case Hidden::by_medium:
                why = on_slides(context_) ? "slides do not have" : "pages do not have", key = "medium";
                break;
            case Hidden::by_condition:
                why = "its `when:` hides here", key = "when";
                break;
            case Hidden::by_depth:
                why = "lies deeper than this audience's `depth:` reaches", key = "for";
                break;
        }
        report(context_,
               diag::error(code::hidden_reference, word.span, "this refers to “" + word.text + "”, which " + why,
                           "write `" + key + ":` on this text too, or refer to another exhibit or section"));
    }

    std::string page_words() const {
        const auto word = context_.inputs.locale.word(on_slides(context_) ? "slide" : "page");
        return word.find("{page}") != std::string::npos ? word : word + "\u00a0{page}";
    }

    std::string quoted(const std::string& words) const {
        const auto& locale = context_.inputs.locale;
        return std::string(locale.open_quote(1)) + words + std::string(locale.close_quote(1));
    }

    std::string section_words(const std::string& title) const {
        return title.empty() ? std::string() : context_.inputs.locale.word("section") + " " + quoted(title);
    }

    /// The title of a section; empty if it leads back to itself.
    std::string title_words(const std::string& id, const Anchor& anchor, const Placed& word) {
        if (anchor.title == nullptr) return id;
        auto& open = context_.current.titles;
        if (std::find(open.begin(), open.end(), anchor.title) != open.end()) {
            report(context_, diag::error(code::title_cycle, word.span,
                                         "“@" + word.text +
                                             "” prints the title of a section whose title leads "
                                             "back to this one",
                                         "name the section in words, or write the reference in its body"));
            return {};
        }
        open.push_back(anchor.title);
        auto title = bind_plain(context_, *anchor.title, kTitleElsewhere);
        open.pop_back();
        return title;
    }

    void unknown_reference(const Placed& word) {
        std::vector<std::string> known;
        for (const auto& anchor : context_.anchors) {
            known.push_back(anchor.id.find(':') == std::string::npos ? "sec:" + anchor.id : anchor.id);
        }
        const auto nearest = base::nearest(word.text, known);
        report(context_,
               diag::error(diag::code::unknown_reference, word.span, "nothing here is called “" + word.text + "”",
                           nearest ? "did you mean “@" + *nearest + "”?" : "give an exhibit or section that id"));
    }

    void footnote(const Hole& hole) {
        const auto& word = hole.words.front();
        auto* entry = find_note(word.text);
        if (entry == nullptr) {
            report(context_,
                   diag::error(code::footnote_missing, word.span, "the footnote “" + word.text + "” has no text",
                               "add a paragraph [^" + word.text + "]: … to the same text"));
            return;
        }
        if (entry->index < 0) {
            entry->index = static_cast<int>(context_.collected.footnotes.size());
            context_.collected.footnotes.emplace_back();
            Notes no_footnotes;  // a footnote has none of its own
            auto blocks = bind_body(context_, entry->text, no_footnotes);
            context_.collected.footnotes[static_cast<std::size_t>(entry->index)] = std::move(blocks);
        }
        auto& token = tokens_.emplace_back();
        token.kind = Token::Kind::footnote;
        token.footnote = entry->index;
    }

    Notes::Entry* find_note(const std::string& name) const {
        if (notes_ == nullptr) return nullptr;
        const auto entry = std::find_if(notes_->entries.begin(), notes_->entries.end(),
                                        [&](const Notes::Entry& candidate) { return candidate.name.text == name; });
        return entry == notes_->entries.end() ? nullptr : &*entry;
    }

    Context& context_;
    const Cut& cut_;
    const Voice& voice_;
    Notes* notes_;
    std::map<const Hole*, const Bound*> bound_;  // of bindings; nullptr: unknown
    std::map<const Hole*, int> decimals_;        // of those that are not printed by default
    std::span<const Run> behind_;                // the run at hand
    std::optional<Conversion> converted_;        // of the number before the run at hand
    std::vector<Token> tokens_;
};

}  // namespace

doc::Inlines bind_runs(Context& context, const std::vector<Run>& runs, const Cut& cut, const Voice& voice,
                       Notes* notes) {
    auto tokens = Resolver(context, cut, voice, notes).resolve(runs);
    if (!voice.verbatim) say_in_readers_words(context, tokens);
    take_index_marks(context, tokens, !voice.plain);
    remove_dead_references(context, tokens);
    if (!voice.name) report_bare_figures(context, tokens, !voice.sentences);
    set_typography(tokens, context.inputs.locale);
    return settle(std::move(tokens), context.inputs.locale, voice.cite);
}

}  // namespace precis::bind
