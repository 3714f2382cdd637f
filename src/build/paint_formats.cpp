#include "build/paint_formats.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "diag/codes.h"
#include "paint/paint.h"

namespace precis::build {
namespace {

constexpr double kScreenDpi = 144;  // of PNG pages

void paint_pdf(const scene::Document& pages, const text::Fonts& fonts, const std::string& name, Rendered& out,
               diag::Diagnostics& diagnostics) {
    auto painted = paint::pdf(pages, fonts).take(diagnostics);
    if (!painted) return;
    if (auto bytes = publish::finish_pdf(std::move(*painted), pages).take(diagnostics)) {
        out.files.push_back({name + ".pdf", std::move(*bytes)});
    }
}

/// A picture a page: NAME.png, or NAME.1.png, NAME.2.png … where there are several.
void paint_png(const scene::Document& pages, const text::Fonts& fonts, const std::string& name, Rendered& out,
               diag::Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const auto number = pages.pages.size() > 1 ? fmt::format(".{}", i + 1) : std::string();
        if (auto bytes = paint::png(pages.pages[i], fonts, kScreenDpi).take(diagnostics)) {
            out.files.push_back({name + number + ".png", std::move(*bytes)});
        }
    }
}

/// NAME.presenter.pdf
void paint_presenter(const scene::Document& pages, const text::Fonts& fonts, const std::string& name, Rendered& out,
                     diag::Diagnostics& diagnostics) {
    auto painted = paint::presenter_pdf(pages, fonts).take(diagnostics);
    if (!painted) return;
    if (auto bytes = publish::finish_presenter(std::move(*painted), pages).take(diagnostics)) {
        out.files.push_back({name + ".presenter.pdf", std::move(*bytes)});
    }
}

void paint_pptx(const scene::Document& pages, const std::string& name, Rendered& out, diag::Diagnostics& diagnostics) {
    if (auto bytes = paint::pptx(pages).take(diagnostics)) out.files.push_back({name + ".pptx", std::move(*bytes)});
}

}  // namespace

std::vector<Format> formats_of(const spec::Output* output, const Setting& setting) {
    std::vector<Format> formats;
    for (const auto& name : setting.formats) formats.push_back({name, {}});
    if (formats.empty() && output) {
        for (const auto& format : output->formats) formats.push_back({format.text, format.span});
    }
    if (formats.empty()) formats.push_back({"pdf", {}});
    return formats;
}

void check_formats(const std::vector<Format>& formats, diag::Diagnostics& diagnostics) {
    static const std::vector<std::string> kKnown{"pdf", "png", "pptx", "presenter"};
    for (auto format = formats.begin(); format != formats.end(); ++format) {
        const auto same =
            std::find_if(formats.begin(), format, [&](const Format& f) { return f.name == format->name; });
        if (same != format) {
            diagnostics.push_back(diag::error(diag::code::name_clash, format->span,
                                              fmt::format("the format “{}” is named twice", format->name),
                                              "remove one of the two"));
            continue;
        }
        if (std::find(kKnown.begin(), kKnown.end(), format->name) != kKnown.end()) continue;
        const auto near = base::nearest(format->name, kKnown);
        diagnostics.push_back(diag::error(
            diag::code::format_not_available, format->span, fmt::format("“{}” is not a format", format->name),
            near ? fmt::format("did you mean “{}”?", *near) : "use pdf, png, pptx or presenter"));
    }
}

void paint_all(const scene::Document& pages, const text::Fonts& fonts, const std::vector<Format>& formats,
               const std::string& name, Rendered& out, diag::Diagnostics& diagnostics) {
    for (const auto& format : formats) {
        if (format.name == "pdf") {
            paint_pdf(pages, fonts, name, out, diagnostics);
        } else if (format.name == "png") {
            paint_png(pages, fonts, name, out, diagnostics);
        } else if (format.name == "presenter") {
            paint_presenter(pages, fonts, name, out, diagnostics);
        } else if (format.name == "pptx") {
            paint_pptx(pages, name, out, diagnostics);
        }
    }
}

}  // namespace precis::build
