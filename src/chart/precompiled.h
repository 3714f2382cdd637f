// chart/precompiled.h: the headers of base/precompiled.h and the doors that nearly every file of this room includes,
// parsed once for the room. No file may count on it.
#pragma once
#include "base/precompiled.h"
#include "diag/diagnostic.h"
#include "doc/exhibit.h"
#include "locale/locale.h"
#include "scene/items.h"
#include "style/layout.h"
#include "text/setter.h"
