// data/odbc/secrets.h: texts of drivers without what a connection string holds.
// Stage: within ODBC: a driver's message -> SECRETS -> a diagnostic. Private to the sub-room and its tests. Pure.
// A connection string is KEY=value;KEY={value with ; in it}; ODBC drivers repeat users, hosts and sometimes all of it.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace precis::data::odbc {

/// Keys in lower case and values without braces, in order. A part without = is a value without a key.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parts_of(std::string_view connection);

/// Whether the connection string sets the key, in any case.
[[nodiscard]] bool sets(std::string_view connection, std::string_view key);

/// `text` on one line, with “…” for the connection string and for each of its values, in any case: secrets of any
/// length, other values from three bytes. The driver's name stays, as it is no secret and often the fault.
[[nodiscard]] std::string without_secrets(std::string text, std::string_view connection);

}  // namespace precis::data::odbc
