// Decides from the classes of two neighbouring characters, and whether spaces lie between them.
#include "text/simple_breaks.h"

#include <glib.h>

#include <array>

#include "base/utf8.h"

namespace precis::text {
namespace {

enum class Class : std::uint8_t {
    letter,       // AL, and ambiguous characters
    figure,       // NU
    space,        // SP
    opening,      // OP
    closing,      // CL
    parenthesis,  // CP
    quote,        // QU
    exclamation,  // EX
    separator,    // IS: . , : ;
    slash,        // SY
    hyphen,       // HY
    after,        // BA
    before,       // BB
    em_dash,      // B2
    ellipsis,     // IN
    prefix,       // PR
    postfix,      // PO
    glue,         // GL
    joiner,       // WJ
    unknown
};

Class class_of(char32_t c) {
    switch (g_unichar_break_type(c)) {
        case G_UNICODE_BREAK_ALPHABETIC:
        case G_UNICODE_BREAK_AMBIGUOUS:
            return Class::letter;
        case G_UNICODE_BREAK_NUMERIC:
            return Class::figure;
        case G_UNICODE_BREAK_SPACE:
            return Class::space;
        case G_UNICODE_BREAK_OPEN_PUNCTUATION:
            return Class::opening;
        case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
            return Class::closing;
        case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
            return Class::parenthesis;
        case G_UNICODE_BREAK_QUOTATION:
            return Class::quote;
        case G_UNICODE_BREAK_EXCLAMATION:
            return Class::exclamation;
        case G_UNICODE_BREAK_INFIX_SEPARATOR:
            return Class::separator;
        case G_UNICODE_BREAK_SYMBOL:
            return Class::slash;
        case G_UNICODE_BREAK_HYPHEN:
            return Class::hyphen;
        case G_UNICODE_BREAK_AFTER:
            return Class::after;
        case G_UNICODE_BREAK_BEFORE:
            return Class::before;
        case G_UNICODE_BREAK_BEFORE_AND_AFTER:
            return Class::em_dash;
        case G_UNICODE_BREAK_INSEPARABLE:
            return Class::ellipsis;
        case G_UNICODE_BREAK_PREFIX:
            return Class::prefix;
        case G_UNICODE_BREAK_POSTFIX:
            return Class::postfix;
        case G_UNICODE_BREAK_NON_BREAKING_GLUE:
            return Class::glue;
        case G_UNICODE_BREAK_WORD_JOINER:
            return Class::joiner;
        default:
            return Class::unknown;
    }
}

struct Classes {
    std::array<Class, 0x250> latin;
    Classes() {
        for (char32_t c = 0; c < latin.size(); ++c) latin[c] = class_of(c);
    }
};

// LB13: no line begins with these, even after spaces.
bool never_begins(Class c) {
    return c == Class::closing || c == Class::parenthesis || c == Class::exclamation || c == Class::separator ||
           c == Class::slash;
}

// Numbers with signs and brackets around them are kept whole (LB25), which is left to Pango.
bool needs_more(Class left, Class right, bool in_number) {
    const bool sign = right == Class::prefix || right == Class::postfix;
    const bool point = left == Class::separator || left == Class::slash;
    if (right == Class::opening) return left == Class::prefix || left == Class::postfix;
    return sign && (left == Class::closing || left == Class::parenthesis || (point && in_number));
}

// LB23 to LB30: words, figures, and the signs that belong to them.
bool belongs_together(Class left, Class right, bool in_number) {
    switch (right) {
        case Class::letter:
            return left == Class::letter || left == Class::figure || left == Class::prefix || left == Class::postfix ||
                   left == Class::separator || left == Class::parenthesis;
        case Class::figure:
            return left == Class::letter || left == Class::prefix || left == Class::postfix ||
                   left == Class::parenthesis || left == Class::hyphen || in_number;
        case Class::prefix:
        case Class::postfix:
        case Class::opening:
            return left == Class::letter || left == Class::figure;
        default:
            return false;
    }
}

/// Whether a line may end between `left` and `right`, with spaces between them or none; `in_number`: `left` is a
/// figure, or a point or slash that follows one.
bool breaks(Class left, Class right, bool spaces, bool in_number) {
    if (right == Class::joiner || never_begins(right)) return right == Class::joiner && spaces;
    if (left == Class::opening) return false;                           // LB14
    if (left == Class::quote && right == Class::opening) return false;  // LB15
    if (left == Class::em_dash && right == Class::em_dash) return false;
    if (spaces) return true;  // LB18
    if (left == Class::joiner || left == Class::glue) return false;
    if (right == Class::glue) return left == Class::after || left == Class::hyphen;  // LB12a
    if (left == Class::quote || right == Class::quote) return false;
    if (right == Class::after || right == Class::hyphen || left == Class::before) return false;
    if (right == Class::ellipsis) return false;
    return !belongs_together(left, right, in_number);
}

}  // namespace

bool simple_breaks(std::string_view text, std::vector<std::uint8_t>& may_break) {
    static const Classes classes;
    may_break.assign(text.size() + 1, 0);
    Class left = Class::joiner;  // no line ends before the first character
    bool spaces = false, in_number = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = base::code_point_at(text, i);
        const auto right = c.value < classes.latin.size() ? classes.latin[c.value] : class_of(c.value);
        if (right == Class::space) {
            spaces = true;
        } else {
            if (right == Class::unknown || (!spaces && needs_more(left, right, in_number))) return false;
            may_break[i] = i > 0 && breaks(left, right, spaces, in_number);
            const bool goes_on = in_number && !spaces && (right == Class::separator || right == Class::slash);
            in_number = right == Class::figure || goes_on;
            left = right;
            spaces = false;
        }
        i += c.length;
    }
    return true;
}

}  // namespace precis::text
