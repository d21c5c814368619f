/** The schema as the database has it after all migrations, so that what a migration does shows as a difference in git. */
import Sqlite from 'better-sqlite3';
import pg from 'pg';

export function dumpSqlite(file: string): string {
  const db = new Sqlite(file, { readonly: true });
  const rows = db
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY type, name",
    )
    .pluck()
    .all() as string[];
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return `-- schema ${version}\n${rows.map((sql) => `${sql};\n`).join('\n')}`;
}

const QUERIES = [
  `SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
      coalesce(' generated ' || pg_get_expr(d.adbin, d.adrelid), '')) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum`,
  `SELECT replace(indexdef, schemaname || '.', '') AS line FROM pg_indexes WHERE schemaname = $1 ORDER BY indexname`,
  `SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) AS line FROM pg_constraint
    WHERE connamespace = $1::regnamespace AND contype = 'c' ORDER BY 1`,
  `SELECT format('%s(%s)%s', proname, pg_get_function_arguments(oid), prosrc) AS line FROM pg_proc
    WHERE pronamespace = $1::regnamespace ORDER BY 1`,
];

export async function dumpPostgres(database: string, schema: string): Promise<string> {
  const client = new pg.Client({ connectionString: database, options: `-c search_path=${schema}` });
  await client.connect();
  const version = await client.query("SELECT value FROM ledger WHERE key = 'schema'");
  const parts: string[] = [];
  for (const query of QUERIES) {
    const { rows } = await client.query(query, [schema]);
    parts.push(rows.map((row) => `${row.line}\n`).join(''));
  }
  await client.end();
  return `-- schema ${version.rows[0].value}\n${parts.join('\n')}`;
}
