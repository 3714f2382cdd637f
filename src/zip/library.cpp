#include "zip/library.h"

#include <dlfcn.h>

#include "zip/archive.h"

namespace precis::zip {

template <class F>
F* Library::find(F*, const char* name) {
    auto* found = handle != nullptr ? dlsym(handle, name) : nullptr;
    usable = usable && found != nullptr;
    return reinterpret_cast<F*>(found);
}

const Library& library() {
    static const Library functions{dlopen("libzip.so.4", RTLD_NOW)};
    return functions;
}

bool installed() {
    return library().usable;
}

}  // namespace precis::zip
