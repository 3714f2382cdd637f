// preview/builder.h: processes that build. Inside the room.
//
// The first one is forked before the server has threads, and has the data and no pages. Two of its children take turns:
// while one shows its pages, the other has freed those that it showed before, and the next save is built there, in
// memory that it has already and with the lines of paragraphs that did not change. Then they change places. A build
// that crashes, or is killed because a newer save makes it worthless, leaves the pages as they are; another child
// of the first is forked in its place. After an error a build runs in a child of the process that has the last good
// pages, which stay.
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
