#include "zip/library.h"

#include "zip/archive.h"

namespace precis::zip {

const Library& library() {
    static const Library functions;
    return functions;
}

bool installed() {
    return library().loaded.complete();
}

}  // namespace precis::zip
