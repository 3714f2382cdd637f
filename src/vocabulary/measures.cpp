#include "vocabulary/measures.h"

#include <algorithm>
#include <iterator>

namespace precis::vocabulary {
namespace {

using Kind = MeasureKind;

constexpr double kInch = 0.0254, kFoot = 0.3048, kYard = 0.9144, kMile = 1609.344;      // m
constexpr double kAcre = 4046.8564224;                                                  // m²
constexpr double kGallon = 3.785411784, kImperialGallon = 4.54609;                      // l
constexpr double kPound = 0.45359237, kOunce = kPound / 16, kShortTon = 2000 * kPound;  // kg

constexpr Measure kMeasures[] = {
    {Kind::length, 1, 0, {"m", "metres", "meters"}},
    {Kind::length, 0.001, 0, {"mm", "millimetres", "millimeters"}},
    {Kind::length, 0.01, 0, {"cm", "centimetres", "centimeters"}},
    {Kind::length, 1000, 0, {"km", "kilometres", "kilometers"}},
    {Kind::length, kInch, 0, {"inches", "in"}},
    {Kind::length, kFoot, 0, {"feet", "ft"}},
    {Kind::length, kYard, 0, {"yards", "yd"}},
    {Kind::length, kMile, 0, {"miles", "mi"}},
    {Kind::area, 1, 0, {"m²", "m2", "sq m", "square metres", "square meters"}},
    {Kind::area, 1e6, 0, {"km²", "km2", "sq km", "square kilometres", "square kilometers"}},
    {Kind::area, 1e4, 0, {"ha", "hectares"}},
    {Kind::area, kFoot* kFoot, 0, {"sq ft", "ft²", "ft2", "square feet"}},
    {Kind::area, kMile* kMile, 0, {"sq mi", "mi²", "mi2", "square miles"}},
    {Kind::area, kAcre, 0, {"acres"}},
    {Kind::volume, 1, 0, {"litres", "liters", "l", "L"}},
    {Kind::volume, 1000, 0, {"m³", "m3", "cubic metres", "cubic meters"}},
    {Kind::volume, kGallon, 0, {"gallons", "US gallons", "gal"}},
    {Kind::volume, kImperialGallon, 0, {"imperial gallons"}},
    {Kind::mass, 1, 0, {"kg", "kilograms", "kilogrammes"}},
    {Kind::mass, 0.001, 0, {"g", "grams", "grammes"}},
    {Kind::mass, 1000, 0, {"t", "tonnes"}},
    {Kind::mass, kPound, 0, {"lb", "pounds", "lbs"}},
    {Kind::mass, kOunce, 0, {"oz", "ounces"}},
    {Kind::mass, kShortTon, 0, {"short tons"}},
    {Kind::temperature, 1, 0, {"°C", "degrees Celsius"}},
    {Kind::temperature, 5.0 / 9, -160.0 / 9, {"°F", "degrees Fahrenheit"}},
    {Kind::speed, 1, 0, {"km/h", "kilometres per hour", "kilometers per hour"}},
    {Kind::speed, 3.6, 0, {"m/s", "metres per second", "meters per second"}},
    {Kind::speed, kMile / 1000, 0, {"mph", "miles per hour"}},
};

}  // namespace

const Measure* measure_named(std::string_view name) {
    if (name.empty()) return nullptr;
    const auto row = std::find_if(std::begin(kMeasures), std::end(kMeasures), [&](const Measure& measure) {
        return std::find(measure.names.begin(), measure.names.end(), name) != measure.names.end();
    });
    return row == std::end(kMeasures) ? nullptr : row;
}

std::vector<std::string> measure_names() {
    std::vector<std::string> names;
    for (const auto& measure : kMeasures) names.emplace_back(measure.names.front());
    return names;
}

}  // namespace precis::vocabulary
