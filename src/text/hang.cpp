// Shares of the marks' advances: a small mark may stand outside with most of its ink, a wide one with little, because
// what counts is how much grey is missing in the margin's line.
#include "text/hang.h"

#include "base/utf8.h"

namespace precis::text {
namespace {

constexpr double kHyphen = 0.5;

double share_right(char32_t c) {
    switch (c) {
        case '.':
        case ',':
            return 0.7;
        case '-':
        case 0x2010:
        case ':':
        case ';':
        case '\'':
        case '"':
        case 0x2019:
        case 0x201D:
        case 0xBB:
        case 0x203A:
            return 0.5;
        case 0x2013:
            return 0.3;
        case 0x2014:
        case '!':
        case '?':
            return 0.2;
        case ')':
        case ']':
            return 0.1;
        default:
            return 0;
    }
}

double share_left(char32_t c) {
    switch (c) {
        case '\'':
        case '"':
        case 0x2018:
        case 0x201C:
        case 0x201E:
        case 0x201A:
        case 0xAB:
        case 0x2039:
            return 0.5;
        case '(':
        case '[':
            return 0.1;
        default:
            return 0;
    }
}

/// The cluster's only character; 0 if it has several, or belongs to a raised or coloured sign behind the text.
char32_t mark_of(const Measured& text, const Cluster& cluster) {
    if (text.looks[cluster.look].run->rise != 0) return 0;
    const auto c = base::code_point_at(text.text, cluster.begin);
    return c.length == cluster.bytes ? c.value : 0;
}

double bare(const Measured& text, const Cluster& cluster) {
    return cluster.advance - text.looks[cluster.look].tracking;
}

}  // namespace

double hang_left(const Measured& text, const Cluster& cluster) {
    const double share = share_left(mark_of(text, cluster));
    return share > 0 ? share * bare(text, cluster) : 0;
}

double hang_right(const Measured& text, const Cluster& cluster) {
    const double share = share_right(mark_of(text, cluster));
    return share > 0 ? share * bare(text, cluster) : 0;
}

double hang_of_hyphen(const Look& look) {
    return kHyphen * look.face->hyphen_advance * look.scale;
}

}  // namespace precis::text
