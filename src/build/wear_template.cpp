// First the look, which the layout's colours are derived from; then the places, by the layout's own proportions.
#include "build/wear_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/oklab.h"
#include "base/phrases.h"
#include "build/codes.h"
#include "build/template_look.h"
#include "diag/codes.h"
#include "scene/mirror.h"
#include "spec/paths.h"
#include "style/grounds.h"
#include "style/layout.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

using ooxml::Placeholder;
using style::SlidePlace;

constexpr double kMarks = 3;                        // contrast of large letters, WCAG 2.1
constexpr double kLeastLetters = 9;                 // points: what a deck is told to have at least (audit/deck)
constexpr double kSmallest = 0.6, kLargest = 1.25;  // of the layout's letters
constexpr double kSingle = 1.2;                     // a line, of its letters' size
constexpr double kFoot = 14;                        // points: the largest letters of a foot
constexpr double kLeastTitle = 14;                  // points, in the smallest form of a title

/// A layout while it is fitted.
class Wearer {
  public:
    Wearer(WornTemplate& worn, style::Layout& layout)
        : worn_(worn),
          grounds_(*worn.from, worn.wanted_by,
                   [&](const std::string& family) {
                       const auto known = worn.set_in.find(family);
                       return known == worn.set_in.end() ? worn.look.text : known->second;
                   }),
          l_(layout) {}

    void run(const std::vector<KindLayout>& kinds) {
        find_own_room();
        const auto main = *main_layout(*worn_.from);
        const double factor =
            std::clamp(std::min(main.room.width / own_.width, main.room.height / own_.height), kSmallest, kLargest);
        style::scale_letters(l_, factor, kLeastLetters);
        factor_ = factor;
        all_have_plates_ = wants_plate(main, grounds_.under(*main.layout, main.room));
        for (const auto& kind : kinds) set_kind(kind);
        make_styles();
        make_grounds();
        const auto& page = worn_.from->page;
        l_.margins = {main.room.y, page.width - main.room.right(), page.height - main.room.bottom(), main.room.x};
        l_.page = page;
        l_.grid.gutter *= factor;
        l_.typefaces = worn_.typefaces;
        for (const auto& part : grounds_.missed())
            worn_.not_drawn.push_back(
                diag::warning(code::template_lacks, worn_.wanted_by,
                              "the PDF cannot show the template's picture " + part + ", which is no PNG, JPEG or SVG",
                              "replace it in the template by one that is; in PowerPoint it is there"));
    }

  private:
    // The layout's own contents: between the first and the last row of its slots, over all columns.
    void find_own_room() {
        int first = l_.grid.rows, last = 1;
        for (const auto& kind : l_.slides)
            for (const auto& slot : kind.slots) {
                if (!is_content(kind, slot)) continue;
                first = std::min(first, slot.first_row), last = std::max(last, slot.last_row);
            }
        const double row = row_height();
        own_ = {l_.margins.left, l_.margins.top + (first - 1) * row, l_.page.width - l_.margins.left - l_.margins.right,
                std::max(row, (last - first + 1) * row)};
        foot_ = sources_ = own_.bottom();
        for (const auto& kind : l_.slides)
            for (const auto& slot : kind.slots) {
                if (slot.name == "source") sources_ = std::min(sources_, cell(slot).y);
                if (slot.name == "takeaway") foot_ = std::min(foot_, cell(slot).y);
            }
        foot_ = std::max(own_.y + row, std::min(foot_, sources_));
    }
    double row_height() const {
        return (l_.page.height - l_.margins.top - l_.margins.bottom) / std::max(1, l_.grid.rows);
    }
    static bool has_slot(const style::SlideKind& kind, std::string_view name) {
        return std::any_of(kind.slots.begin(), kind.slots.end(), [&](const auto& slot) { return slot.name == name; });
    }
    static bool is_content(const style::SlideKind& kind, const style::Slot& slot) {
        return has_slot(kind, "headline") && slot.name != "headline" && slot.name != "tracker" &&
               slot.name != "sticker";
    }

    base::Rect cell(const style::Slot& slot) const {
        const double inner = l_.page.width - l_.margins.left - l_.margins.right;
        const double unit = (inner - (l_.grid.columns - 1) * l_.grid.gutter) / l_.grid.columns;
        const int columns = slot.last_column - slot.first_column + 1;
        return {l_.margins.left + (slot.first_column - 1) * (unit + l_.grid.gutter),
                l_.margins.top + (slot.first_row - 1) * row_height(), columns * unit + (columns - 1) * l_.grid.gutter,
                (slot.last_row - slot.first_row + 1) * row_height()};
    }

    /// A cell of the layout's own room, at the same place of the template's. What stands at the foot of the contents,
    /// the conclusion and the sources, keeps the height of its lines; the rest shares what is left.
    base::Rect moved(const base::Rect& at, const base::Rect& room) const {
        const double sx = room.width / own_.width, sy = room.height / own_.height;
        const double own_sources = own_.bottom() - sources_, line = l_.style("source").leading;
        const double lines = std::max(1.0, std::floor(own_sources / line));
        const double sources = std::max(own_sources * sy, (lines + 0.05) * line);
        const double foot = std::max((own_.bottom() - foot_) * sy, sources + 1.5 * l_.style("takeaway").leading + 4);
        const auto y = [&](double from) {
            if (from <= foot_) return room.y + (from - own_.y) / (foot_ - own_.y) * (room.height - foot);
            if (from <= sources_)
                return room.bottom() - foot + (from - foot_) / std::max(1.0, sources_ - foot_) * (foot - sources);
            return room.bottom() - sources + (from - sources_) / std::max(1.0, own_.bottom() - sources_) * sources;
        };
        return {room.x + (at.x - own_.x) * sx, y(at.y), at.width * sx, y(at.bottom()) - y(at.y)};
    }

    SlidePlace place(const Placeholder& from, const std::string& style_name) const {
        SlidePlace out;
        out.type = from.type, out.index = from.index, out.box = from.box, out.outer = from.outer;
        out.anchor = from.anchor == 'c'   ? SlidePlace::Anchor::center
                     : from.anchor == 'b' ? SlidePlace::Anchor::bottom
                                          : SlidePlace::Anchor::top;
        out.style = style_name;
        return out;
    }

    struct StyleOf {
        std::string name;
        const Placeholder* from = nullptr;
        const ooxml::TemplateLayout* layout = nullptr;
        std::string like;
        double most = 0;  // of its letters; 0: any
        double least = 0;
    };

    std::string style_name(const ooxml::TemplateLayout& layout, const char* use) const {
        const auto at = &layout - worn_.from->layouts.data();
        return fmt::format("template-{}-{}", at + 1, use);
    }
    std::string want(const ooxml::TemplateLayout& layout, const Placeholder& from, const char* use, const char* like,
                     double most, double least) {
        auto name = style_name(layout, use);
        const bool known = std::any_of(styles_.begin(), styles_.end(), [&](const auto& s) { return s.name == name; });
        if (!known) styles_.push_back({name, &from, &layout, like, most, least});
        return name;
    }

    void set_kind(const KindLayout& from) {
        const auto found =
            std::find_if(l_.slides.begin(), l_.slides.end(), [&](const auto& kind) { return kind.name == from.kind; });
        auto& kind = *found;
        const auto& layout = *from.layout;
        const bool heads = has_slot(kind, "headline");
        auto& source = kind.source.emplace();
        source.part = layout.part, source.name = layout.name;
        const auto plate = heads ? plate_of(layout, from) : std::nullopt;
        source.backdrop = grounds_.backdrop(layout, plate ? &plate->path : nullptr);
        const auto& title = *title_of(layout);
        source.title = place(title, want(layout, title, "title", heads ? "headline" : "slide-cover", 0, kLeastTitle));
        if (const auto* foot = layout.find("ftr"); foot != nullptr)
            source.footer = place(*foot, want(layout, *foot, "footer", "footer", kFoot, 7));
        if (const auto* number = layout.find("sldNum"); number != nullptr)
            source.number = place(*number, want(layout, *number, "number", "footer", kFoot, 7));
        if (const auto* date = layout.find("dt"); date != nullptr)
            source.date = place(*date, want(layout, *date, "date", "footer", kFoot, 7));
        if (heads)
            set_contents(kind, from);
        else
            set_words(kind, from);
        remember_lacks(kind, from);
        rooms_[layout.part] = from.room;
        ground_kinds_.emplace_back(&kind, &layout);
    }

    /// The plate under contents of that layout; nothing where they can be read without. Slides of one deck look alike:
    /// if the layout of most has one, all have.
    const std::optional<Plate>& plate_of(const ooxml::TemplateLayout& layout, const KindLayout& from) {
        const auto [known, is_new] = plates_.try_emplace(layout.part);
        if (!is_new) return known->second;
        const auto under = grounds_.under(layout, from.room);
        if (all_have_plates_ || wants_plate(from, under)) known->second = plate_for(under, from.room);
        return known->second;
    }
    static bool wants_plate(const KindLayout& of, const TemplateGrounds::Under& under) {
        const auto* body = of.contents.empty() ? nullptr : of.contents.front();
        return needs_plate(under,
                           ink(body != nullptr ? body->look.color : std::nullopt, of.layout->theme, under.color));
    }

    // Slots of a slide with a headline.
    void set_contents(style::SlideKind& kind, const KindLayout& from) {
        auto& source = *kind.source;
        const auto& layout = *from.layout;
        std::vector<std::size_t> exhibits;  // slots that stand in a place of the template each
        for (std::size_t i = 0; i < kind.slots.size(); ++i) {
            auto& slot = kind.slots[i];
            if (!is_content(kind, slot)) continue;
            slot.box = moved(cell(slot), from.room);
            if (slot.name == "exhibit") exhibits.push_back(i);
        }
        set_columns(kind, from, exhibits);
        const auto headline = std::find_if(kind.slots.begin(), kind.slots.end(),
                                           [](const auto& slot) { return slot.name == "headline"; });
        headline->box = source.title->box;
        set_sticker(kind, from);
        std::erase_if(kind.slots, [](const auto& slot) { return slot.name == "tracker"; });
        for (const auto* place_of : from.contents) {
            const bool words = place_of->type == "body" || (from.contents.size() == 1 && place_of->type == "obj");
            if (words && has_slot(kind, "points") && !source.body) source.body = place(*place_of, {});
            if (place_of->type != "body" && unambiguous(layout, *place_of))
                source.contents.push_back(place(*place_of, {}));
        }
        if (source.body && !unambiguous(layout, *from.contents.front()) && source.body->type == "obj")
            source.body.reset();
    }

    /// Whether slides can refer to a placeholder: no other of its layout has its index.
    static bool unambiguous(const ooxml::TemplateLayout& layout, const Placeholder& of) {
        return std::count_if(layout.placeholders.begin(), layout.placeholders.end(), [&](const auto& other) {
                   return other.index == of.index && other.type != "title" && other.type != "ctrTitle";
               }) == 1;
    }

    // Slots side by side take the columns of the template's places.
    static void set_columns(style::SlideKind& kind, const KindLayout& from, const std::vector<std::size_t>& exhibits) {
        std::vector<std::size_t> row = exhibits;
        if (row.empty() && from.contents.size() > 1) {  // one content alone takes the first place
            for (std::size_t i = 0; i < kind.slots.size(); ++i)
                if (is_content(kind, kind.slots[i]) && kind.slots[i].name != "takeaway" &&
                    kind.slots[i].name != "source")
                    row.push_back(i);
            if (row.size() == 1) {
                auto& box = *kind.slots[row[0]].box;
                box.x = from.contents[0]->box.x, box.width = from.contents[0]->box.width;
            }
            return;
        }
        if (row.size() == 1 && from.contents.size() == 2)
            for (std::size_t i = 0; i < kind.slots.size(); ++i)
                if (kind.slots[i].name == "points") row.push_back(i);
        if (row.size() < 2 || row.size() != from.contents.size()) return;
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto& box = *kind.slots[row[i]].box;
            box.x = from.contents[i]->box.x, box.width = from.contents[i]->box.width;
        }
    }

    // Over the title, or between title and contents, where there is room; else slides have no tags.
    void set_sticker(style::SlideKind& kind, const KindLayout& from) {
        const auto slot =
            std::find_if(kind.slots.begin(), kind.slots.end(), [](const auto& one) { return one.name == "sticker"; });
        if (slot == kind.slots.end()) return;
        const auto& title = title_of(*from.layout)->box;
        const double height = l_.style("slide-sticker").leading + 8, above = title.y - height - 2;
        const double width = std::min(title.width, 200.0);
        const bool between = from.room.y - title.bottom() >= height;
        if (above >= 4)
            slot->box = base::Rect{title.right() - width, above, width, height};
        else if (between)
            slot->box = base::Rect{title.right() - width, title.bottom() + 1, width, height};
        else
            kind.slots.erase(slot);
    }

    // Slots of a cover or divider: title and what stands below it; the rest is the template's.
    void set_words(style::SlideKind& kind, const KindLayout& from) {
        auto& source = *kind.source;
        const auto& layout = *from.layout;
        const auto* below = layout.find("subTitle");
        if (below == nullptr)
            for (const auto& one : layout.placeholders)
                if ((one.type == "body" || one.type == "obj") && below == nullptr && one.upright) below = &one;
        const auto& title = source.title->box;
        if (below != nullptr) {
            source.subtitle = place(*below, want(layout, *below, "subtitle", "slide-subtitle", 28 * factor_, 10));
            if (kind.name == "cover") make_room_for_date(kind, *below);
        }
        std::erase_if(kind.slots, [&](const auto& slot) {
            const bool stays = slot.name == "title" || (slot.name == "subtitle" && below != nullptr) ||
                               (slot.name == "date" && slot.box) || slot.name == "headline";
            return !stays;
        });
        for (auto& slot : kind.slots) {
            if (slot.name == "title") slot.box = title;
            if (slot.name == "subtitle") slot.box = source.subtitle->box;
        }
    }

    // The date stands below the subtitle; if nothing is free there, in the lower part of the subtitle's place.
    void make_room_for_date(style::SlideKind& kind, const Placeholder& below) {
        const auto slot =
            std::find_if(kind.slots.begin(), kind.slots.end(), [](const auto& one) { return one.name == "date"; });
        if (slot == kind.slots.end()) return;
        auto& place_of = *kind.source->subtitle;
        auto& look = l_.styles["cover-date"];
        look.align = below.align == 'c'   ? style::Align::center
                     : below.align == 'r' ? style::Align::right
                                          : style::Align::left;
        const double height = 2 * look.leading + 4;
        double floor = worn_.from->page.height * 0.97;
        for (const auto* foot : {&kind.source->footer, &kind.source->number})
            if (*foot && (*foot)->outer.y > below.outer.y) floor = std::min(floor, (*foot)->outer.y);
        if (below.box.bottom() + height <= floor) {
            slot->box = base::Rect{below.box.x, below.box.bottom() + 2, below.box.width, height};
            return;
        }
        place_of.box.height = std::max(10.0, place_of.box.height - height);
        slot->box = base::Rect{below.box.x, place_of.box.bottom(), below.box.width, height};
    }

    void remember_lacks(const style::SlideKind& kind, const KindLayout& from) {
        const auto lack = [&](const std::string& what, const std::string& remedy) {
            worn_.lacks.emplace_back(
                kind.name, diag::warning(code::template_lacks, worn_.wanted_by, "the template " + what, remedy));
        };
        if (!from.lack.empty())
            lack(from.lack + fmt::format(": slides “{}” have its layout “{}”", kind.name, from.layout->name),
                 fmt::format("add one in PowerPoint, or name one in the layout: “template-layouts: {{{}: …}}”",
                             kind.name));
        const bool heads = has_slot(kind, "headline");
        const auto& f = l_.footer;
        const auto is_number = [](const std::string& pattern) {
            return pattern.find("{{ page }}") != std::string::npos && pattern.size() <= 14;
        };
        const auto is_words = [&](const std::string& pattern) {
            return !pattern.empty() && !is_number(pattern) && pattern.find("wordmark") == std::string::npos;
        };
        const bool words = is_words(f.left) || is_words(f.center) || is_words(f.right);
        const bool number = is_number(f.left) || is_number(f.center) || is_number(f.right);
        if (heads && words && !kind.source->footer)
            lack(fmt::format("has no footer on its layout “{}”: such slides show none", from.layout->name),
                 "add the placeholder in PowerPoint: View, Slide Master; or name another layout: “template-layouts”");
        if (heads && number && !kind.source->number)
            lack(fmt::format("has no slide number on its layout “{}”: such slides show none", from.layout->name),
                 "add the placeholder in PowerPoint: View, Slide Master; or name another layout: “template-layouts”");
        if (heads &&
            (from.room.width < 0.4 * own_.width * kSmallest || from.room.height < 0.4 * own_.height * kSmallest))
            lack(fmt::format("has little room for contents on its layout “{}”: {:.0f} × {:.0f} pt", from.layout->name,
                             from.room.width, from.room.height),
                 fmt::format("name another one: “template-layouts: {{{}: …}}”", kind.name));
        for (const auto& words_of : grounds_.not_drawn(*from.layout)) {
            const auto message =
                "the PDF leaves out a drawing of the template's layout “" + from.layout->name + "”: " + words_of;
            const bool told = std::any_of(worn_.not_drawn.begin(), worn_.not_drawn.end(),
                                          [&](const auto& known) { return known.message == message; });
            if (!told)
                worn_.not_drawn.push_back(diag::warning(code::template_lacks, worn_.wanted_by, message,
                                                        "nothing is to be done for PowerPoint, which shows it"));
        }
    }

    void make_styles() {
        for (const auto& want : styles_) {
            const auto& look = want.from->look;
            auto style = l_.style(want.like);
            const bool is_title = want.from->type == "title" || want.from->type == "ctrTitle";
            style.family = is_title ? worn_.look.headings : worn_.look.text;
            style.weight = look.bold ? 700 : 400;
            style.italic = look.italic;
            style.capitals = look.capitals;
            style.tracking = 0;
            style.balance = false;
            style.lines = 0;
            const double line = kSingle * std::clamp(want.from->line, 0.8, 1.2);
            style.size = std::min(look.size, want.from->box.height / line);
            if (want.most > 0) style.size = std::min(style.size, want.most);
            style.size = std::max(style.size, want.least);
            style.leading = style.size * line;
            style.align = want.from->align == 'c'   ? style::Align::center
                          : want.from->align == 'r' ? style::Align::right
                                                    : style::Align::left;
            const auto under = grounds_.under(*want.layout, want.from->box);
            style.ground = under.color;
            style.color = ink(look.color, want.layout->theme, under.color);
            if (usual_contrast(style.color, under) < kMarks)
                worn_.lacks.emplace_back(
                    "*",
                    diag::warning(code::template_lacks, worn_.wanted_by,
                                  fmt::format("the template's layout “{}” has grounds of light and dark under its {}, "
                                              "which no one colour can be read on",
                                              want.layout->name, is_title ? "title" : "words"),
                                  "move the placeholder in PowerPoint, or name another layout: “template-layouts”"));
            l_.styles[want.name] = style;
            style::add_fits(l_, want.name, std::min(style.size, std::max(want.least, style.size * 0.5)));
        }
    }

    void make_grounds() {
        const auto own = l_.styles;                // before grounds add theirs
        std::map<std::string, std::string> named;  // by the part of a layout
        for (auto& [kind, layout] : ground_kinds_) {
            const auto room = rooms_.at(layout->part);
            auto under = grounds_.under(*layout, has_slot(*kind, "headline") ? room : title_of(*layout)->box);
            if (const auto plate = plates_.find(layout->part);
                has_slot(*kind, "headline") && plate != plates_.end() && plate->second)
                under.color = plate->second->seen;
            const bool page = base::difference(under.color, l_.color("background")) < 0.01;
            if (page && kind->ground_name.empty()) {
                kind->ground.reset();
                continue;
            }
            auto& name = named[layout->part + (has_slot(*kind, "headline") ? "" : "*")];
            if (name.empty()) {
                name = fmt::format("ground{}", named.size());
                const auto* body = layout->find("body");
                style::add_ground(l_,
                                  {name, under.color,
                                   ink(body != nullptr ? body->look.color : std::nullopt, layout->theme, under.color)});
                // Texts in placeholders keep the colours that they have where they stand.
                for (const auto& want : styles_)
                    for (const auto& fit : style::fits_of(want.name))
                        if (const auto known = own.find(fit); known != own.end())
                            l_.styles[name + "-" + fit] = known->second;
            }
            kind->ground = under.color;
            kind->ground_name = name;
        }
    }

    WornTemplate& worn_;
    TemplateGrounds grounds_;
    style::Layout& l_;
    base::Rect own_;                 // the room of the layout's own contents
    double foot_ = 0, sources_ = 0;  // the y where its conclusions begin, and its sources
    double factor_ = 1;
    std::vector<StyleOf> styles_;
    std::map<std::string, base::Rect> rooms_;
    std::map<std::string, std::optional<Plate>> plates_;  // by the part of a layout
    bool all_have_plates_ = false;
    std::vector<std::pair<style::SlideKind*, const ooxml::TemplateLayout*>> ground_kinds_;
};

}  // namespace

std::optional<WornTemplate> open_template(const Prepared& prepared, const spec::Output* output, const Setting& setting,
                                          diag::Diagnostics& diagnostics) {
    if (output == nullptr || !output->deck_template) return std::nullopt;
    WornTemplate worn;
    worn.wanted_by = output->deck_template->span;
    worn.file = (prepared.briefing.path.parent_path() / output->deck_template->text).lexically_normal();
    worn.name = worn.file.filename().string();
    if (!spec::is_inside(worn.file, prepared.project.root)) return std::nullopt;  // reported with the briefing
    std::error_code failed;
    if (!fs::is_regular_file(worn.file, failed)) {
        diagnostics.push_back(diag::error(diag::code::file_not_found, worn.wanted_by,
                                          fmt::format("there is no template “{}”", output->deck_template->text),
                                          "write the path of a .potx or .pptx file from the briefing's folder"));
        return std::nullopt;
    }
    std::string why, remedy;
    auto read = ooxml::read_template(worn.file, why, remedy);
    const auto refuse = [&](const std::string& reason, const std::string& what_to_do) {
        diagnostics.push_back(diag::error(code::template_broken, worn.wanted_by,
                                          fmt::format("“{}” cannot be a template: {}", worn.name, reason), what_to_do));
        return std::nullopt;
    };
    if (!read) return refuse(why, remedy);
    worn.from = std::make_shared<const ooxml::DeckTemplate>(std::move(*read));
    if (!make_look(worn, prepared, setting, diagnostics))
        return refuse("no layout of it has a title, which every slide has",
                      "give one a title in PowerPoint: View, Slide Master, Title");
    return worn;
}

void wear(WornTemplate& worn, style::Layout& layout, diag::Diagnostics& diagnostics) {
    if (layout.medium != style::Medium::slides) {
        diagnostics.push_back(
            diag::error(diag::code::key_conflict, worn.wanted_by,
                        fmt::format("the layout “{}” has pages, and a template is for slides", layout.name),
                        "name a layout of slides, as executive-deck, or remove `template`"));
        return;
    }
    const auto kinds = match_layouts(*worn.from, layout, diagnostics);
    if (kinds.size() != layout.slides.size()) return;
    layout.files.push_back(worn.file);
    Wearer(worn, layout).run(kinds);
}

void turn_places(style::Layout& layout) {
    const auto turn = [&](base::Rect& at) { at.x = layout.page.width - at.x - at.width; };
    std::map<const scene::Backdrop*, std::shared_ptr<const scene::Backdrop>> turned;
    for (auto& kind : layout.slides) {
        for (auto& slot : kind.slots)
            if (slot.box) turn(*slot.box);
        if (!kind.source) continue;
        auto& source = *kind.source;
        for (auto* place :
             {&source.title, &source.subtitle, &source.body, &source.footer, &source.number, &source.date})
            if (*place) turn((*place)->box), turn((*place)->outer);
        for (auto& place : source.contents) turn(place.box), turn(place.outer);
        if (!source.backdrop) continue;
        auto& other = turned[source.backdrop.get()];
        if (!other) {
            scene::Document document;
            document.pages.emplace_back();
            document.pages[0].size = layout.page;
            document.pages[0].items = source.backdrop->items;
            scene::mirror(document);
            auto made = std::make_shared<scene::Backdrop>();
            made->items = std::move(document.pages[0].items);
            other = std::move(made);
        }
        source.backdrop = other;
    }
}

diag::Diagnostics lacks_of(const WornTemplate& worn, const scene::Document& deck) {
    std::set<std::string> kinds{"*"};
    for (const auto& page : deck.pages)
        if (page.slide) kinds.insert(page.slide->master);
    diag::Diagnostics out;
    for (const auto& [kind, lack] : worn.lacks) {
        const bool told = std::any_of(out.begin(), out.end(),
                                      [&, &lack = lack](const auto& known) { return known.message == lack.message; });
        if (kinds.contains(kind) && !told) out.push_back(lack);
    }
    return out;
}

}  // namespace precis::build
