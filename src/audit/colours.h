// audit/colours.h: rules on the colour spaces of contents, images and groups. Private to audit.
// File::output_space must be known: examine_colours comes first.
// Source: ISO 19005-3:2012, 6.2.3 and 6.2.4.
#pragma once
#include "audit/file.h"

namespace precis::audit {

/// A device space ("DeviceRGB") must be that of the output intent.
void examine_device(File& file, std::string_view space, std::string_view where);
/// A colour space and the spaces that it is based on.
void examine_space(File& file, QPDFObjectHandle space, std::string_view where, int depth = 0);

}  // namespace precis::audit
