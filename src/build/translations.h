// build/translations.h: reads the translations that targets of a briefing need. Private to build.
#pragma once
#include "build/stages.h"

namespace precis::build {

/// Reads the translations into the languages that outputs list and the setting asks for. Outputs that list no languages
/// are then made in those of the setting that there are, too.
/// Errors: translation_missing, at the language in the list; those of spec::read.
void add_translations(Prepared& prepared, const Setting& setting, diag::Diagnostics& diagnostics);

/// Removes the targets in languages that could not be read, or are not asked for.
void drop_unread(Prepared& prepared);

}  // namespace precis::build
