// build/plain_cells.h: words and cells of documents that no briefing has written. Private to build.
#pragma once
#include <string>
#include <utility>

#include "doc/document.h"

namespace precis::build {

[[nodiscard]] inline doc::Inlines plain_words(std::string text) {
    doc::Words words;
    words.text = std::move(text);
    return {std::move(words)};
}

[[nodiscard]] inline doc::Value plain_cell(std::string text) {
    doc::Value value;
    value.text = std::move(text);
    return value;
}

}  // namespace precis::build
