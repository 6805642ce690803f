// What the tests of statements share: one statement with values for its question marks, and one
// call each for what statements are lowered to, which answer with text that a test can compare.
// Values are DynamoDB JSON in which ' stands for ".
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/partiql/condition_lowering.h"
#include "core/partiql/item_lowering.h"
#include "core/partiql/key_plan.h"
#include "core/partiql/parser.h"
#include "core/partiql/update_lowering.h"
#include "tests/core/expressions/expression_fixture.h"

namespace pixii::partiql::test {

using pixii::test::Entries;
using pixii::test::ToText;

// Partition key pk (S), sort key sk (N).
inline KeySchema TestSchema() {
  return {{{"pk", ValueType::kString}}, {{"sk", ValueType::kNumber}}};
}

// Why the text is refused: not well formed, or what no statement may say. Empty: it is not.
inline std::string FaultOf(std::string_view text) {
  const auto parsed = ParseStatement(text);
  if (!parsed.ok()) return parsed.error().message;
  const Statement& statement = *parsed.value();
  return statement.fault.empty() ? statement.actions_fault : statement.fault;
}

// A statement that parses, and its parameters. `parameters` holds the members '0', '1' and so on;
// those beyond the statement's question marks are left out, missing ones are NULL.
class BoundText {
 public:
  explicit BoundText(std::string_view text, const std::string& parameters = "{}")
      : entries_(Entries(parameters)) {
    auto parsed = ParseStatement(text);
    if (!parsed.ok()) std::abort();
    statement_ = std::move(parsed).value();
    for (const Entry entry : EntryRange(Bytes(entries_))) values_.push_back(entry.value);
    values_.resize(statement_->parameter_count, ValueView(Data(null_)));
    bound_ = std::make_unique<BoundStatement>(
        BoundStatement{*statement_, {values_.data(), values_.size()}});
  }

  const Statement& statement() const { return *statement_; }
  const BoundStatement& bound() const { return *bound_; }
  Arena& arena() { return arena_; }

  // "true", "false" or the fault of the WHERE clause.
  std::string Matches(const std::string& item) {
    const auto condition = LowerCondition(arena_, *bound_, statement_->where);
    if (!condition.ok()) return condition.error().message;
    const std::string entries = Entries(item);
    return condition.value().Matches(EntryRange(Bytes(entries))) ? "true" : "false";
  }

  // The item as the statement's actions leave it, or a fault.
  std::string Updated(const std::string& item) {
    const auto update = LowerUpdate(arena_, *bound_);
    if (!update.ok()) return update.error().message;
    const std::string entries = Entries(item);
    std::string after;
    const Result<void> outcome = update.value().Apply(EntryRange(Bytes(entries)), after);
    return outcome.ok() ? ToText(EntryRange(Bytes(after))) : outcome.error().message;
  }

  // What the columns tell of the item.
  std::string Projected(const std::string& item) {
    const std::string entries = Entries(item);
    std::string out;
    ProjectColumns(LowerColumns(arena_, *statement_), EntryRange(Bytes(entries)), out);
    return ToText(EntryRange(Bytes(out)));
  }

  // The key that the WHERE clause names, or a fault.
  std::string Key(const KeySchema& schema) {
    std::string out;
    const Result<void> outcome = LowerKey(*bound_, schema, out);
    return outcome.ok() ? ToText(EntryRange(Bytes(out))) : outcome.error().message;
  }

 private:
  std::string entries_;
  const std::string null_ = "0";
  std::unique_ptr<const Statement> statement_;
  std::vector<ValueView> values_;
  std::unique_ptr<BoundStatement> bound_;
  Arena arena_;
};

}  // namespace pixii::partiql::test
