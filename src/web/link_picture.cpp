// The picture beside an edition with an address: wordmark, title, and the first key figures.
#include "scene/mirror.h"
#include "web/parts.h"
#include "web/web.h"

namespace precis::web {
namespace {

constexpr base::Size kPicture{1200, 630};
constexpr double kMargin = 72, kBar = 12;

class Picture {
  public:
    explicit Picture(const Inputs& in) : in_(in) {}

    scene::Page run(diag::Diagnostics& diagnostics) {
        scene::Page page;
        page.size = kPicture;
        page.label = "1";
        box({0, 0, kPicture.width, kPicture.height}, in_.layout.color("background"), page);
        box({0, 0, kPicture.width, kBar}, in_.layout.color("foreground"), page);
        const auto& d = in_.document;
        const auto& name = in_.layout.brand.name.empty() ? d.publisher : in_.layout.brand.name;
        if (!name.empty()) put(name, "wordmark", 34, kMargin, 104, 600, 1, "foreground", page, diagnostics);
        double y = put(doc::plain_text(d.title), "title", 60, kMargin, 208, kPicture.width - 2 * kMargin, 3,
                       "foreground", page, diagnostics);
        double x = kMargin;
        y = std::max(y + 36, 430.0);
        for (std::size_t i = 0; i < d.key_figures.size() && i < 3; ++i) {
            const auto& figure = d.key_figures[i];
            if (figure.is_words) continue;
            box({x, y, 320, 3}, in_.layout.color("foreground"), page);
            put(figure.sign + figure.number + figure.unit, "figure-value", 60, x, y + 70, 330, 1, "primary-text", page,
                diagnostics);
            put(doc::plain_text(figure.label), "figure-label", 22, x, y + 108, 320, 2, "foreground", page, diagnostics);
            x += 368;
        }
        return page;
    }

  private:
    static void box(const base::Rect& at, const base::Color& color, scene::Page& page) {
        scene::Path path;
        path.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                      scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
        path.fill = color;
        page.items.emplace_back(std::move(path));
    }

    /// At most `lines` lines, in smaller letters if they need it; the baseline below the last one.
    double put(const std::string& words, std::string_view style_name, double size, double x, double y, double width,
               std::size_t lines, std::string_view color, scene::Page& page, diag::Diagnostics& diagnostics) {
        const auto& style = in_.layout.style(style_name);
        for (double smaller = size; smaller > 8; smaller *= 0.9) {
            text::Run run;
            run.text = words;
            run.face = {style.family, style.weight, style.italic};
            run.size = smaller;
            run.color = in_.layout.color(color);
            text::Paragraph paragraph;
            paragraph.runs = {run};
            paragraph.leading = smaller * 1.08;
            paragraph.balance = true;
            paragraph.language = in_.document.language;
            diag::Diagnostics found;
            auto set = in_.setter.set(paragraph, width).take(found);
            if (!set || set->overfull || set->lines.size() > lines) {
                if (set || smaller > size * 0.5) continue;
                diag::append(diagnostics, std::move(found));
                return y;
            }
            for (auto& line : set->lines) {
                for (auto& glyphs : line.runs) {
                    glyphs.origin.x += x;
                    glyphs.origin.y += y;
                    page.items.emplace_back(std::move(glyphs));
                }
                y += paragraph.leading;
            }
            return y - paragraph.leading;
        }
        return y;
    }

    const Inputs& in_;
};

}  // namespace

diag::Result<scene::Page> link_picture(const Inputs& inputs) {
    diag::Diagnostics diagnostics;
    const bool mirrored = inputs.locale.right_to_left();
    if (mirrored) inputs.setter.mirror();
    scene::Document picture;
    picture.pages.push_back(Picture(inputs).run(diagnostics));
    if (diag::has_errors(diagnostics)) return diagnostics;
    if (mirrored) scene::mirror(picture);
    return {std::move(picture.pages.front()), std::move(diagnostics)};
}

}  // namespace precis::web
