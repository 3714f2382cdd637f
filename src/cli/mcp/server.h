// cli/mcp/server.h: the Model Context Protocol over two streams: one JSON-RPC message a line.
//
// In: messages of a client; other text is answered with a parse error. Out: responses, in the order of the requests but
// for `ping`, which is answered at once. One tool runs at a time; `notifications/cancelled` stops it, or takes a call
// from the queue, and no answer follows. The end of the input ends the server when what was asked before it is done.
// Source: Model Context Protocol, revisions 2024-11-05, 2025-03-26 and 2025-06-18; JSON-RPC 2.0.
#pragma once
#include <filesystem>

namespace precis::cli::mcp {

struct Streams {
    int in = 0, out = 1;  // file descriptors
};

/// Serves until the input ends or the output is closed. `root`: absolute and real. Returns the exit code.
int serve(const std::filesystem::path& root, const Streams& streams = {});

}  // namespace precis::cli::mcp
