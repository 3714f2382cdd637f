// The table of rooms as src/README.md states it: which room may include which, and who owns which library.
#pragma once
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace precis::arch {

struct Room {
    int rank = 0;
    std::string name;
    std::set<std::string> may_include;  // beside base and diag
    std::vector<std::string> headers;   // of libraries; ending in `/` or `*`: a beginning
};

/// A folder inside a room.
struct SubRoom {
    int rank = 0;
    std::string room, name;             // `chart`, `axes`
    std::set<std::string> may_include;  // sub-rooms of the same room
};

struct RoomMap {
    std::vector<Room> rooms;
    std::vector<SubRoom> sub_rooms;
    std::set<std::string> doors;         // headers that other rooms may include; empty: the table does not say
    std::set<std::string> long_doors;    // headers of data types, which may be longer
    std::set<std::string> system_rooms;  // rooms that may use the operating system's headers
    const Room* find(const std::string& name) const;
    const SubRoom* find(const std::string& room, const std::string& name) const;
};

/// Reads the Markdown table and the lines below it.
RoomMap read_room_map(const std::string& readme);

std::string read_text(const std::filesystem::path& file);

}  // namespace precis::arch
