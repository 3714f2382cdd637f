// zip/library.h: libzip's functions, found at first use. For the files of this room only.
#pragma once
#include <zip.h>

#include "base/shared_library.h"

namespace precis::zip {

struct Library {
    base::SharedLibrary loaded{"libzip.so.4"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_ZIP(name) \
    decltype(&::zip_##name) name = loaded.find(static_cast<decltype(&::zip_##name)>(nullptr), "zip_" #name)
    PRECIS_ZIP(open);
    PRECIS_ZIP(get_num_entries);
    PRECIS_ZIP(get_name);
    PRECIS_ZIP(stat);
    PRECIS_ZIP(fopen);
    PRECIS_ZIP(fread);
    PRECIS_ZIP(fclose);
    PRECIS_ZIP(source_buffer_create);
    PRECIS_ZIP(source_buffer);
    PRECIS_ZIP(source_keep);
    PRECIS_ZIP(source_open);
    PRECIS_ZIP(source_read);
    PRECIS_ZIP(source_stat);
    PRECIS_ZIP(source_close);
    PRECIS_ZIP(source_free);
    PRECIS_ZIP(open_from_source);
    PRECIS_ZIP(file_add);
    PRECIS_ZIP(file_set_dostime);
    PRECIS_ZIP(set_file_compression);
    PRECIS_ZIP(close);
    PRECIS_ZIP(discard);
#undef PRECIS_ZIP
};

const Library& library();

}  // namespace precis::zip
