#include "checks.h"

#include <algorithm>
#include <regex>
#include <sstream>

#include "pages.h"

namespace precis::arch {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> sources_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto ending = entry.path().extension();
        if (ending == ".cpp" || ending == ".h") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::size_t lines_of(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool matches(const std::string& header, const std::string& pattern) {
    if (pattern.back() == '*') return header.rfind(pattern.substr(0, pattern.size() - 1), 0) == 0;
    if (pattern.back() == '/') return header.rfind(pattern, 0) == 0;
    return header == pattern;
}

bool matches_any(const std::string& header, const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& p) { return matches(header, p); });
}

/// A header of C++ itself has neither folder nor ending.
bool of_the_language(const std::string& header) {
    return header.find_first_of("/.") == std::string::npos;
}

/// A POSIX header: known by its name, since the table does not list them one by one.
bool of_the_system(const std::string& header) {
    static const std::vector<std::string> kPosix{"sys/",    "fcntl.h",  "unistd.h", "poll.h",  "malloc.h",
                                                 "sched.h", "signal.h", "spawn.h",  "dlfcn.h", "glob.h"};
    return matches_any(header, kPosix);
}

struct Context {
    const RoomMap& map;
    const Room& room;
    std::string place;  // "src/chart/ticks.cpp:12"
};

void check_library(const std::string& header, const Context& at, Violations& out) {
    if (of_the_language(header) || matches(header, "fmt/") || matches_any(header, at.room.headers)) return;
    if (of_the_system(header)) {
        if (at.map.system_rooms.count(at.room.name) == 0) {
            out.push_back(at.place + ": <" + header + "> belongs to the operating system, which " + at.room.name +
                          " must not use");
        }
        return;
    }
    std::string owners;
    for (const auto& other : at.map.rooms) {
        if (matches_any(header, other.headers)) owners += (owners.empty() ? "" : ", ") + other.name;
    }
    out.push_back(at.place + ": <" + header + "> " +
                  (owners.empty() ? "is a library that no room owns" : "belongs to " + owners + " alone"));
}

void check_arrow(const std::string& header, const Context& at, Violations& out) {
    const auto slash = header.find('/');
    if (slash == std::string::npos) {
        out.push_back(at.place + ": \"" + header + "\" names no room");
        return;
    }
    const auto target = header.substr(0, slash);
    if (target == at.room.name) return;
    const auto* other = at.map.find(target);
    if (other == nullptr) {
        out.push_back(at.place + ": there is no room " + target);
    } else if (other->rank >= at.room.rank) {
        out.push_back(at.place + ": " + at.room.name + " -> " + target + " does not go down in rank");
    } else if (target != "base" && target != "diag" && at.room.may_include.count(target) == 0) {
        out.push_back(at.place + ": the table has no arrow " + at.room.name + " -> " + target);
    }
}

/// The sub-room of a path or header inside a room ("chart/axes/rows.h" -> "axes"); empty: it is beside the sub-rooms.
std::string sub_room_of(const std::string& path) {
    const auto first = path.find('/');
    const auto second = first == std::string::npos ? first : path.find('/', first + 1);
    return second == std::string::npos ? std::string() : path.substr(first + 1, second - first - 1);
}

/// Whether a header includes one of a sub-room of its own room.
bool uses_sub_rooms(const fs::path& header, const std::string& room, const RoomMap& map) {
    for (const auto& sub : map.sub_rooms) {
        if (sub.room != room) continue;
        if (read_text(header).find("#include \"" + room + "/" + sub.name + "/") != std::string::npos) return true;
    }
    return false;
}

void check_sub_room_arrow(const std::string& file, const std::string& header, const fs::path& src, const Context& at,
                          Violations& out) {
    const auto from = sub_room_of(file), to = sub_room_of(header);
    if (from.empty() || from == to) return;
    const auto* sub = at.map.find(at.room.name, from);
    if (sub == nullptr) return;  // said of the file
    const auto arrow = at.place + ": " + at.room.name + "/" + from + " -> ";
    if (to.empty()) {
        if (uses_sub_rooms(src / header, at.room.name, at.map))
            out.push_back(arrow + header + " goes up: that header includes sub-rooms");
        return;
    }
    const auto* target = at.map.find(at.room.name, to);
    if (target == nullptr) {
        out.push_back(at.place + ": there is no sub-room " + at.room.name + "/" + to);
    } else if (target->rank >= sub->rank) {
        out.push_back(arrow + at.room.name + "/" + to + " does not go down in rank");
    } else if (sub->may_include.count(to) == 0) {
        out.push_back(at.place + ": the table has no arrow " + at.room.name + "/" + from + " -> " + at.room.name + "/" +
                      to);
    }
}

void check_door(const std::string& header, const Context& at, Violations& out) {
    if (at.map.doors.empty() || header.substr(0, header.find('/')) == at.room.name) return;
    if (at.map.doors.count(header) == 0) {
        out.push_back(at.place + ": \"" + header + "\" is private to " + header.substr(0, header.find('/')));
    }
}

/// Files that may name pages, relative to the root: text below the folders that are kept in the repository.
struct Repository {
    fs::path root;
    std::vector<fs::path> files;                        // sorted
    std::map<fs::path, std::set<std::string>> anchors;  // of each page

    explicit Repository(const fs::path& at) : root(at) {
        for (auto it = fs::recursive_directory_iterator(root), end = fs::end(it); it != end; ++it) {
            const auto name = it->path().filename().string();
            const bool made = it.depth() == 0 && (name == "out" || name.rfind("build", 0) == 0);
            if (it->is_directory() && (made || name[0] == '.')) it.disable_recursion_pending();
            if (!it->is_regular_file() || !holds_words(it->path().extension())) continue;
            const auto file = it->path().lexically_relative(root);
            files.push_back(file);
            if (file.extension() == ".md") anchors[file] = anchors_of(read_text(it->path()));
        }
        std::sort(files.begin(), files.end());
    }

    static bool holds_words(const fs::path& ending) {
        return ending == ".md" || ending == ".cpp" || ending == ".h" || ending == ".txt" || ending == ".yaml" ||
               ending == ".cmake";
    }
    /// Whether the words of a file that is no page are looked at.
    bool cites(const fs::path& file) const {
        const auto top = file.begin()->string();
        return top == "src" || top == "tests" || top == "layouts";
    }
    std::optional<fs::path> find(const std::string& written, const fs::path& folder) const {
        const fs::path path = written.substr(std::min(written.find_first_not_of('/'), written.size()));
        for (const auto& from : {fs::path(), fs::path("src"), folder}) {
            const auto full = (from / path).lexically_normal();
            if (anchors.count(full) != 0) return full;
        }
        if (path.has_parent_path()) return std::nullopt;
        const auto same = std::find_if(anchors.begin(), anchors.end(),
                                       [&](const auto& page) { return page.first.filename() == path; });
        return same == anchors.end() ? std::nullopt : std::optional(same->first);
    }
};

std::string place(const fs::path& file, const Mention& mention) {
    return file.generic_string() + ":" + std::to_string(mention.line) + ": ";
}

struct Citing {
    const Repository& repository;
    const fs::path& file;
};

void check_mention(const Mention& mention, const fs::path& target, const Citing& at, Violations& out) {
    if (!fs::exists(at.repository.root / target)) {
        out.push_back(place(at.file, mention) + mention.path + " is not in the repository");
        return;
    }
    const auto page = at.repository.anchors.find(target);
    if (mention.anchor.empty() || (page != at.repository.anchors.end() && page->second.count(mention.anchor) != 0))
        return;
    out.push_back(place(at.file, mention) + target.generic_string() + " has no heading #" + mention.anchor);
}

void check_table(const RoomMap& map, Violations& out) {
    for (const auto& room : map.rooms) {
        for (const auto& target : room.may_include) {
            const auto* other = map.find(target);
            if (other == nullptr) {
                out.push_back("table: " + room.name + " names " + target + ", which is no room");
            } else if (other->rank >= room.rank) {
                out.push_back("table: " + room.name + " -> " + target + " does not go down in rank");
            }
        }
    }
    for (const auto& sub : map.sub_rooms) {
        const auto name = sub.room + "/" + sub.name;
        if (map.find(sub.room) == nullptr) out.push_back("table: " + name + " stands in no room");
        for (const auto& target : sub.may_include) {
            const auto* other = map.find(sub.room, target);
            if (other == nullptr) {
                out.push_back("table: " + name + " names " + target + ", which is no sub-room of " + sub.room);
            } else if (other->rank >= sub.rank) {
                out.push_back("table: " + name + " -> " + target + " does not go down in rank");
            }
        }
    }
}

}  // namespace

Violations check_includes(const RoomMap& map, const fs::path& src) {
    static const std::regex kInclude(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    Violations out;
    check_table(map, out);
    for (const auto& file : sources_below(src)) {
        const auto relative = file.lexically_relative(src);
        const auto* room = map.find(relative.begin()->string());
        if (room == nullptr) {
            out.push_back(relative.string() + ": its folder is no room of the table");
            continue;
        }
        const auto name = relative.generic_string();
        const auto sub = sub_room_of(name);
        const bool has_subs = std::any_of(map.sub_rooms.begin(), map.sub_rooms.end(),
                                          [&](const SubRoom& one) { return one.room == room->name; });
        if (has_subs && !sub.empty() && map.find(room->name, sub) == nullptr) {
            out.push_back(name + ": its folder is no sub-room of the table");
        }
        std::istringstream in(read_text(file));
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            std::smatch found;
            if (!std::regex_search(line, found, kInclude)) continue;
            const Context at{map, *room, relative.string() + ":" + std::to_string(number)};
            if (found[1] == "<") {
                check_library(found[2], at, out);
            } else {
                check_arrow(found[2], at, out);
                check_door(found[2], at, out);
                if (has_subs && found[2].str().rfind(room->name + "/", 0) == 0)
                    check_sub_room_arrow(name, found[2], src, at, out);
            }
        }
    }
    return out;
}

Violations check_files(const RoomMap& map, const fs::path& src) {
    static const std::regex kSaysNothing("(util|utils|common|misc|helper|helpers|core)", std::regex::icase);
    Violations out;
    for (const auto& file : sources_below(src)) {
        const auto name = file.lexically_relative(src).generic_string();
        const bool header = file.extension() == ".h";
        const std::size_t limit = !header ? 600 : map.long_doors.count(name) != 0 ? 330 : 200;
        const auto lines = lines_of(read_text(file));
        if (lines > limit) {
            out.push_back(name + ": " + std::to_string(lines) + " lines, at most " + std::to_string(limit));
        }
        if (std::regex_match(file.stem().string(), kSaysNothing)) out.push_back(name + ": a name that says nothing");
    }
    return out;
}

Violations check_code_declarations(const std::set<std::string>& codes, const fs::path& src) {
    static const std::regex kDeclared(R"re(\bCode ([a-z0-9_]+)\{"([a-z0-9_]+)"\})re");
    Violations out;
    std::map<std::string, std::string> home;
    for (const auto& file : sources_below(src)) {
        if (file.filename() != "codes.h") continue;
        const auto place = file.lexically_relative(src).generic_string();
        const auto text = read_text(file);
        for (std::sregex_iterator it(text.begin(), text.end(), kDeclared), end; it != end; ++it) {
            const std::string name = (*it)[1], word = (*it)[2];
            if (name != word) out.push_back(place + ": " + name + " has the word " + word);
            if (codes.count(word) == 0) out.push_back(place + ": " + word + " has no row in diag/code_table.cpp");
            if (const auto [at, is_new] = home.emplace(word, place); !is_new)
                out.push_back(place + ": " + word + " is declared in " + at->second + ", too");
        }
    }
    for (const auto& code : codes) {
        if (home.count(code) == 0) out.push_back("diag/code_table.cpp: " + code + " is declared in no codes.h");
    }
    return out;
}

Violations check_codes(const std::set<std::string>& codes, const fs::path& corpus,
                       const std::map<std::string, std::string>& elsewhere, const fs::path& root) {
    static const std::regex kCode(R"(\[([a-z0-9_]+)\]$)");
    std::set<std::string> provoked;
    for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
        if (entry.path().filename() != "expected.txt") continue;
        std::istringstream in(read_text(entry.path()));
        for (std::string line; std::getline(in, line);) {
            std::smatch found;
            if (std::regex_search(line, found, kCode)) provoked.insert(found[1]);
        }
    }
    Violations out;
    for (const auto& code : codes) {
        if (provoked.count(code) == 0 && elsewhere.count(code) == 0) {
            out.push_back(code + ": no sample in the corpus provokes it");
        }
    }
    for (const auto& [code, test] : elsewhere) {
        if (codes.count(code) == 0) out.push_back(code + ": listed as provoked elsewhere, but there is no such code");
        if (provoked.count(code) != 0) out.push_back(code + ": has a sample; take it off the list");
        if (!std::regex_search(read_text(root / test), std::regex("\\b" + code + "\\b"))) {
            out.push_back(code + ": " + test + " does not name it");
        }
    }
    return out;
}

Violations check_dev_commands(const std::string& text, const std::string& dev_help) {
    static const std::regex kCommand(R"(\./dev +([a-z][a-z-]*))");
    Violations out;
    for (std::sregex_iterator it(text.begin(), text.end(), kCommand), end; it != end; ++it) {
        const auto word = (*it)[1].str();
        if (!std::regex_search(dev_help, std::regex("(^|\n)  " + word + " "))) {
            out.push_back("./dev " + word + ": there is no such command");
        }
    }
    return out;
}

Violations check_links(const std::string& text, const fs::path& root) {
    static const std::regex kLink(R"(\]\(([^)#:]+)(#[^)]*)?\))");
    Violations out;
    for (std::sregex_iterator it(text.begin(), text.end(), kLink), end; it != end; ++it) {
        if (!fs::exists(root / (*it)[1].str())) out.push_back((*it)[1].str() + ": linked, but not there");
    }
    return out;
}

Violations check_paths(const std::string& text, const fs::path& root) {
    static const std::regex kPath(R"(`([A-Za-z0-9_.-]+/[^`\s]*)`)");
    static const std::regex kAnyName(R"(.*(\*|NAME).*)");
    Violations out;
    for (std::sregex_iterator it(text.begin(), text.end(), kPath), end; it != end; ++it) {
        const fs::path named((*it)[1].str());
        if (!fs::exists(root / *named.begin())) continue;
        fs::path path;
        for (const auto& part : named) {
            if (std::regex_match(part.string(), kAnyName)) break;
            path /= part;
        }
        if (!fs::exists(root / path)) out.push_back(named.string() + ": named, but not there");
    }
    return out;
}

Violations check_manual(const std::string& code, const std::string& pattern, const std::string& page) {
    const std::regex words(pattern);
    Violations out;
    for (std::sregex_iterator it(code.begin(), code.end(), words), end; it != end; ++it) {
        const auto word = (*it)[1].str();
        if (page.find("`" + word + "`") == std::string::npos && page.find("`." + word + "`") == std::string::npos)
            out.push_back(word + ": in the program, but not in the manual");
    }
    return out;
}

Violations check_citations(const fs::path& root) {
    const Repository repository(root);
    Violations out;
    for (const auto& file : repository.files) {
        const auto text = read_text(root / file);
        const auto ending = file.extension();
        const bool page = ending == ".md";
        if (page) {
            for (const auto& link : links_in(text)) {
                const auto target = link.path.empty() ? file : file.parent_path() / link.path;
                check_mention(link, target.lexically_normal(), {repository, file}, out);
            }
        } else if (!repository.cites(file)) {
            continue;
        }
        const bool code = ending == ".cpp" || ending == ".h";
        for (const auto& word : pages_named_in(code ? words_of_code(text) : text)) {
            const auto target = repository.find(word.path, file.parent_path());
            if (target) {
                check_mention(word, *target, {repository, file}, out);
            } else {
                out.push_back(place(file, word) + word.path + " is not in the repository");
            }
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace precis::arch
