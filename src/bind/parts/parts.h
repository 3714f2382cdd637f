// bind/parts/parts.h: the parts of a briefing, each bound for the reader at hand. The main header of bind/parts.
//
// In: lists of blocks as the author wrote them. Out: the same lists bound, without blocks that this audience or medium
// does not see and those dropped to meet the page budget. A false claim swaps a text for its `otherwise:`; short
// wording swaps it for its `short:`. Which of these lists a layout shows is not decided here (shown.h); all are bound,
// so that every fault is reported. Texts are bound by bind/text, exhibits by bind/exhibits. Every exhibit gets a place
// in its section's body, behind the first paragraph that refers to it, else at the end. Errors: those of bind/text and
// bind/exhibits, claim_false, unknown_reference (an exhibit named by a slide). Warnings: block_dropped, and those of
// the blocks. Cost: linear in the blocks, besides the queries of the values used.
#pragma once
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// The texts' blocks in one list; a footnote may be defined in a later text than its mark.
[[nodiscard]] std::vector<doc::Block> bind_texts(Context& context, const std::vector<spec::TextItem>& texts);
/// Findings, recommendations, things to watch: one line each.
[[nodiscard]] std::vector<doc::Item> bind_items(Context& context, const std::vector<spec::TextItem>& items);
/// Tiles. Errors: fact_without_value, not_one_value (a trend's query without exactly two columns).
[[nodiscard]] std::vector<doc::KeyFigure> bind_key_figures(Context& context,
                                                           const std::vector<spec::KeyFigure>& figures);
/// The number to show large beside a finding, as printed; its sources are cited behind the finding's words. Empty after
/// an error. Errors: unknown_name, fact_without_value.
[[nodiscard]] std::string bind_large_figure(Context& context, const spec::LargeFigure& figure, doc::Inlines& words);
/// The glossary in the alphabetical order of the language. Errors: name_clash, for two entries with one term or form.
[[nodiscard]] std::vector<doc::GlossaryEntry> bind_glossary(Context& context,
                                                            const std::vector<spec::GlossaryEntry>& entries);
/// Sections with their subsections. `level`: 1 for sections of the document.
[[nodiscard]] std::vector<doc::Section> bind_sections(Context& context, const std::vector<spec::Section>& sections,
                                                      int level);

/// All sections and exhibits of the briefing, with whether this audience sees them: what texts may refer to.
[[nodiscard]] std::vector<Anchor> collect_anchors(Context& context);

}  // namespace precis::bind
