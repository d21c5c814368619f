/** Accounts of those who may use a shared ledger: kept beside it, never in it. */
export { ACCOUNTS_FILE, type AccountsDatabase, hasAccountsFile, openAccountsDatabase } from './database.ts';
export { AccountStore, type AuditEntry } from './store.ts';
export { makeTables, type TokenTable, type UserTable } from './tables.ts';
