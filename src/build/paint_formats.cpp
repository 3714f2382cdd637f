// One function a format. The switch over formats has no default, so a new format does not compile until it has a case.
#include "build/paint_formats.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "paint/paint.h"

namespace precis::build {
namespace {

constexpr double kScreenDpi = 144;  // of PNG pages

/// Paints one target.
class Painting {
  public:
    Painting(const TargetPages& target, const publish::Finish& finish, Rendered& out, diag::Diagnostics& diagnostics)
        : target_(target), finish_(finish), out_(out), diagnostics_(diagnostics) {}

    void paint(vocabulary::Format format) {
        switch (format) {
            case vocabulary::Format::pdf:
                return pdf(target_.pages, ending(format));
            case vocabulary::Format::pptx:
                return pptx(ending(format));
            case vocabulary::Format::presenter:
                return presenter(ending(format));
            case vocabulary::Format::handout:
                if (target_.handout) pdf(*target_.handout, ending(format));
                return;
            case vocabulary::Format::png:
                return png(ending(format));
            case vocabulary::Format::svg:
                return svg(ending(format));
            case vocabulary::Format::xlsx:
                return xlsx(ending(format));
            case vocabulary::Format::html:
                return web(ending(format), target_.web);
            case vocabulary::Format::md:
                return web(ending(format), target_.markdown);
        }
    }

  private:
    static std::string ending(vocabulary::Format format) { return std::string(vocabulary::row_of(format).ending); }

    void add(std::string path, std::string bytes, std::size_t pages, bool encrypted = false) {
        out_.files.push_back({std::move(path), std::move(bytes), pages, encrypted, false});
    }
    void add_pdf(const std::string& ending, std::string bytes, std::size_t pages) {
        add(out_.name + ending, std::move(bytes), pages, !finish_.password.empty());
    }

    void pdf(const scene::Document& pages, const std::string& ending) {
        auto painted = paint::pdf(pages, *target_.fonts).take(diagnostics_);
        if (!painted) return;
        if (auto bytes = publish::finish_pdf(std::move(*painted), pages, finish_).take(diagnostics_))
            add_pdf(ending, std::move(*bytes), pages.pages.size());
    }

    void presenter(const std::string& ending) {
        auto painted = paint::presenter_pdf(target_.pages, *target_.fonts).take(diagnostics_);
        if (!painted) return;
        if (auto bytes = publish::finish_presenter(std::move(*painted), target_.pages, finish_).take(diagnostics_))
            add_pdf(ending, std::move(*bytes), target_.pages.pages.size());
    }

    void pptx(const std::string& ending) {
        if (auto bytes = paint::pptx(target_.pages, target_.deck_template.get()).take(diagnostics_))
            add(out_.name + ending, std::move(*bytes), target_.pages.pages.size());
    }

    void xlsx(const std::string& ending) {
        if (!target_.book) return;
        if (auto bytes = paint::xlsx(*target_.book).take(diagnostics_))
            add(out_.name + ending, std::move(*bytes), 0);  // it has sheets, no pages
    }

    /// What was made of the document itself: it has no pages.
    void web(const std::string& ending, const std::vector<WebFile>& files) {
        for (const auto& file : files) add(out_.name + (file.ending.empty() ? ending : file.ending), file.bytes, 0);
    }

    /// The file of a page: NAME.png, or NAME.1.png, NAME.2.png … where there are several.
    std::string file_of(std::size_t page, const std::string& ending) const {
        const auto number = target_.pages.pages.size() > 1 ? fmt::format(".{}", page + 1) : std::string();
        return out_.name + number + ending;
    }

    void png(const std::string& ending) {
        const auto& pages = target_.pages.pages;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (auto bytes = paint::png(pages[i], *target_.fonts, kScreenDpi).take(diagnostics_))
                add(file_of(i, ending), std::move(*bytes), 1);
        }
    }

    void svg(const std::string& ending) {
        const auto& pages = target_.pages.pages;
        paint::SvgPlaces places;  // where links between pages lead
        for (std::size_t i = 0; i < pages.size(); ++i) {
            for (const auto& anchor : pages[i].anchors) places.emplace(anchor.name, file_of(i, ending));
        }
        const auto& about = target_.pages.metadata;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto title = pages[i].slide ? pages[i].slide->title : about.title;
            if (auto bytes =
                    paint::svg_page(
                        pages[i],
                        {.title = title, .language = about.language, .file = file_of(i, ending), .places = places},
                        target_.fonts.get())
                        .take(diagnostics_))
                add(file_of(i, ending), std::move(*bytes), 1);
        }
    }

    const TargetPages& target_;
    const publish::Finish& finish_;
    Rendered& out_;
    diag::Diagnostics& diagnostics_;
};

/// The formats of --format.
std::vector<spec::FormatChoice> asked_for(const Setting& setting, diag::Diagnostics& diagnostics) {
    std::vector<spec::FormatChoice> formats;
    for (const auto& name : setting.formats) {
        if (const auto format = vocabulary::named<vocabulary::Format>(name)) {
            formats.push_back({*format, {}});
            continue;
        }
        const auto near = base::nearest(name, vocabulary::closed_set<vocabulary::Format>.names());
        diagnostics.push_back(diag::error(diag::code::format_not_available, {},
                                          fmt::format("{} is not a format", base::quoted(name)),
                                          near ? base::did_you_mean(*near) : "use " + vocabulary::formats_in_words()));
    }
    return formats;
}

}  // namespace

std::vector<spec::FormatChoice> formats_of(const spec::Output* output, const style::Layout& layout,
                                           const Setting& setting, diag::Diagnostics& diagnostics) {
    auto formats = asked_for(setting, diagnostics);
    const bool asked = !setting.formats.empty();
    if (!asked && output) formats = output->formats;
    if (!asked && formats.empty()) formats.push_back({vocabulary::Format::pdf, {}});
    std::erase_if(formats, [&](const spec::FormatChoice& choice) {
        const auto& facts = vocabulary::row_of(choice.format);
        if (facts.slides_alone && layout.medium != style::Medium::slides) {
            diagnostics.push_back(diag::error(
                diag::code::format_not_available, choice.span,
                fmt::format("a {} is made of slides, and the layout “{}” has pages", facts.name, layout.name),
                "name a layout of slides, as executive-deck, or remove the format"));
            return true;
        }
        // The reader has refused the output's own formats; those of the command line come here.
        if (asked && output && output->encrypt && !facts.is_pdf) {
            diagnostics.push_back(diag::error(
                diag::code::key_conflict, output->encrypt->span,
                fmt::format("this output is encrypted, and a file of the format {} cannot be", facts.name),
                fmt::format("build it with --format {}, or without --format", vocabulary::pdf_formats_in_words())));
            return true;
        }
        return false;
    });
    for (auto choice = formats.begin(); choice != formats.end();) {
        const auto same = [&](const spec::FormatChoice& other) { return other.format == choice->format; };
        if (std::none_of(formats.begin(), choice, same)) {
            ++choice;
            continue;
        }
        diagnostics.push_back(
            diag::error(diag::code::name_clash, choice->span,
                        fmt::format("the format “{}” is named twice", vocabulary::name_of(choice->format)),
                        "remove one of the two"));
        choice = formats.erase(choice);
    }
    return formats;
}

bool contains(const std::vector<spec::FormatChoice>& formats, vocabulary::Format format) {
    return std::any_of(formats.begin(), formats.end(), [&](const auto& choice) { return choice.format == format; });
}

void paint_all(const TargetPages& target, const publish::Finish& finish, Rendered& out,
               diag::Diagnostics& diagnostics) {
    Painting painting(target, finish, out, diagnostics);
    for (const auto& choice : target.formats) painting.paint(choice.format);
}

}  // namespace precis::build
