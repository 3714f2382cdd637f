// build/template_grounds.h: what lies behind the contents of a template's layouts: its drawings as items of a page, and
// their colours, which words must be read on. Private to build. Units: points. Cost: pictures are decoded once.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/color.h"
#include "ooxml/deck_template.h"
#include "scene/scene.h"

namespace precis::build {

class TemplateGrounds {
  public:
    TemplateGrounds(const ooxml::DeckTemplate& from, diag::Span wanted_by) : from_(from), wanted_by_(wanted_by) {}

    struct Under {
        base::Color color;              // of most of it
        std::vector<base::Color> seen;  // samples
    };
    /// What lies under a rectangle of a layout.
    [[nodiscard]] Under under(const ooxml::TemplateLayout& layout, const base::Rect& at);
    /// The drawings as items; shared by slides. Pictures of kinds that are not read are left out, see `missed`.
    [[nodiscard]] std::shared_ptr<const scene::Backdrop> backdrop(const ooxml::TemplateLayout& layout);
    /// The parts of pictures that cannot be drawn.
    [[nodiscard]] const std::vector<std::string>& missed() const { return missed_; }

  private:
    std::shared_ptr<const scene::Pixels> pixels(const ooxml::BackdropPiece& piece);
    base::Color at_point(const ooxml::TemplateLayout& layout, base::Point p);

    const ooxml::DeckTemplate& from_;
    diag::Span wanted_by_;
    std::map<std::string, std::shared_ptr<const scene::Pixels>> pictures_;
    std::map<std::string, std::shared_ptr<const scene::Backdrop>> backdrops_;  // by the layout's part
    std::vector<std::string> missed_;
};

/// The least contrast of a colour with all but the worst tenth of what is seen under words.
[[nodiscard]] double usual_contrast(const base::Color& color, const TemplateGrounds::Under& under);

}  // namespace precis::build
