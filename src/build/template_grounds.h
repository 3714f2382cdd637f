// build/template_grounds.h: what lies behind the contents of a template's layouts: its drawings as items of a page, and
// their colours, which words must be read on. Private to build. Units: points. Cost: pictures are decoded once.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "ooxml/deck_template.h"
#include "scene/scene.h"

namespace precis::build {

class TemplateGrounds {
  public:
    /// The family that a template's one is set in.
    using SetIn = std::function<std::string(const std::string&)>;
    TemplateGrounds(const ooxml::DeckTemplate& from, diag::Span wanted_by, SetIn set_in = {})
        : from_(from), wanted_by_(std::move(wanted_by)), set_in_(std::move(set_in)) {}

    struct Under {
        base::Color color;              // of most of it
        std::vector<base::Color> seen;  // samples
    };
    /// What lies under a rectangle of a layout.
    [[nodiscard]] Under under(const ooxml::TemplateLayout& layout, const base::Rect& at);
    /// The drawings as items; shared by slides. Pictures of kinds that are not read are left out, see `missed`.
    /// `plate`: what is put over them below the contents, as a mark of its own.
    [[nodiscard]] std::shared_ptr<const scene::Backdrop> backdrop(const ooxml::TemplateLayout& layout,
                                                                  const scene::Path* plate = nullptr);
    /// What of a layout's drawings is left out.
    [[nodiscard]] const std::vector<std::string>& not_drawn(const ooxml::TemplateLayout& layout) {
        return read(layout).not_drawn;
    }
    /// The parts of pictures that cannot be drawn.
    [[nodiscard]] const std::vector<std::string>& missed() const { return missed_; }

  private:
    const ooxml::Backdrop& read(const ooxml::TemplateLayout& layout);
    std::shared_ptr<const scene::Pixels> pixels(const ooxml::BackdropPiece& piece);
    base::Color at_point(const ooxml::TemplateLayout& layout, base::Point p);

    const ooxml::DeckTemplate& from_;
    diag::Span wanted_by_;
    SetIn set_in_;
    std::map<std::string, std::shared_ptr<const scene::Pixels>> pictures_;
    std::map<std::string, ooxml::Backdrop> read_;                              // by the layout's part
    std::map<std::string, std::shared_ptr<const scene::Backdrop>> backdrops_;  // by the layout's part
    std::vector<std::string> missed_;
};

/// Whether words, in `text` or in a brand's colours, cannot be read well on all of what is there.
[[nodiscard]] bool needs_plate(const TemplateGrounds::Under& under, const base::Color& text);

/// A sheet under the contents: nearly white or nearly black, whichever is nearer to what is there.
struct Plate {
    scene::Path path;
    base::Color seen;  // with what shines through
};
[[nodiscard]] Plate plate_for(const TemplateGrounds::Under& under, const base::Rect& room);

/// The least contrast of a colour with all but the worst tenth of what is seen under words.
[[nodiscard]] double usual_contrast(const base::Color& color, const TemplateGrounds::Under& under);

}  // namespace precis::build
