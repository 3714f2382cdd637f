#include "build/target_values.h"

#include "bind/values/audience.h"

namespace precis::build {

locale::Locale locale_of(const bind::Target& target) {
    const auto locale = locale::Locale::find(target.language);
    return locale ? *locale : *locale::Locale::find("en-GB");
}

bind::Values values_of(const Prepared& prepared, const bind::Target& target, const locale::Locale& locale,
                       diag::Diagnostics& diagnostics) {
    return {{&prepared.briefing,
             &prepared.project,
             bind::find_audience(prepared.briefing, prepared.project, target.audience),
             prepared.database.get(),
             &target,
             &locale,
             {}},
            diagnostics};
}

}  // namespace precis::build
