// vocabulary/exhibit_keys.h: the mappings of charts, tables and images.
// Rows and their sentences are in exhibit_keys.cpp.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping chart, table, image;
/// An exhibit before its kind is known: the keys of all three.
extern const Mapping exhibit;
extern const Mapping channel, name_channel, x_channel, y_channel, facet_channel;
/// An item of `annotations`, and the mappings under its keys.
extern const Mapping annotation, line_annotation, band_annotation, event_annotation, callout_annotation;
extern const Mapping ratio_annotation, note_annotation;
extern const Mapping table_column, pivot, inset;

}  // namespace precis::vocabulary::keys
