// Reads the painted PDF, adds the parts one after another, and writes the result.
#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "base/numbers.h"
#include "diag/codes.h"
#include "publish/pdf_parts.h"
#include "publish/publish.h"

namespace precis::publish {
namespace {

// Cairo has compressed fonts and pictures. Page contents and small objects remain: a low level loses little, and object
// streams pay off in long documents only.
constexpr int kDeflateLevel = 3;
constexpr std::size_t kLongDocument = 20;   // pages
constexpr std::size_t kUsualPage = 50'000;  // bytes, to reserve memory

/// An empty document, which destroys the one before. Destroying takes qpdf a hundredth of a report's build, so the last
/// document is never destroyed: it ends with the process.
QPDF& new_document() {
    static auto& last = *new std::unique_ptr<QPDF>;
    last = std::make_unique<QPDF>();
    return *last;
}

}  // namespace

namespace {

// The identifier that qpdf writes with setStaticID: digits of pi.
constexpr std::string_view kNoIdentifier = "<31415926535897932384626433832795>";

/// Replaces both identifiers in the trailer by a hash of the file. qpdf's setDeterministicID would send every token
/// through one more pipeline, which took a fiftieth of a report's build.
void identify(std::string& bytes) {
    const auto second = bytes.rfind(kNoIdentifier);
    const auto first = bytes.rfind(kNoIdentifier, second - 1);
    if (second == std::string::npos || first != second - kNoIdentifier.size())
        throw std::logic_error("the written file has no identifier");
    const auto sum = sha256(bytes);
    for (const auto at : {first, second})
        bytes.replace(at + 1, kNoIdentifier.size() - 2, sum, 0, kNoIdentifier.size() - 2);
}

}  // namespace

std::string finished(QPDF& pdf, std::size_t pages) {
    Pl_Flate::setCompressionLevel(kDeflateLevel);
    std::string bytes;
    bytes.reserve(pages * kUsualPage);
    Pl_String into("finished", nullptr, bytes);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&into);
    writer.setStaticID(true);
    writer.setNewlineBeforeEndstream(true);
    writer.setObjectStreamMode(pages >= kLongDocument ? qpdf_o_generate : qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    identify(bytes);
    return bytes;
}

QPDFObjectHandle dictionary(const char* type) {
    auto dict = QPDFObjectHandle::newDictionary();
    dict.replaceKey("/Type", QPDFObjectHandle::newName(type));
    return dict;
}
QPDFObjectHandle text(const std::string& utf8) {
    return QPDFObjectHandle::newUnicodeString(utf8);
}
QPDFObjectHandle name(const std::string& word) {
    return QPDFObjectHandle::newName("/" + word);
}

QPDFObjectHandle real(double value) {
    auto digits = base::fixed(value, 2);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return QPDFObjectHandle::newReal(digits);
}

QPDFObjectHandle flipped(const base::Rect& rect, double page_height) {
    auto corners = QPDFObjectHandle::newArray();
    for (const double length : {rect.x, page_height - rect.bottom(), rect.right(), page_height - rect.y})
        corners.appendItem(real(length));
    return corners;
}

diag::Result<std::string> finish_pdf(std::string painted, const scene::Document& document) {
    try {
        forget_cairos_tree(painted);
        auto& pdf = new_document();
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("painted.pdf", painted.data(), painted.size());
        Draft draft{pdf, pdf.getAllPages(), document, {}};
        if (draft.pages.size() != document.pages.size())
            return diag::error(
                diag::code::internal_error, {},
                fmt::format("the painted PDF has {} pages, its scene {}", draft.pages.size(), document.pages.size()));
        const auto structure = structure_of(document);
        complete_fonts(draft);  // while the objects are still few
        write_page_content(draft, structure);
        if (diag::has_errors(draft.diagnostics)) return draft.diagnostics;
        const auto destinations = destinations_of(draft);
        auto annotations = write_links(draft, structure, destinations);
        write_structure(draft, structure, annotations, write_attachments(draft));
        write_outline(draft, destinations);
        write_page_labels(draft);
        write_metadata(draft);
        write_slide_show(draft);
        write_output_intent(draft);
        auto bytes = finished(pdf, draft.pages.size());
        if (pdf.anyWarnings())
            return diag::error(diag::code::internal_error, {},
                               "the painted PDF is damaged: " + pdf.getWarnings().front().getMessageDetail());
        return {std::move(bytes), std::move(draft.diagnostics)};
    } catch (const std::exception& failure) {
        return diag::error(diag::code::internal_error, {},
                           fmt::format("the PDF could not be finished: {}", failure.what()));
    }
}

}  // namespace precis::publish
