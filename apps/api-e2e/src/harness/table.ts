/** A table drawn in text: a line of column names, then one line per row: its name and a number for each column. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly number[] }[];
}

export function readTable(drawn: string): Table {
  const [columns = [], ...lines] = drawn
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words[0] !== '');
  const rows = lines.map((words) => {
    const name = words.slice(0, -columns.length).join(' ');
    const cells = words.slice(-columns.length).map(Number);
    if (name === '' || cells.some(Number.isNaN)) throw new Error(`Not a row of the table: ${words.join(' ')}`);
    return { name, cells };
  });
  return { columns, rows };
}
