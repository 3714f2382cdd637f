// build/web_edition.h: what a web edition says of its numbers, and its files.
// Stage: doc::Document, ledger, model and pages -> WEB EDITION -> web::html and web::markdown. Private to build.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "bind/ledger.h"
#include "build/stages.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "web/web.h"

namespace precis::build {

/// A bound document with all that its web edition and its Markdown are made of.
struct WebSource {
    const Prepared& prepared;
    const bind::Target& target;
    const spec::Output* output = nullptr;
    const style::Layout& layout;
    const locale::Locale& locale;
    const doc::Document& document;
    const bind::Ledger& ledger;
    std::shared_ptr<text::Fonts> fonts;
    const scene::Document* slides = nullptr;  // composed; nullptr for a layout of pages
    bool pdf = false;                         // a PDF of the same name is made, too
    bool draft = false;
};

/// The cards of the numbers that the document prints, as far as its reader may see their facts and sources.
[[nodiscard]] web::Numbers numbers_of(const WebSource& source);

/// NAME.html, and NAME.link.png if the output has an address.
[[nodiscard]] std::vector<WebFile> web_files(const WebSource& source, diag::Diagnostics& diagnostics);
/// The Markdown.
[[nodiscard]] std::vector<WebFile> markdown_files(const WebSource& source);

}  // namespace precis::build
