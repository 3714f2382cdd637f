// Three changes to the decoded content that Cairo writes. Cairo tags every leaf as a numbered Part: leaves without an
// owner become artifacts, all others Spans. And it wraps ligatures and no-break spaces in a Span with ActualText, whose
// end some readers take for the end of the leaf: these Spans are removed, and the font's ToUnicode gives the text (see
// complete_streams).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "diag/codes.h"
#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

// As Cairo 1.16 writes them.
constexpr std::string_view kLeaf = "/Part << /MCID ", kSpelt = "/Span << /ActualText <feff";
constexpr std::string_view kAfterNumber = " >> BDC";
constexpr std::string_view kAfterActual = "> >> BDC\n";
constexpr std::string_view kEnd = "EMC\n";

std::string_view artifact_of(scene::Role kind) {
    if (kind == scene::Role::page_head) return "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC";
    if (kind == scene::Role::page_foot) return "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC";
    if (kind == scene::Role::watermark) return "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC";
    return "/Artifact BMC";
}

struct Ligature {
    std::string_view glyph, letters;  // UTF-16 in hexadecimal
};
constexpr std::array<Ligature, 5> kLigatures = {{{"fb00", "00660066"},
                                                 {"fb01", "00660069"},
                                                 {"fb02", "0066006c"},
                                                 {"fb03", "006600660069"},
                                                 {"fb04", "00660066006c"}}};
// A face has one glyph for the space and the no-break spaces, so Cairo writes ActualText for all but one of them.
constexpr std::array<std::string_view, 3> kSpaces = {"0020", "00a0", "202f"};
constexpr std::string_view kNoBreak = "> <00a0>\n", kSpace = "> <0020>\n";

bool left_to_font(std::string_view letters) {
    for (const auto& ligature : kLigatures)
        if (ligature.letters == letters) return true;
    return std::find(kSpaces.begin(), kSpaces.end(), letters) != kSpaces.end();
}

class Rewriter {
  public:
    Rewriter(std::string_view content, const std::vector<Leaf>& leaves) : content_(content), leaves_(leaves) {
        out_.reserve(content.size());
    }

    // nullopt if the content does not have exactly the leaves 0, 1, 2 … in order.
    std::optional<std::string> rewritten() && {
        for (auto at = content_.find('/'); at != std::string_view::npos; at = content_.find('/', at + 1)) {
            const auto rest = content_.substr(at);
            if (rest.starts_with(kLeaf)) {
                if (!leaf(at)) return std::nullopt;
            } else if (rest.starts_with(kSpelt)) {
                actual_text(at);
            }
        }
        if (next_ != leaves_.size()) return std::nullopt;
        out_ += content_.substr(copied_);
        return std::move(out_);
    }

  private:
    bool leaf(std::size_t at) {
        const auto digits = at + kLeaf.size();
        std::size_t mcid = 0;
        const auto read = std::from_chars(content_.data() + digits, content_.data() + content_.size(), mcid);
        const auto end = static_cast<std::size_t>(read.ptr - content_.data());
        if (read.ec != std::errc() || content_.substr(end, kAfterNumber.size()) != kAfterNumber) return false;
        if (mcid != next_ || mcid >= leaves_.size()) return false;
        ++next_;
        const auto& written = leaves_[mcid];
        if (written.owner)
            replace(at, at + kLeaf.find(' '), "/Span");
        else
            replace(at, end + kAfterNumber.size(), artifact_of(written.artifact));
        return true;
    }

    void actual_text(std::size_t at) {
        const auto letters = at + kSpelt.size();
        const auto close = content_.find('>', letters);
        if (close == std::string_view::npos || !left_to_font(content_.substr(letters, close - letters))) return;
        const auto body = close + kAfterActual.size();
        const auto end = content_.find(kEnd, close);
        if (content_.substr(close, kAfterActual.size()) != kAfterActual || end == std::string_view::npos) return;
        replace(at, body, {});
        replace(end, end + kEnd.size(), {});
    }

    void replace(std::size_t begin, std::size_t end, std::string_view by) {
        out_ += content_.substr(copied_, begin - copied_);
        out_ += by;
        copied_ = end;
    }

    std::string_view content_;
    const std::vector<Leaf>& leaves_;
    std::string out_;
    std::size_t next_ = 0, copied_ = 0;
};

// Maps a ligature's glyph to its letters instead of Unicode's ligature character, and a no-break space to a space.
void spell_ligatures(QPDFObjectHandle to_unicode) {
    const auto bytes = to_unicode.getStreamData(qpdf_dl_generalized);
    std::string map(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    bool changed = false;
    for (const auto& ligature : kLigatures) {
        const auto from = fmt::format("> <{}>\n", ligature.glyph), to = fmt::format("> <{}>\n", ligature.letters);
        for (auto at = map.find(from); at != std::string::npos; at = map.find(from, at + 1)) {
            map.replace(at, from.size(), to);
            changed = true;
        }
    }
    for (auto at = map.find(kNoBreak); at != std::string::npos; at = map.find(kNoBreak, at + 1)) {
        map.replace(at, kNoBreak.size(), kSpace);
        changed = true;
    }
    if (changed) set_content(to_unicode, map);
}

}  // namespace

void write_page_content(Draft& draft, const Structure& structure) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        auto content = draft.pages[i].getKey("/Contents");
        if (!content.isStream()) {
            draft.diagnostics.push_back(
                diag::error(diag::code::internal_error, {},
                            fmt::format("page {} of the painted PDF does not have one content stream", i + 1)));
            continue;
        }
        const auto bytes = content.getStreamData(qpdf_dl_generalized);
        const std::string_view view(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        auto changed = Rewriter(view, structure.leaves[i]).rewritten();
        if (!changed) {
            draft.diagnostics.push_back(
                diag::error(diag::code::internal_error, {},
                            fmt::format("page {} of the painted PDF does not have the {} marked contents of its scene",
                                        i + 1, structure.leaves[i].size())));
            continue;
        }
        set_page_content(content, *changed);
    }
}

void complete_streams(Draft& draft) {
    for (auto& object : draft.pdf.getAllObjects()) {
        if (object.isStream()) compress_stored(object);
        if (!object.isDictionaryOfType("/Font")) continue;
        if (object.isDictionaryOfType("/Font", "/CIDFontType2") && !object.hasKey("/CIDToGIDMap"))
            object.replaceKey("/CIDToGIDMap", name("Identity"));
        if (auto map = object.getKey("/ToUnicode"); map.isStream()) spell_ligatures(map);
    }
}

}  // namespace precis::publish
