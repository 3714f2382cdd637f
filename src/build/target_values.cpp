#include "build/target_values.h"

namespace precis::build {

locale::Locale locale_of(const bind::Target& target) {
    const auto locale = locale::Locale::find(target.language, target.words);
    return locale ? *locale : *locale::Locale::find("en-GB");
}

bind::Values values_of(const Prepared& in_all_languages, const bind::Target& target, const locale::Locale& locale,
                       diag::Diagnostics& diagnostics) {
    const auto& prepared = in_all_languages.for_target(target);
    return {{.briefing = prepared.briefing,
             .project = prepared.project,
             .database = *prepared.database,
             .target = target,
             .locale = locale},
            diagnostics};
}

}  // namespace precis::build
