// Reads the painted PDF, adds the parts one after another, and writes the result.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>

#include "base/numbers.h"
#include "diag/codes.h"
#include "publish/pdf_parts.h"
#include "publish/publish.h"

namespace precis::publish {
namespace {

// For object streams, which pay off in long documents only; all others are compressed already (compress.cpp).
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

/// Replaces the pair of identifiers in each trailer, of which a linearised file has two, by a hash of the file. qpdf's
/// setDeterministicID would send every token through one more pipeline, which took a fiftieth of a report's build.
void identify(std::string& bytes) {
    const std::string pair = std::string(kNoIdentifier) + std::string(kNoIdentifier);
    const std::boyer_moore_horspool_searcher search(pair.begin(), pair.end());  // passes over most bytes
    std::string sum;
    for (auto at = std::search(bytes.begin(), bytes.end(), search); at != bytes.end();
         at = std::search(at, bytes.end(), search)) {
        if (sum.empty()) sum = sha256(bytes).substr(0, kNoIdentifier.size() - 2);
        std::copy(sum.begin(), sum.end(), at + 1);
        std::copy(sum.begin(), sum.end(), at + static_cast<std::ptrdiff_t>(kNoIdentifier.size()) + 1);
    }
    if (sum.empty()) throw std::logic_error("the written file has no identifier");
}

}  // namespace

std::string finished(QPDF& pdf, std::size_t pages, const Finish& finish) {
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
    writer.setLinearization(finish.linearize);
    // Owner and reader have one password, so nothing is barred from those who have it.
    if (!finish.password.empty())
        writer.setR6EncryptionParameters(finish.password.c_str(), finish.password.c_str(), true, true, true, true, true,
                                         true, qpdf_r3p_full, true);
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

base::Point flipped(base::Point point, const scene::Page& page) {
    return {page.bleed + point.x, page.bleed + page.size.height - point.y};
}

QPDFObjectHandle flipped(const base::Rect& rect, const scene::Page& page) {
    const auto low = flipped(base::Point{rect.x, rect.bottom()}, page);
    const auto high = flipped(base::Point{rect.right(), rect.y}, page);
    auto corners = QPDFObjectHandle::newArray();
    for (const double length : {low.x, low.y, high.x, high.y}) corners.appendItem(real(length));
    return corners;
}

void write_page_boxes(Draft& draft) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        const auto& page = draft.document.pages[i];
        if (page.bleed <= 0) continue;
        const auto& [width, height] = page.size;
        const double b = page.bleed;
        draft.pages[i].replaceKey("/TrimBox", flipped(base::Rect{0, 0, width, height}, page));
        draft.pages[i].replaceKey("/BleedBox", flipped(base::Rect{-b, -b, width + 2 * b, height + 2 * b}, page));
    }
}

std::optional<std::string> decrypted(std::string_view file, const std::string& password) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("encrypted.pdf", file.data(), file.size(), password.c_str());
        std::string bytes;
        Pl_String into("decrypted", nullptr, bytes);
        pdf.getTrailer().removeKey("/ID");  // a hash of the encrypted bytes
        QPDFWriter writer(pdf);
        writer.setOutputPipeline(&into);
        writer.setPreserveEncryption(false);
        writer.setStaticID(true);
        writer.write();
        return bytes;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

diag::Result<std::string> finish_pdf(std::string painted, const scene::Document& document, const Finish& finish) {
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
        write_page_content(draft, structure);
        if (diag::has_errors(draft.diagnostics)) return draft.diagnostics;
        complete_streams(draft);  // while the objects are still few
        const auto destinations = destinations_of(draft);
        auto annotations = write_links(draft, structure, destinations);
        write_structure(draft, structure, annotations, write_attachments(draft));
        write_outline(draft, destinations);
        write_page_labels(draft);
        write_page_boxes(draft);
        write_metadata(draft, finish);
        write_slide_show(draft);
        if (finish.print) write_print_colors(draft, *finish.print);
        write_output_intent(draft, finish);
        auto bytes = finished(pdf, draft.pages.size(), finish);
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
