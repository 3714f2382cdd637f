// Reads `styles`: first the keys of each text style as written, then, along `like`, the keys that it leaves out.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/ascii.h"
#include "base/oklab.h"
#include "diag/codes.h"
#include "style/brand.h"
#include "style/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

/// A style as written: only the keys that it has.
struct Draft {
    std::optional<diag::Text> like, font, color, ground;
    std::optional<double> size, leading, tracking, rise, indent, before, after, justify_from;
    /// Keys of the mappings for justified lines, and where each mapping is.
    struct Justified {
        std::optional<double> min, optimum, max;
        diag::Span span;
    } word_space, letter_space, letter_width;
    std::optional<int> weight, lines;
    std::optional<Align> align;
    std::optional<Figures> figures;
    std::optional<bool> italic, hyphens, capitals, balance, hanging;
    diag::Span span, size_span;
};
using Drafts = std::map<std::string, Draft>;

// The styles that the headings of pages and of slides are like.
constexpr const char *kHeading = "display", *kSlideHeading = "slide-heading";

struct JustifiedBounds {
    Bounds min, optimum, max;
};

Draft::Justified read_justified(yaml::Fields& f, std::string_view key, const vocabulary::Mapping& mapping,
                                const JustifiedBounds& bounds, diag::Diagnostics& out) {
    Draft::Justified read;
    const auto* node = f.node(key);
    if (!node) return read;
    yaml::Fields own(*node, mapping, out);
    read.span = node->span;
    read.min = bounded_number(own, "min", bounds.min, out);
    if (mapping.find("optimum")) read.optimum = bounded_number(own, "optimum", bounds.optimum, out);
    read.max = bounded_number(own, "max", bounds.max, out);
    own.finish();
    return read;
}

/// A number, or a role with a number of its own.
std::optional<int> read_weight(yaml::Fields& f, diag::Diagnostics& out) {
    const auto* node = f.node("weight");
    const bool is_role = node && node->kind == yaml::Node::Kind::scalar && !node->scalar.text.empty() &&
                         base::is_letter(node->scalar.text.front());
    if (!is_role) return bounded_number(f, "weight", {100, 900}, out) ? f.integer("weight") : std::nullopt;
    const auto role = f.word<vocabulary::WeightRole>("weight");
    if (!role) return std::nullopt;
    switch (*role) {
        case vocabulary::WeightRole::regular:
            return 400;
        case vocabulary::WeightRole::medium:
            return 500;
        case vocabulary::WeightRole::strong:
            return 700;
        case vocabulary::WeightRole::display:
            return 800;
    }
    return std::nullopt;
}

Draft read_draft(const yaml::Entry& entry, diag::Diagnostics& out) {
    Draft draft;
    draft.span = entry.key.span;
    yaml::Fields f(entry.value, vocabulary::keys::text_style, out, fmt::format("text style “{}”", entry.key.text));
    draft.like = f.text("like");
    draft.font = f.text("font");
    draft.color = f.text("color");
    draft.ground = f.text("ground");
    draft.size = bounded_length(f, "size", {1, 400}, out);
    if (const auto* size = f.node("size")) draft.size_span = size->span;
    draft.leading = bounded_length(f, "leading", {1, 800}, out);
    draft.tracking = bounded_number(f, "tracking", {-0.2, 1}, out);
    draft.rise = bounded_number(f, "rise", {-1, 1}, out);
    draft.indent = bounded_length(f, "indent", {0, 400}, out);
    draft.before = bounded_length(f, "before", {0, 400}, out);
    draft.after = bounded_length(f, "after", {0, 400}, out);
    draft.weight = read_weight(f, out);
    if (bounded_number(f, "lines", {0, 99}, out)) draft.lines = f.integer("lines");
    draft.align = f.word<Align>("align");
    draft.figures = f.word<Figures>("figures");
    draft.italic = f.boolean("italic");
    draft.hyphens = f.boolean("hyphens");
    draft.capitals = f.boolean("capitals");
    draft.balance = f.boolean("balance");
    draft.hanging = f.boolean("hanging-punctuation");
    draft.justify_from = bounded_number(f, "justify-from", {0, 1000}, out);
    namespace keys = vocabulary::keys;
    draft.word_space = read_justified(f, "word-space", keys::word_space, {{0.5, 2}, {0.5, 2}, {0.5, 4}}, out);
    draft.letter_space = read_justified(f, "letter-space", keys::letter_space, {{-0.03, 0}, {}, {0, 0.1}}, out);
    draft.letter_width = read_justified(f, "letter-width", keys::letter_width, {{0.98, 1}, {}, {1, 1.02}}, out);
    f.finish();
    return draft;
}

/// A complete style, with the places that set its colours.
struct Resolved {
    TextStyle look;
    bool heading = false;  // like the style of all headings
    diag::Span color_place, ground_place, size_place;
};

/// Follows `like` from style to style; each is resolved once.
class Resolver {
  public:
    Resolver(const Drafts& drafts, LayoutReading& r) : drafts_(drafts), r_(r) {}

    const Resolved& resolve(const std::string& name) {
        if (const auto done = resolved_.find(name); done != resolved_.end()) return done->second;
        const auto& draft = drafts_.at(name);
        open_.push_back(name);
        auto style = parent(name, draft);
        open_.pop_back();
        state(style, draft);
        style.heading = style.heading || name == kHeading || name == kSlideHeading;
        return resolved_.emplace(name, std::move(style)).first->second;
    }

  private:
    Resolved root() const {
        Resolved style;
        if (const auto base = r_.layout.fonts.find("base"); base != r_.layout.fonts.end()) {
            style.look.family = base->second;
        }
        style.look.color = r_.layout.color("foreground");
        style.color_place = r_.colors.place("foreground");
        return style;
    }

    Resolved parent(const std::string& name, const Draft& draft) {
        const std::string wanted = draft.like ? draft.like->text : "body";
        if (!drafts_.contains(wanted)) {
            if (draft.like) {
                std::vector<std::string> names;
                for (const auto& [other, unused] : drafts_) names.push_back(other);
                r_.out.push_back(diag::error(code::unknown_style, draft.like->span,
                                             fmt::format("there is no text style “{}”", wanted),
                                             suggestion(wanted, names, "text styles")));
            }
            return root();
        }
        if (std::find(open_.begin(), open_.end(), wanted) == open_.end()) return resolve(wanted);
        if (draft.like) {
            r_.out.push_back(diag::error(diag::code::bad_value, draft.like->span,
                                         fmt::format("text style “{}” is like itself, by way of “{}”", name, wanted),
                                         "let one of them state its own look"));
        }
        return root();  // body itself, or a style that body is like
    }

    void state(Resolved& style, const Draft& draft) {
        auto& look = style.look;
        if (draft.font) state_font(look, *draft.font);
        if (draft.color) {
            set(look.color, r_.colors.read(*draft.color, r_.out));
            style.color_place = draft.color->span;
        }
        if (draft.ground) {
            look.ground = r_.colors.read(*draft.ground, r_.out);
            style.ground_place = draft.ground->span;
        }
        if (draft.size && !draft.leading) look.leading *= *draft.size / look.size;
        look.size = draft.size.value_or(look.size);
        if (draft.size) style.size_place = draft.size_span;
        look.leading = draft.leading.value_or(look.leading);
        look.tracking = draft.tracking.value_or(look.tracking);
        look.rise = draft.rise.value_or(look.rise);
        look.indent = draft.indent.value_or(look.indent);
        look.before = draft.before.value_or(look.before);
        look.after = draft.after.value_or(look.after);
        look.weight = draft.weight.value_or(look.weight);
        look.lines = draft.lines.value_or(look.lines);
        look.italic = draft.italic.value_or(look.italic);
        look.hyphens = draft.hyphens.value_or(look.hyphens);
        look.capitals = draft.capitals.value_or(look.capitals);
        look.balance = draft.balance.value_or(look.balance);
        state_justified(look, draft);
        look.align = draft.align.value_or(look.align);
        look.figures = draft.figures.value_or(look.figures);
    }

    void state_justified(TextStyle& look, const Draft& draft) {
        look.hanging = draft.hanging.value_or(look.hanging);
        look.justify_from = draft.justify_from.value_or(look.justify_from);
        look.letter_space.min = draft.letter_space.min.value_or(look.letter_space.min);
        look.letter_space.max = draft.letter_space.max.value_or(look.letter_space.max);
        look.letter_width.min = draft.letter_width.min.value_or(look.letter_width.min);
        look.letter_width.max = draft.letter_width.max.value_or(look.letter_width.max);
        auto space = look.word_space;
        space.min = draft.word_space.min.value_or(space.min);
        space.optimum = draft.word_space.optimum.value_or(space.optimum);
        space.max = draft.word_space.max.value_or(space.max);
        if (space.min <= space.optimum && space.optimum <= space.max) {
            look.word_space = space;
            return;
        }
        if (!draft.word_space.span) return;  // inherited: reported there
        r_.out.push_back(diag::error(diag::code::bad_value, draft.word_space.span,
                                     fmt::format("the narrowest space is {}, the optimum {}, the widest {}", space.min,
                                                 space.optimum, space.max),
                                     "give them in rising order, as in word-space: {min: 0.8, optimum: 1, max: 1.33}"));
    }

    void state_font(TextStyle& look, const diag::Text& role) {
        if (const auto family = r_.layout.fonts.find(role.text); family != r_.layout.fonts.end()) {
            look.family = family->second;
            return;
        }
        std::vector<std::string> roles;
        for (const auto& [known, family] : r_.layout.fonts) roles.push_back(known);
        r_.out.push_back(diag::error(code::unknown_style, role.span,
                                     fmt::format("there is no font role “{}”", role.text),
                                     suggestion(role.text, roles, "roles under “fonts”")));
    }

    const Drafts& drafts_;
    LayoutReading& r_;
    std::map<std::string, Resolved> resolved_;
    std::vector<std::string> open_;  // names that are being resolved, outermost first
};

/// Reports a contrast under the limit once for each place that sets a colour, however many styles inherit it.
void check_contrast(const std::string& name, const Resolved& style, std::vector<diag::Span>& reported,
                    LayoutReading& r) {
    const auto ground = style.look.ground.value_or(r.layout.color("background"));
    const auto contrast = base::contrast(style.look.color, ground);
    const auto& limits = r.layout.limits;
    const auto wanted = is_large(style.look.size, style.look.weight)
                            ? std::min(limits.contrast_marks, limits.contrast_text)
                            : limits.contrast_text;
    const auto& place = style.ground_place ? style.ground_place : style.color_place;
    if (contrast >= wanted || std::find(reported.begin(), reported.end(), place) != reported.end()) return;
    reported.push_back(place);
    r.out.push_back(
        diag::error(diag::code::contrast_low, place,
                    fmt::format("text style “{}” is {} on {}, a contrast of {:.1f}; the limit is {:.1f}", name,
                                base::to_string(style.look.color), base::to_string(ground), contrast, wanted),
                    nearest_readable(style.look.color, ground, wanted) + "; or lower “limits: {contrast-text: …}”"));
}

/// Writes what a brand says of a role into a style as if the layout had said it. Sizes in shares are of `size`.
void state_type(const BrandType& type, double size, Draft& draft) {
    const double ratio = draft.size && draft.leading ? *draft.leading / *draft.size : 0;
    if (type.size) {
        draft.size = type.size_is_share ? *type.size * size : *type.size;
        draft.size_span = type.size_span;
        if (ratio > 0) draft.leading = *draft.size * ratio;
    }
    if (type.line_height) draft.leading = draft.size.value_or(size) * *type.line_height;
    if (type.weight) draft.weight = type.weight;
    if (type.italic) draft.italic = type.italic;
    if (type.color) draft.color = type.color;
    if (type.ground) draft.ground = type.ground;
}

/// The look of words inside a text. Their contrast is held against the page's.
WordLook word_look(const BrandType& type, double size, LayoutReading& r) {
    WordLook look;
    if (type.family) look.family = type.family->text;
    look.weight = type.weight;
    if (type.size) look.size = type.size_is_share ? *type.size : *type.size / size;
    if (!type.color) return look;
    look.color = r.colors.read(*type.color, r.out);
    const auto& ground = r.layout.color("background");
    const double least = r.layout.limits.contrast_text;
    if (look.color && base::contrast(*look.color, ground) < least)
        r.out.push_back(diag::error(
            diag::code::contrast_low, type.color->span,
            fmt::format("words are {} on {}, a contrast of {:.1f}; the limit is {:.1f}", base::to_string(*look.color),
                        base::to_string(ground), base::contrast(*look.color, ground), least),
            nearest_readable(*look.color, ground, least)));
    return look;
}

/// The brand's typography over the layout's: running text, headings, code, links.
void state_brand(const std::map<std::string, BrandType>& types, Drafts& drafts, LayoutReading& r) {
    const auto of = [&](const char* role) -> const BrandType* {
        const auto at = types.find(role);
        return at == types.end() ? nullptr : &at->second;
    };
    auto& body = drafts["body"];
    const double layouts_size = body.size.value_or(TextStyle{}.size), old_leading = body.leading.value_or(0);
    if (const auto* type = of("base")) {
        state_type(*type, layouts_size, body);
        auto& baseline = r.layout.grid.baseline;
        if (body.leading && old_leading > 0 && std::abs(baseline - old_leading) < 1e-6) baseline = *body.leading;
    }
    const double size = body.size.value_or(layouts_size);
    if (const auto* type = of("headings")) {
        auto look = *type;
        look.line_height.reset();  // of each heading's own size
        for (const char* name : {kHeading, kSlideHeading})
            if (const auto at = drafts.find(name); at != drafts.end()) state_type(look, size, at->second);
    }
    if (const auto* type = of("monospace")) {
        r.layout.code = word_look(*type, size, r);
        state_type(*type, size, drafts["code"]);
    }
    if (const auto* type = of("monospace-inline")) {
        auto look = word_look(*type, size, r);
        auto& code = r.layout.code;
        if (look.family) code.family = look.family;
        if (look.weight) code.weight = look.weight;
        if (look.size) code.size = look.size;
        if (look.color) code.color = look.color;
    }
    if (const auto* type = of("monospace-block")) {
        auto& code = drafts["code"];
        state_type(*type, size, code);
        if (type->family) {
            r.layout.fonts["monospace-block"] = type->family->text;
            r.layout.font_spans["monospace-block"] = type->family->span;
            code.font = diag::Text{"monospace-block", type->family->span, {}};
        }
    }
    if (const auto* type = of("link")) r.layout.link = word_look(*type, size, r);
    const auto& family = r.layout.code.family;
    if (family && *family != r.layout.fonts["monospace"]) r.layout.fonts["monospace-inline"] = *family;
}

/// Whether a style is of words over others: `title`, `heading-1`, `headline`; not of figures, though they are like
/// them.
bool is_heading(const std::string& name) {
    for (const char* part : {"title", "heading", "headline", "slide-cover"})
        if (name.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace

std::string nearest_readable(const base::Color& color, const base::Color& ground, double contrast) {
    const std::array<base::Color, 1> grounds{ground};
    return fmt::format("“{}” is the nearest colour that passes",
                       base::to_string(base::readable_on(color, grounds, contrast)));
}

void read_styles(LayoutReading& r, const std::map<std::string, BrandType>& brand_types) {
    Drafts drafts;
    if (const auto* node = r.top.node("styles")) {
        const yaml::Fields styles(*node, "the text styles", r.out);
        for (const auto& entry : node->entries) drafts.emplace(entry.key.text, read_draft(entry, r.out));
    }
    drafts.try_emplace("body");
    state_brand(brand_types, drafts, r);
    const auto headings = brand_types.find("headings");
    const double lines = headings == brand_types.end() ? 0 : headings->second.line_height.value_or(0);
    Resolver resolver(drafts, r);
    std::vector<diag::Span> reported;
    for (const auto& [name, draft] : drafts) {
        auto style = resolver.resolve(name);
        if (lines > 0 && style.heading && is_heading(name)) style.look.leading = style.look.size * lines;
        check_contrast(name, style, reported, r);
        r.layout.styles.emplace(name, style.look);
        r.size_places.emplace(name, style.size_place);
    }
}

}  // namespace precis::style
