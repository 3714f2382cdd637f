#include "build/target_values.h"

namespace precis::build {

locale::Locale spoken_locale(const bind::Target& target) {
    const auto locale = bind::locale_of(target);
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
