// Checking members against their limits: one walk that collects violations, and the texts in which
// AWS, whose code is Java, repeats the values.
#include <cctype>
#include <cstdio>

#include "core/base/messages/constraints.h"
#include "core/base/utf8.h"
#include "core/wire/pattern.h"
#include "core/wire/shape.h"
#include "core/wire/shape_fields.h"

namespace pixii {
namespace {

constexpr size_t kViolationsMax = 10;
// No client reads further; a list of millions of elements must not become a text of gigabytes.
constexpr size_t kValueTextSizeMax = size_t{1} << 20;
// The model's AttributeName, the key of every map of attribute values.
constexpr int64_t kAttributeNameLengthMax = 65535;
constexpr Shape kAttributeNameShape =
    shape::String({.name = "AttributeName", .max = kAttributeNameLengthMax});

// Where the walk stands: a chain through the callers' stack frames, made text when needed.
struct Place {
  enum class Step : uint8_t { kMember, kElement, kEntry };
  const Place* parent;
  Step step;
  std::string_view name{};  // of the member, or the entry's key
  size_t index = 0;         // of the element
};

// tableName, attributeDefinitions.1.member.attributeName, requestItems.Things.member.2.member.
std::string PathText(const Place& place) {
  std::string path;
  if (place.parent != nullptr) path = PathText(*place.parent).append(".");
  switch (place.step) {
    case Place::Step::kMember:
      path.append(place.name);
      path[path.size() - place.name.size()] =
          static_cast<char>(std::tolower(static_cast<unsigned char>(place.name[0])));
      return path;
    case Place::Step::kElement:
      return path.append(std::to_string(place.index + 1)).append(".member");
    case Place::Step::kEntry: return path.append(place.name).append(".member");
  }
  return path;
}

// Java's default text of an object: its class and some number.
void AppendObjectText(std::string& text, std::string_view class_name, uint32_t number) {
  char hash[9];
  std::snprintf(hash, sizeof hash, "%x", 0x2a139a55u ^ (number * 0x9E3779B1u));
  text.append("com.amazonaws.dynamodb.v20120810.").append(class_name).append("@").append(hash);
}

void AppendEntriesText(std::string& text, EntryRange entries) {
  uint32_t index = 0;
  for (const Entry entry : entries) {
    if (index != 0) text.append(", ");
    text.append(entry.name).append("=");
    AppendObjectText(text, "AttributeValue", index++);
  }
}

// What Java would print for the value at `place`; `index` tells elements of one list apart.
void AppendJavaText(std::string& text, const Shape& shape, const char* place, Holds holds,
                    uint32_t index) {
  if (!IsPresent(shape, place, holds)) {
    text.append("null");
    return;
  }
  const RawSpan span =
      shape.kind == Kind::kList || shape.kind == Kind::kMap ? ReadSpan(place) : RawSpan{};
  switch (shape.kind) {
    case Kind::kString: text.append(FieldAs<std::string_view>(place)); break;
    case Kind::kInteger:
    case Kind::kLong: text.append(std::to_string(FieldAs<Integer>(place).value)); break;
    case Kind::kBoolean: text.append(FieldAs<Boolean>(place).value ? "true" : "false"); break;
    case Kind::kList:
      text.append("[");
      for (uint32_t i = 0; i < span.count && text.size() < kValueTextSizeMax; ++i) {
        if (i != 0) text.append(", ");
        AppendJavaText(text, *shape.element, span.data + i * shape.size, Holds::kElement, i);
      }
      text.append("]");
      break;
    case Kind::kMap:
      text.append("{");
      for (uint32_t i = 0; i < span.count && text.size() < kValueTextSizeMax; ++i) {
        const char* const entry = span.data + i * shape.size;
        if (i != 0) text.append(", ");
        text.append(FieldAs<std::string_view>(entry)).append("=");
        AppendJavaText(text, *shape.element, ValueOfEntry(entry), Holds::kElement, i);
      }
      text.append("}");
      break;
    case Kind::kAttributeMap:
      text.append("{");
      AppendEntriesText(text, FieldAs<AttributeMap>(place).Entries());
      text.append("}");
      break;
    case Kind::kDouble:
    case Kind::kTimestamp:
    case Kind::kBlob:
    case Kind::kAttributeValue:
    case Kind::kStructure: AppendObjectText(text, shape.name, index); break;
  }
}

// The length of a string as Java counts it, in UTF-16 units, where limits ask for it.
int64_t TextLength(const Shape& shape, std::string_view text) {
  if (shape.pattern == Pattern::kNameOrArn && IsArn(text)) {
    text = text.substr(text.rfind('/') + 1);
  }
  const int64_t size = static_cast<int64_t>(text.size());
  const bool certain = shape.min <= 1 && (shape.max == kUnlimited || size <= shape.max);
  return certain ? size : static_cast<int64_t>(Utf16Length(text));
}

// The quantity that min and max are about.
int64_t MeasureOf(const Shape& shape, const char* place) {
  switch (shape.kind) {
    case Kind::kString: return TextLength(shape, FieldAs<std::string_view>(place));
    case Kind::kBlob: return static_cast<int64_t>(FieldAs<std::string_view>(place).size());
    case Kind::kInteger:
    case Kind::kLong: return FieldAs<Integer>(place).value;
    case Kind::kAttributeMap: return FieldAs<AttributeMap>(place).count;
    case Kind::kList:
    case Kind::kMap: return static_cast<int64_t>(ReadSpan(place).count);
    default: return 0;
  }
}

bool IsNumber(const Shape& shape) {
  return shape.kind == Kind::kInteger || shape.kind == Kind::kLong;
}
bool IsBelow(const Shape& shape, int64_t measure) {
  return shape.min != kUnlimited && measure < shape.min;
}
bool IsAbove(const Shape& shape, int64_t measure) {
  return shape.max != kUnlimited && measure > shape.max;
}
bool IsOutsideEnum(const Shape& shape, std::string_view text) {
  for (const std::string_view value : shape.enum_values) {
    if (value == text) return false;
  }
  return !shape.enum_values.empty() && !shape.enum_of_its_own;
}

std::string MinText(const Shape& shape) {
  return IsNumber(shape) ? messages::ValueAtLeast(shape.min) : messages::LengthAtLeast(shape.min);
}
std::string MaxText(const Shape& shape) {
  return IsNumber(shape) ? messages::ValueAtMost(shape.max) : messages::LengthAtMost(shape.max);
}
std::string EnumText(const Shape& shape) {
  std::string values;
  for (const std::string_view value : shape.enum_values) {
    if (!values.empty()) values.append(", ");
    values.append(value);
  }
  return messages::OneOf(values);
}

// All constraints of a shape, as they are listed for elements, keys and values.
std::string AllConstraints(const Shape& shape) {
  std::string texts;
  const auto add = [&texts](const std::string& text) {
    if (!texts.empty()) texts.append(", ");
    texts.append(text);
  };
  if (shape.max != kUnlimited) add(MaxText(shape));
  if (shape.min != kUnlimited) add(MinText(shape));
  if (shape.pattern != Pattern::kNone) add(messages::MatchesPattern(PatternText(shape.pattern)));
  if (!shape.enum_values.empty()) add(EnumText(shape));
  return texts;
}

// Whether the value at `place`, by itself, keeps the limits of its shape.
bool KeepsLimits(const Shape& shape, const char* place) {
  if (shape.kind == Kind::kString) {
    const std::string_view text = FieldAs<std::string_view>(place);
    if (IsOutsideEnum(shape, text) || !Matches(shape.pattern, text)) return false;
  }
  const int64_t measure = MeasureOf(shape, place);
  return !IsBelow(shape, measure) && !IsAbove(shape, measure);
}

bool HidesOthers(Report report) {
  return report == Report::kAlone || report == Report::kAloneLengthFirst ||
         report == Report::kBatchWriteTables;
}

class RequestChecker {
 public:
  // False: found all that is to be told.
  bool CheckMembers(const Shape& shape, const char* object, const Place* place);
  Result<void> Outcome() const;

 private:
  bool CheckMember(const Shape& shape, const Member& member, const char* object,
                   const Place* parent);
  bool CheckMissing(const Member& member, const Place& place);
  // The value's own limits, one violation each.
  bool CheckLimits(const Member& member, const char* field, const Place& place);
  // Its characters or value, and its length or number.
  bool CheckText(const Shape& shape, const char* field, const Place& place);
  bool CheckMeasure(const Shape& shape, const char* field, const Place& place);
  // What is inside the value.
  bool CheckInside(const Shape& shape, const char* field, Holds holds, const Place& place);
  bool CheckList(const Shape& shape, const char* field, const Place& place);
  bool CheckMap(const Shape& shape, const char* field, const Place& place);
  bool CheckEntries(const Shape& shape, RawSpan entries, const Place& place);
  bool CheckAttributeNames(const Shape& shape, const char* field, const Place& place);
  bool Violate(const Shape& shape, const char* field, const Place& place,
               const std::string& constraint);
  bool Add(const std::string& violation);
  bool TellAlone(std::string text);

  std::string violations_;
  size_t count_ = 0;
  std::string alone_;  // a text that is told instead of the violations
};

bool RequestChecker::CheckMembers(const Shape& shape, const char* object, const Place* place) {
  for (uint32_t i = 0; i < shape.member_count; ++i) {
    if (!CheckMember(shape, shape.members[i], object, place)) return false;
  }
  return true;
}

bool RequestChecker::CheckMember(const Shape& shape, const Member& member, const char* object,
                                 const Place* parent) {
  const char* const field = object + member.offset;
  const Place place{parent, Place::Step::kMember, member.name};
  if (!IsPresent(*member.shape, field, Holds::kMember)) return CheckMissing(member, place);
  if (!KeepsLimits(*member.shape, field)) {
    const bool alone = HidesOthers(member.report);
    if (alone) {
      violations_.clear();
      count_ = 0;
    }
    if (!CheckLimits(member, field, place) || alone) return false;
    if (shape.stops_at_first_enum && !member.shape->enum_values.empty()) return false;
  }
  return CheckInside(*member.shape, field, Holds::kMember, place);
}

bool RequestChecker::CheckMissing(const Member& member, const Place& place) {
  switch (member.presence) {
    case Presence::kOptional: break;
    case Presence::kRequired: return Add(messages::NullViolation(PathText(place)));
    case Presence::kRequiredParameter: return TellAlone(messages::ParameterRequired(member.name));
  }
  return true;
}

bool RequestChecker::CheckLimits(const Member& member, const char* field, const Place& place) {
  const Shape& shape = *member.shape;
  const bool below = IsBelow(shape, MeasureOf(shape, field));
  if (below && member.report == Report::kBatchWriteTables) {
    return TellAlone(messages::BatchWriteTablesRequired());
  }
  if (below && member.report == Report::kWithoutValue) {
    return Add(messages::ViolationWithoutValue(member.name, MinText(shape)));
  }
  if (member.report == Report::kLengthFirst || member.report == Report::kAloneLengthFirst) {
    return CheckMeasure(shape, field, place) && CheckText(shape, field, place);
  }
  return CheckText(shape, field, place) && CheckMeasure(shape, field, place);
}

bool RequestChecker::CheckText(const Shape& shape, const char* field, const Place& place) {
  if (shape.kind != Kind::kString) return true;
  const std::string_view text = FieldAs<std::string_view>(field);
  if (IsOutsideEnum(shape, text) && !Violate(shape, field, place, EnumText(shape))) return false;
  // Data operations tell of an empty table name as too short alone, the control plane of both.
  const bool nameless = shape.pattern == Pattern::kNameOrArn && text.empty() && shape.min > 1;
  return (Matches(shape.pattern, text) && !nameless) ||
         Violate(shape, field, place, messages::MatchesPattern(PatternText(shape.pattern)));
}

bool RequestChecker::CheckMeasure(const Shape& shape, const char* field, const Place& place) {
  const int64_t measure = MeasureOf(shape, field);
  if (IsBelow(shape, measure) && !Violate(shape, field, place, MinText(shape))) return false;
  return !IsAbove(shape, measure) || Violate(shape, field, place, MaxText(shape));
}

bool RequestChecker::CheckInside(const Shape& shape, const char* field, Holds holds,
                                 const Place& place) {
  switch (shape.kind) {
    case Kind::kStructure:
      return CheckMembers(shape, static_cast<const char*>(StructureAt(field, holds)), &place);
    case Kind::kList: return CheckList(shape, field, place);
    case Kind::kMap: return CheckMap(shape, field, place);
    case Kind::kAttributeMap: return CheckAttributeNames(shape, field, place);
    default: return true;
  }
}

bool RequestChecker::CheckList(const Shape& shape, const char* field, const Place& place) {
  const RawSpan elements = ReadSpan(field);
  const Shape& element = *shape.element;
  bool told = false;
  for (size_t i = 0; i < elements.count; ++i) {
    const char* const at = elements.data + i * shape.size;
    const Place inside{&place, Place::Step::kElement, {}, i};
    if (!IsPresent(element, at, Holds::kElement)) {
      if (!Add(messages::NullViolation(PathText(inside)))) return false;
      continue;
    }
    if (!told && !KeepsLimits(element, at)) {
      told = true;
      const std::string text = messages::EachElement(AllConstraints(element));
      if (!Violate(shape, field, place, text)) return false;
    }
    if (!CheckInside(element, at, Holds::kElement, inside)) return false;
  }
  return true;
}

bool RequestChecker::CheckMap(const Shape& shape, const char* field, const Place& place) {
  const RawSpan entries = ReadSpan(field);
  bool keys_keep = true;
  bool values_keep = true;
  for (size_t i = 0; i < entries.count; ++i) {
    const char* const entry = entries.data + i * shape.size;
    const char* const value = ValueOfEntry(entry);
    keys_keep = keys_keep && KeepsLimits(*shape.key, entry);
    if (IsPresent(*shape.element, value, Holds::kElement)) {
      values_keep = values_keep && KeepsLimits(*shape.element, value);
    }
  }
  if (!keys_keep && !Violate(shape, field, place, messages::EachKey(AllConstraints(*shape.key)))) {
    return false;
  }
  if (!values_keep &&
      !Violate(shape, field, place, messages::EachValue(AllConstraints(*shape.element)))) {
    return false;
  }
  return CheckEntries(shape, entries, place);
}

bool RequestChecker::CheckEntries(const Shape& shape, RawSpan entries, const Place& place) {
  for (size_t i = 0; i < entries.count; ++i) {
    const char* const entry = entries.data + i * shape.size;
    const Place inside{&place, Place::Step::kEntry, FieldAs<std::string_view>(entry)};
    const char* const value = ValueOfEntry(entry);
    if (!IsPresent(*shape.element, value, Holds::kElement)) {
      if (!Add(messages::NullViolation(PathText(inside)))) return false;
    } else if (!CheckInside(*shape.element, value, Holds::kElement, inside)) {
      return false;
    }
  }
  return true;
}

bool RequestChecker::CheckAttributeNames(const Shape& shape, const char* field,
                                         const Place& place) {
  const AttributeMap& map = FieldAs<AttributeMap>(field);
  if (map.entries.size() <= static_cast<size_t>(kAttributeNameLengthMax)) return true;
  for (const Entry entry : map.Entries()) {
    if (TextLength(kAttributeNameShape, entry.name) <= kAttributeNameLengthMax) continue;
    return Violate(shape, field, place, messages::EachKey(AllConstraints(kAttributeNameShape)));
  }
  return true;
}

bool RequestChecker::Violate(const Shape& shape, const char* field, const Place& place,
                             const std::string& constraint) {
  std::string value;
  AppendJavaText(value, shape, field, Holds::kMember, 0);
  return Add(messages::Violation(value, PathText(place), constraint));
}

// False when there is no room for more.
bool RequestChecker::Add(const std::string& violation) {
  if (count_ != 0) violations_.append("; ");
  violations_.append(violation);
  return ++count_ < kViolationsMax;
}

bool RequestChecker::TellAlone(std::string text) {
  alone_ = std::move(text);
  return false;
}

Result<void> RequestChecker::Outcome() const {
  if (!alone_.empty()) return Error{ErrorType::kValidation, alone_, {}};
  if (count_ == 0) return {};
  return Error{ErrorType::kValidation, messages::ValidationErrors(count_, violations_), {}};
}

}  // namespace

Result<void> CheckRequest(const Shape& shape, const void* request) {
  RequestChecker checker;
  checker.CheckMembers(shape, static_cast<const char*>(request), nullptr);
  return checker.Outcome();
}

}  // namespace pixii
