/**
 * Systems, by their ids, of which two transactions that change what both have read do not both go through: those of MongoDB
 * read a snapshot, and one of two that write the same document is refused; those of Firestore run again.
 * https://www.mongodb.com/docs/manual/core/transactions-production-consideration/#write-conflicts-within-a-transaction
 * https://firebase.google.com/docs/firestore/transaction-data-contention
 */
export const CONFLICTING_TRANSACTIONS: ReadonlySet<string> = new Set(["mongodb", "firestore"]);
