// build/compare/mixed_model.h: two data models become one, input by input. Private to build/compare.
#pragma once
#include <string>

#include "build/compare/mixer.h"
#include "data/database.h"

namespace precis::build {

/// A model with its date and its database, which answers what its rows are.
struct DatedData {
    const data::Model& model;
    data::Database& database;
    std::string date;
};

/// The model in which `mix` says what is new.
[[nodiscard]] data::Model mixed_model(const DatedData& old, const DatedData& now, const Mix& mix);

}  // namespace precis::build
