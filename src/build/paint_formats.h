// build/paint_formats.h: pages painted in each format that an output or the command line names.
// Stage: (5) and (6), scene::Document -> PAINT FORMATS -> publish::File. Private to build.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// A format and the place that names it; nowhere if the command line does.
struct Format {
    std::string name;
    diag::Span span;
};

/// The command line's formats, else the output's, else PDF alone.
[[nodiscard]] std::vector<Format> formats_of(const spec::Output* output, const Setting& setting);

/// The test that building and checking share. Errors: format_not_available; name_clash, for a format named twice.
void check_formats(const std::vector<Format>& formats, diag::Diagnostics& diagnostics);

/// Adds the files NAME.pdf, NAME.pptx … to `out`. The formats have passed check_formats.
/// Errors: those of paint and publish.
void paint_all(const scene::Document& pages, const text::Fonts& fonts, const std::vector<Format>& formats,
               const std::string& name, Rendered& out, diag::Diagnostics& diagnostics);

}  // namespace precis::build
