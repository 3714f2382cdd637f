// build/data_book.h: the workbook of one target: a sheet for each exhibit on its pages, its facts and its sources.
// Private to build.
// The values are those of the page, unrounded: what is withheld from the audience is not in the document, so not here.
#pragma once
#include "data/database.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "paint/data_book.h"
#include "scene/scene.h"

namespace precis::build {

/// Exhibits that `pages` show, in the order of their numbers; the `facts` of `pages` are filled in.
[[nodiscard]] paint::DataBook data_book_of(const doc::Document& document, const scene::Document& pages,
                                           const locale::Locale& locale);

}  // namespace precis::build
