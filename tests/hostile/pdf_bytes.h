// The bytes of PDFs whose objects a test writes.
#pragma once
#include <fmt/format.h>

#include <string>
#include <vector>

namespace precis::test {

/// A file of the objects, numbered from 1; the first is the catalog.
inline std::string pdf_of(const std::vector<std::string>& objects) {
    std::string out = "%PDF-1.7\n";
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places.push_back(out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto table = out.size();
    out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (const auto place : places) out += fmt::format("{:010} 00000 n \n", place);
    return out + fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, table);
}

inline std::string stream_of(const std::string& bytes, const std::string& more = {}) {
    return fmt::format("<</Length {}{}>>\nstream\n{}\nendstream", bytes.size(), more, bytes);
}

}  // namespace precis::test
