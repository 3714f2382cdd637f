// bind/text/prose.h: an author's text becomes running text of the document: Markdown, values, references, citations.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "bind/text/token.h"
#include "bind/values/context.h"

namespace precis::bind {

/// How a text is set: prose cites its numbers and is searched for bare figures; a title does neither.
struct Voice {
    Cite cite = Cite::at_sentence_end;
    bool search_bare = true;
    Setting setting = Setting::prose;
};
inline constexpr Voice kProse{};
inline constexpr Voice kTitle{Cite::never, false, Setting::prose};
inline constexpr Voice kNote{Cite::never, false, Setting::prose};

/// Footnotes that a body defines; each is bound when its first mark is met.
struct Notes {
    struct Entry {
        Placed name;
        diag::Text text;
        int index = -1;  // of Document::footnotes; -1: no mark yet
    };
    std::vector<Entry> entries;
};

/// One line: no blocks.
[[nodiscard]] doc::Inlines bind_line(Context& context, const diag::Text& text, const Voice& voice,
                                     Notes* notes = nullptr);
/// The words alone: for roles, stickers, speaker notes.
[[nodiscard]] std::string bind_plain(Context& context, const diag::Text& text);
/// Words that a chart prints: they stand in no sentence of the document, so that they are their own for the ledger.
[[nodiscard]] std::string bind_label(Context& context, const diag::Text& text);

/// A body: blocks, with footnotes.
[[nodiscard]] std::vector<doc::Block> bind_body(Context& context, const diag::Text& text, Notes& notes);
/// Takes the footnotes' paragraphs out of a text and keeps them.
[[nodiscard]] diag::Text take_notes(const diag::Text& text, Notes& notes);

/// Takes away references to blocks that were left out, with the brackets or the comma that they leave behind.
/// Errors: hidden_reference where a sentence can't do without.
void take_dead_references(Context& context, std::vector<Token>& tokens);

/// Words in no particular look.
[[nodiscard]] inline doc::Words plain(std::string text) {
    doc::Words words;
    words.text = std::move(text);
    return words;
}

/// Bare figures among the author's words (docs/design/language.md#bare-figures).
void report_bare_figures(Context& context, const std::vector<Token>& tokens);

/// "Publisher" or, without one, the title of a source.
[[nodiscard]] std::string short_name(const Context& context, const data::SourceRecord& source);
/// Whether that is its title.
[[nodiscard]] bool goes_by_title(const Context& context, const data::SourceRecord& source);

}  // namespace precis::bind
