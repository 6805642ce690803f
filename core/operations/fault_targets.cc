// One walk over the request's text. Members that name nothing are skipped.
#include "core/operations/fault_targets.h"

#include "core/wire/json_reader.h"
#include "core/wire/value_json.h"

namespace pixii {
namespace {

std::string TableNameOf(std::string_view name) {
  constexpr std::string_view kInArn = ":table/";
  const size_t at = name.rfind(kInArn);
  return std::string(at == std::string_view::npos ? name : name.substr(at + kInArn.size()));
}

class TargetReader {
 public:
  TargetReader(OperationContext& context, std::string_view body)
      : context_(context), json_(body, context.arena) {}

  std::vector<FaultTarget> Read() {
    targets_.emplace_back();
    const bool read = ReadObject();
    // A batch or transaction named its own; what stands for the request itself is empty then.
    if (read && targets_.size() > 1 && targets_[0].table.empty()) targets_.erase(targets_.begin());
    return std::move(targets_);
  }

 private:
  bool ReadObject();
  bool ReadMember(std::string_view name);
  bool ReadTable();
  bool ReadStatement();
  bool ReadAttributes();
  bool ReadActions();
  bool ReadKeys();
  bool ReadTablesOfBatch();

  FaultTarget& Current() { return targets_.back(); }

  OperationContext& context_;
  JsonReader json_;
  std::vector<FaultTarget> targets_;
};

bool TargetReader::ReadObject() {
  if (json_.Peek() != JsonToken::kObject) return json_.SkipValue();
  if (!json_.BeginObject()) return false;
  JsonString name;
  while (json_.NextMember(name)) {
    if (!ReadMember(name.text)) return false;
  }
  return !json_.stopped();
}

bool TargetReader::ReadMember(std::string_view name) {
  if (name == "TableName") return ReadTable();
  if (name == "Statement") return ReadStatement();
  if (name == "Key" || name == "Item") return ReadAttributes();
  if (name == "RequestItems") return ReadTablesOfBatch();
  if (name == "Keys") return ReadKeys();
  if (name == "TransactItems" || name == "TransactStatements" || name == "Statements") {
    return ReadActions();
  }
  for (const std::string_view action :
       {"Put", "Update", "Delete", "ConditionCheck", "Get", "PutRequest", "DeleteRequest"}) {
    if (name == action) return ReadObject();
  }
  return json_.SkipValue();
}

bool TargetReader::ReadTable() {
  if (json_.Peek() != JsonToken::kString) return json_.SkipValue();
  JsonString name;
  if (!json_.ReadString(name)) return false;
  Current().table = TableNameOf(name.text);
  return true;
}

bool TargetReader::ReadStatement() {
  if (json_.Peek() != JsonToken::kString) return json_.SkipValue();
  JsonString text;
  if (!json_.ReadString(text)) return false;
  const auto statement = context_.statements.Parse(text.text);
  if (statement.ok()) Current().table = TableNameOf(statement.value()->table);
  return true;
}

bool TargetReader::ReadAttributes() {
  if (json_.Peek() != JsonToken::kObject) return json_.SkipValue();
  WireScratch scratch;
  uint32_t count = 0;
  ValueReader reader(json_, scratch, context_.arena);
  if (!reader.ReadAttributes(count)) return false;
  if (reader.fault() == nullptr) Current().attributes = scratch.values;
  return true;
}

// A list whose elements are targets of their own.
bool TargetReader::ReadActions() {
  if (json_.Peek() != JsonToken::kArray) return json_.SkipValue();
  if (!json_.BeginArray()) return false;
  while (json_.NextElement()) {
    targets_.emplace_back();
    if (!ReadObject()) return false;
  }
  return !json_.stopped();
}

// Keys of the table that the current target names.
bool TargetReader::ReadKeys() {
  if (json_.Peek() != JsonToken::kArray) return json_.SkipValue();
  const std::string table = Current().table;
  if (!json_.BeginArray()) return false;
  while (json_.NextElement()) {
    targets_.push_back({table, {}});
    if (!ReadAttributes()) return false;
  }
  return !json_.stopped();
}

// Tables by name, each with a list of writes or an object with Keys.
bool TargetReader::ReadTablesOfBatch() {
  if (json_.Peek() != JsonToken::kObject) return json_.SkipValue();
  if (!json_.BeginObject()) return false;
  JsonString name;
  while (json_.NextMember(name)) {
    const size_t first = targets_.size();
    const std::string table = TableNameOf(name.text);
    targets_.push_back({table, {}});
    const bool is_list = json_.Peek() == JsonToken::kArray;
    if (!(is_list ? ReadActions() : ReadObject())) return false;
    for (size_t i = first; i < targets_.size(); ++i) targets_[i].table = table;
  }
  return !json_.stopped();
}

}  // namespace

std::vector<FaultTarget> FaultTargetsOf(OperationContext& context, std::string_view body) {
  return TargetReader(context, body).Read();
}

bool HasAttributes(const FaultTarget& target, EntryRange key) {
  const EntryRange attributes{Bytes(target.attributes)};
  for (const Entry entry : key) {
    const ValueView found = attributes.Find(entry.name);
    if (!found || !(found == entry.value)) return false;
  }
  return true;
}

}  // namespace pixii
