// How the walkers of shapes reach the fields of a struct they know only by its shape. Private to
// the files shape_*.cc.
#pragma once

#include <cstring>

#include "core/wire/shape.h"

namespace pixii {

// The field of type T at `place`.
template <class T>
T& FieldAs(void* place) {
  return *static_cast<T*>(place);
}
template <class T>
const T& FieldAs(const void* place) {
  return *static_cast<const T*>(place);
}

// Lists and maps of any element, and structures of any type, are read and written as bytes: all
// Span<T> are laid out alike, as are all pointers.
struct RawSpan {
  const char* data = nullptr;
  size_t count = 0;
};
static_assert(sizeof(RawSpan) == sizeof(Span<std::string_view>));

inline RawSpan ReadSpan(const void* place) {
  RawSpan span;
  std::memcpy(&span, place, sizeof span);
  return span;
}
inline void WriteSpan(void* place, RawSpan span) { std::memcpy(place, &span, sizeof span); }

inline const void* ReadPointer(const void* place) {
  const void* pointer;
  std::memcpy(&pointer, place, sizeof pointer);
  return pointer;
}
inline void WritePointer(void* place, const void* pointer) {
  std::memcpy(place, &pointer, sizeof pointer);
}

// Bytes a member of this shape takes in its struct.
inline size_t FieldSize(const Shape& shape) {
  switch (shape.kind) {
    case Kind::kString:
    case Kind::kBlob: return sizeof(std::string_view);
    case Kind::kInteger:
    case Kind::kLong: return sizeof(Integer);
    case Kind::kDouble: return sizeof(Double);
    case Kind::kBoolean: return sizeof(Boolean);
    case Kind::kTimestamp: return sizeof(Timestamp);
    case Kind::kAttributeValue: return sizeof(AttributeValue);
    case Kind::kAttributeMap: return sizeof(AttributeMap);
    case Kind::kStructure: return sizeof(void*);
    case Kind::kList:
    case Kind::kMap: return sizeof(RawSpan);
  }
  return 0;
}

// The object a place holds: a member that is a structure is a pointer to it, an element is it.
enum class Holds : bool { kMember, kElement };

// The structure at `place`, or null.
inline const void* StructureAt(const void* place, Holds holds) {
  return holds == Holds::kMember ? ReadPointer(place) : place;
}

// Where the value of a map's entry stands.
inline const char* ValueOfEntry(const char* entry) { return entry + sizeof(std::string_view); }

// Whether there is anything at `place`. Elements that are structures always are.
bool IsPresent(const Shape& shape, const void* place, Holds holds);

}  // namespace pixii
