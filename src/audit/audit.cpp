// Runs the parts of the examination in order, and turns findings into diagnostics.
#include "audit/audit.h"

#include <algorithm>

#include "audit/codes.h"
#include "audit/file.h"
#include "audit/structure.h"

namespace precis::audit {
namespace {

constexpr std::size_t kPlacesShown = 5;

void examine(File& file) {
    file.root = file.pdf.getRoot();
    file.pages = file.pdf.getAllPages();
    for (std::size_t i = 0; i < file.pages.size(); ++i) file.page_numbers.emplace(file.pages[i].getObjGen(), i + 1);
    file.language = text_of(file.root.getKey("/Lang"));
    examine_sizes(file);
    examine_bytes(file.bytes, file.pdf, file);
    examine_objects(file);
    examine_catalog(file);
    examine_metadata(file);
    examine_colours(file);
    examine_actions(file);
    examine_attachments(file);
    examine_layers(file);
    Structure structure;
    examine_structure(file, structure);
    examine_nesting(file, structure);
    examine_tables(file, structure);
    examine_headings(file, structure);
    examine_annotations(file, structure);
    examine_form(file, structure);
    examine_pages(file, structure);
    examine_parents(file, structure);
}

/// Whether the file is encrypted and its encryption dictionary has no P: qpdf refuses to read such a file.
bool lacks_permissions(std::string_view bytes) {
    const auto at = bytes.find("/Filter /Standard");
    if (bytes.rfind("/Encrypt") == std::string_view::npos || at == std::string_view::npos) return false;
    const auto begin = bytes.rfind("<<", at), end = bytes.find("endobj", at);
    if (begin == std::string_view::npos || end == std::string_view::npos) return false;
    return bytes.substr(begin, end - begin).find("/P ") == std::string_view::npos;
}

/// qpdf could not read the file.
void examine_failed(File& file, const std::exception& failure) {
    if (lacks_permissions(file.bytes)) {
        file.expect(Rule::encrypted, false, "the trailer", "it has Encrypt");
        file.expect(Rule::encryption_permissions, false, "the encryption dictionary", "it has no P");
    }
    file.expect(Rule::unreadable, false, "the file", "{}", failure.what());
}

}  // namespace

Report audit(std::string_view bytes) {
    Report report;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    File file{bytes, pdf, report};
    try {
        pdf.processMemoryFile("file", bytes.data(), bytes.size());
        examine(file);
        for (const auto& warning : pdf.getWarnings())
            file.add_finding(Rule::unreadable, "the file", warning.getMessageDetail());
        file.expect(Rule::unreadable, true, "", "");
    } catch (const QPDFExc& locked) {
        const bool needs_password = locked.getErrorCode() == qpdf_e_password;
        if (needs_password)
            file.expect(Rule::encrypted, false, "the trailer",
                        "it has Encrypt, and nothing else can be examined without the password");
        else
            examine_failed(file, locked);
    } catch (const std::exception& failure) {
        examine_failed(file, failure);
    }
    return report;
}

diag::Diagnostics to_diagnostics(const Report& report, const std::string& file) {
    const auto source = std::make_shared<diag::SourceText>(file, "");
    diag::Diagnostics diagnostics;
    for (std::size_t index = 0; index < kRuleCount; ++index) {
        const auto rule = static_cast<Rule>(index);
        std::vector<const Finding*> places;
        for (const auto& finding : report.findings)
            if (finding.rule == rule) places.push_back(&finding);
        if (places.empty()) continue;
        const auto& first = *places.front();
        auto message = fmt::format("{}: {} (rule {}: {})", first.where, first.what, to_string(rule), clause(rule));
        auto diagnostic =
            diag::error(code::pdf_nonconforming, {source, 0, 0}, std::move(message), std::string(demand(rule)));
        for (std::size_t i = 1; i < std::min(places.size(), kPlacesShown); ++i)
            diagnostic.notes.push_back({places[i]->where + ": " + places[i]->what, {}});
        if (places.size() > kPlacesShown)
            diagnostic.notes.push_back({fmt::format("{} places more", places.size() - kPlacesShown), {}});
        diagnostics.push_back(std::move(diagnostic));
    }
    return diagnostics;
}

}  // namespace precis::audit
