// A data style is a list of parts: number, text, day …
#include "data/files/ods_styles.h"

#include "base/numbers.h"
#include "data/files/xml_names.h"

namespace precis::data {
namespace {

NumberFormat format_of(const pugi::xml_node& style) {
    NumberFormat format;
    if (local_name(style.name()) == "percentage-style") format.kind = NumberFormat::Kind::percent;
    for (const auto& part : style.children()) {
        const auto name = local_name(part.name());
        if (name == "number") {
            const auto least = attribute_of(part, "min-decimal-places");
            const auto most = attribute_of(part, "decimal-places");
            if (least.empty() || least == most)
                format.decimals = static_cast<int>(base::parse_integer(most).value_or(-1));
        }
        format.day = format.day || name == "day" || name == "day-of-week";
        format.month = format.month || name == "month";
        format.year = format.year || name == "year";
        format.clock = format.clock || name == "hours" || name == "seconds";
    }
    if (attribute_of(style, "truncate-on-overflow") == "false") format.elapsed = true;
    if (format.is_date() || format.clock) {
        format.kind = NumberFormat::Kind::moment;
        format.decimals = -1;
    }
    return format;
}

}  // namespace

void OdsStyles::add(const pugi::xml_node& node) {
    for (const auto& style : node.children()) {
        const auto kind = local_name(style.name());
        const std::string name(attribute_of(style, "name"));
        if (kind == "style") {
            if (const auto data = attribute_of(style, "data-style-name"); !data.empty()) of_cells_[name] = data;
        } else if (kind.ends_with("-style")) {
            data_[name] = format_of(style);
        }
    }
}

const NumberFormat* OdsStyles::of_style(std::string_view style) const {
    const auto data = of_cells_.find(style);
    if (data == of_cells_.end()) return nullptr;
    const auto format = data_.find(data->second);
    return format == data_.end() ? nullptr : &format->second;
}

const NumberFormat* OdsStyles::kept(const NumberFormat& format) {
    std::string key =
        format.currency + ' ' + std::to_string(static_cast<int>(format.kind)) + ' ' + std::to_string(format.decimals);
    for (const bool part : {format.day, format.month, format.year, format.clock, format.elapsed})
        key += part ? '1' : '0';
    return &kept_.try_emplace(std::move(key), format).first->second;
}

}  // namespace precis::data
