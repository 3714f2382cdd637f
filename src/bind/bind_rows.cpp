// The query of `for-each` is run as a query of the briefing, so that the reader's permissions hold for it.
#include "bind/bind.h"
#include "bind/values/values.h"
#include "locale/locale.h"

namespace precis::bind {

diag::Result<data::Rows> rows_of(const spec::Briefing& briefing, const spec::Project& project, data::Database& database,
                                 const Target& reader) {
    diag::Diagnostics diagnostics;
    if (!briefing.for_each) return diagnostics;
    auto target = reader;
    target.output.clear();  // the rows are those of all outputs
    const auto locale = locale_of(target);
    Values values({.briefing = briefing,
                   .project = project,
                   .database = database,
                   .target = target,
                   .locale = locale ? *locale : *locale::Locale::find("en-GB")},
                  diagnostics);
    auto rows = values.query(*briefing.for_each);
    if (!rows || diag::has_errors(diagnostics)) return diagnostics;
    return {std::move(*rows), std::move(diagnostics)};
}

}  // namespace precis::bind
