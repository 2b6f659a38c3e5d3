import { stringify } from 'csv-stringify/sync'
import { Zip, ZipDeflate } from 'fflate'
import type { Cell, Export, ExportTable } from '../../actions/overview/export.ts'
import { decimalText } from '../../billing/money/format.ts'

/** Tables as a ZIP of CSV files, created while it is read: for any size, only a page of rows is in memory. */
export const csvZip = (tables: Export): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const bytes = bytesOf(tables)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await bytes.return(undefined)
    },
  })
}

const utf8 = new TextEncoder()

async function* bytesOf({ tables, at }: Export): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk as Uint8Array<ArrayBuffer>)
  })
  for (const table of tables) {
    const file = new ZipDeflate(`${table.name}.csv`)
    file.mtime = at
    zip.add(file)
    for await (const text of csvOf(table)) {
      file.push(utf8.encode(text))
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** With the byte order mark, spreadsheets read UTF-8 correctly. */
async function* csvOf({ columns, pages }: ExportTable): AsyncGenerator<string> {
  yield csv([columns], { bom: true })
  for await (const rows of pages) if (rows.length) yield csv(rows)
}

/** No text becomes a formula of a spreadsheet. A negative amount begins with "-" and is written as it is. */
const csv = (rows: Cell[][], { bom = false } = {}): string =>
  stringify(rows, {
    bom,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { bigint: (amount) => decimalText(amount), date: (at) => at.toISOString() },
  })
