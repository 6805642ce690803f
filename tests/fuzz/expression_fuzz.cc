// Any text as any kind of expression: it is parsed, bound to placeholders of every type and applied
// to items of every type. What it writes must be well-formed; what it refuses must be said.
//
// Input: one byte that chooses the kind (its rest by 5) and the item, then the expression's text.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/core/expressions/expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kNames[] = "{'#a':'a','#b':'b','#c':'','#d':'d.e[0]','#e':'m','#f':'\xC3\xA9'}";
constexpr char kValues[] =
    "{':a':{'S':'a'},':b':{'S':'b'},':n':{'N':'3'},':m':{'N':'-1.5'},':x':{'B':'YWI='},"
    "':t':{'BOOL':true},':z':{'NULL':true},':ss':{'SS':['a','c']},':ns':{'NS':['1','3']},"
    "':bs':{'BS':['YQ==']},':l':{'L':[{'S':'q'},{'L':[]}]},':o':{'M':{'k':{'N':'1'}}},"
    "':h':{'N':'9E125'},':i':{'N':'1E-130'},':e':{'S':''},':S':{'S':'S'},':NS':{'S':'NS'}}";
constexpr const char* kItems[] = {
    "{'':{'S':'empty'},'a':{'S':'a'},'b':{'N':'10'},'c':{'B':'YWJj'},'d':{'BOOL':false},"
    "'e':{'NULL':true},'f':{'SS':['a','b']},'g':{'NS':['1','2']},'h':{'BS':['YQ==','Yg==']},"
    "'l':{'L':[{'S':'x'},{'N':'1'},{'M':{'k':{'L':[{'N':'5'}]}}},{'L':[{'S':'y'}]}]},"
    "'m':{'M':{'a':{'N':'7'},'k':{'S':'v'},'m':{'M':{'l':{'L':[{'BOOL':true}]}}}}}}",
    "{'a':{'L':[]},'b':{'M':{}},'c':{'N':'9.9E125'},'l':{'M':{}},'m':{'L':[{'M':{}}]}}",
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

void RunUpdate(Request& request, std::string_view text, EntryRange item) {
  const Result<BoundUpdate> bound = request.Update(text);
  if (!Succeeded(bound)) return;
  std::string after, touched;
  if (!Succeeded(bound.value().Apply(item, after))) return;
  Require(IsWellFormedEntries(after, 64));
  bound.value().ProjectTouched(item, touched);
  Require(IsWellFormedEntries(touched, 64));
  touched.clear();
  bound.value().ProjectTouched(EntryRange(after), touched);
  Require(IsWellFormedEntries(touched, 64));
  Require(bound.value().GateSizeBytes(EntryRange(after)) >= 3);
}

void RunProjection(Request& request, std::string_view text, EntryRange item) {
  const Result<BoundProjection> bound = request.Projection(text);
  if (!Succeeded(bound)) return;
  std::string out;
  bound.value().Project(item, out);
  Require(IsWellFormedEntries(out, 64));
}

void RunKeyCondition(Request& request, std::string_view text) {
  const Result<KeyConditionClauses> clauses = request.KeyCondition(text);
  if (!Succeeded(clauses)) return;
  const KeyAttributeType attributes[] = {{"a", ValueType::kString},
                                         {"b", ValueType::kNumber},
                                         {"c", ValueType::kBinary},
                                         {"pk", ValueType::kString}};
  const std::string keys = Entries("{'a':{'S':'a'},'b':{'N':'1'},'c':{'B':'YQ=='},'pk':{'S':'b'}}");
  for (size_t partition = 1; partition <= 3; ++partition) {
    for (size_t sort = 0; partition + sort <= 4; ++sort) {
      const QueriedKeySchema schema{{attributes, partition}, {attributes + partition, sort}};
      const auto bound = ResolveKeyCondition(request.arena(), clauses.value(), schema);
      if (Succeeded(bound)) (void)bound.value().Covers(schema, EntryRange(keys));
    }
  }
}

void Run(int kind, std::string_view text, EntryRange item) {
  const Envelope envelope = text.size() % 2 == 0 ? Envelope::kNone : Envelope::kOneValidationError;
  Request request(kValues, kNames, envelope);
  switch (kind) {
    case 0: RunUpdate(request, text, item); break;
    case 1: RunProjection(request, text, item); break;
    case 2: RunKeyCondition(request, text); break;
    default: {
      const auto expression_kind = kind == 3 ? ExpressionKind::kCondition : ExpressionKind::kFilter;
      const Result<BoundCondition> bound = request.Condition(text, expression_kind);
      if (!Succeeded(bound)) return;
      const bool matches = bound.value().Matches(item);  // evaluation keeps no state
      Require(matches == bound.value().Matches(item));
    }
  }
  (void)Succeeded(request.binder().CheckNames());
  (void)Succeeded(request.binder().CheckValues());
  (void)Succeeded(request.binder().CheckAllUsed());
}

}  // namespace
}  // namespace pixii::test

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  static const std::string items[] = {pixii::test::Entries(pixii::test::kItems[0]),
                                      pixii::test::Entries(pixii::test::kItems[1]),
                                      pixii::test::Entries(pixii::test::kItems[2])};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  pixii::test::Run(data[0] % 5, text, pixii::EntryRange(items[data[0] / 5 % 3]));
  return 0;
}
