// Pages and findings come as JSON from the builders, and are passed on as they are.
#include "preview/news.h"

#include <fmt/format.h>

#include <ctime>

#include "json/writer.h"

namespace precis::preview {

std::string time_of_day() {
    const auto now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return fmt::format("{:02}:{:02}:{:02}", local.tm_hour, local.tm_min, local.tm_sec);
}

std::string state_json(const Built& built, const GoodPages& good, const BuildOf& build, const std::string& now,
                       const std::vector<std::string>& log) {
    json::Writer out(json::Writer::Form::compact);
    out.begin_object().member("key", built.key).key("ok").boolean(built.ok);
    out.member("time", now).member("from", good.time);
    out.key("number").integer(build.number);
    out.key("ms").integer(build.ms).key("cpu").number(build.cpu);
    out.key("errors").integer(static_cast<std::int64_t>(built.errors));
    out.key("warnings").integer(static_cast<std::int64_t>(built.warnings)).end_object();
    auto json = out.take();
    json.pop_back();
    json += ",\"good\":" + (good.pages.empty() ? std::string("null") : good.pages);
    json += ",\"found\":" + built.found + ",\"log\":[";
    for (std::size_t i = 0; i < log.size(); ++i) json += (i > 0 ? "," : "") + log[i];
    return json + "]}";
}

std::string building_json(std::uint32_t number, bool on) {
    return fmt::format("{{\"number\":{},\"on\":{}}}", number, on);
}

std::string counts_json(const Counts& counts) {
    json::Writer out(json::Writer::Form::compact);
    out.begin_object();
    for (const auto& [key, count] : counts)
        out.key(key)
            .begin_array()
            .integer(static_cast<std::int64_t>(count.first))
            .integer(static_cast<std::int64_t>(count.second))
            .end_array();
    return out.end_object().take();
}

std::string log_entry(const std::string& now, const std::string& files, const Built& built) {
    json::Writer out(json::Writer::Form::compact);
    out.begin_array().string(now).string(files);
    out.integer(static_cast<std::int64_t>(built.errors)).integer(static_cast<std::int64_t>(built.warnings));
    return out.end_array().take();
}

std::string crash_json() {
    json::Writer out(json::Writer::Form::compact);
    out.begin_array().begin_object().key("error").boolean(true).member("code", "internal_error");
    out.member("title", "The build ended before it was done");
    out.member("message", "the process that builds was ended; memory may have run out, or the program has a fault");
    out.member("remedy", "save again to try once more; precis check says more").key("notes").begin_array();
    return out.end_array().end_object().end_array().take();
}

}  // namespace precis::preview
