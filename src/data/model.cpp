// Look-ups by id; models are small, so a linear search is enough.
#include "data/model.h"

#include <algorithm>

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
    return with_id(facts, id);
}

const ConnectionRecord* Model::connection(std::string_view name) const {
    const auto record = std::find_if(connections.begin(), connections.end(),
                                     [name](const ConnectionRecord& known) { return known.name == name; });
    return record == connections.end() ? nullptr : &*record;
}

}  // namespace precis::data
