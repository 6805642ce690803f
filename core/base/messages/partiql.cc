// The sentences about PartiQL statements. Details of statements that are not well formed are those
// of the PartiQL reference parser, which the service passes on.
#include "core/base/messages/partiql.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string StatementNotWellFormed(std::string_view detail) {
  return Join({"Statement wasn't well formed, can't be processed: ", detail});
}
std::string AtPlace(uint32_t line, uint32_t column, uint32_t length) {
  return Join(
      {" at ", std::to_string(line), ":", std::to_string(column), ":", std::to_string(length)});
}

std::string_view ExpectedDataManipulation() { return "Expected data manipulation"; }
std::string_view UnexpectedTokenAfterExpression() { return "Unexpected token after expression"; }
std::string_view UnexpectedKeyword() { return "Unexpected keyword"; }
std::string_view UnexpectedOperator() { return "Unexpected operator"; }
std::string_view UnexpectedTerm() { return "Unexpected term"; }
std::string_view ExpectedSimplePathIdentifier() { return "Expected identifier for simple path"; }
std::string_view InvalidPathDotComponent() { return "Invalid path dot component"; }
std::string_view ExpectedFromAfterSelect() { return "Expected FROM after SELECT list"; }
std::string_view ExpectedFromAfterDelete() { return "Expected FROM after DELETE"; }
std::string_view ExpectedAssignmentEquals() { return "Expected '='"; }
std::string_view ExpectedRightSide() {
  return "Missing right-hand side expression of infix operator";
}
std::string_view ExpectedAfterAnd() { return "Expected expression after AND"; }
std::string_view ExpectedTypeName() { return "Expected type name"; }
std::string_view EmptyExpressionGroup() { return "Expression group cannot be empty"; }
std::string_view StarIsNotAlone() {
  return "Other expressions may not be present in the select list when '*' is used without dot "
         "notation.";
}
std::string_view ExpectedReturningElement() {
  return "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.";
}
std::string ExpectedToken(std::string_view token) {
  return Join({"expected token of type ", token});
}

std::string UnexpectedPathComponent() { return "Unexpected path component"; }
std::string UnsupportedClause(std::string_view clause) {
  return Join({"Unsupported clause: ", clause});
}
std::string UnsupportedOperator(std::string_view operation) {
  return Join({"Unsupported operator in Condition Expression. Operator: ", operation});
}
std::string UnsupportedCondition() { return "Unsupported condition in WHERE clause"; }
std::string UnsupportedToken(std::string_view token) {
  return Join({"Unsupported token in expression: ", token});
}
std::string UnsupportedUpdateOperator(std::string_view operation) {
  return Join({"Unsupported operator in Update Expression. Operator: ", operation});
}
std::string UnsupportedStatement(std::string_view operation) {
  return Join({"Unsupported operation: ", operation});
}
std::string UnknownFunction(std::string_view function) {
  return Join({"Unrecognized function: ", function});
}
std::string UnsupportedAlias() { return "Aliasing is not supported"; }
std::string UnsupportedProjection() {
  return "Select projection doesn't support value or pivot keywords";
}
std::string HierarchyChange() { return "Changing item's hierarchy while reading isn't supported"; }
std::string RepeatedColumn(std::string_view name) {
  return Join({"Duplicate identifiers in select clause: ", name});
}
std::string UnsupportedInsertValue() {
  return "Unsupported format in item expression. Please use struct format {...} to express item "
         "values for insert statement.";
}
std::string TupleKeyNotString(std::string_view type, std::string_view path) {
  return Join({"Tuple keys must be of type String. Actual type: ", type, " under ", path});
}
std::string RepeatedTupleKey(std::string_view key, std::string_view path) {
  return Join({"Duplicate keys in tuple. Key: ", key, " under ", path});
}
std::string SingleSourceOnly() { return "Only select from a single table or index is supported."; }
std::string SingleTableOnly() {
  return "FROM clause may only contain a single table name in data manipulation statements";
}
std::string UnexpectedSource() { return "Unexpected from source"; }
std::string ListInSource() { return "Invalid list expression in source."; }
std::string InvalidTableNameInStatement() {
  return "Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9', "
         "'-', '_', '.'.";
}
std::string TooManyTablePathComponents() {
  return "A path may contain at most 2 components in the FROM clause";
}
std::string EmptyTablePathComponent() { return "Path component cannot be an empty string"; }
std::string ExistsOnlyInTransactions() {
  return "EXISTS can only be used in ExecuteTransaction write requests.";
}
std::string ExistsNeedsCondition() {
  return "EXISTS() must contain a single item read with additional condition";
}
std::string StatementTooDeep() { return "The statement is nested too deeply"; }
std::string ReturningInInsert() { return "RETURNING is not supported in INSERT"; }
std::string ReturningNotStar() {
  return "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause";
}
std::string SeveralReturningElements() {
  return "Invalid syntax with multiple returning elements in RETURNING clause";
}
std::string DeleteReturning(std::string_view clause) {
  return Join({"Invalid returning clause: ", clause,
               ". Only RETURNING ALL OLD * is allowed in DELETE statements."});
}

std::string WhereNotCondition() {
  return "WHERE clause must contain an expression that resolves to a boolean";
}
std::string OperandNotCondition() { return "The arguments to AND/OR must be Expressions"; }
std::string NotOperandNotCondition() { return "The argument to NOT must be a Type or Expression"; }
std::string InNeedsMembers() {
  return "IN operator must have a left hand argument of type Variable Reference and right hand "
         "argument of type Seq with at least one member";
}
std::string MissingWithoutIs() { return "MISSING must be compared using IS operator"; }
std::string IsNeedsOperand() {
  return "The left hand side argument to IS must be a Variable Reference, Literal, or Path";
}
std::string UnsupportedIsType(std::string_view type) {
  return Join({"Unsupported data type for IS operator: ", type,
               ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, "
               "TUPLE, LIST]"});
}

std::string UnsupportedTypeUnderKey(std::string_view type, std::string_view key) {
  return Join({"Unsupported data type: ", type, " under key ", key});
}
std::string EmptyBag() { return "Empty bags are not supported"; }
std::string MixedBag() {
  return "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";
}
std::string BagOfStringsHasDuplicates(std::string_view members) {
  return Join({"One or more parameter values were invalid: Input collection [", members,
               "] contains duplicates."});
}
std::string BagOfNumbersHasDuplicates(std::string_view members) {
  return Join({"One or more parameter values were invalid: Input collection [", members,
               "] contains duplicates! under root"});
}
std::string LiteralTooDeep(std::string_view key) {
  return Join({"Nesting Levels have exceeded supported limits: Attributes in the item have nested ",
               "levels beyond supported limit under ", key});
}
std::string NumberLiteralTooPrecise() { return "DynamoDB only supports precision up to 38 digits"; }
std::string InvalidNumberLiteral(std::string_view text) {
  return Join({"The parameter cannot be converted to a numeric value: ", text});
}

std::string SetFunctionArguments(std::string_view function) {
  return Join({function, " must have exactly two arguments"});
}
std::string SetFunctionFirstArgument(std::string_view function) {
  return Join({"The first argument to ", function, " must equal the assignment value"});
}
std::string SetFunctionSecondArgument(std::string_view function) {
  return Join({"The second argument to ", function, " must be a value with type SET"});
}
std::string PartiqlAttributeTypeName(std::string_view type) {
  return Join({"Invalid attribute type name found; type: ", type,
               ", valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}"});
}
std::string ParameterCountMismatch() {
  return "Number of parameters in request and statement don't match.";
}

std::string KeyAttributeMissing(std::string_view attribute) {
  return Join({"Key attribute should be present in the item: Key ", attribute});
}
std::string MissingKeyEquality() {
  return "Where clause does not contain a mandatory equality on all key attributes";
}
std::string SeveralConditionsOnKey(std::string_view attribute) {
  return Join({"Multiple conditions on same key ", attribute,
               ". Only single item Update/Insert/Delete are supported"});
}
std::string KeyValueNotScalar(std::string_view attribute, std::string_view type) {
  return Join(
      {"Key value must be of type S, N, or B. Key name: ", attribute, ", Key type: ", type});
}
std::string KeyValueTypeDiffers(std::string_view attribute) {
  return Join(
      {"Key attribute's data type should match its data type in table's schema: Key ", attribute});
}
std::string OverlappingKeyConditions() {
  return "Overlapping conditions with range keys are not supported in where clause";
}
std::string WriteOnIndex() { return "This operation is not supported on an index"; }
std::string StatementUnknownIndex() { return "The table does not have the specified index"; }
std::string StatementConsistentReadOnIndex() {
  return "Strongly consistent read is not supported on Global Secondary Indexes";
}

std::string OrderByWithoutWhere() {
  return "Must have WHERE clause in the statement when using ORDER BY clause.";
}
std::string OrderByNotName(std::string_view type) {
  return Join({"Argument to ORDER BY must be of type VariableReference. Type: ", type});
}
std::string OrderByNotKey(std::string_view attribute) {
  return Join({"Attribute ", attribute, " in ORDER BY clause must be part of the primary key"});
}
std::string OrderByWithoutPartition() {
  return "Must have at least one non-optional hash key condition in WHERE clause when using ORDER "
         "BY clause.";
}
std::string OrderByNeedsPartitionKey() {
  return "Must have hash key in ORDER BY clause when more than one hash key condition specified in "
         "WHERE clause.";
}

std::string InvalidNextToken() { return "Invalid NextToken"; }
std::string NextTokenMismatch() { return "NextToken does not match request"; }
std::string DuplicateItem() { return "Duplicate primary key exists in table"; }
std::string MixedBatch() {
  return "Read and write requests together in the same batch is not supported.";
}
std::string BatchSelectNeedsKey() {
  return "Select statements within BatchExecuteStatement must specify the primary key in the where "
         "clause.";
}
std::string MixedTransaction() {
  return "ExecuteTransaction API does not support both read and write operations in the same "
         "request.";
}
std::string TransactionSelectNeedsKey() {
  return "Select statements within ExecuteTransaction must specify the primary key in the where "
         "clause.";
}
std::string TransactionOnIndex() {
  return "Reads on indices are not supported within transactions.";
}
std::string ExistsOnIndex() { return "Operations on indices are not supported in transactions"; }
std::string ReturningInTransaction() {
  return "RETURNING clause is not supported in ExecuteTransaction.";
}
std::string InTransactStatement(size_t index, std::string_view fault) {
  return Join({"Validation failed in TransactStatements[", std::to_string(index), "]: ", fault});
}

}  // namespace pixii::messages
