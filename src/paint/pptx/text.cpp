// Line height and space before are written for each paragraph, as a master may have others.
#include "paint/pptx/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/script.h"
#include "diag/codes.h"
#include "paint/pptx/drawing.h"

namespace precis::paint::pptx_file {
namespace {

constexpr double kBulletIndent = 14;  // points for each level
constexpr int kBold = 600;            // the lightest weight that is written as bold

const char* align(scene::TextParagraph::Align align) {
    switch (align) {
        case scene::TextParagraph::Align::left:
            return "l";
        case scene::TextParagraph::Align::center:
            return "ctr";
        case scene::TextParagraph::Align::right:
            return "r";
        case scene::TextParagraph::Align::justify:
            return "just";
    }
    return "l";
}

std::string hundredths(double points) {
    return std::to_string(std::lround(points * 100));
}

void describe(SlideDraft& slide, pugi::xml_node run, const scene::TextRun& text, double size, std::string_view words) {
    const auto stand_ins = slide.stand_ins.text(words);
    auto language = text.language.empty() ? slide.document.metadata.language : text.language;
    if (text.language.empty() && !stand_ins.language.empty() &&
        stand_ins.language.substr(0, 2) != language.substr(0, 2))
        language = stand_ins.language;
    auto properties = add(run, "a:rPr",
                          {{"lang", language},
                           {"sz", hundredths(std::clamp(size, 1.0, 4000.0))},
                           {"b", text.face.weight >= kBold ? "1" : "0"},
                           {"i", text.face.italic ? "1" : "0"}});
    if (text.superscript) properties.append_attribute("baseline").set_value("30000");
    solid_fill(properties, text.color);
    typeface(properties, text.face.family, stand_ins.east_asian, stand_ins.complex);
    if (text.link.empty() || !write_link(slide, properties, text.link)) return;
    // The run's own colour, not the theme's for links, which is made for the light ground.
    auto own = add(add(properties.child("a:hlinkClick"), "a:extLst"), "a:ext",
                   {{"uri", "{A12FA001-AC4F-418D-AE19-62706E023703}"}});
    add(own, "ahyp:hlinkClr",
        {{"xmlns:ahyp", "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"}, {"val", "tx"}});
}

void write_run(SlideDraft& slide, pugi::xml_node paragraph, const scene::TextRun& text, double size) {
    std::size_t begin = 0;
    while (begin <= text.text.size()) {
        const auto end = std::min(text.text.find('\n', begin), text.text.size());
        if (end > begin) {
            for (const auto& piece : slide.stand_ins.pieces(std::string_view(text.text).substr(begin, end - begin))) {
                auto run = add(paragraph, "a:r");
                describe(slide, run, text, size, piece);
                add(run, "a:t").text().set(common_spaces(piece).c_str());
            }
        }
        if (end < text.text.size()) add(paragraph, "a:br");
        begin = end + 1;
    }
}

bool runs_from_the_right(const scene::TextParagraph& paragraph) {
    return std::any_of(paragraph.runs.begin(), paragraph.runs.end(),
                       [](const scene::TextRun& run) { return base::has_right_to_left(run.text); });
}

}  // namespace

// Few of the fonts that readers have contain thin and narrow no-break spaces: they become no-break spaces.
std::string common_spaces(std::string text) {
    for (const std::string_view thin : {"\u202f", "\u2009"})
        for (auto at = text.find(thin); at != std::string::npos; at = text.find(thin, at))
            text.replace(at, thin.size(), "\u00a0");
    return text;
}

void write_number_field(SlideDraft& slide, pugi::xml_node parent, const scene::TextParagraph& paragraph) {
    auto body = add(parent, "p:txBody");
    add(body, "a:bodyPr", {{"wrap", "square"}, {"lIns", "0"}, {"tIns", "0"}, {"rIns", "0"}, {"bIns", "0"}});
    add(body, "a:lstStyle");
    auto p = add(body, "a:p");
    add(p, "a:pPr", {{"algn", align(paragraph.align)}});
    if (paragraph.runs.empty()) return;
    auto field = add(p, "a:fld", {{"id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"}, {"type", "slidenum"}});
    describe(slide, field, paragraph.runs[0], paragraph.runs[0].size, paragraph.runs[0].text);
    add(field, "a:t").text().set(paragraph.runs[0].text.c_str());
}

bool write_link(SlideDraft& slide, pugi::xml_node parent, const std::string& target) {
    if (target.empty() || target[0] != '#') {
        add(parent, "a:hlinkClick", {{"r:id", slide.package.relate_outside(slide.path, "hyperlink", target)}});
        return true;
    }
    const auto slide_index = slide.slide_of_anchor.find(std::string_view(target).substr(1));
    if (slide_index == slide.slide_of_anchor.end()) {
        slide.diagnostics.push_back(diag::warning(
            diag::code::unknown_reference, {}, fmt::format("a link leads to “{}”, which is on no slide", target),
            "keep the target of the reference in this output, or remove the reference"));
        return false;
    }
    add(parent, "a:hlinkClick",
        {{"r:id", slide.package.relate(slide.path, "slide", slide_path(slide_index->second))},
         {"action", "ppaction://hlinksldjump"}});
    return true;
}

void write_text(SlideDraft& slide, pugi::xml_node parent, const char* name,
                const std::vector<scene::TextParagraph>& paragraphs) {
    auto body = add(parent, name);
    add(body, "a:bodyPr",
        {{"wrap", "square"}, {"lIns", "0"}, {"tIns", "0"}, {"rIns", "0"}, {"bIns", "0"}, {"anchor", "t"}});
    add(body, "a:lstStyle");
    for (const auto& paragraph : paragraphs) {
        auto p = add(body, "a:p");
        const double indent = kBulletIndent * paragraph.bullet_level;
        auto properties = add(p, "a:pPr",
                              {{"marL", emu(indent)},
                               {"indent", paragraph.bullet_level ? emu(-kBulletIndent) : "0"},
                               {"algn", align(paragraph.align)}});
        if (runs_from_the_right(paragraph)) properties.append_attribute("rtl").set_value("1");
        if (paragraph.leading > 0)
            add(add(properties, "a:lnSpc"), "a:spcPts", {{"val", hundredths(paragraph.leading)}});
        // The space before is written even if it is 0: a master may have another.
        add(add(properties, "a:spcBef"), "a:spcPts", {{"val", hundredths(paragraph.before)}});
        if (paragraph.bullet_level) {
            add(add(properties, "a:buClr"), "a:schemeClr", {{"val", "accent2"}});
            add(properties, "a:buFont", {{"typeface", "Arial"}});
            add(properties, "a:buChar", {{"char", "▪"}});
        } else {
            add(properties, "a:buNone");
        }
        // A superscript is written in the size of the text around it: programs scale it down themselves.
        double full = 0;
        for (const auto& run : paragraph.runs) full = std::max(full, run.size);
        for (const auto& run : paragraph.runs) write_run(slide, p, run, run.superscript ? full : run.size);
    }
    if (paragraphs.empty()) add(body, "a:p");
}

}  // namespace precis::paint::pptx_file
