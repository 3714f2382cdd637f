// bind/parts/parts.h: the parts of a briefing, each bound for the reader at hand.
#pragma once
#include <string>
#include <vector>

#include "bind/text/prose.h"
#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Parts and pieces in the order in which the layout shows them; the defaults where it says nothing.
[[nodiscard]] std::vector<std::string> shown_parts(const style::Layout& layout, const spec::Audience* audience);
[[nodiscard]] std::vector<std::string> shown_pieces(const style::Layout& layout);
[[nodiscard]] bool contains(const std::vector<std::string>& list, std::string_view one);

/// The text that holds: `otherwise` where the claim does not, `short` where wording is short. Nothing if unseen.
[[nodiscard]] const diag::Text* chosen_text(Context& context, const spec::TextItem& item);

[[nodiscard]] std::vector<doc::Block> bind_texts(Context& context, const std::vector<spec::TextItem>& texts);
[[nodiscard]] std::vector<doc::Item> bind_items(Context& context, const std::vector<spec::TextItem>& items);
[[nodiscard]] std::vector<doc::KeyFigure> bind_key_figures(Context& context,
                                                           const std::vector<spec::KeyFigure>& figures);
[[nodiscard]] std::vector<doc::Section> bind_sections(Context& context, const std::vector<spec::Section>& sections,
                                                      int level);

/// What texts may refer to, also what this audience does not see.
[[nodiscard]] std::vector<Anchor> collect_anchors(Context& context);

/// All parts of a document and pieces of a section, in the order of an ordinary report.
[[nodiscard]] const std::vector<std::string>& every_part();
[[nodiscard]] const std::vector<std::string>& every_piece();

[[nodiscard]] bool on_slides(const Context& context);

}  // namespace precis::bind
