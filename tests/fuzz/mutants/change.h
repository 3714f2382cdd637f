// Changes of a file's structure: of trees, of rows, of XML. Each is the same for the same state of `chance`.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tree.h"

namespace precis::mutants {

/// What the files of all projects hold, for changes that put it elsewhere.
struct Pool {
    std::vector<std::string> keys;                    // each once, sorted
    std::map<std::string, std::vector<Tree>> values;  // under each key
    void add(const Tree& tree);
    void settle();  // once all are added
};

/// One to four changes of nodes: lost, doubled, moved, exchanged, of another kind, nested, renamed.
void change(Tree& tree, const Pool& pool, Chance& chance);
/// The changed YAML, in one of its styles.
[[nodiscard]] std::string changed_yaml(const std::string& text, const Pool& pool, Chance& chance);
[[nodiscard]] std::string changed_json(const std::string& text, const Pool& pool, Chance& chance);
/// A line of JSON Lines or several.
[[nodiscard]] std::string changed_lines(const std::string& text, const Pool& pool, Chance& chance);
/// Rows, cells and columns of a table; its quotes, delimiters, line ends and encoding.
[[nodiscard]] std::string changed_csv(const std::string& text, Chance& chance);
/// Elements, attributes and texts.
[[nodiscard]] std::string changed_xml(const std::string& text, Chance& chance);
/// The parts of a workbook: their XML, which there are, and how they refer to each other.
[[nodiscard]] std::string changed_workbook(const std::string& bytes, Chance& chance);
/// Bytes without a structure that is known: BibTeX, pictures.
[[nodiscard]] std::string changed_bytes(std::string bytes, Chance& chance);

}  // namespace precis::mutants
