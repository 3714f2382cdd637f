// Finishing a PDF: what Cairo drew, given structure, ways through it and a description of itself.
#include <fmt/format.h>

#include "publish/pdf_parts.h"
#include "publish/publish.h"

namespace precis::publish {
namespace {

// Cairo has compressed fonts and pictures; what is left are contents and small objects, where a low level loses little
// and object streams pay off in long documents only.
constexpr int kDeflateLevel = 3;
constexpr std::size_t kLongDocument = 20;  // pages

}  // namespace

std::string finished(QPDF& pdf, std::size_t pages) {
    Pl_Flate::setCompressionLevel(kDeflateLevel);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true);
    writer.setObjectStreamMode(pages >= kLongDocument ? qpdf_o_generate : qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

QPDFObjectHandle dictionary(const char* type) {
    auto made = QPDFObjectHandle::newDictionary();
    made.replaceKey("/Type", QPDFObjectHandle::newName(type));
    return made;
}
QPDFObjectHandle text(const std::string& utf8) {
    return QPDFObjectHandle::newUnicodeString(utf8);
}
QPDFObjectHandle name(const std::string& word) {
    return QPDFObjectHandle::newName("/" + word);
}

QPDFObjectHandle flipped(const base::Rect& rect, double page_height) {
    auto corners = QPDFObjectHandle::newArray();
    for (const double length : {rect.x, page_height - rect.bottom(), rect.right(), page_height - rect.y})
        corners.appendItem(QPDFObjectHandle::newReal(length, 2));
    return corners;
}

diag::Result<std::string> finish_pdf(std::string painted, const scene::Document& document) {
    try {
        forget_cairos_tree(painted);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("painted.pdf", painted.data(), painted.size());
        Draft draft{pdf, pdf.getAllPages(), document, {}};
        if (draft.pages.size() != document.pages.size())
            return diag::error(
                diag::Code::internal_error, {},
                fmt::format("the painted PDF has {} pages, its scene {}", draft.pages.size(), document.pages.size()));
        const auto structure = structure_of(document);
        write_page_content(draft, structure);
        if (diag::has_errors(draft.found)) return draft.found;
        const auto destinations = destinations_of(draft);
        auto annotations = write_links(draft, structure, destinations);
        write_structure(draft, structure, annotations, write_attachments(draft));
        write_outline(draft, destinations);
        write_page_labels(draft);
        write_metadata(draft);
        write_slide_show(draft);
        write_output_intent(draft);
        complete_fonts(draft);
        auto bytes = finished(pdf, draft.pages.size());
        if (pdf.anyWarnings())
            return diag::error(diag::Code::internal_error, {},
                               "the painted PDF is damaged: " + pdf.getWarnings().front().getMessageDetail());
        return {std::move(bytes), std::move(draft.found)};
    } catch (const std::exception& failure) {
        return diag::error(diag::Code::internal_error, {},
                           fmt::format("the PDF could not be finished: {}", failure.what()));
    }
}

}  // namespace precis::publish
