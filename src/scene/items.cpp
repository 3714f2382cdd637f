#include "scene/items.h"

namespace precis::scene {

PRECIS_COMPILE_ONCE(Content);
bool Content::operator==(const Content& other) const {
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}

PRECIS_COMPILE_ONCE(Item);
bool Item::operator==(const Item& other) const {
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}

PRECIS_COMPILE_ONCE(Mark);

bool Group::operator==(const Group& o) const {
    return transform == o.transform && clip == o.clip && opacity == o.opacity && annotation == o.annotation &&
           items == o.items;
}

bool Mark::operator==(const Mark& o) const {
    return role == o.role && element == o.element && level == o.level && scope == o.scope &&
           column_span == o.column_span && row_span == o.row_span && alternative == o.alternative &&
           language == o.language && id == o.id && span == o.span && content == o.content && items == o.items;
}

}  // namespace precis::scene
