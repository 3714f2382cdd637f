// text/fonts.cpp: families from the index, faces opened at first use, handles for shaping and painting.
#include "text/fonts.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "base/nearest.h"
#include "base/xml_text.h"
#include "text/codes.h"
#include "text/face_data.h"
#include "text/match.h"
#include "text/measured.h"

namespace precis::text {
namespace {

double em(hb_font_t* font, hb_ot_metrics_tag_t tag, double units_per_em) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value / units_per_em;
}

Fonts::Metrics measured(hb_font_t* font, double upem) {
    return {em(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, upem),
            -em(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, upem), em(font, HB_OT_METRICS_TAG_CAP_HEIGHT, upem),
            em(font, HB_OT_METRICS_TAG_X_HEIGHT, upem)};
}

void find_hyphen(FaceData& data) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(data.font.get(), ' ', &glyph)) data.space = glyph;
    if (!hb_font_get_nominal_glyph(data.font.get(), 0x2010, &glyph) &&
        !hb_font_get_nominal_glyph(data.font.get(), '-', &glyph))
        return;
    data.hyphen = glyph;
    data.hyphen_advance = hb_font_get_glyph_h_advance(data.font.get(), glyph);
}

/// Whether letters have serifs, by PANOSE, else by IBM's class of the family.
/// Source: OpenType 1.9, OS/2: sFamilyClass at byte 30, PANOSE from byte 32 on.
bool has_serifs(hb_face_t* face, const std::string& family) {
    const HbBlob table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
    unsigned size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(table.get(), &size));
    if (size >= 34) {
        const int kind = bytes[32], serif = bytes[33], of_ibm = bytes[30];
        if (kind == 2 && serif >= 2) return serif <= 10;
        if (of_ibm != 0) return of_ibm <= 7;
    }
    return family.find("Serif") != std::string::npos;
}

bool has_ascii(hb_font_t* font) {
    hb_codepoint_t glyph = 0;
    for (hb_codepoint_t c = 0x20; c < 0x7F; ++c)
        if (!hb_font_get_nominal_glyph(font, c, &glyph)) return false;
    return true;
}

std::unique_ptr<FaceData> open(const FontFile& file, const scene::Face& face) {
    const HbBlob blob(hb_blob_create_from_file_or_fail(file.path.c_str()));
    if (!blob || file.index < 0 || static_cast<unsigned>(file.index) >= hb_face_count(blob.get())) return nullptr;
    const HbFace hb_face(hb_face_create(blob.get(), static_cast<unsigned>(file.index)));
    if (hb_face_get_glyph_count(hb_face.get()) == 0) return nullptr;
    auto data = std::make_unique<FaceData>();
    data->file = file;
    data->face = face;
    data->units_per_em = hb_face_get_upem(hb_face.get());
    data->font.reset(hb_font_create(hb_face.get()));
    if (file.heaviest > 0) {
        const hb_variation_t weight{HB_TAG('w', 'g', 'h', 't'), static_cast<float>(file.weight)};
        hb_font_set_variations(data->font.get(), &weight, 1);
    }
    data->metrics = measured(data->font.get(), data->units_per_em);
    data->ascii = has_ascii(data->font.get());
    data->colour = hb_ot_color_has_png(hb_face.get()) != 0;
    data->serif = has_serifs(hb_face.get(), face.family);
    find_hyphen(*data);
    return data;
}

diag::Diagnostic unknown_family(const FontIndex& index, const FamilyRequest& request) {
    std::vector<std::string> names;
    for (const auto& family : index.families) names.push_back(family.name);
    const auto near = base::nearest(request.family, names);
    std::string known;
    for (const auto& name : names) known += (known.empty() ? "" : ", ") + name;
    return diag::error(code::font_missing, request.wanted_by,
                       fmt::format("the font family “{}” is not listed in fonts.yaml", request.family),
                       near ? fmt::format("did you mean “{}”?", *near)
                            : fmt::format("use one of {}, or add the family to fonts.yaml", known));
}

void check_files(const FontIndex::Family& family, const FamilyRequest& request, diag::Diagnostics& diagnostics) {
    std::error_code ignored;
    const auto absent = std::find_if(family.files.begin(), family.files.end(), [&](const FontFile& file) {
        return !std::filesystem::exists(file.path, ignored);
    });
    if (absent == family.files.end() && !family.files.empty()) return;
    const auto what = family.files.empty() ? "no files in fonts.yaml" : "no file " + absent->path;
    diagnostics.push_back(diag::error(code::font_missing, request.wanted_by,
                                      fmt::format("the font family “{}” has {}", family.name, what),
                                      fmt::format("install its package: apt-get install {}", family.package)));
}

/// Sets a variable font's weight, all other axes as the font has them.
void set_weight(FT_Face face, int weight) {
    FT_MM_Var* axes = nullptr;
    if (FT_Get_MM_Var(face, &axes) != 0) return;
    std::vector<FT_Fixed> values;
    for (FT_UInt i = 0; i < axes->num_axis; ++i) {
        const auto& axis = axes->axis[i];
        const bool is_weight = axis.tag == FT_MAKE_TAG('w', 'g', 'h', 't');
        values.push_back(is_weight ? std::clamp<FT_Fixed>(weight * 65536L, axis.minimum, axis.maximum) : axis.def);
    }
    FT_Set_Var_Design_Coordinates(face, axes->num_axis, values.data());
    FT_Done_MM_Var(face->glyph->library, axes);
}

void share(const FontIndex::Family& family) {
    for (const auto& file : family.files)
        FcConfigAppFontAddFile(nullptr, reinterpret_cast<const FcChar8*>(file.path.c_str()));
}

/// Makes an empty configuration fontconfig's current one; fontconfig keeps its own reference.
void shut_out_system_fonts() {
    FcConfig* config = FcConfigCreate();
    if (!config) return;
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);
}

}  // namespace

double letter_width(FaceData& face) {
    // A hundred letters, each as often as it stands in English, French and German on average.
    static constexpr std::string_view kHundred =
        "eeeeeeeeeeeeeee nnnnnn sssssss iiiiiii tttttt aaaaaa rrrrrr uuuu llll ooooo dddd hhh ccc mm pp gg ff v b w "
        "z . ,      ";
    if (face.letter_width >= 0) return face.letter_width;
    double sum = 0;
    for (const char c : kHundred) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(face.font.get(), static_cast<unsigned char>(c), &glyph))
            return face.letter_width = 0;
        sum += hb_font_get_glyph_h_advance(face.font.get(), glyph);
    }
    return face.letter_width = sum / static_cast<double>(kHundred.size()) / face.units_per_em;
}

const FontFile* Fonts::Impl::file(const scene::Face& wanted) const {
    for (const auto& family : families)
        if (family.name == wanted.family)
            return strict ? exact_face(family.files, wanted.weight, wanted.italic)
                          : nearest_face(family.files, wanted.weight, wanted.italic);
    return nullptr;
}

bool Fonts::Impl::is_serif(const std::string& family) const {
    return std::any_of(families.begin(), families.end(),
                       [&](const FontIndex::Family& known) { return known.serif && known.name == family; });
}

FaceData* Fonts::Impl::face(const scene::Face& wanted) {
    const auto known = faces.find(wanted);
    if (known != faces.end()) return known->second;
    const auto* listed = file(wanted);
    if (!listed) return faces[wanted] = nullptr;
    auto source = *listed;
    source.weight = weight_in(source, wanted.weight);
    const scene::Face given{wanted.family, source.weight, source.italic};
    auto& face = opened[given];
    if (!face) face = open(source, given);
    if (face) face->serif = face->serif || is_serif(wanted.family);
    return faces[wanted] = face.get();
}

FaceData* Fonts::Impl::fallback_face(const scene::Face& wanted) {
    const auto known = fallbacks.find(wanted);
    if (known != fallbacks.end()) return known->second;
    const auto has_name = [&](const auto& family) { return family.name == wanted.family; };
    if (std::none_of(families.begin(), families.end(), has_name)) {
        const auto family = std::find_if(others.begin(), others.end(), has_name);
        const auto* listed =
            family == others.end() ? nullptr : nearest_face(family->files, wanted.weight, wanted.italic);
        std::error_code ignored;
        if (!listed || !std::filesystem::exists(listed->path, ignored)) return fallbacks[wanted] = nullptr;
        if (shared && !others_shared) share(*family);
        families.push_back(std::move(*family));
        others.erase(family);
    }
    const auto* listed = file(wanted);
    if (!listed) {  // strict: the nearest all the same, as no layout asks for this face
        const auto family = std::find_if(families.begin(), families.end(), has_name);
        listed = nearest_face(family->files, wanted.weight, wanted.italic);
    }
    if (!listed) return fallbacks[wanted] = nullptr;
    return fallbacks[wanted] = face({wanted.family, weight_in(*listed, wanted.weight), listed->italic});
}

CairoFace Fonts::Impl::open_for_cairo(const FontFile& source) {
    if (!freetype) freetype = std::make_shared<FreeType>();
    auto file = std::make_unique<FreeTypeFace>(freetype);
    if (FT_New_Face(freetype->handle, source.path.c_str(), source.index, &file->handle) != 0) return nullptr;
    if (source.heaviest > 0) set_weight(file->handle, source.weight);
    // For a glyph without a letter of its own, a ligature or a figure of one width, Cairo would go through all letters
    // of the face: a hundredth of a report's build. Without a character map it takes the letters that it is given.
    file->handle->charmap = nullptr;
    CairoFace face(cairo_ft_font_face_create_for_ft_face(file->handle, FT_LOAD_NO_HINTING));
    // Cairo may keep its font face longer than we do: FreeType's face is destroyed with Cairo's.
    static const cairo_user_data_key_t key{};
    const auto close = [](void* held) { std::default_delete<FreeTypeFace>()(static_cast<FreeTypeFace*>(held)); };
    if (cairo_font_face_set_user_data(face.get(), &key, file.get(), close) != CAIRO_STATUS_SUCCESS) return nullptr;
    (void)file.release();  // the face closes it
    return face;
}

cairo_scaled_font_t* Fonts::Impl::scaled(FaceData& data, double size, double stretch) {
    const auto known = data.sizes.find({size, stretch});
    if (known != data.sizes.end()) return known->second.get();
    if (!data.cairo) {
        data.cairo = open_for_cairo(data.file);
        if (!data.cairo) return nullptr;
    }
    cairo_matrix_t scale, identity;
    cairo_matrix_init_scale(&scale, size * stretch, size);
    cairo_matrix_init_identity(&identity);
    const std::unique_ptr<cairo_font_options_t, Destroy<cairo_font_options_destroy>> options(
        cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    // Cairo sets a variable font's axes anew, by these words.
    if (data.file.heaviest > 0)
        cairo_font_options_set_variations(options.get(), fmt::format("wght={}", data.file.weight).c_str());
    CairoScaled scaled_face(cairo_scaled_font_create(data.cairo.get(), &scale, &identity, options.get()));
    if (cairo_scaled_font_status(scaled_face.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    return data.sizes.emplace(std::pair(size, stretch), std::move(scaled_face)).first->second.get();
}

Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Fonts::~Fonts() = default;

diag::Result<std::shared_ptr<Fonts>> Fonts::load(const FontIndex& index, const std::vector<FamilyRequest>& wanted,
                                                 const FaceRules& rules) {
    shut_out_system_fonts();
    auto impl = std::make_unique<Impl>();
    diag::Diagnostics diagnostics;
    impl->strict = rules.strict;
    impl->fallback.use(index.scripts, rules);
    auto requests = wanted;
    requests.insert(requests.end(), rules.fallback.begin(), rules.fallback.end());
    for (const auto& request : requests) {
        const auto has_name = [&](const FontIndex::Family& family) { return family.name == request.family; };
        if (std::any_of(impl->families.begin(), impl->families.end(), has_name)) continue;
        const auto family = std::find_if(index.families.begin(), index.families.end(), has_name);
        if (family == index.families.end()) {
            diagnostics.push_back(unknown_family(index, request));
            continue;
        }
        check_files(*family, request, diagnostics);
        impl->families.push_back(*family);
    }
    impl->asked_for = impl->families.size();
    for (const auto& family : index.families) {
        if (std::find(impl->families.begin(), impl->families.end(), family) == impl->families.end())
            impl->others.push_back(family);
    }
    return {std::shared_ptr<Fonts>(new Fonts(std::move(impl))), std::move(diagnostics)};
}

bool Fonts::has_face(const scene::Face& face) const {
    const auto* file = impl_->file(face);
    return file && weight_in(*file, face.weight) == face.weight && file->italic == face.italic;
}

std::optional<scene::Face> Fonts::given(const scene::Face& face) const {
    const auto* data = impl_->face(face);
    return data ? std::optional(data->face) : std::nullopt;
}

std::vector<scene::Face> Fonts::fallbacks(const std::string& text, const scene::Face& face,
                                          const std::string& language) const {
    std::vector<scene::Face> others;
    const auto* own = impl_->face(face);
    if (!own || !Fallback::is_needed(text, *own)) return others;
    Run run;
    run.text = text;
    run.face = face;
    Measured gathered;
    diag::Diagnostics ignored;
    if (!gather({run}, language, LineFeeds::become_spaces, *impl_, gathered, ignored)) return others;
    for (const auto& look : gathered.looks)
        if (look.own && std::find(others.begin(), others.end(), look.face->face) == others.end())
            others.push_back(look.face->face);
    return others;
}

std::string Fonts::faces_of(const std::string& family) const {
    std::vector<std::pair<int, bool>> faces;
    for (const auto& known : impl_->families)
        if (known.name == family)
            for (const auto& file : known.files) faces.emplace_back(file.weight, file.italic);
    std::sort(faces.begin(), faces.end());
    std::string list;
    for (const auto& [weight, italic] : faces)
        list += fmt::format("{}{}{}", list.empty() ? "" : ", ", weight, italic ? " italic" : "");
    return list;
}

cairo_scaled_font_t* Fonts::scaled_font(const scene::Face& face, double size, double stretch) const {
    auto* data = impl_->face(face);
    return data && size > 0 ? impl_->scaled(*data, size, stretch) : nullptr;
}

bool Fonts::is_variable(const scene::Face& face) const {
    const auto* file = impl_->file(face);
    return file && file->heaviest > 0;
}

std::pair<std::string, int> Fonts::file_of(const scene::Face& face) const {
    const auto* file = impl_->file(face);
    return file ? std::pair(file->path, file->index) : std::pair(std::string(), 0);
}

base::Rect ink_of(const FaceData& face, const scene::GlyphRun& run) {
    base::Rect ink;
    const double scale = run.size / face.units_per_em;
    for (const auto& glyph : run.glyphs) {
        hb_glyph_extents_t of{};
        if (!hb_font_get_glyph_extents(face.font.get(), glyph.id, &of) || of.width == 0 || of.height == 0) continue;
        // In HarfBuzz y points up; y_bearing is the top of the box, and the height is negative.
        ink = base::united(ink, {glyph.x + of.x_bearing * scale * run.stretch, glyph.y - of.y_bearing * scale,
                                 std::abs(of.width * scale * run.stretch), std::abs(of.height * scale)});
    }
    return ink;
}

Fonts::Metrics Fonts::metrics(const scene::Face& face) const {
    const auto* data = impl_->face(face);
    return data ? data->metrics : Metrics{};
}

base::Rect Fonts::ink(const scene::GlyphRun& run) const {
    const auto* data = impl_->face(run.face);
    return data ? ink_of(*data, run) : base::Rect{};
}

void Fonts::share_with_fontconfig(const std::string& otherwise) const {
    if (impl_->shared) return;
    impl_->shared = true;
    for (const auto& family : impl_->families) share(family);
    const auto rule = "<fontconfig><match target=\"pattern\"><edit name=\"family\" mode=\"append_last\"><string>" +
                      base::xml_text(otherwise) + "</string></edit></match></fontconfig>";
    FcConfigParseAndLoadFromMemory(FcConfigGetCurrent(), reinterpret_cast<const FcChar8*>(rule.c_str()), FcFalse);
}

namespace {

bool same_name(const std::string& a, const std::string& b) {
    return FcStrCmpIgnoreCase(reinterpret_cast<const FcChar8*>(a.c_str()),
                              reinterpret_cast<const FcChar8*>(b.c_str())) == 0;
}

bool any_shared_has(char32_t character) {
    const auto* files = FcConfigGetFonts(nullptr, FcSetApplication);
    for (int i = 0; files && i < files->nfont; ++i) {
        FcCharSet* letters = nullptr;
        if (FcPatternGetCharSet(files->fonts[i], FC_CHARSET, 0, &letters) == FcResultMatch &&
            FcCharSetHasChar(letters, character))
            return true;
    }
    return false;
}

}  // namespace

void Fonts::Impl::share_others() {
    if (std::exchange(others_shared, true)) return;
    for (const auto& family : others) share(family);
}

bool Fonts::share_family(const std::string& family) const {
    const auto has_name = [&](const auto& known) { return same_name(known.name, family); };
    if (std::any_of(impl_->families.begin(), impl_->families.end(), has_name)) return true;
    impl_->share_others();
    const auto* files = FcConfigGetFonts(nullptr, FcSetApplication);
    for (int i = 0; files && i < files->nfont; ++i) {
        FcChar8* name = nullptr;
        for (int n = 0; FcPatternGetString(files->fonts[i], FC_FAMILY, n, &name) == FcResultMatch; ++n)
            if (same_name(reinterpret_cast<const char*>(name), family)) return true;
    }
    return false;
}

bool Fonts::share_letter(char32_t character) const {
    if (any_shared_has(character)) return true;
    impl_->share_others();
    return any_shared_has(character);
}

}  // namespace precis::text
