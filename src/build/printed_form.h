// build/printed_form.h: a number as a page prints it, compared as a reader would: "42 %" is 42%, "1.2 million" is
// €1.2M. Pure. Private to build.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/locale.h"

namespace precis::build {

/// What somebody who looks at a page asks for.
struct PrintedForm {
    std::string page;  // as printed; empty: any
    std::string text;
    bool operator==(const PrintedForm&) const = default;
};
/// "page 4: 42 %" or "42 %"; nothing for the name of a fact or value. The page's word is English or the locale's.
[[nodiscard]] std::optional<PrintedForm> printed_form(std::string_view asked, const locale::Locale& locale);

/// A number with what stands beside it.
struct ReadNumber {
    double value = 0;  // with its scale: 1.2 million is 1200000
    bool percent = false;
    std::string currency;  // as printed: "€", "EUR"; empty: none
    bool operator==(const ReadNumber&) const = default;
};
/// All numbers of a text in the locale's notation, in order. Linear.
[[nodiscard]] std::vector<ReadNumber> numbers_in(std::string_view text, const locale::Locale& locale);

/// Whether `printed` shows what is asked for. A percent sign or currency that is asked for must be there; one that is
/// not asked for may be. A text without numbers is found as it is, whatever its spaces and capitals.
[[nodiscard]] bool shows(std::string_view printed, const std::string& wanted, const locale::Locale& locale);

}  // namespace precis::build
