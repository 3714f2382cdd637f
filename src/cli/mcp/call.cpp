// Findings are read back from the commands' JSON, a line each; everything else that they print is their answer.
#include "cli/mcp/call.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "base/moment.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "build/one_exhibit.h"
#include "build/one_page.h"
#include "build/schema.h"
#include "cli/budget.h"
#include "cli/commands.h"
#include "cli/heap.h"
#include "cli/mcp/json_copy.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "diag/codes.h"
#include "html/writer.h"
#include "locale/locale.h"
#include "spec/paths.h"
#include "vocabulary/form.h"

namespace precis::cli::mcp {
namespace fs = std::filesystem;
namespace {

constexpr double kScreenDpi = 96;

/// The folder of the nearest precis.yaml from `folder` upwards to the root; the root where there is none.
fs::path project_of(fs::path folder, const fs::path& root) {
    for (std::error_code failed; folder != root && folder.has_relative_path(); folder = folder.parent_path())
        if (fs::exists(folder / "precis.yaml", failed)) return folder;
    return root;
}

/// A path of the arguments, made absolute; or why it is refused.
std::variant<fs::path, Finding> path_below(const std::string& named, const fs::path& root) {
    const auto full = (root / named).lexically_normal();
    const auto outside = full.lexically_relative(root);
    if (named.find('\0') != std::string::npos || outside.empty() || *outside.begin() == ".." ||
        !spec::is_inside(full, root))
        return Finding{"file_outside_root", fmt::format("“{}” lies outside the server's root", diag::shown_name(named)),
                       "name a file below the root, with a path relative to it"};
    return full;
}

/// The arguments of the command line that say the same.
Arguments arguments_of(const Call& call) {
    const auto& values = call.values;
    Arguments args;
    args.outputs = values.all("outputs");
    if (const auto one = values.text("output"); !one.empty()) args.outputs = {one};
    args.audiences = values.all("audiences");
    if (const auto one = values.text("audience"); !one.empty()) args.audiences = {one};
    args.languages_wanted = values.all("languages");
    if (const auto one = values.text("language"); !one.empty()) args.languages_wanted = {one};
    args.formats = values.all("formats");
    args.names = values.all("names");
    args.sql = values.text("sql");
    args.date = values.text("date");
    if (const auto at = values.settings.find("set"); at != values.settings.end()) args.set = at->second;
    args.strict = values.flag("strict");
    args.labels = values.flag("labels");
    args.unused = values.flag("unused");
    args.force = values.flag("force");
    args.print_format = "json";
    args.message_format = diag::Format::json;
    return args;
}

// ---- the work of the tools that are no commands -------------------------------------------------------------------

int render(const Arguments& args, const Values& values) {
    diag::Diagnostics diagnostics;
    const auto setting = setting_of(args);
    Findings findings;
    auto prepared = open_named_briefing(args, setting, findings);
    const bool sound = prepared && !diag::has_errors(findings.all());
    if (sound && prepared->targets.empty()) {
        fmt::print(stderr, "no target of the briefing has this output, audience and language\n");
        return 2;
    }
    const auto number = [&](const char* name, double otherwise) {
        const auto at = values.numbers.find(name);
        return at == values.numbers.end() ? otherwise : at->second;
    };
    std::optional<build::PagePicture> picture;
    const auto dpi = number("dpi", kScreenDpi);
    const auto exhibit = values.text("exhibit");
    if (sound && !exhibit.empty()) {
        auto png = build::render_exhibit(*prepared, {exhibit, build::ExhibitFormat::png, dpi}, setting);
        if (auto bytes = std::move(png).take(diagnostics)) {
            picture.emplace();
            picture->png = std::move(*bytes);
        }
    } else if (sound) {
        picture = build::render_page(*prepared, {static_cast<std::size_t>(number("page", 1)), dpi}, setting)
                      .take(diagnostics);
    }
    findings.add(std::move(diagnostics));
    std::fputs(diag::print(findings.all(), diag::Format::json, diag::Ink::plain, {fs::current_path()}).c_str(), stderr);
    if (!picture || diag::has_errors(findings.all())) return std::max(exit_code(findings.all()), 1);
    json::Writer out(json::Writer::Form::compact);
    out.begin_object();
    if (exhibit.empty()) {
        out.key("page").integer(static_cast<std::int64_t>(number("page", 1))).member("label", picture->label);
        out.key("pages").integer(static_cast<std::int64_t>(picture->pages)).member("output", picture->output);
        if (!picture->audience.empty()) out.member("audience", picture->audience);
        if (!picture->language.empty()) out.member("language", picture->language);
    } else {
        out.member("exhibit", exhibit);
    }
    out.member("png", html::base64(picture->png)).end_object();
    std::fputs(out.take().c_str(), stdout);
    return 0;
}

void write_channels(json::Writer& out, const vocabulary::FormRow& row, vocabulary::Form form, bool required) {
    out.begin_array();
    for (const auto channel : vocabulary::channels_of(form))
        if (row.required.has(channel) == required) out.string(vocabulary::name_of(channel));
    out.end_array();
}

/// A schema's `$defs`, so that what stands alone keeps what it refers to.
void write_alone(json::Writer& out, const json::Node& schema, const json::Node& part) {
    out.begin_object();
    if (const auto* draft = schema.find("$schema")) copy(out.key("$schema"), *draft);
    for (const auto& member : part.members) copy(out.key(member.key.text), member.value);
    if (const auto* definitions = schema.find("$defs")) copy(out.key("$defs"), *definitions);
    out.end_object();
}

int schema(const Values& values) {
    const auto kind = values.text("kind"), part = values.text("part");
    const auto text = build::schema_of(kind).value_or("{}");
    diag::Diagnostics ignored;
    const auto node = json::parse(std::make_shared<diag::SourceText>("schema", text)).take(ignored);
    if (!node) return 4;
    json::Writer out(json::Writer::Form::compact);
    const auto give = [&](const json::Node& found) {
        out.begin_object().key("schema");
        write_alone(out, *node, found);
        out.end_object();
        std::fputs(out.take().c_str(), stdout);
        return 0;
    };
    std::vector<std::string> names;
    const auto* definitions = node->find("$defs");
    const auto* properties = node->find("properties");
    for (const auto* group : {definitions, properties}) {
        for (const auto& member : group != nullptr ? group->members : std::vector<json::Member>())
            names.push_back(member.key.text);
    }
    if (part.empty()) {
        out.begin_object();
        copy(out.key("schema"), *node).end_object();
        std::fputs(out.take().c_str(), stdout);
        return 0;
    }
    for (const auto* group : {definitions, properties})
        if (const auto* found = group != nullptr ? group->find(part) : nullptr) return give(*found);
    const auto forms = vocabulary::forms_with([](const auto&) { return true; });
    const auto* chart = definitions != nullptr ? definitions->find("chart") : nullptr;
    if (const auto form = vocabulary::named<vocabulary::Form>(part); form && chart != nullptr && kind == "briefing") {
        const auto& row = vocabulary::row_of(*form);
        out.begin_object().key("form").begin_object().member("name", row.name).member("sentence", row.sentence);
        write_channels(out.key("required-channels"), row, *form, true);
        write_channels(out.key("channels"), row, *form, false);
        out.end_object().key("schema");
        write_alone(out, *node, *chart);
        out.end_object();
        std::fputs(out.take().c_str(), stdout);
        return 0;
    }
    if (chart != nullptr) names.insert(names.end(), forms.begin(), forms.end());
    const auto near = base::nearest(part, names);
    fmt::print(stderr, "the schema of a {} has no part, key or chart form “{}”; {}\n", kind, diag::shown_name(part),
               near ? base::did_you_mean(*near) : "ask without `part` for all");
    return 2;
}

int run_work(const Arguments& args, const Call& call) {
    switch (call.tool->id) {
        case ToolName::check:
        case ToolName::build:
            return run_build(args);
        case ToolName::explain:
            return run_explain(args);
        case ToolName::data:
            return run_data(args);
        case ToolName::schema:
            return schema(call.values);
        case ToolName::render:
            return render(args, call.values);
    }
    return 4;
}

// ---- results ------------------------------------------------------------------------------------------------------

/// A finding or an answer, as the child printed it.
struct Gathered {
    std::vector<json::Node> findings;
    std::string others;  // the lines that are no findings
};

Gathered gathered(const std::string& text) {
    Gathered all;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        begin = end + 1;
        diag::Diagnostics ignored;
        auto node = line.starts_with("{\"code\":")
                        ? json::parse(std::make_shared<diag::SourceText>("findings", line)).take(ignored)
                        : std::nullopt;
        if (node)
            all.findings.push_back(std::move(*node));
        else
            all.others += line + "\n";
    }
    return all;
}

std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    constexpr std::string_view kSaidBy = "precis: ";
    return text.starts_with(kSaidBy) ? text.substr(kSaidBy.size()) : text;
}

void write_finding(json::Writer& out, const Finding& finding) {
    out.begin_object().member("code", finding.code).member("severity", "error").member("message", finding.message);
    if (!finding.remedy.empty()) out.member("remedy", finding.remedy);
    out.key("file").null().end_object();
}

/// The result around a structured answer; `png` in base64, empty: none.
std::string result(const std::string& structured, const std::string& png, bool failed, Version version) {
    json::Writer out(json::Writer::Form::compact);
    out.begin_object().key("content").begin_array();
    if (!png.empty())
        out.begin_object().member("type", "image").member("data", png).member("mimeType", "image/png").end_object();
    out.begin_object().member("type", "text").member("text", structured).end_object().end_array();
    out.key("isError").boolean(failed);
    if (version >= Version::v2025_06_18) {
        diag::Diagnostics ignored;
        if (const auto node = json::parse(std::make_shared<diag::SourceText>("result", structured)).take(ignored))
            copy(out.key("structuredContent"), *node);
    }
    out.end_object();
    return out.take();
}

const char* what_of(const Printed& printed) {
    return printed.too_much           ? "the answer is larger than 64 MB"
           : printed.exit_code == 137 ? "the work was ended by the system, which may lack memory"
                                      : "the work ended without an answer";
}

}  // namespace

fs::path project_outside(const fs::path& folder, const fs::path& root) {
    std::error_code failed;
    if (const auto inside = project_of(folder, root); fs::exists(inside / "precis.yaml", failed)) return {};
    for (auto at = root; at.has_relative_path();) {
        at = at.parent_path();
        if (fs::exists(at / "precis.yaml", failed)) return at / "precis.yaml";
    }
    return {};
}

std::variant<std::function<int()>, Finding> work_of(const Call& call, const fs::path& root) {
    auto args = arguments_of(call);
    args.command = call.tool->id == ToolName::build   ? Command::build
                   : call.tool->id == ToolName::check ? Command::check
                                                      : Command::chart;
    const bool dated = args.date.empty() || base::parse_moment(args.date) || locale::parse_period(args.date);
    if (!dated)
        return Finding{"usage", fmt::format("“{}” is no date", diag::shown_name(args.date)),
                       "write 2026-08-31, or with an hour 2026-08-31T14:00+02:00"};
    if (call.tool->id == ToolName::render) args.formats = {"png"};  // so that it has pages
    auto named = call.values.all("briefings");
    if (const auto one = call.values.text("briefing"); !one.empty()) named = {one};
    fs::path project = root;
    for (const auto& path : named) {
        auto full = path_below(path, root);
        if (auto* refused = std::get_if<Finding>(&full)) return std::move(*refused);
        // Printed paths are relative to the root, so that is the current folder, and a briefing is named from there.
        args.briefings.push_back(std::get<fs::path>(full).lexically_relative(root));
        const auto of_this = project_of(std::get<fs::path>(full).parent_path(), root);
        if (args.briefings.size() > 1 && of_this != project)
            return Finding{"usage", "the briefings belong to several projects", "ask for those of each project alone"};
        project = of_this;
    }
    if (const auto outside = project_outside(project, root); !outside.empty())
        return Finding{"file_outside_root", "the project's precis.yaml lies above the server's root",
                       "start the server with the project's folder as its --root"};
    args.root = project;
    return std::function<int()>([args, call, root] {
        fs::current_path(root);
        keep_budget();
        use_large_pages();
        return run_work(args, call);
    });
}

std::string result_of(const Call& call, const Printed& printed, Version version) {
    auto out_lines = gathered(printed.out);
    const auto err_lines = gathered(printed.err);
    const bool answers = call.tool->id != ToolName::check && call.tool->id != ToolName::build;
    const bool usage = printed.exit_code == 2;
    const bool broken = printed.too_much || printed.exit_code < 0 || printed.exit_code >= 4;
    const auto findings = out_lines.findings.size() + err_lines.findings.size();
    const auto is_error = [](const json::Node& finding) {
        const auto* severity = finding.find("severity");
        return severity != nullptr && severity->text.text == "error";
    };
    const bool errors = std::any_of(out_lines.findings.begin(), out_lines.findings.end(), is_error) ||
                        std::any_of(err_lines.findings.begin(), err_lines.findings.end(), is_error);
    json::Writer out(json::Writer::Form::compact);
    out.begin_object().key("ok").boolean(printed.exit_code == 0 && !errors).key("findings").begin_array();
    for (const auto& lines : {std::cref(out_lines), std::cref(err_lines)})
        for (const auto& finding : lines.get().findings) copy(out, finding);
    const auto said = trimmed(err_lines.others);
    if (usage)
        write_finding(out, {"usage", said, {}});
    else if (broken && findings == 0)
        write_finding(out, {"internal_error", said.empty() ? what_of(printed) : said, {}});
    out.end_array();
    std::string png;
    diag::Diagnostics ignored;
    const auto answer = answers && !out_lines.others.empty()
                            ? json::parse(std::make_shared<diag::SourceText>("answer", out_lines.others)).take(ignored)
                            : std::nullopt;
    if (answer && answer->kind == json::Node::Kind::array) {
        copy(out.key("rows"), *answer);
    } else if (answer) {
        for (const auto& member : answer->members) {
            if (member.key.text == "png")
                png = member.value.text.text;
            else
                copy(out.key(member.key.text), member.value);
        }
    } else if (!answers) {
        if (call.tool->id == ToolName::build) {
            out.key("written").begin_array();
            std::size_t begin = 0;
            for (auto end = out_lines.others.find('\n'); end != std::string::npos;
                 end = out_lines.others.find('\n', begin)) {
                if (end > begin) out.string(out_lines.others.substr(begin, end - begin));
                begin = end + 1;
            }
            out.end_array();
        }
    }
    out.end_object();
    // What a check finds is its answer; of the other tools, errors say that there is none.
    const bool failed = usage || broken || (call.tool->id != ToolName::check && printed.exit_code != 0);
    return result(out.take(), png, failed, version);
}

std::string refusal(const Finding& finding, Version version) {
    json::Writer out(json::Writer::Form::compact);
    out.begin_object().key("ok").boolean(false).key("findings").begin_array();
    write_finding(out, finding);
    out.end_array().end_object();
    return result(out.take(), {}, true, version);
}

}  // namespace precis::cli::mcp
