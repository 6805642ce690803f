// Any text as a PartiQL statement: it is parsed, bound to parameters of every type and lowered to
// conditions, keys, updates, items and columns, which are applied to items of every type. What it
// writes must be well-formed; what it refuses must be said, and the same each time.
//
// Input: one byte that chooses the item, then the statement's text.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql::test {
namespace {

constexpr char kParameters[] =
    "{'0':{'S':'a'},'1':{'N':'1'},'2':{'SS':['a','b']},'3':{'L':[{'N':'1'}]},'4':{'M':{}},"
    "'5':{'B':'YQ=='},'6':{'BOOL':true},'7':{'NS':['1']},'8':{'S':'S'},'9':{'NULL':true}}";
constexpr const char* kItems[] = {
    "{'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'10'},'s':{'S':'text'},'b':{'BOOL':false},"
    "'z':{'NULL':true},'ss':{'SS':['a','b']},'ns':{'NS':['1','2']},'x':{'B':'YWJj'},"
    "'l':{'L':[{'S':'x'},{'N':'1'},{'M':{'k':{'L':[{'N':'5'}]}}}]},"
    "'m':{'M':{'a':{'N':'7'},'k':{'S':'v'},'m':{'M':{'l':{'L':[{'BOOL':true}]}}}}}}",
    "{'pk':{'S':'b'},'sk':{'N':'-1'},'n':{'N':'9.9E125'},'l':{'M':{}},'m':{'L':[{'M':{}}]}}",
    "{}",
};

void Require(bool holds) {
  if (!holds) std::abort();
}

template <class T>
bool Succeeded(const Result<T>& result) {
  if (!result.ok()) {
    Require(result.error().type == ErrorType::kValidation && !result.error().message.empty());
  }
  return result.ok();
}

void RunConditions(BoundText& text, EntryRange item) {
  const auto condition = LowerCondition(text.arena(), text.bound(), text.statement().where);
  if (Succeeded(condition)) {
    const bool matches = condition.value().Matches(item);  // evaluation keeps no state
    Require(matches == condition.value().Matches(item));
  }
  for (const KeySchema& schema :
       {TestSchema(), KeySchema{{{"n", ValueType::kNumber}, {"s", ValueType::kString}},
                                {{"x", ValueType::kBinary}, {"sk", ValueType::kNumber}}}}) {
    const auto plan = PlanKeys(text.arena(), text.bound(), schema);
    if (Succeeded(plan) && !plan.value().is_scan) Require(CountPartitions(plan.value()) > 0);
    std::string key;
    const bool is_whole = NamingOf(text.bound(), schema).is_whole;
    if (Succeeded(LowerKey(text.bound(), schema, key))) {
      Require(is_whole && IsWellFormedEntries(key, 64));
    }
  }
}

void RunUpdate(BoundText& text, EntryRange item) {
  if (!text.statement().actions_fault.empty()) return;
  const auto update = LowerUpdate(text.arena(), text.bound());
  if (!Succeeded(update)) return;
  std::string after, touched;
  if (!Succeeded(update.value().Apply(item, after))) return;
  Require(IsWellFormedEntries(after, 64));
  update.value().ProjectTouched(EntryRange(after), touched);
  Require(IsWellFormedEntries(touched, 64));
}

void Run(std::string_view sent, EntryRange item) {
  const auto parsed = ParseStatement(sent);
  const auto again = ParseStatement(sent);
  Require(parsed.ok() == again.ok());
  if (!Succeeded(parsed)) return;
  Require(parsed.value()->fault == again.value()->fault);
  if (!parsed.value()->fault.empty()) return;
  BoundText text(sent, kParameters);
  std::string out;
  switch (text.statement().kind) {
    case StatementKind::kInsert: LowerItem(text.bound(), out); break;
    case StatementKind::kUpdate: RunUpdate(text, item); break;
    default: break;
  }
  Require(IsWellFormedEntries(out, 64));
  out.clear();
  ProjectColumns(LowerColumns(text.arena(), text.statement()), item, out);
  Require(IsWellFormedEntries(out, 64));
  RunConditions(text, item);
}

}  // namespace
}  // namespace pixii::partiql::test

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0 || size > 8193) return 0;  // requests hold no longer statements
  using namespace pixii;
  static const std::string items[] = {partiql::test::Entries(partiql::test::kItems[0]),
                                      partiql::test::Entries(partiql::test::kItems[1]),
                                      partiql::test::Entries(partiql::test::kItems[2])};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  partiql::test::Run(text, EntryRange(items[data[0] % 3]));
  return 0;
}
