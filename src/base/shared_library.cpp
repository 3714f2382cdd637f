#include "base/shared_library.h"

#include <dlfcn.h>

namespace precis::base {

SharedLibrary::SharedLibrary(const char* name)
    : handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)), complete_(handle_ != nullptr) {}

void* SharedLibrary::symbol(const char* name) {
    void* found = handle_ != nullptr ? dlsym(handle_, name) : nullptr;
    complete_ = complete_ && found != nullptr;
    return found;
}

}  // namespace precis::base
