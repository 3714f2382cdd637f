// Any bytes as a PDF: the checker's findings have words and places, and its texts are found without a crash.
#include "audit/audit.h"
#include "audit/texts.h"
#include "truths.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace precis;
    const auto bytes = fuzz::text_of(data, size);
    const auto report = audit::audit(bytes);
    for (const auto& finding : report.findings)
        fuzz::require(!finding.where.empty() && !finding.what.empty(), "a finding has a place and words");
    fuzz::check(audit::to_diagnostics(report, "input.pdf"));
    (void)audit::texts_of(bytes);
    return 0;
}
