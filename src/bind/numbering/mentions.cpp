// One walk gathers what the shown texts refer to; then each exhibit of a section is looked up.
#include "bind/numbering/mentions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "bind/numbering/codes.h"
#include "bind/numbering/walk.h"
#include "bind/parts/shown.h"

namespace precis::bind {
using vocabulary::Part;
using vocabulary::SectionPiece;
namespace {

template <class T>
bool has(const std::vector<T>& list, T wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

class Mentions {
  public:
    explicit Mentions(const std::vector<SectionPiece>& pieces) : pieces_(pieces) {}

    void gather(doc::Document& document, const std::vector<Part>& parts) {
        const Visitor visitor{[this](doc::Inlines& inlines) { read(inlines); },
                              [this](doc::Exhibit& exhibit) { own_words(exhibit); }};
        walk(document, parts, pieces_, visitor);
        for (auto& footnote : document.footnotes) walk(footnote, visitor);
    }

    /// Takes the exhibits that the bodies refer to: a paragraph of a reference alone has become the exhibit's place.
    void gather_places(const std::vector<doc::Section>& sections) {
        for (const auto& section : sections) {
            for (const auto& block : section.body) {
                const auto* place = std::get_if<doc::ExhibitPlace>(&block.content);
                if (place != nullptr && place->mentioned) targets_.insert(section.exhibits[place->index].id);
            }
            gather_places(section.sections);
        }
    }

    bool has(const std::string& id) const { return targets_.count(id) != 0; }

  private:
    void own_words(const doc::Exhibit& exhibit) {
        for (const auto* words : {&exhibit.title, &exhibit.subtitle, &exhibit.note, &exhibit.source})
            owners_[words] = &exhibit;
    }

    void read(const doc::Inlines& inlines) {
        const auto owner = owners_.find(&inlines);
        const auto* exhibit = owner == owners_.end() ? nullptr : owner->second;
        const auto add = [&](const std::string& target) {
            if (exhibit == nullptr || exhibit->id != target) targets_.insert(target);
        };
        for (const auto& part : inlines) {
            if (const auto* reference = std::get_if<doc::Reference>(&part)) add(reference->target);
            const auto* words = std::get_if<doc::Words>(&part);
            if (words != nullptr && words->link.starts_with('#')) add(words->link.substr(1));
        }
    }

    const std::vector<SectionPiece>& pieces_;
    std::set<std::string> targets_;
    std::map<const doc::Inlines*, const doc::Exhibit*> owners_;
};

bool has_text(const doc::Section& section) {
    return std::any_of(section.body.begin(), section.body.end(), [](const doc::Block& block) {
        return !std::holds_alternative<doc::ExhibitPlace>(block.content);
    });
}

class Warner {
  public:
    Warner(Context& context, const Mentions& mentions) : context_(context), mentions_(mentions) {}

    void sections(const std::vector<doc::Section>& bound, const std::vector<spec::Section>& written, bool behind) {
        for (const auto& section : bound) {
            const auto twin = std::find_if(written.begin(), written.end(), [&](const spec::Section& candidate) {
                return candidate.id.text == section.id;
            });
            if (twin == written.end()) continue;
            const Because because(context_, twin->conditions.because);
            if (!behind || has_text(section))
                for (const auto& exhibit : section.exhibits) doubt(exhibit, *twin);
            sections(section.sections, twin->sections, behind);
        }
    }

  private:
    void doubt(const doc::Exhibit& exhibit, const spec::Section& section) {
        const auto written =
            std::find_if(section.exhibits.begin(), section.exhibits.end(),
                         [&](const spec::Exhibit& candidate) { return candidate.id.text == exhibit.id; });
        if (exhibit.id.empty() || mentions_.has(exhibit.id) || written == section.exhibits.end()) return;
        if (written->decorative) return;
        const Because because(context_, written->conditions.because);
        warn(context_, diag::warning(code::exhibit_unmentioned, exhibit.span,
                                     "no text refers to “" + exhibit.id + "”, so readers are not led to it",
                                     "refer to it in a sentence, `[@" + exhibit.id +
                                         "]`, or say in `because: {exhibit_unmentioned: …}` why it needs none"));
    }

    Context& context_;
    const Mentions& mentions_;
};

}  // namespace

void warn_of_unmentioned(Context& context, doc::Document& document, const std::vector<Part>& parts) {
    const auto pieces = shown_pieces(context.inputs.layout);
    if (on_slides(context) || !has(parts, Part::sections) || !has(pieces, SectionPiece::body)) return;
    Mentions mentions(pieces);
    mentions.gather(document, parts);
    mentions.gather_places(document.sections);
    if (has(parts, Part::appendix)) mentions.gather_places(document.appendix);
    Warner warner(context, mentions);
    warner.sections(document.sections, context.inputs.briefing.sections, false);
    if (has(parts, Part::appendix)) warner.sections(document.appendix, context.inputs.briefing.appendix, true);
}

}  // namespace precis::bind
