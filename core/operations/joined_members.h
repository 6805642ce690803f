// One member table out of two: an operation's own rows, and those of a group of parameters that its
// request holds as a field.
#pragma once

#include <array>
#include <utility>

#include "core/wire/shape.h"

namespace pixii {
namespace joined_internal {

constexpr Member Moved(Member member, size_t offset) {
  member.offset += static_cast<uint32_t>(offset);
  return member;
}

template <size_t A, size_t B, size_t... I, size_t... J>
constexpr std::array<Member, A + B> Join(const Member (&own)[A], const Member (&group)[B],
                                         size_t offset, std::index_sequence<I...>,
                                         std::index_sequence<J...>) {
  return {own[I]..., Moved(group[J], offset)...};
}

}  // namespace joined_internal

// `group`'s rows name fields of a struct that stands at `offset` in the request.
template <size_t A, size_t B>
constexpr std::array<Member, A + B> Joined(const Member (&own)[A], const Member (&group)[B],
                                           size_t offset) {
  return joined_internal::Join(own, group, offset, std::make_index_sequence<A>(),
                               std::make_index_sequence<B>());
}

// A structure laid out as T whose table is `members`, which must have static storage.
template <class T, size_t N>
constexpr Shape JoinedStructure(std::string_view name, const std::array<Member, N>& members) {
  Shape result = shape::Structure<T>(name);
  result.members = members.data();
  result.member_count = N;
  return result;
}

}  // namespace pixii
