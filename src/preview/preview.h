// preview/preview.h: a briefing in a browser, set again at each save. The door of the room.
// Stage: build::Prepared -> set_target -> PREVIEW -> pictures of pages in a browser on this machine.
//
// In: a briefing, a setting, a port. Out: a server on 127.0.0.1 alone, at an address with a random token; no file is
// written. Builds run in processes of their own, so that a build that crashes or never ends takes nothing with it
// (preview/builder.h).
// Errors: a port that cannot be had, in words. Faults of the briefing are shown in the browser.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "build/open_briefing.h"

namespace precis::preview {

struct Options {
    build::BriefingRequest request;
    build::Setting setting;  // `paint` is off and `inputs` on, whatever they are here
    int port = 0;            // 0: any that is free
    std::function<void(const std::string& address)> ready = {};  // called once, when the address answers
};

/// Serves until the process is told to end (SIGINT, SIGTERM). A sentence, if it could not begin.
[[nodiscard]] std::optional<std::string> serve(const Options& options);

/// Shows an address in the desktop's browser, by xdg-open. False if that program cannot be started.
[[nodiscard]] bool open_in_browser(const std::string& address);

}  // namespace precis::preview
