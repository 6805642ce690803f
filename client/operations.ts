// Requests and responses of the operations by name, for Database.call. Written by
// scripts/generate-operations.mjs from the shapes that core/tools/print_shapes prints.

/** What each operation takes and gives. */
// eslint-disable-next-line typescript/no-empty-object-type
export interface Operations {}
