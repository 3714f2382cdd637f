// vocabulary/collect_keys.h: the mappings of the files that `precis collect` reads: a list of repositories, and what
// lists of attendance are. Rows and their sentences are in collect_keys.cpp.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping repositories_file, repository;
extern const Mapping attendance_file, attendance_list, attendance_columns;

}  // namespace precis::vocabulary::keys
