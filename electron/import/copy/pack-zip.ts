import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'

/** An archive of these entries in their order. */
export async function packZip(
  parts: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const { name, content } of parts) await writer.add(name, new Uint8ArrayReader(content))
  return writer.close()
}
