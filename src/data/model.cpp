// Look-ups by id. Facts may be tens of thousands; the others are few.
#include "data/model.h"

#include <algorithm>
#include <functional>

namespace precis::data {
namespace {

template <class Record>
const Record* with_id(const std::vector<Record>& records, std::string_view id) {
    const auto record = std::find_if(records.begin(), records.end(), [id](const Record& r) { return r.id == id; });
    return record == records.end() ? nullptr : &*record;
}

}  // namespace

const SourceRecord* Model::source(std::string_view id) const {
    return with_id(sources, id);
}

const Fact* Model::fact(std::string_view id) const {
    constexpr std::size_t kFew = 32;  // found as fast one by one
    if (facts.size() <= kFew) return with_id(facts, id);
    const std::hash<std::string_view> hash;
    if (index_.first != facts.data() || index_.count != facts.size()) {
        index_ = {{}, facts.data(), facts.size()};
        for (std::size_t i = 0; i < facts.size(); ++i) index_.places.emplace(hash(facts[i].id), i);
    }
    const Fact* found = nullptr;  // the first, should an id be there twice
    for (auto [at, end] = index_.places.equal_range(hash(id)); at != end; ++at) {
        const auto& fact = facts[at->second];
        if (fact.id == id && (found == nullptr || &fact < found)) found = &fact;
    }
    return found;
}

const ConnectionRecord* Model::connection(std::string_view name) const {
    const auto record = std::find_if(connections.begin(), connections.end(),
                                     [name](const ConnectionRecord& known) { return known.name == name; });
    return record == connections.end() ? nullptr : &*record;
}

}  // namespace precis::data
