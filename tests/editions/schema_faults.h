// What a JSON text has that the schema of `precis schema KIND` does not allow or name, and what it lacks.
#pragma once
#include <string>
#include <vector>

namespace precis::test {

/// By a walk of our own, which also refuses keys that the schema does not name; and by ajv, where it is installed,
/// which refuses the schema, too, if that is wrong. The complaints of ajv begin with “ajv:”.
std::vector<std::string> schema_faults(const std::string& kind, const std::string& text);

}  // namespace precis::test
