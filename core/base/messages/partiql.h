// Every sentence a client can read about PartiQL statements. Texts that tell a place end in
// "at <line>:<column>:<length>", as the service writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

// `detail` is what the grammar misses; empty where the text is not even made of tokens.
std::string StatementNotWellFormed(std::string_view detail);
// " at 1:8:5", to be put behind a sentence.
std::string AtPlace(uint32_t line, uint32_t column, uint32_t length);

// Details of StatementNotWellFormed.
std::string_view ExpectedDataManipulation();
std::string_view UnexpectedTokenAfterExpression();
std::string_view UnexpectedKeyword();
std::string_view UnexpectedOperator();
std::string_view UnexpectedTerm();
std::string_view ExpectedSimplePathIdentifier();
std::string_view InvalidPathDotComponent();
std::string_view ExpectedFromAfterSelect();
std::string_view ExpectedFromAfterDelete();
std::string_view ExpectedAssignmentEquals();
std::string_view ExpectedRightSide();
std::string_view ExpectedAfterAnd();
std::string_view ExpectedTypeName();
std::string_view EmptyExpressionGroup();
std::string_view StarIsNotAlone();
std::string_view ExpectedReturningElement();
std::string ExpectedToken(std::string_view token);

// Statements that are well formed but say what the service does not serve.
std::string UnexpectedPathComponent();
std::string UnsupportedClause(std::string_view clause);
std::string UnsupportedToken(std::string_view token);
std::string UnsupportedOperator(std::string_view operation);
std::string UnsupportedUpdateOperator(std::string_view operation);
std::string UnsupportedStatement(std::string_view operation);
std::string UnsupportedCondition();
std::string UnknownFunction(std::string_view function);
std::string UnsupportedAlias();
std::string UnsupportedProjection();
std::string HierarchyChange();
std::string RepeatedColumn(std::string_view name);
std::string UnsupportedInsertValue();
std::string TupleKeyNotString(std::string_view type, std::string_view path);
std::string RepeatedTupleKey(std::string_view key, std::string_view path);
std::string SingleSourceOnly();
std::string SingleTableOnly();
std::string UnexpectedSource();
std::string ListInSource();
std::string InvalidTableNameInStatement();
std::string TooManyTablePathComponents();
std::string EmptyTablePathComponent();
std::string ExistsOnlyInTransactions();
std::string ExistsNeedsCondition();
std::string StatementTooDeep();
std::string ReturningInInsert();
std::string ReturningNotStar();
std::string SeveralReturningElements();
std::string DeleteReturning(std::string_view clause);

// Where no condition stands and one is due.
std::string WhereNotCondition();
std::string OperandNotCondition();
std::string NotOperandNotCondition();
std::string InNeedsMembers();
std::string MissingWithoutIs();
std::string IsNeedsOperand();
std::string UnsupportedIsType(std::string_view type);

// Literals.
std::string UnsupportedTypeUnderKey(std::string_view type, std::string_view key);
std::string EmptyBag();
std::string MixedBag();
std::string BagOfStringsHasDuplicates(std::string_view members);
std::string BagOfNumbersHasDuplicates(std::string_view members);
std::string LiteralTooDeep(std::string_view key);
std::string NumberLiteralTooPrecise();
std::string InvalidNumberLiteral(std::string_view text);

// Operands. `function` in capitals.
std::string SetFunctionArguments(std::string_view function);
std::string SetFunctionFirstArgument(std::string_view function);
std::string SetFunctionSecondArgument(std::string_view function);
std::string PartiqlAttributeTypeName(std::string_view type);
std::string ParameterCountMismatch();

// Keys and indexes.
std::string KeyAttributeMissing(std::string_view attribute);
std::string MissingKeyEquality();
std::string SeveralConditionsOnKey(std::string_view attribute);
std::string KeyValueNotScalar(std::string_view attribute, std::string_view type);
std::string KeyValueTypeDiffers(std::string_view attribute);
std::string OverlappingKeyConditions();
std::string WriteOnIndex();
std::string StatementUnknownIndex();
std::string StatementConsistentReadOnIndex();

// ORDER BY.
std::string OrderByWithoutWhere();
std::string OrderByNotName(std::string_view type);
std::string OrderByNotKey(std::string_view attribute);
std::string OrderByWithoutPartition();
std::string OrderByNeedsPartitionKey();

// Whole requests.
std::string InvalidNextToken();
std::string NextTokenMismatch();
std::string DuplicateItem();
std::string MixedBatch();
std::string BatchSelectNeedsKey();
std::string MixedTransaction();
std::string TransactionSelectNeedsKey();
std::string TransactionOnIndex();
std::string ExistsOnIndex();
std::string ReturningInTransaction();
// `fault` of the statement at `index` of a transaction.
std::string InTransactStatement(size_t index, std::string_view fault);

}  // namespace pixii::messages
