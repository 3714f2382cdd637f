// bind/text/prose.h: an author's text becomes running text of the document. The main header of bind/text.
//
// In: a text with its place in the source. Out: inlines or blocks of the document, all values printed. The steps:
// cut (values/cut.h) replaces bindings, citations, references and footnote marks by placeholders; Markdown is read
// (markdown.h); placeholders are looked up (runs.h); typography is set (typography.h); citations move to the ends of
// sentences (settle.h). A value is therefore never read as markup.
// Citations hold positions of sources in the model until numbering replaces them.
// Errors: binding_syntax, markdown_refused, empty_value and those of runs.h, each at its place; a faulty part is left
// out.
// Warnings: bare_number. Cost: linear in the text, apart from look-ups by name.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "bind/text/settle.h"
#include "bind/values/context.h"

namespace precis::bind {

/// How a text is bound: prose cites its sources; titles and notes do not. All are searched for bare figures, but for
/// names: the words of data, of persons, and of titles that are bound elsewhere.
struct Voice {
    Cite cite = Cite::at_sentence_end;
    bool sentences = true;  // running text
    Setting setting = Setting::prose;
    bool plain = false;  // words alone, in which a list or a second paragraph is no fault
    bool name = false;
    bool verbatim = false;  // the words of others: a reader's vocabulary does not replace them
};
inline constexpr Voice kProse{};
inline constexpr Voice kTitle{Cite::never, false, Setting::prose};
inline constexpr Voice kNote{Cite::never, false, Setting::prose};
inline constexpr Voice kPlain{Cite::never, false, Setting::prose, true};
inline constexpr Voice kName{Cite::never, false, Setting::prose, true, true, true};
inline constexpr Voice kTitleElsewhere{Cite::never, false, Setting::prose, true, true};
inline constexpr Voice kAttribution{Cite::never, false, Setting::prose, false, false, true};

/// The footnotes that a body defines. Each is bound at its first mark; without a mark, never.
struct Notes {
    struct Entry {
        Placed name;
        diag::Text text;
        int index = -1;  // into Collected::footnotes; -1: no mark yet
    };
    std::vector<Entry> entries;
};

/// One line of text: Markdown's inline marks only.
[[nodiscard]] doc::Inlines bind_line(Context& context, const diag::Text& text, const Voice& voice,
                                     Notes* notes = nullptr);
/// A title, which must print something. Errors: empty_value, if it prints only spaces and nothing else is wrong with
/// it.
[[nodiscard]] doc::Inlines bind_title(Context& context, const diag::Text& text);
/// True if the words are spaces alone, or there are none.
[[nodiscard]] bool prints_nothing(const doc::Inlines& inlines);
/// The line as plain words: for roles, stickers, speaker notes.
[[nodiscard]] std::string bind_plain(Context& context, const diag::Text& text, const Voice& voice = kPlain);
/// Plain words that a chart prints. The ledger takes the label itself as the sentence around its numbers.
[[nodiscard]] std::string bind_label(Context& context, const diag::Text& text);

/// A body's blocks. `notes` are the footnotes that its marks refer to.
[[nodiscard]] std::vector<doc::Block> bind_body(Context& context, const diag::Text& text, Notes& notes);
/// The text without its footnotes' paragraphs, which are added to `notes`.
[[nodiscard]] diag::Text take_notes(const diag::Text& text, Notes& notes);

/// Words without a link, emphasis or other marks.
[[nodiscard]] inline doc::Words plain(std::string text) {
    doc::Words words;
    words.text = std::move(text);
    return words;
}

}  // namespace precis::bind
