import { readFileSync } from 'node:fs'
import { init } from '@embedpdf/pdfium'

/** PDFium's own functions, called without the wrapper: a page needs thousands of calls. Pointers are numbers. */
export interface Engine {
  malloc(bytes: number): number
  free(pointer: number): void
  HEAPU8: Uint8Array
  HEAP32: Int32Array
  HEAPU32: Uint32Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
  call: Record<string, (...args: number[]) => number>
}

let loading: Promise<Engine> | undefined

/** Loads the bundled WASM once per process; nothing is fetched. */
export function loadEngine(): Promise<Engine> {
  loading ??= start()
  return loading
}

async function start(): Promise<Engine> {
  const path = new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))
  const bytes = readFileSync(path)
  const wrapped = await init({
    wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    // Otherwise the path of the script, and PDFium's environment aborts on anything but ASCII: 预算/node_modules/….
    thisProgram: 'yusuan',
  } as Parameters<typeof init>[0])
  wrapped.PDFiumExt_Init()
  const module = wrapped.pdfium as unknown as Record<string, unknown>
  const call: Engine['call'] = {}
  // What the module itself exports is wrapped in assertions, which cost more than most calls.
  const exported = module.wasmExports as Record<string, unknown> & { free(p: number): void }
  for (const [name, value] of Object.entries(exported))
    if (/^(E?FPDF|PDFiumExt)/.test(name) && typeof value === 'function')
      call[name] = value as Engine['call'][string]
  // The heap moves when it grows: the views have to be looked up at every use.
  return {
    malloc: module._malloc as (n: number) => number,
    free: exported.free,
    get HEAPU8() {
      return module.HEAPU8 as Uint8Array
    },
    get HEAP32() {
      return module.HEAP32 as Int32Array
    },
    get HEAPU32() {
      return module.HEAPU32 as Uint32Array
    },
    get HEAPF32() {
      return module.HEAPF32 as Float32Array
    },
    get HEAPF64() {
      return module.HEAPF64 as Float64Array
    },
    call,
  }
}

/** Opens the document of so many bytes at `data`; 0 where it can not be. A password is a C string there. */
export function loadDocument(engine: Engine, data: number, length: number, password?: string): number {
  const text = password === undefined ? undefined : Buffer.from(`${password}\0`)
  const at = text ? engine.malloc(text.length) : 0
  try {
    if (text) engine.HEAPU8.set(text, at)
    return engine.call.FPDF_LoadMemDocument!(data, length, at)
  } finally {
    if (text) {
      engine.HEAPU8.fill(0, at, at + text.length)
      engine.free(at)
    }
  }
}
