// vocabulary/project_keys.h: the mappings of precis.yaml, of a file of audiences, and of a brand file, whose vocabulary
// is brand.yml's. Rows and their sentences are in project_keys.cpp and brand_keys.cpp.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping project, audiences_file;
extern const Mapping brand, brand_meta, brand_name, brand_logo, brand_picture, brand_colors, brand_typography,
    brand_ink, brand_base, brand_headings, brand_monospace, brand_inline, brand_block, brand_link, brand_typeface,
    brand_face;
extern const Mapping brand_defaults, brand_own;

}  // namespace precis::vocabulary::keys
