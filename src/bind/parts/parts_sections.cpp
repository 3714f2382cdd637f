// Sections, with each exhibit placed behind the paragraph that first refers to it.
#include <algorithm>

#include "base/nearest.h"
#include "bind/exhibits/exhibit.h"
#include "bind/parts/order.h"
#include "bind/parts/parts.h"
#include "bind/parts/shown.h"
#include "bind/text/prose.h"
#include "bind/values/id_list.h"
#include "diag/codes.h"

namespace precis::bind {
using vocabulary::SectionPiece;
namespace {

/// Collects the anchors that a block refers to, in order.
struct ReferenceTargets {
    std::vector<std::string>& out;

    void inlines(const doc::Inlines& list) const {
        for (const auto& part : list) {
            if (const auto* reference = std::get_if<doc::Reference>(&part)) out.push_back(reference->target);
        }
    }
    void operator()(const doc::Paragraph& p) const { inlines(p.inlines); }
    void operator()(const doc::Heading& h) const { inlines(h.inlines); }
    void operator()(const doc::List& list) const {
        for (const auto& term : list.terms) inlines(term);
        for (const auto& item : list.items) {
            for (const auto& block : item) std::visit(*this, block.content);
        }
    }
    void operator()(const doc::Quote& quote) const {
        for (const auto& block : quote.blocks) std::visit(*this, block.content);
    }
    void operator()(const doc::Code&) const {}
    void operator()(const doc::Rule&) const {}
    void operator()(const doc::ExhibitPlace&) const {}
};

/// Whether the block is a paragraph of one reference to a number alone: the exhibit takes its place.
bool is_reference_alone(const doc::Block& block) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&block.content);
    if (paragraph == nullptr || paragraph->inlines.size() != 1) return false;
    const auto* reference = std::get_if<doc::Reference>(&paragraph->inlines.front());
    return reference != nullptr && reference->text.empty();  // numbering writes the number
}

void place_exhibits(doc::Section& section) {
    std::vector<bool> placed(section.exhibits.size(), false);
    std::vector<doc::Block> body;
    for (auto& block : section.body) {
        std::vector<std::string> targets;
        std::visit(ReferenceTargets{targets}, block.content);
        const bool alone = is_reference_alone(block);
        bool replaced = false;
        std::vector<doc::Block> behind;
        for (std::size_t i = 0; i < section.exhibits.size(); ++i) {
            const bool meant = std::find(targets.begin(), targets.end(), section.exhibits[i].id) != targets.end();
            if (!meant || placed[i]) continue;
            placed[i] = replaced = true;
            behind.emplace_back().content = doc::ExhibitPlace{i, true};
        }
        const auto* paragraph = std::get_if<doc::Paragraph>(&block.content);
        const bool empty = paragraph != nullptr && paragraph->inlines.empty();  // it referred to a dropped exhibit
        if (!(alone && replaced) && !empty) body.push_back(std::move(block));
        std::move(behind.begin(), behind.end(), std::back_inserter(body));
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i]) body.emplace_back().content = doc::ExhibitPlace{i};
    }
    section.body = std::move(body);
}

std::vector<doc::Inlines> texts_of(Context& context, const std::vector<spec::TextItem>& items) {
    std::vector<doc::Inlines> texts;
    for (auto& item : bind_items(context, items)) texts.push_back(std::move(item.text));
    return texts;
}

/// The fault of a slide that names `wanted`, which is no exhibit of its section.
diag::Diagnostic not_of_section(const Context& context, const spec::Section& section, const diag::Text& wanted) {
    std::vector<std::string> own, all;
    for (const auto& exhibit : section.exhibits) own.push_back(exhibit.id.text);
    for (const auto& anchor : context.anchors) all.push_back(anchor.id);
    const bool exists = contains(all, wanted.text);
    const auto near = exists ? std::nullopt : base::nearest(wanted.text, own.empty() ? all : own);
    return diag::error(
        diag::code::unknown_reference, wanted.span,
        exists ? "“" + wanted.text + "” is not an exhibit of this section"
               : "no exhibit is called “" + wanted.text + "”",
        near ? "did you mean “" + *near + "”?" : std::string("name an exhibit of this section, or move that one here"));
}

/// The section's exhibits that a slide names, without those that this audience does not see.
std::vector<std::size_t> exhibits_of(Context& context, const spec::SlideChoice& slide, const spec::Section& written,
                                     const doc::Section& section) {
    std::vector<std::size_t> indices;
    for (const auto& wanted : slide.exhibits) {
        const auto is_wanted = [&](const auto& exhibit) { return exhibit.id == wanted.text; };
        const auto at = std::find_if(section.exhibits.begin(), section.exhibits.end(), is_wanted);
        if (at != section.exhibits.end()) {
            indices.push_back(static_cast<std::size_t>(at - section.exhibits.begin()));
        } else if (std::none_of(written.exhibits.begin(), written.exhibits.end(),
                                [&](const auto& exhibit) { return exhibit.id.text == wanted.text; })) {
            report(context, not_of_section(context, written, wanted));
        }
    }
    return indices;
}

/// The tag of a section or slide; a warning if the layout does not show it.
std::string bind_sticker(Context& context, const std::optional<diag::Text>& written) {
    if (!written) return {};
    const auto pieces = shown_pieces(context.inputs.layout);
    const bool shows = std::find(pieces.begin(), pieces.end(), vocabulary::SectionPiece::sticker) != pieces.end();
    if (!shows && context.current.part.takes_room)  // sections whose exhibits alone are shown have no tags
        warn_not_shown(context, "sticker", "section", written->span);
    return bind_plain(context, *written);
}

doc::SlideChoice bind_slide(Context& context, const spec::SlideChoice& written, const spec::Section& around,
                            const doc::Section& section) {
    const Because because(context, written.conditions.because);
    doc::SlideChoice slide;
    slide.kind = written.kind.text;
    slide.span = written.kind.span;
    slide.headline = written.headline ? bind_title(context, *written.headline) : section.headline;
    slide.exhibits = exhibits_of(context, written, around, section);
    slide.points = texts_of(context, written.points);
    slide.key_figures = bind_key_figures(context, written.key_figures);
    for (const auto& column : written.columns) {
        auto& bound = slide.columns.emplace_back();
        bound.title = bind_title(context, column.title);
        if (column.lead) bound.lead = bind_line(context, *column.lead, kProse);
        for (auto& item : bind_items(context, column.points)) {
            bound.points.push_back(std::move(item.text));
            bound.progress.push_back(item.progress);
        }
    }
    if (written.takeaway) slide.takeaway = bind_line(context, *written.takeaway, kProse);
    if (written.speaker_notes) slide.speaker_notes = bind_plain(context, *written.speaker_notes);
    slide.sticker = bind_sticker(context, written.sticker);
    return slide;
}

/// Binds the texts of a section's piece, which the layout may leave out.
template <class Bind>
void piece(Context& context, SectionPiece piece, Bind bind) {
    const auto pieces = shown_pieces(context.inputs.layout);
    const bool printed = context.current.printed && std::find(pieces.begin(), pieces.end(), piece) != pieces.end();
    const AsPrinted as_printed(context, printed);
    bind();
}

/// Warns of a takeaway or of asides that the layout does not show, unless an output in another layout may. Slides have
/// no asides.
void warn_of_pieces(Context& context, const spec::Section& written) {
    if (!context.current.part.takes_room || has_other_layouts(context)) return;
    const auto pieces = shown_pieces(context.inputs.layout);
    const auto shows = [&](SectionPiece piece) {
        return std::find(pieces.begin(), pieces.end(), piece) != pieces.end();
    };
    if (written.takeaway && !shows(SectionPiece::takeaway))
        warn_not_shown(context, "takeaway", "section", written.takeaway->span);
    if (!written.asides.empty() && !on_slides(context) && !shows(SectionPiece::asides))
        warn_not_shown(context, "asides", "section", written.asides.front().title.span);
}

void bind_body_of(Context& context, const spec::Section& written, doc::Section& section) {
    if (context.inputs.short_wording && written.short_body) {
        spec::TextItem item;
        item.text = *written.short_body;
        section.body = bind_texts(context, {item});
    } else {
        section.body = bind_texts(context, written.body);
    }
}

void bind_asides(Context& context, const spec::Section& written, doc::Section& section) {
    for (const auto& aside : written.asides) {
        if (!sees(context, aside.conditions) || !stays(context, aside.conditions, aside.title.span)) continue;
        const Because because(context, aside.conditions.because);
        section.asides.push_back({bind_title(context, aside.title), bind_texts(context, aside.body)});
    }
}

doc::Section bind_section(Context& context, const spec::Section& written, int level) {
    const Because because(context, written.conditions.because);
    doc::Section section;
    section.id = written.id.text;
    section.level = level;
    for (const auto& [code, reason] : written.conditions.because) section.because.push_back(code);
    section.span = written.span;
    const bool claimed = holds(context, written.claim);
    const bool replaced = !claimed && written.claim.otherwise;
    const auto& title = replaced ? *written.claim.otherwise : written.title;
    {
        const UnderClaim under_claim(context, written.claim);
        section.title = bind_title(context, title);
        section.headline = written.headline && !replaced ? bind_title(context, *written.headline) : section.title;
    }
    const auto& rules = context.inputs.layout.parts;
    const bool has_agenda = std::any_of(rules.begin(), rules.end(), [](const style::PartRule& rule) {
        return rule.part == vocabulary::Part::contents && !rule.slide.empty();
    });
    if (written.key_figure && has_agenda && level == 1) {
        auto figures = bind_key_figures(context, {*written.key_figure});
        if (!figures.empty()) section.figure = std::move(figures.front());
    }
    section.short_title =
        written.short_title ? bind_plain(context, *written.short_title) : doc::plain_text(section.title);
    piece(context, SectionPiece::body, [&] { bind_body_of(context, written, section); });
    piece(context, SectionPiece::points, [&] { section.points = texts_of(context, written.points); });
    if (written.takeaway) {
        piece(context, SectionPiece::takeaway, [&] {
            const UnderClaim under_claim(context, written.claim);
            section.takeaway = bind_line(context, *written.takeaway, kProse);
        });
    }
    section.sticker = bind_sticker(context, written.sticker);
    warn_of_pieces(context, written);
    if (written.speaker_notes) section.speaker_notes = bind_plain(context, *written.speaker_notes);
    piece(context, SectionPiece::asides, [&] { bind_asides(context, written, section); });
    for (const auto& exhibit : written.exhibits) {
        if (!sees(context, exhibit.conditions) || !stays(context, exhibit.conditions, exhibit.id.span)) continue;
        const AsPrinted as_printed(context, context.current.part.counted);
        if (auto bound = bind_exhibit(context, exhibit)) section.exhibits.push_back(std::move(*bound));
    }
    place_exhibits(section);
    for (const auto& slide : written.slides) {
        if (!sees(context, slide.conditions) || !stays(context, slide.conditions, slide.kind.span)) continue;
        section.slides.push_back(bind_slide(context, slide, written, section));
    }
    section.sections = bind_sections(context, written.sections, level + 1);
    return section;
}

/// Whether a block can be referred to, given the blocks around it.
struct Presence {
    Hidden hidden = Hidden::no;
    bool dropped = false;
};

void collect(Context& context, const std::vector<spec::Section>& sections, Presence above, std::vector<Anchor>& out) {
    const auto below = [&](Presence parent, const spec::Conditions& conditions) {
        return Presence{parent.hidden != Hidden::no ? parent.hidden : hidden_by(context, conditions),
                        parent.dropped || is_dropped(context, conditions)};
    };
    for (const auto& section : sections) {
        const auto here = below(above, section.conditions);
        out.push_back({section.id.text, here.hidden, here.dropped, &section.title});
        for (const auto& exhibit : section.exhibits) {
            const auto presence = below(here, exhibit.conditions);
            out.push_back({exhibit.id.text, presence.hidden, presence.dropped, &exhibit.title});
        }
        collect(context, section.sections, here, out);
    }
}

}  // namespace

std::vector<doc::Section> bind_sections(Context& context, const std::vector<spec::Section>& sections, int level) {
    std::vector<doc::Section> out;
    for (const auto* section : in_order(context.inputs.audience, sections)) {
        if (!sees(context, section->conditions) || !stays(context, section->conditions, section->id.span)) continue;
        out.push_back(bind_section(context, *section, level));
    }
    return out;
}

std::vector<Anchor> collect_anchors(Context& context) {
    std::vector<Anchor> anchors;
    {
        const InPart part(context, part_shown(context, vocabulary::Part::sections));
        collect(context, context.inputs.briefing.sections, {}, anchors);
    }
    const InPart part(context, part_shown(context, vocabulary::Part::appendix));
    collect(context, context.inputs.briefing.appendix, {}, anchors);
    return anchors;
}

}  // namespace precis::bind
