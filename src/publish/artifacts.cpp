// Artifacts: Cairo marks every leaf as a numbered Span; those that nobody owns are renamed in the decoded content.
#include <fmt/format.h>

#include <charconv>
#include <qpdf/Buffer.hh>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

// As Cairo 1.16 writes it.
constexpr std::string_view kBefore = "/Span << /MCID ";
constexpr std::string_view kAfter = " >> BDC";
constexpr std::string_view kArtifact = "/Artifact BMC";

// nullopt: the content does not hold exactly the leaves 0, 1, 2 … in order.
std::optional<std::string> renamed(std::string_view content, const std::vector<std::optional<std::size_t>>& leaves) {
    std::string out;
    out.reserve(content.size());
    std::size_t expected = 0, copied = 0;
    for (auto at = content.find(kBefore); at != std::string_view::npos; at = content.find(kBefore, at + 1)) {
        const auto digits = at + kBefore.size();
        std::size_t mcid = 0;
        const auto read = std::from_chars(content.data() + digits, content.data() + content.size(), mcid);
        const auto end = static_cast<std::size_t>(read.ptr - content.data());
        if (read.ec != std::errc() || content.substr(end, kAfter.size()) != kAfter) continue;
        if (mcid != expected || mcid >= leaves.size()) return std::nullopt;
        ++expected;
        if (leaves[mcid]) continue;
        out += content.substr(copied, at - copied);
        out += kArtifact;
        copied = end + kAfter.size();
    }
    if (expected != leaves.size()) return std::nullopt;
    out += content.substr(copied);
    return out;
}

}  // namespace

void write_artifacts(Draft& draft, const Structure& structure) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        auto content = draft.pages[i].getKey("/Contents");
        if (!content.isStream()) {
            draft.found.push_back(diag::error(diag::Code::internal_error, {},
                                              fmt::format("page {} of the painted PDF has no single content", i + 1)));
            continue;
        }
        const auto bytes = content.getStreamData(qpdf_dl_generalized);
        const std::string_view view(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        auto changed = renamed(view, structure.leaves[i]);
        if (!changed) {
            draft.found.push_back(diag::error(
                diag::Code::internal_error, {},
                fmt::format("page {} of the painted PDF does not have the {} marked contents of its scene", i + 1,
                            structure.leaves[i].size())));
            continue;
        }
        content.replaceStreamData(*changed, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

}  // namespace precis::publish
