/** What people call the column that names a row among those of its table: `id`, MongoDB's `_id`. */
export function isIdColumn(name: string | undefined): boolean {
  return name !== undefined && /^_?id$/i.test(name);
}
