// preview/builder.h: processes that build. Inside the room.
//
// The first one is forked before the server has threads, and stays as it is. Each build runs in a child of the process
// that made the pages shown now, and so with its fonts, data and pages in memory; it takes that one's place when it is
// done. A build that crashes, or is killed because a newer save makes it worthless, leaves its parent as it was.
// A builder answers for its pages (pictures, places, the web edition) until its channel is closed, then it ends; it is
// killed with the process that forked it.
#pragma once
#include "preview/channel.h"
#include "preview/preview.h"

namespace precis::preview {

struct FirstBuilder {
    int process = -1;
    Channel channel;
};
/// Nothing if the system cannot start a process.
[[nodiscard]] std::optional<FirstBuilder> start_builder(const Options& options);

/// The key of a target in the browser: its name, after the folder of its edition.
[[nodiscard]] std::string key_of(const bind::Target& target);

}  // namespace precis::preview
