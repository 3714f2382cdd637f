// base/compiled_once.h: copies, moves and the end of a large value type, compiled in one file instead of wherever the
// type is used. For types that half of the program holds in vectors: implicit members of those took a third of the
// compiler's time. The type is then no aggregate: it has a default constructor and named fields.
#pragma once

/// In the class: the members, declared.
#define PRECIS_COMPILED_ONCE(Type)          \
    Type();                                 \
    Type(const Type& other);                \
    Type(Type&& other) noexcept;            \
    Type& operator=(const Type& other);     \
    Type& operator=(Type&& other) noexcept; \
    ~Type()

/// In its one .cpp: their definitions.
#define PRECIS_COMPILE_ONCE(Type)                           \
    Type::Type() = default;                                 \
    Type::Type(const Type& other) = default;                \
    Type::Type(Type&& other) noexcept = default;            \
    Type& Type::operator=(const Type& other) = default;     \
    Type& Type::operator=(Type&& other) noexcept = default; \
    Type::~Type() = default
