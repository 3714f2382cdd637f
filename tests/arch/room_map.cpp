#include "room_map.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace precis::arch {
namespace {

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string> cells(const std::string& row) {
    std::vector<std::string> out;
    std::istringstream in(row.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) out.push_back(trimmed(cell));
    return out;
}

std::vector<std::string> in_backticks(const std::string& text) {
    static const std::regex kCode("`([^`]+)`");
    std::vector<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), kCode), end; it != end; ++it) out.push_back((*it)[1]);
    return out;
}

std::set<std::string> split_commas(const std::string& text) {
    std::set<std::string> out;
    std::istringstream in(text);
    for (std::string word; std::getline(in, word, ',');) {
        if (!trimmed(word).empty()) out.insert(trimmed(word));
    }
    return out;
}

}  // namespace

const Room* RoomMap::find(const std::string& name) const {
    const auto at = std::find_if(rooms.begin(), rooms.end(), [&](const Room& room) { return room.name == name; });
    return at == rooms.end() ? nullptr : &*at;
}

const SubRoom* RoomMap::find(const std::string& room, const std::string& name) const {
    const auto at = std::find_if(sub_rooms.begin(), sub_rooms.end(),
                                 [&](const SubRoom& sub) { return sub.room == room && sub.name == name; });
    return at == sub_rooms.end() ? nullptr : &*at;
}

RoomMap read_room_map(const std::string& readme) {
    static const std::regex kRow(R"(^\| *\d+ *\|.*)");
    static const std::regex kDoors(R"(^\| *`[a-z]+` *\| *`[a-z]+/)");
    RoomMap map;
    std::istringstream in(readme);
    bool doors_follow = false;
    for (std::string line; std::getline(in, line);) {
        if (std::regex_match(line, kRow)) {
            const auto cell = cells(line);
            const auto name = in_backticks(cell.size() > 1 ? cell[1] : "");
            if (cell.size() < 4 || name.empty()) continue;
            if (const auto slash = name[0].find('/'); slash != std::string::npos) {
                map.sub_rooms.push_back(
                    {std::stoi(cell[0]), name[0].substr(0, slash), name[0].substr(slash + 1), split_commas(cell[3])});
            } else {
                map.rooms.push_back(
                    {std::stoi(cell[0]), name[0], split_commas(cell[3]), in_backticks(cell.size() > 4 ? cell[4] : "")});
            }
        }
        if (std::regex_search(line, kDoors)) {
            for (const auto& header : in_backticks(line))
                if (header.find('/') != std::string::npos) map.doors.insert(header);
        }
        if (line.find("headers of data types alone") != std::string::npos) doors_follow = true;
        if (doors_follow) {
            for (const auto& door : in_backticks(line)) map.long_doors.insert(door);
            if (line.empty()) doors_follow = false;
        }
        if (line.rfind("Operating-system headers", 0) == 0) {
            for (const auto& name : in_backticks(line.substr(line.find(':')))) map.system_rooms.insert(name);
        }
    }
    return map;
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace precis::arch
