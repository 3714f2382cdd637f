// vocabulary/model_keys.h: the mappings of a data model. Rows and their sentences are in model_keys.cpp.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping data_model, source, fact, fact_files, connection, data_table, column, metric;

}  // namespace precis::vocabulary::keys
