// A file that is read right, or refused by one message whose remedy is followed to the letter: what stands between “
// and ” goes into the model as it is.
#pragma once
#include "catch.h"
#include "data/cells/cell_type.h"
#include "model_in_memory.h"

namespace precis::data::testing {

using Lines = std::vector<std::string>;

struct FileCase {
    std::string name;
    std::string bytes;
    std::string keys;  // of the table, beside file and source
    /// What the table holds: a line for the names and types of its columns, one for each row; cells between "|". After
    /// a remedy, if there must be one.
    Lines expected;
    std::string message;    // a part of the one message; empty: there is none
    std::size_t which = 0;  // of the things that the message offers to write
    std::string file = "t.csv";
    /// What the author writes where the message has no line for the model: the file as it is then.
    std::string corrected{};
};

struct Outcome {
    diag::Diagnostics diagnostics;
    Lines table;
};

inline Outcome outcome_of(const Folder& folder, const std::string& file, const std::string& bytes,
                          const std::string& keys) {
    folder.write(file, bytes);
    const auto path =
        folder.write("model.yaml", "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t: {file: " + file +
                                       ", source: counted" + (keys.empty() ? "" : ", ") + keys + "}\n");
    Outcome out;
    auto model = load(path, folder.path()).take(out.diagnostics);
    if (!model || diag::has_errors(out.diagnostics)) return out;
    auto opened = Database::open(*model, folder.path()).take(out.diagnostics);
    diag::append(out.diagnostics, opened->check_all());
    const auto result = opened->query(text("SELECT * FROM t"), {});
    if (!result.has_value()) return out;
    auto& head = out.table.emplace_back();
    for (const auto& column : result.value().columns) {
        head += (head.empty() ? "" : "|") + column.name + ":" + type_words()[static_cast<std::size_t>(*column.type)];
    }
    for (const auto& row : result.value().rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : "|") + as_text(row[i]);
        out.table.push_back(line);
    }
    return out;
}

/// The database of a model with one table, `t`, whose columns are guessed.
inline Database database_of(const Folder& folder, const std::string& file, const std::string& bytes,
                            std::int64_t in_memory = Database::kRowsInMemory) {
    folder.write(file, bytes);
    const auto path = folder.write("model.yaml",
                                   "model: 1\nsources: {counted: {title: Counted}}\n"
                                   "tables: {t: {file: " +
                                       file + ", source: counted}}\n");
    const auto model = load(path, folder.path());
    REQUIRE(model.ok());
    diag::Diagnostics faults;
    auto opened = Database::open(model.value(), folder.path(), in_memory).take(faults);
    REQUIRE(faults.empty());
    return std::move(*opened);
}

/// The pieces of YAML that a remedy offers, in order, and whether each belongs under `columns:`.
inline std::vector<std::pair<std::string, bool>> offered(const std::string& remedy) {
    std::vector<std::pair<std::string, bool>> pieces;
    const std::string open = "“", close = "”";
    for (auto at = remedy.find(open); at != std::string::npos; at = remedy.find(open, at)) {
        at += open.size();
        const auto end = remedy.find(close, at);
        const auto piece = remedy.substr(at, end - at);
        at = end + close.size();
        if (piece.find(": ") == std::string::npos) continue;
        pieces.emplace_back(piece, piece.front() == '"' || remedy.compare(at, 8, " in its ") == 0);
    }
    return pieces;
}

inline std::string with(std::string keys, const std::pair<std::string, bool>& piece) {
    if (!piece.second) {
        // A key that the table has already is written anew.
        const auto name = piece.first.substr(0, piece.first.find(": ") + 2);
        if (const auto at = keys.find(name); at != std::string::npos) {
            const auto end = keys.find_first_of(keys[at + name.size()] == '[' ? "]" : ",", at);
            keys.erase(at, end == std::string::npos ? std::string::npos : end - at + 1);
        }
        return keys + (keys.empty() ? "" : ", ") + piece.first;
    }
    const auto at = keys.find("columns: {");
    REQUIRE(at != std::string::npos);
    // A column that is declared already is declared anew.
    const auto name = piece.first.substr(0, piece.first.find(": ") + 2);
    for (const auto* before : {"{", ", "}) {
        const auto known = keys.find(before + name, at);
        if (known == std::string::npos) continue;
        const auto begin = known + std::string_view(before).size();
        const bool nested = keys[begin + name.size()] == '{';
        const auto end = nested ? keys.find('}', begin) + 1 : keys.find_first_of(",}", begin);
        return keys.replace(begin, end - begin, piece.first);
    }
    return keys.insert(at + 10, piece.first + ", ");
}

inline void check(const FileCase& of) {
    CAPTURE(of.name, of.keys);
    const Folder folder;
    auto out = outcome_of(folder, of.file, of.bytes, of.keys);
    for (const auto& d : out.diagnostics) UNSCOPED_INFO(d.message + " | " + d.remedy);
    if (of.message.empty()) {
        CHECK(out.diagnostics.empty());
        CHECK(out.table == of.expected);
        return;
    }
    REQUIRE(out.diagnostics.size() == 1);
    CHECK_THAT(out.diagnostics[0].message, ContainsSubstring(of.message));
    const auto pieces = offered(out.diagnostics[0].remedy);
    auto keys = of.keys;
    if (of.corrected.empty()) {
        REQUIRE(pieces.size() > of.which);
        keys = with(keys, pieces[of.which]);
    }
    const auto after = outcome_of(folder, of.file, of.corrected.empty() ? of.bytes : of.corrected, keys);
    CAPTURE(keys);
    for (const auto& d : after.diagnostics) UNSCOPED_INFO("then: " + d.message + " | " + d.remedy);
    CHECK(after.diagnostics.empty());
    CHECK(after.table == of.expected);
}

}  // namespace precis::data::testing
