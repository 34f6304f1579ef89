// Reads Parquet files with hyparquet, an implementation that shares nothing with the one that wrote them,
// and prints one JSON object per file: name of a column to its values. What JSON cannot write becomes a text.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

for (const path of process.argv.slice(2)) {
  const file = await asyncBufferFromFile(path)
  const names = (await parquetMetadataAsync(file)).schema.slice(1).map(column => column.name)
  const rows = await parquetReadObjects({ file })
  const columns = Object.fromEntries(names.map(name => [name, rows.map(row => row[name])]))
  console.log(JSON.stringify(columns, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)))
}
