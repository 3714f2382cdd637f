// data/model/libraries.h: libraries of sources that other programs keep, as records of sources.
// Stage: library.bib or library.json -> RECORDS -> sources. Private to the sub-room.
//
// An entry's key becomes an id: "Smith:2020" is `smith-2020`. Fields that a source has no key for are passed over, as
// docs/data.md#libraries-of-sources lists; keys of a source's own (`max-age`, `license` …) may stand in the entry.
#pragma once
#include "data/model_reading.h"

namespace precis::data {

/// Between the given name, the family name and a suffix, in the authors of such a record: a control character, which no
/// text has.
inline constexpr char kNamePart = '\x1e';

/// Errors: bibtex_syntax, bad_value (a date), unknown_name (of `crossref`), bad_slug, those of reading a file.
void read_bibtex_records(const std::filesystem::path& file, const RecordForm& form, ModelReading& reading,
                         const TakeRecord& take);
/// Errors: json_syntax, wrong_type, bad_value (a date), bad_slug, those of reading a file.
void read_csl_records(const std::filesystem::path& file, const RecordForm& form, ModelReading& reading,
                      const TakeRecord& take);

}  // namespace precis::data
