// build/many/rows.h: the rows of `for-each`, and the targets of the editions that they are.
// Stage: (2) briefing × database -> ROWS -> targets, each with its row. The query runs once for each audience, which
// must all see the same rows; the tables that it reads stay loaded for every edition.
#pragma once
#include <string>
#include <vector>

#include "build/many/shard.h"
#include "build/stages.h"

namespace precis::build {

/// Of a briefing with `for-each`: fills `rows`, and makes each target one for each row, in the order of the rows.
/// Without usable rows no target is left. Does nothing for other briefings.
/// Errors: those of bind::rows_of; no_edition (the query gives no row, or not the same to all audiences); edition_name
/// (a first cell that cannot name a folder, or two that name the same); name_clash and bad_value (at a column).
void make_editions(Prepared& prepared, diag::Diagnostics& diagnostics);

/// Keeps the targets of the editions of these folders; an empty list keeps all.
void keep_editions(Prepared& prepared, const std::vector<std::string>& folders);

/// Keeps the targets of the editions of one shard.
void keep_shard(Prepared& prepared, const Shard& shard);

}  // namespace precis::build
