// One pass over each run of words; at each digit or letter it asks what begins there.
#include "bind/text/bare_figures.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/numbers.h"
#include "bind/text/codes.h"
#include "bind/text/no_amount.h"
#include "bind/text/word_edges.h"
#include "bind/text/word_figures.h"
#include "bind/values/nearest_fact.h"

namespace precis::bind {
namespace {

/// Where a run of words stands.
struct Standing {
    bool label = false;         // a title, label, note or cell: the numbers that it is about stand elsewhere
    bool behind_bound = false;  // a bound number stands before it, in the same sentence
};

/// Whether a sentence ends in the text.
bool ends_sentence(std::string_view text) {
    for (const std::string_view end : {". ", "? ", "! "}) {
        if (text.find(end) != std::string_view::npos) return true;
    }
    return false;
}

/// Looks through one run of words.
struct BareFigureFinder {
    Context& context;
    const std::vector<std::string>& names;  // exempt phrases (`names:`), in lower case
    const doc::Words& words;
    Standing standing;
    const FirstBytes& begins_figure;  // the bytes with which a number in words begins
    std::string low{base::lowered(words.text)};
    const NumberSpeech& speech{number_speech(context.inputs.locale.tag())};

    /// The end of an exempt phrase (`names:`) that begins at `at`; 0: none.
    std::size_t phrase(std::size_t at) const {
        std::size_t end = 0;
        for (const auto& name : names) {
            if (word_at(low, at, name)) end = std::max(end, at + name.size());
        }
        return end;
    }

    /// Whether the figure is the measure of a rate whose number is bound, or printed elsewhere.
    bool measure(std::size_t begin, std::size_t end) const {
        const bool about_a_number = standing.label || (standing.behind_bound && !ends_sentence(low.substr(0, begin)));
        return about_a_number && is_rate_measure(low, begin, end, speech);
    }

    void report(std::size_t begin, std::size_t end) const {
        auto span = words.span;
        if (span.end - span.begin == words.text.size()) {
            span.end = span.begin + end;
            span.begin += begin;
        }
        auto fault =
            diag::warning(code::bare_number, span,
                          "“" + words.text.substr(begin, end - begin) + "” is a figure that is not bound to data",
                          binding(begin, end) + answer(begin, end));
        const auto same = [&](const diag::Diagnostic& known) {
            return known.code == fault.code && known.span == fault.span && known.message == fault.message;
        };
        const auto& found = context.diagnostics;  // a label may be bound for each of its series
        if (std::none_of(found.begin(), found.end(), same)) warn(context, std::move(fault));
    }

    std::string binding(std::size_t begin, std::size_t end) const {
        const auto figure = figure_of(std::string_view(low).substr(begin, end - begin), context.inputs.locale.tag());
        if (figure) context.values.note_read("near:" + base::shortest(figure->value));
        const auto* fact =
            figure ? nearest_fact(*figure, std::string_view(low).substr(end), context.values.model()) : nullptr;
        if (fact == nullptr) return "bind it with {{ … }}, ";
        const auto qualifier = std::string(name_of(fact->qualifier));
        return "bind it: {{ " + fact->id + " }} is " + qualifier + (qualifier.empty() ? "" : " ") + fact->value +
               (fact->unit.empty() ? "" : " " + fact->unit) + "; ";
    }

    /// How the author lets the figure stand: a name is listed; a block gives its reason; other texts have no such key.
    std::string answer(std::size_t begin, std::size_t end) const {
        const auto name = name_around(begin, end);
        if (name.empty() && context.current.in_block)
            return "or say why it may stand, on this block: `because: {bare_number: …}`";
        return "or list “" + (name.empty() ? phrase_around(begin, end) : name) + "” under `names:` if it is a name";
    }

    /// "Stage 3": the figure and the capitalised word before it, within a sentence; empty: there is none.
    std::string name_around(std::size_t begin, std::size_t end) const {
        const auto& text = words.text;
        if (begin < 2 || text[begin - 1] != ' ' || !base::is_digit(text[begin])) return {};
        auto from = begin - 1;
        while (from > 0 && base::is_letter_or_digit(text[from - 1])) --from;
        const bool within = from > 1 && text[from - 1] == ' ' &&
                            std::string_view(".:?!").find(text[from - 2]) == std::string_view::npos;
        if (!base::is_upper(text[from]) || !within || speech_is_german()) return {};
        return text.substr(from, end - from);
    }
    bool speech_is_german() const {
        return context.inputs.locale.tag().substr(0, 2) == "de";
    }  // all nouns have capitals

    /// The figure with the word behind it.
    std::string phrase_around(std::size_t begin, std::size_t end) const {
        auto to = end;
        if (to + 1 < low.size() && low[to] == ' ' && letter_at(low, to + 1)) {
            ++to;
            while (letter_at(low, to) || (to < low.size() && (low[to] & 0xC0) == 0x80)) ++to;
        }
        return words.text.substr(begin, to - begin);
    }

    /// Whether the number is the value of a fact that the briefing names; in a label, which may count anything, whether
    /// the fact's unit follows, too.
    bool means_fact(double value, std::string_view behind) const {
        const auto& facts = context.values.model().facts;
        context.values.note_read("figure:" + base::shortest(value));
        if (standing.label) {
            return std::any_of(facts.begin(), facts.end(), [&](const data::Fact& fact) {
                return fact.number == value && !fact.unit.empty() && word_at(behind, 0, fact.unit) &&
                       names_fact(fact.id);
            });
        }
        // The briefing is searched once a number.
        const auto [named, is_new] = context.memo.numbers_named.try_emplace(value, false);
        if (is_new)
            named->second = std::any_of(facts.begin(), facts.end(), [&](const data::Fact& fact) {
                return fact.number == value && names_fact(fact.id);
            });
        return named->second;
    }

    bool names_fact(const std::string& id) const {
        const auto& source = context.inputs.briefing.source;
        return source != nullptr && source->text().find(id) != std::string::npos;
    }

    void run() const {
        const auto means = [&](double value, std::string_view behind) { return means_fact(value, behind); };
        for (std::size_t at = 0; at < low.size();) {
            auto end = names.empty() ? 0 : phrase(at);
            if (end == 0 && base::is_digit(low[at])) {
                end = end_of_digits(low, at);
                const Digits digits{words.text, low, at, end};
                if (!measure(at, end) && !is_no_amount(digits, context.inputs.locale)) report(at, end);
            } else if (end == 0 && begins_figure[static_cast<unsigned char>(low[at])] && letter_at(low, at) &&
                       !letter_before(low, at)) {
                end = end_of_word_figure(low, at, speech, means);
                if (end > at && !measure(at, end) && !context.current.claimed) report(at, end);
            }
            at = std::max(end, at + 1);
        }
    }
};

}  // namespace

void report_bare_figures(Context& context, const std::vector<Token>& tokens, bool label) {
    std::vector<std::string> names;
    for (const auto* list : {&context.inputs.briefing.names, &context.inputs.project.names}) {
        for (const auto& name : *list) {
            if (!name.text.empty()) names.push_back(base::lowered(name.text));
        }
    }
    const auto begins_figure = first_bytes_of(number_speech(context.inputs.locale.tag()));
    Standing standing{label};
    for (const auto& token : tokens) {
        if (token.kind != Token::Kind::words) continue;
        if (token.words.bound) standing.behind_bound = true;
        if (token.words.bound || token.words.code || !token.words.span) continue;
        const auto& link = token.words.link;
        if (!link.empty() && link.find(token.words.text) != std::string::npos) continue;
        BareFigureFinder{context, names, token.words, standing, begins_figure}.run();
        if (ends_sentence(token.words.text)) standing.behind_bound = false;
    }
}

}  // namespace precis::bind
