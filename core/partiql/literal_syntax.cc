// Values as they stand in a statement, encoded as they are read. Inside a list, set or tuple there
// are only literals; what else stands there is refused and read as NULL, so that reading can go on.
#include <functional>
#include <set>

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/partiql/syntax.h"
#include "core/values/number.h"

namespace pixii::partiql {
namespace {

constexpr std::string_view kRootPath = "root";

std::string NumberFaultText(NumberFault fault, std::string_view text) {
  switch (fault) {
    case NumberFault::kTooManyDigits: return messages::NumberLiteralTooPrecise();
    case NumberFault::kOverflow: return messages::NumberOverflow();
    case NumberFault::kUnderflow: return messages::NumberUnderflow();
    default: return messages::InvalidNumberLiteral(text);
  }
}

}  // namespace

TermIndex SyntaxParser::AddLiteral(const Token& token, uint32_t begin) {
  const TermIndex literal = Add(TermKind::kLiteral, token);
  At(literal).data = begin;
  return literal;
}

TermIndex SyntaxParser::ParseParameter() {
  const Token token = current_;
  if (literal_depth_ > 0) {
    RefuseAt(messages::UnsupportedTypeUnderKey("Parameter", literal_path_), token);
  }
  const TermIndex parameter = Add(TermKind::kParameter, token);
  At(parameter).data = statement_.parameter_count++;
  Advance();
  return parameter;
}

TermIndex SyntaxParser::ParseString() {
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  std::string text;
  AppendUnquoted(Text(current_), text);
  builder_.String(text);
  const TermIndex literal = AddLiteral(current_, begin);
  Advance();
  return literal;
}

TermIndex SyntaxParser::ParseNumber(bool is_negative) {
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  std::string text(is_negative ? "-" : "");
  text.append(Text(current_));
  PackedNumber number = PackInteger(0);
  const NumberFault fault = pixii::ParseNumber(text, number);
  if (fault != NumberFault::kNone) Refuse(NumberFaultText(fault, text));
  builder_.Number(number.view());
  const TermIndex literal = AddLiteral(current_, begin);
  Advance();
  return literal;
}

// REQUIRES: TRUE, FALSE or NULL.
TermIndex SyntaxParser::ParseWord(std::string_view word) {
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  if (word == "NULL") {
    builder_.Null();
  } else {
    builder_.Bool(word == "TRUE");
  }
  const TermIndex literal = AddLiteral(current_, begin);
  Advance();
  return literal;
}

// One value inside a list, set or tuple; afterwards exactly one value more stands in `literals`.
TermIndex SyntaxParser::ParseLiteralInside() {
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  const Token token = current_;
  if (literal_depth_ > static_cast<uint32_t>(limits::kNestingLevelsMax) - 1) {
    Refuse(messages::LiteralTooDeep(literal_path_));
  }
  const TermIndex value = ParseExpression(0);
  if (failed()) return kNoTerm;
  if (At(value).kind == TermKind::kLiteral && At(value).data == begin) return value;
  RefuseTerm(messages::UnsupportedTypeUnderKey(KindName(statement_, At(value)), literal_path_),
             At(value));
  statement_.literals.resize(begin);
  builder_.Null();
  return AddLiteral(token, begin);
}

// A path of several steps has no place in messages.
void SyntaxParser::RefuseTerm(std::string sentence, const Term& term) {
  const bool is_deep = term.kind == TermKind::kPath && At(term.first_child).next != kNoTerm;
  if (is_deep) return Refuse(std::move(sentence));
  RefuseAt(sentence, Token{TokenKind::kSymbol, term.at, term.size});
}

// The values behind `begin` as one list.
TermIndex SyntaxParser::AddListLiteral(const Token& token, uint32_t begin) {
  const std::string values = statement_.literals.substr(begin);
  statement_.literals.resize(begin);
  builder_.BeginList();
  statement_.literals.append(values);
  builder_.EndList();
  return AddLiteral(token, begin);
}

TermIndex SyntaxParser::ParseListLiteral() {
  const Token token = current_;
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  if (literal_depth_++ == 0) literal_path_ = kRootPath;
  const size_t path_size = literal_path_.size();
  builder_.BeginList();
  Advance();
  bool has_more = !AtSymbol("]");
  for (size_t i = 0; has_more && !failed(); ++i) {
    literal_path_.append(".").append(std::to_string(i));
    ParseLiteralInside();
    literal_path_.resize(path_size);
    has_more = TakeSymbol(",");
  }
  ExpectSymbol("]", "RIGHT_BRACKET");
  --literal_depth_;
  if (failed()) return kNoTerm;
  builder_.EndList();
  return AddLiteral(token, begin);
}

TermIndex SyntaxParser::ParseBagLiteral() {
  const Token token = current_;
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  if (literal_depth_++ == 0) literal_path_ = kRootPath;
  Advance();
  Chain members;
  bool has_more = !AtSymbol(">>");
  while (has_more && !failed()) {
    const TermIndex member = ParseLiteralInside();
    if (failed()) return kNoTerm;
    Append(members, member);
    has_more = TakeSymbol(",");
  }
  ExpectSymbol(">>", "RIGHT_DOUBLE_ANGLE_BRACKET");
  --literal_depth_;
  if (failed()) return kNoTerm;
  CheckBag(members);
  if (!fault_.empty()) {
    statement_.literals.resize(begin);
    builder_.Null();
    return AddLiteral(token, begin);
  }
  const bool is_text = statement_.Literal(At(members.first)).is(ValueType::kString);
  const std::string values = statement_.literals.substr(begin);
  statement_.literals.resize(begin);
  builder_.BeginSet(is_text ? ValueType::kStringSet : ValueType::kNumberSet);
  for (TermIndex i = members.first; i != kNoTerm; i = At(i).next) {
    builder_.Copy(ValueView(Data(values) + (At(i).data - begin)));
  }
  if (!builder_.EndSet()) {
    Refuse(is_text ? messages::BagOfStringsHasDuplicates(MemberTexts(members))
                   : messages::BagOfNumbersHasDuplicates(MemberTexts(members)));
  }
  return AddLiteral(token, begin);
}

void SyntaxParser::CheckBag(const Chain& members) {
  if (members.first == kNoTerm) return Refuse(messages::EmptyBag());
  const ValueType type = statement_.Literal(At(members.first)).type();
  for (TermIndex i = members.first; i != kNoTerm; i = At(i).next) {
    const ValueType each = statement_.Literal(At(i)).type();
    const bool fits = each == type && (type == ValueType::kString || type == ValueType::kNumber);
    if (!fits) Refuse(messages::MixedBag());
  }
}

// The members as written, separated by commas.
std::string SyntaxParser::MemberTexts(const Chain& members) const {
  std::string texts;
  for (TermIndex i = members.first; i != kNoTerm; i = statement_[i].next) {
    const Term& member = statement_[i];
    const std::string_view text = statement_.Text(member);
    if (i != members.first) texts.append(", ");
    if (text[0] == '\'') {
      AppendUnquoted(text, texts);
    } else {
      texts.append(text);
    }
  }
  return texts;
}

TermIndex SyntaxParser::ParseTupleLiteral() {
  const Token token = current_;
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  if (literal_depth_++ == 0) literal_path_ = kRootPath;
  const size_t path_size = literal_path_.size();
  builder_.BeginMap();
  Advance();
  std::set<std::string, std::less<>> names;
  bool has_more = !AtSymbol("}");
  while (has_more && !failed()) {
    std::string name;
    ParseMemberName(name);
    if (failed()) break;
    if (!names.insert(name).second) {
      RefuseAt(messages::RepeatedTupleKey(name, literal_path_), token);
    }
    literal_path_.append(".").append(name);
    builder_.Name(name);
    ParseLiteralInside();
    literal_path_.resize(path_size);
    has_more = TakeSymbol(",");
  }
  ExpectSymbol("}", "RIGHT_CURLY");
  --literal_depth_;
  if (failed()) return kNoTerm;
  builder_.EndMap();
  return AddLiteral(token, begin);
}

// A string and the colon behind it.
void SyntaxParser::ParseMemberName(std::string& name) {
  if (current_.kind == TokenKind::kString) {
    AppendUnquoted(Text(current_), name);
    Advance();
  } else {
    const size_t begin = statement_.literals.size();
    const TermIndex key = ParseExpression(0);
    if (failed()) return;
    const std::string kind = KindName(statement_, At(key));
    statement_.literals.resize(begin);
    RefuseTerm(messages::TupleKeyNotString(kind, literal_path_), At(key));
  }
  ExpectSymbol(":", "COLON");
}

// INSERT's item, whose members may be parameters. REQUIRES: at its brace.
TermIndex SyntaxParser::ParseItem() {
  const TermIndex item = Add(TermKind::kTuple, current_);
  literal_path_ = kRootPath;
  Advance();
  Chain members;
  std::set<std::string, std::less<>> names;
  bool has_more = !AtSymbol("}");
  while (has_more && !failed()) {
    const Token key = current_;
    std::string name;
    ParseMemberName(name);
    if (!names.insert(name).second) RefuseAt(messages::RepeatedTupleKey(name, kRootPath), key);
    if (!failed() && name.empty()) Refuse(messages::EmptyTablePathComponent());
    Append(members, ParseMember(key, name));
    has_more = TakeSymbol(",");
  }
  ExpectSymbol("}", "RIGHT_CURLY");
  if (failed()) return kNoTerm;
  At(item).first_child = members.first;
  return item;
}

TermIndex SyntaxParser::ParseMember(const Token& key, const std::string& name) {
  const TermIndex member = Add(TermKind::kMember, key);
  const TermIndex value = failed() ? kNoTerm : ParseExpression(0);
  if (failed()) return member;
  const Term& term = At(value);
  if (term.kind != TermKind::kLiteral && term.kind != TermKind::kParameter) {
    const bool is_name = term.kind == TermKind::kPath && At(term.first_child).next == kNoTerm;
    const std::string kind =
        is_name ? std::string(statement_.Name(At(term.first_child))) : KindName(statement_, term);
    RefuseTerm(messages::UnsupportedTypeUnderKey(kind, kRootPath), term);
  }
  At(member).data = static_cast<uint32_t>(statement_.names.size());
  At(member).data_size = static_cast<uint32_t>(name.size());
  statement_.names.append(name);
  At(member).first_child = value;
  return member;
}

}  // namespace pixii::partiql
