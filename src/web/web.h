// web/web.h: a bound document as the web edition, one HTML file that loads nothing, and as Markdown.
// Stage: (4) and (5) doc::Document × style::Layout -> WEB -> bytes.
//
// In: a bound document, a resolved layout, the document's language, a text setter with the layout's fonts, and what
// only the data know of its numbers (Number). Out: the bytes of a file; the same input gives the same bytes. Charts are
// drawn by the chart room for two widths, a column's and a phone's; CSS shows one of them. Their colours are CSS
// variables, which have second values for readers whose screen is dark. Fonts are subsets of the layout's. The parts
// are those of the layout that have something to show; their order is that of the edition, not of the pages. Units:
// lengths of drawings are points, of the page CSS pixels. Errors: those of chart::draw, picture::load and
// text::web_font. Warnings: theirs. Cost: linear in the document; two drawings a chart; the fonts' subsets.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "scene/scene.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::web {

/// What the card of a number says. Texts are as printed, in the document's language; empty ones are left out.
struct Number {
    std::string id;                 // of the fact or value
    std::string sign, value, unit;  // ">", "600", "people"
    std::string what;               // "Attendance, PyTorch Conference Europe 2026"
    std::string qualifier, period, status, base, publisher;
    std::vector<int> sources;        // of the document's list
    std::string row;                 // "data/facts.csv:2"
    std::string query;               // of a computed number
    std::vector<std::string> reads;  // ids of the numbers that it is made of, as far as the document shows them
    bool operator==(const Number&) const = default;
};

struct Numbers {
    std::vector<Number> all;  // in order of use
    /// Of words and tiles that print one of them: by the place of the author's binding.
    struct Place {
        diag::Span where;
        std::size_t number = 0;
    };
    std::vector<Place> places;
    std::map<std::string, std::vector<std::size_t>> of_exhibits;  // by the exhibit's id
};

struct Inputs {
    const doc::Document& document;
    const style::Layout& layout;
    const locale::Locale& locale;
    text::Setter& setter;
    const Numbers& numbers;
    const scene::Document* slides = nullptr;  // of a layout of slides: as composed
    std::string facts_json = {};              // facts.json of the document; empty: none
    std::string url = {};                     // where the edition is published; empty: unknown
    std::string picture = {};                 // the name of the PNG beside it; empty: none
    std::string pdf = {};                     // the name of the PDF beside it; empty: none
    std::string generator = {};               // "precis 1.0"
};

/// The web edition.
[[nodiscard]] diag::Result<std::string> html(const Inputs& inputs);

/// The document as Markdown (CommonMark with GitHub's tables and footnotes).
[[nodiscard]] std::string markdown(const doc::Document& document, const style::Layout& layout,
                                   const locale::Locale& locale);

/// The picture that is shown with links to the edition: 1200 × 630 pixels at 72 dots an inch.
[[nodiscard]] diag::Result<scene::Page> link_picture(const Inputs& inputs);

}  // namespace precis::web
