#include "build/version.h"

namespace precis::build {

std::string_view version() {
    return PRECIS_VERSION;
}

}  // namespace precis::build
