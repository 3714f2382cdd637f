// audit/colours.h: colour spaces that contents, images and groups name. Private to audit.
#pragma once
#include "audit/file.h"

namespace precis::audit {

/// A device space ("DeviceRGB") against the output intent.
void examine_device(File& file, std::string_view space, std::string_view where);
/// A colour space and those it is made of.
void examine_space(File& file, QPDFObjectHandle space, std::string_view where, int depth = 0);

}  // namespace precis::audit
